import type {Preset} from '../reading.js';

/** pandas `to_json(orient="split")`. */
export const preset: Preset = {
  map: {columns: 'columns/{#}', field: 'data/{i}/#'},
  notes: 'The index stands apart, as "index/{i}".',
};
