import type {Preset} from '../reading.js';

/** Google Sheets visualisation query (`/gviz/tq?tqx=out:json`). */
export const preset: Preset = {
  map: {columns: ['table/cols/{#}/label', 'table/cols/{#}/id'], field: 'table/rows/{i}/c/#/v'},
  options: {format: 'gviz'},
  states: {failed: {when: {status: 'error'}, message: 'errors/0/detailed_message errors/0/message'}},
  notes:
    'A function call, not JSON. Months of Date(2026,0,1) count from 0. A column without a label is named by its letter.',
};
