import type {Preset} from '../reading.js';

/** Django REST framework page: `results`, `next`. */
export const preset: Preset = {
  map: {field: 'results/{i}/#'},
  states: {failed: {when: {detail: '*', results: null}, message: 'detail'}, partial: {when: {next: '*'}}},
  notes: 'One page of several if `next` is given. Decimals are text.',
};
