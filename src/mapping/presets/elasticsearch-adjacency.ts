import type {Preset} from '../reading.js';
import {elasticsearchStates} from './elasticsearch-states.js';

/** Elasticsearch or OpenSearch: an `adjacency_matrix` aggregation. */
export const preset: Preset = {
  map: {
    match: {'aggregations/{a}/buckets/{b}/key': '{r}&{c}'},
    row: '{r}',
    column: '{c}',
    customers: 'aggregations/{a}/buckets/{b}/doc_count',
  },
  states: elasticsearchStates,
  notes: 'Buckets "app" are whole groups and are left out, "app&card" are customers in both.',
};
