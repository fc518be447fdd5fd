import type {Preset} from '../reading.js';

/** Trino and Presto (`/v1/statement`). */
export const preset: Preset = {
  map: {columns: 'columns/{#}/name', field: 'data/{i}/#'},
  states: {
    failed: {when: {error: '*'}, message: 'error/message'},
    loading: {when: {nextUri: '*', data: null}},
    partial: {when: {nextUri: '*'}},
  },
  notes:
    'Rows come over several pages, the first ones without data: a proxy should follow nextUri and send one answer. Decimals are text.',
};
