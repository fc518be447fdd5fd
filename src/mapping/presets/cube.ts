import type {Preset} from '../reading.js';

/** Cube `/v1/load`: records whose keys hold dots. */
export const preset: Preset = {
  map: {field: ['data/{i}/#', 'results/0/data/{i}/#']},
  states: {loading: {when: {error: 'Continue wait'}}},
  notes: 'Keys are "cube.member". Numbers are text. `Continue wait` with HTTP 200 means: ask again.',
};
