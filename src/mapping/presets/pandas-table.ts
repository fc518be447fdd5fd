import type {Preset} from '../reading.js';

/** pandas `to_json(orient="table")`. */
export const preset: Preset = {
  map: {field: 'data/{i}/#'},
  notes: 'A Table Schema and records. Dates are ISO text.',
};
