import type {Preset} from '../reading.js';

/** pandas `to_json(orient="records")`, and any list of records. */
export const preset: Preset = {
  map: {field: '{i}/#'},
  notes: 'Dates are milliseconds unless date_format is "iso".',
};
