import type {Sample} from './sample.js';

const LADDER = [
  {rung: 'customer', count: 120, target: 130},
  {rung: 'client', count: 45, target: null},
];
const RECORDS = [
  {rung: 'customer', count: '120', target: 130},
  {rung: 'client', count: '45', target: null},
];
const LISTS = RECORDS.map(({rung, count, target}) => [rung, count, target]);
const NAMES = ['rung', 'count', 'target'];
const COLUMNS = NAMES.map((name) => ({name}));
const BAND = {
  aggregations: {
    loyalty: {
      sum_other_doc_count: 0,
      buckets: [{key: 'loyal', doc_count: 7, profit: {buckets: [{key: 'high', doc_count: 4}]}}],
    },
  },
};
const ES_STATES = [
  {
    body: {error: {root_cause: [], type: 'index_not_found_exception', reason: 'no such index [crm]'}, status: 404},
    state: 'failed' as const,
    message: 'no such index [crm]',
  },
  {body: {...BAND, timed_out: true}, state: 'partial' as const},
  {body: {...BAND, _shards: {total: 2, successful: 1, failed: 1}}, state: 'partial' as const},
];
const CLICKHOUSE_STATES = [
  {
    body: {meta: COLUMNS, data: [], exception: 'Code: 395. DB::Exception'},
    state: 'failed' as const,
    message: 'Code: 395. DB::Exception',
  },
];

