import type {Preset} from '../reading.js';
import {clickhouseStates} from './clickhouse-states.js';

/** ClickHouse `FORMAT JSON`. */
export const preset: Preset = {
  map: {field: 'data/{i}/#'},
  states: clickhouseStates,
  notes: '64-bit whole numbers are text unless output_format_json_quote_64bit_integers is off.',
};
