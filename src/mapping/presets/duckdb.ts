import type {Preset} from '../reading.js';

/** DuckDB: rows as records (Node `getRowObjectsJson()`, CLI `-json`). */
export const preset: Preset = {
  map: {field: '{i}/#'},
  notes: 'The Node API sends BIGINT, HUGEINT and DECIMAL as text.',
};