/** Query services, databases and search engines. */
export const DATABASES: readonly Sample[] = [
  {
    preset: 'cube',
    source: 'cube-js/cube docs/pages/product/apis-integrations/rest-api/reference.mdx, /v1/load',
    body: {data: [{'customers.stage': 'client', 'customers.count': '45'}], annotation: {}, total: null},
    options: {map: {rung: '#customers.stage', count: '#customers.count'}},
    rows: [{rung: 'client', count: 45}],
    states: [
      {body: {error: 'Continue wait'}, state: 'loading'},
      {body: {error: "Error: Can't find join path"}, state: 'failed', message: "Error: Can't find join path"},
    ],
  },
  {
    preset: 'metabase',
    source: 'metabase/metabase docs/api and public fixtures of POST /api/dataset',
    body: {data: {cols: COLUMNS, rows: LISTS, rows_truncated: 2000}, status: 'completed', row_count: 2},
    rows: LADDER,
    states: [
      {
        body: {status: 'failed', error: 'Timed out after 60 s', data: {rows: [], cols: []}},
        state: 'failed',
        message: 'Timed out after 60 s',
      },
    ],
  },
  {
    preset: 'superset',
    source: 'apache/superset superset/common/query_context_processor.py, POST /api/v1/chart/data',
    body: {result: [{error: null, status: 'success', colnames: NAMES, data: RECORDS, rowcount: 2}]},
    rows: LADDER,
    states: [
      {
        body: {job_id: '1', channel_id: 'c', status: 'pending', result_url: '/api/v1/chart/data/qc-1'},
        state: 'loading',
      },
      {
        body: {result: [{error: 'column "x" does not exist', status: 'failed', data: []}]},
        state: 'failed',
        message: 'column "x" does not exist',
      },
    ],
  },
  {
    preset: 'elasticsearch-ladder',
    source: 'elastic.co/guide: terms aggregation and filters aggregation (keyed buckets), responses',
    body: {
      aggregations: {
        stage: {
          buckets: [
            {key: 1, key_as_string: 'customer', doc_count: 120},
            {key: 'client', doc_count: 45},
          ],
        },
      },
    },
    rows: [
      {rung: 'customer', count: 120},
      {rung: 'client', count: 45},
    ],
    states: ES_STATES,
  },
  {
    preset: 'opensearch-ladder',
    source: 'opensearch.org/docs/latest/aggregations/bucket/filters, response with named filters',
    body: {aggregations: {stage: {buckets: {customer: {doc_count: 120}, client: {doc_count: 45}}}}},
    rows: [
      {rung: 'customer', count: 120},
      {rung: 'client', count: 45},
    ],
  },
  {
    preset: 'elasticsearch-matrix',
    source: 'elastic.co/guide: terms aggregation with a sub-aggregation, response',
    body: BAND,
    rows: [{row: 'loyal', column: 'high', customers: 4}],
    states: ES_STATES,
  },
  {
    preset: 'opensearch-matrix',
    source: 'opensearch.org/docs/latest/aggregations/bucket/terms, nested response',
    body: BAND,
    rows: [{row: 'loyal', column: 'high', customers: 4}],
  },
  {
    preset: 'elasticsearch-adjacency',
    source: 'elastic.co/guide: adjacency matrix aggregation, response',
    body: {
      aggregations: {
        i: {
          buckets: [
            {key: 'A', doc_count: 9},
            {key: 'A&B', doc_count: 2},
          ],
        },
      },
    },
    rows: [{row: 'A', column: 'B', customers: 2}],
  },
  {
    preset: 'opensearch-adjacency',
    source: 'opensearch.org/docs/latest/aggregations/bucket/adjacency-matrix, response',
    body: {
      aggregations: {
        i: {
          buckets: [
            {key: 'A', doc_count: 9},
            {key: 'A&B', doc_count: 2},
          ],
        },
      },
    },
    rows: [{row: 'A', column: 'B', customers: 2}],
  },
  {
    preset: 'clickhouse-json',
    source: 'clickhouse.com/docs/interfaces/formats/JSON',
    body: {meta: COLUMNS, data: RECORDS, rows: 2, statistics: {elapsed: 0.001}},
    rows: LADDER,
    states: CLICKHOUSE_STATES,
  },
  {
    preset: 'clickhouse-jsoncompact',
    source: 'clickhouse.com/docs/interfaces/formats/JSONCompact',
    body: {meta: COLUMNS, data: LISTS, rows: 2},
    rows: LADDER,
    states: CLICKHOUSE_STATES,
  },
  {
    preset: 'clickhouse-jsoneachrow',
    source: 'clickhouse.com/docs/interfaces/formats/JSONEachRow',
    body: `${RECORDS.map((record) => JSON.stringify(record)).join('\n')}\n`,
    rows: LADDER,
    states: [{body: 'Code: 62. DB::Exception: Syntax error', state: 'failed'}],
  },
  {
    preset: 'clickhouse-jsoncolumns',
    source: 'clickhouse.com/docs/interfaces/formats/JSONColumns and JSONColumnsWithMetadata',
    body: {meta: COLUMNS, data: {rung: ['customer', 'client'], count: ['120', '45'], target: [130, null]}, rows: 2},
    rows: LADDER,
  },
  {
    preset: 'bigquery',
    source: 'cloud.google.com/bigquery/docs/reference/rest/v2/jobs/query, as in googleapis/python-bigquery unit tests',
    body: {
      kind: 'bigquery#queryResponse',
      schema: {fields: COLUMNS},
      rows: LISTS.map((row) => ({f: row.map((v) => ({v}))})),
      totalRows: '2',
      jobComplete: true,
    },
    rows: LADDER,
    states: [
      {body: {kind: 'bigquery#queryResponse', jobReference: {jobId: 'j'}, jobComplete: false}, state: 'loading'},
      {
        body: {
          schema: {fields: COLUMNS},
          rows: [{f: [{v: 'customer'}, {v: '1'}, {v: null}]}],
          jobComplete: true,
          pageToken: 'BF',
        },
        state: 'partial',
      },
      {
        body: {error: {code: 400, message: 'Syntax error', status: 'INVALID_ARGUMENT'}},
        state: 'failed',
        message: 'Syntax error',
      },
      {body: {schema: {fields: COLUMNS}, rows: [], totalRows: '0', jobComplete: true}, state: 'empty'},
    ],
  },
  {
    preset: 'snowflake',
    source: 'docs.snowflake.com/en/developer-guide/sql-api/handling-responses, ResultSet and QueryStatus',
    body: {
      code: '090001',
      sqlState: '00000',
      message: 'Statement executed successfully.',
      resultSetMetaData: {
        numRows: 2,
        format: 'jsonv2',
        rowType: NAMES.map((name) => ({name: name.toUpperCase()})),
        partitionInfo: [{rowCount: 2}],
      },
      data: LISTS,
    },
    options: {map: {rung: '#RUNG', count: '#COUNT', target: '#TARGET'}},
    rows: LADDER,
    states: [
      {
        body: {
          code: '333334',
          message: 'Asynchronous execution in progress.',
          statementHandle: 'e4ce',
          statementStatusUrl: '/api/v2/statements/e4ce',
        },
        state: 'loading',
      },
      {
        body: {code: '002003', sqlState: '42S02', message: "Object 'X' does not exist."},
        state: 'failed',
        message: "Object 'X' does not exist.",
      },
      {
        body: {
          code: '090001',
          message: 'ok',
          resultSetMetaData: {
            rowType: [{name: 'RUNG'}, {name: 'COUNT'}, {name: 'TARGET'}],
            partitionInfo: [{rowCount: 1}, {rowCount: 9}],
          },
          data: [['customer', '1', null]],
        },
        state: 'partial',
      },
    ],
  },
  {
    preset: 'trino',
    source: 'trino.io/docs/current/develop/client-protocol.html, QueryResults',
    body: {id: 'q', columns: COLUMNS, data: LISTS, stats: {state: 'FINISHED'}},
    rows: LADDER,
    states: [
      {body: {id: 'q', nextUri: 'https://trino.example/1', stats: {state: 'QUEUED'}}, state: 'loading'},
      {
        body: {id: 'q', nextUri: 'https://trino.example/2', columns: COLUMNS, data: LISTS, stats: {state: 'RUNNING'}},
        state: 'partial',
      },
      {
        body: {
          id: 'q',
          error: {message: "line 1:8: Column 'x' cannot be resolved", errorCode: 47},
          stats: {state: 'FAILED'},
        },
        state: 'failed',
        message: "line 1:8: Column 'x' cannot be resolved",
      },
    ],
  },
  {
    preset: 'druid',
    source: 'druid.apache.org/docs/latest/api-reference/sql-api, resultFormat object; error response',
    body: RECORDS,
    rows: LADDER,
    states: [
      {
        body: {error: 'Query timed out', errorMessage: 'Query Timed Out!', host: null},
        state: 'failed',
        message: 'Query Timed Out!',
      },
    ],
  },
  {preset: 'duckdb', source: 'DuckDB 1.x, @duckdb/node-api getRowObjectsJson()', body: RECORDS, rows: LADDER},
];
