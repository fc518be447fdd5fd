import type {Preset} from '../reading.js';
import {elasticsearchStates} from './elasticsearch-states.js';

/** Elasticsearch or OpenSearch: a terms aggregation within another. */
export const preset: Preset = {
  map: {
    row: ['aggregations/{a}/buckets/{r}/key_as_string', 'aggregations/{a}/buckets/{r}/key', '{r}'],
    column: [
      'aggregations/{a}/buckets/{r}/{b}/buckets/{c}/key_as_string',
      'aggregations/{a}/buckets/{r}/{b}/buckets/{c}/key',
      '{c}',
    ],
    customers: 'aggregations/{a}/buckets/{r}/{b}/buckets/{c}/doc_count',
  },
  states: elasticsearchStates,
  notes:
    'doc_count counts documents. Another metric: value "aggregations/{a}/buckets/{r}/{b}/buckets/{c}/NAME/value". sum_other_doc_count says what the top buckets leave out.',
};
