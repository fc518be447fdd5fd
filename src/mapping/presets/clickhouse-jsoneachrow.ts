import type {Preset} from '../reading.js';
import {clickhouseStates} from './clickhouse-states.js';

/** ClickHouse `FORMAT JSONEachRow`: one record a line. */
export const preset: Preset = {
  map: {field: '{i}/#'},
  options: {format: 'ndjson'},
  states: clickhouseStates,
  notes: 'No JSON document as a whole. An error in mid-stream is a line that does not parse.',
};
