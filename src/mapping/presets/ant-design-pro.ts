import type {Preset} from '../reading.js';

/** Ant Design Pro list: `data`, `success`. */
export const preset: Preset = {
  map: {field: ['data/list/{i}/#', 'data/records/{i}/#', 'data/{i}/#']},
  states: {failed: {when: {success: false}, message: 'errorMessage message'}},
  notes: 'The list is `data` itself, or `list` or `records` in it. One page unless pageSize covers `total`.',
};
