import type {Preset} from '../reading.js';

/** JSON:API documents. */
export const preset: Preset = {
  map: {field: 'data/{i}/attributes/#'},
  states: {
    failed: {when: {'errors/0': '*'}, message: 'errors/0/detail errors/0/title'},
    partial: {when: {'links/next': '*'}},
  },
  notes: 'A next link means that this is one page of several.',
};
