import type {StateRules} from '../reading.js';

/** ClickHouse may fail after the first rows went out; the exception is then a field of the document. */
export const clickhouseStates: StateRules = {failed: {when: {exception: '*'}, message: 'exception'}};
