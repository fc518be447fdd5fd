import type {Preset} from '../reading.js';

/** Spring Data page: `content`, `last`. */
export const preset: Preset = {
  map: {field: 'content/{i}/#'},
  states: {
    failed: {when: {status: '*', error: '*', path: '*'}, message: 'message error'},
    partial: {when: {last: false}},
  },
  notes: 'One page of several unless `last` is true. HATEOAS puts the rows under _embedded: map them.',
};
