import type {Preset} from '../reading.js';
import {clickhouseStates} from './clickhouse-states.js';

/** ClickHouse `FORMAT JSONColumns` or JSONColumnsWithMetadata. */
export const preset: Preset = {
  map: {field: ['data/#/{i}', '#/{i}']},
  states: clickhouseStates,
  notes: 'One list a column; with metadata they are under `data`.',
};
