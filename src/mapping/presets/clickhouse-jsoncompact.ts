import type {Preset} from '../reading.js';
import {clickhouseStates} from './clickhouse-states.js';

/** ClickHouse `FORMAT JSONCompact`. */
export const preset: Preset = {
  map: {columns: 'meta/{#}/name', field: 'data/{i}/#'},
  states: clickhouseStates,
  notes: 'Names are in `meta`, rows are lists.',
};
