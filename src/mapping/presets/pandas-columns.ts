import type {Preset} from '../reading.js';

/** pandas `to_json()` (orient columns): column → index → value. */
export const preset: Preset = {
  map: {field: '#/{i}'},
  notes:
    'Dates are milliseconds, as keys too. A pivot table whose columns are ages: {"period": "{p}", "cohort": "{c}", "retained": "{p}/{c}"}.',
};
