import type {Preset} from '../reading.js';

/** pandas `to_json(orient="index")`: index → column → value. */
export const preset: Preset = {
  map: {field: '{i}/#'},
  notes: 'The index itself is {i}.',
};
