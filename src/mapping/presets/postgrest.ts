import type {Preset} from '../reading.js';

/** PostgREST and Supabase: a list of records. */
export const preset: Preset = {
  map: {field: '{i}/#'},
  notes: 'bigint comes as a number, numeric too. How many rows there are in all stands in the Content-Range header.',
};
