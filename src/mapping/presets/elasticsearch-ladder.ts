import type {Preset} from '../reading.js';
import {elasticsearchStates} from './elasticsearch-states.js';

/** Elasticsearch or OpenSearch: one terms or filters aggregation. */
export const preset: Preset = {
  map: {
    rung: ['aggregations/{a}/buckets/{r}/key_as_string', 'aggregations/{a}/buckets/{r}/key', '{r}'],
    count: 'aggregations/{a}/buckets/{r}/doc_count',
  },
  states: elasticsearchStates,
  notes:
    'doc_count counts documents: customers only if there is one document for each. Keyed buckets bear their name as key. sum_other_doc_count says what the top buckets leave out.',
};
