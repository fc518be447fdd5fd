import type {Preset} from '../reading.js';

/** Metabase `POST /api/dataset`, `/api/card/:id/query`. */
export const preset: Preset = {
  map: {columns: 'data/cols/{#}/name', field: 'data/rows/{i}/#'},
  states: {failed: {when: {status: 'failed'}, message: 'error message'}},
  notes:
    '`name` is the column, `display_name` what people see. A failed question comes with HTTP 202 and status "failed". The `/json` export is a list of records: use pandas-records.',
};
