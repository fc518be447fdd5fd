import type {Preset} from '../reading.js';

/** Apache Druid SQL (`/druid/v2/sql`), resultFormat object. */
export const preset: Preset = {
  map: {field: '{i}/#'},
  states: {failed: {when: {error: '*'}, message: 'errorMessage error'}},
  notes:
    'Dates are text such as 2026-01-01T00:00:00.000Z. For resultFormat arrayLines use format ndjson and a map of your own.',
};
