import type {Sample} from './sample.js';

const LADDER = [
  {rung: 'customer', count: 120},
  {rung: 'client', count: 45},
];
const RECORDS = [
  {rung: 'customer', count: '120'},
  {rung: 'client', count: '45'},
];

/** Business services, spreadsheets, data frames and common frameworks. */
export const SERVICES: readonly Sample[] = [
  {
    preset: 'postgrest',
    source: 'docs.postgrest.org: tables and views; errors',
    body: RECORDS,
    rows: LADDER,
    states: [
      {
        body: {code: '42P01', details: null, hint: null, message: 'relation "x" does not exist'},
        state: 'failed',
        message: 'relation "x" does not exist',
      },
      {body: [], state: 'empty'},
    ],
  },
  {
    preset: 'hasura',
    source: 'hasura.io/docs: GraphQL queries; GraphQL over HTTP, response',
    body: {data: {rungs: RECORDS}},
    rows: LADDER,
    states: [
      {
        body: {
          errors: [{message: "field 'x' not found in type: 'query_root'", extensions: {code: 'validation-failed'}}],
        },
        state: 'failed',
        message: "field 'x' not found in type: 'query_root'",
      },
      {body: {data: {rungs: []}}, state: 'empty'},
    ],
  },
  {
    preset: 'odata-v2',
    source: 'odata.org/documentation/odata-version-2-0/json-format: d.results, __next, dates',
    body: {
      d: {results: [{__metadata: {id: 'x'}, cohort: '/Date(1767225600000)/', period: 0, retained: '12'}], __count: '1'},
    },
    options: {unit: 'month'},
    rows: [{cohort: '2026-01-01', period: 0, retained: 12, size: 12}],
    states: [
      {body: {d: {results: RECORDS, __next: 'https://sap.example/?$skiptoken=1'}}, state: 'partial'},
      {
        body: {error: {code: 'SY/530', message: {lang: 'en', value: 'No authorization'}}},
        state: 'failed',
        message: 'No authorization',
      },
    ],
  },
  {
    preset: 'odata-v4',
    source: 'docs.oasis-open.org/odata/odata-json-format/v4.01',
    body: {'@odata.context': 'https://x/$metadata#Rungs', value: RECORDS},
    rows: LADDER,
    states: [
      {body: {value: RECORDS, '@odata.nextLink': 'https://x/Rungs?$skip=2'}, state: 'partial'},
      {
        body: {error: {code: '0x80040220', message: 'Principal user is missing privilege'}},
        state: 'failed',
        message: 'Principal user is missing privilege',
      },
    ],
  },
  {
    preset: 'salesforce-report',
    source: 'developer.salesforce.com: Reports and Dashboards REST API, matrix report, factMap',
    body: {
      allData: true,
      factMap: {
        '0!0': {aggregates: [{label: '4', value: 4}]},
        '0!T': {aggregates: [{label: '4', value: 4}]},
        'T!T': {aggregates: [{label: '4', value: 4}]},
      },
      groupingsDown: {groupings: [{key: '0', label: 'Loyal', value: 'Loyal', groupings: []}]},
      groupingsAcross: {groupings: [{key: '0', label: 'High', value: 'High', groupings: []}]},
    },
    rows: [{row: 'Loyal', column: 'High', customers: 4}],
    states: [
      {
        body: [{errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid'}],
        state: 'failed',
        message: 'Session expired or invalid',
      },
    ],
  },
  {
    preset: 'json-api',
    source: 'jsonapi.org/format/1.1: resource objects, errors, pagination',
    body: {
      data: RECORDS.map((attributes, index) => ({type: 'rungs', id: String(index), attributes})),
      links: {self: '/rungs', next: null},
    },
    rows: LADDER,
    states: [
      {
        body: {errors: [{status: '403', title: 'Forbidden', detail: 'You may not see rungs'}]},
        state: 'failed',
        message: 'You may not see rungs',
      },
      {
        body: {data: [{type: 'rungs', id: '1', attributes: RECORDS[0]}], links: {next: '/rungs?page=2'}},
        state: 'partial',
      },
    ],
  },
  {
    preset: 'google-sheets-values',
    source: 'developers.google.com/sheets/api/reference/rest/v4/spreadsheets.values',
    body: {
      range: 'Ladder!A1:B3',
      majorDimension: 'ROWS',
      values: [
        ['rung', 'count'],
        ['customer', '120'],
        ['client', '45'],
      ],
    },
    rows: LADDER,
    states: [{body: {range: 'A1:B1', values: [['rung', 'count']]}, state: 'empty'}],
  },
  {
    preset: 'google-sheets-gviz',
    source: 'developers.google.com/chart/interactive/docs/dev/implementing_data_source, response format',
    body: `/*O_o*/\ngoogle.visualization.Query.setResponse({"status":"ok","table":{"cols":[{"id":"A","label":""},{"id":"B","label":"count"}],"rows":[{"c":[{"v":"customer"},{"v":120}]},{"c":[{"v":"client"},{"v":45,"f":"45"}]}]}});`,
    options: {map: {rung: '#A', count: '#count'}},
    rows: LADDER,
    states: [
      {
        body: 'google.visualization.Query.setResponse({"status":"error","errors":[{"reason":"access_denied","message":"ACCESS_DENIED","detailed_message":"Sign in first"}]});',
        state: 'failed',
        message: 'Sign in first',
      },
    ],
  },
  {
    preset: 'pandas-columns',
    source: 'pandas DataFrame.to_json(), orient "columns"',
    body: {rung: {'0': 'customer', '1': 'client'}, count: {'0': 120, '1': 45}},
    rows: LADDER,
  },
  {
    preset: 'pandas-index',
    source: 'pandas DataFrame.to_json(orient="index")',
    body: {'0': {rung: 'customer', count: 120}, '1': {rung: 'client', count: 45}},
    rows: LADDER,
  },
  {preset: 'pandas-records', source: 'pandas DataFrame.to_json(orient="records")', body: RECORDS, rows: LADDER},
  {
    preset: 'pandas-split',
    source: 'pandas DataFrame.to_json(orient="split")',
    body: {
      columns: ['rung', 'count'],
      index: [0, 1],
      data: [
        ['customer', 120],
        ['client', 45],
      ],
    },
    rows: LADDER,
  },
  {
    preset: 'pandas-table',
    source: 'pandas DataFrame.to_json(orient="table")',
    body: {
      schema: {
        fields: [
          {name: 'index', type: 'integer'},
          {name: 'rung', type: 'string'},
        ],
        pandas_version: '1.4.0',
      },
      data: RECORDS,
    },
    rows: LADDER,
  },
  {
    preset: 'spring-page',
    source: 'spring-projects/spring-data-commons PageImpl, as serialised by Jackson',
    body: {
      content: RECORDS,
      totalElements: 2,
      totalPages: 1,
      last: true,
      first: true,
      size: 20,
      number: 0,
      empty: false,
    },
    rows: LADDER,
    states: [
      {body: {content: RECORDS, totalElements: 40, last: false, first: true}, state: 'partial'},
      {body: {content: [], totalElements: 0, last: true, empty: true}, state: 'empty'},
      {
        body: {timestamp: '2026-10-01T06:00:00Z', status: 500, error: 'Internal Server Error', path: '/rungs'},
        state: 'failed',
        message: 'Internal Server Error',
      },
    ],
  },
  {
    preset: 'drf-page',
    source: 'encode/django-rest-framework docs/api-guide/pagination.md and exceptions.md',
    body: {count: 2, next: null, previous: null, results: RECORDS},
    rows: LADDER,
    states: [
      {body: {count: 9, next: 'https://x/?page=2', previous: null, results: RECORDS}, state: 'partial'},
      {
        body: {detail: 'Authentication credentials were not provided.'},
        state: 'failed',
        message: 'Authentication credentials were not provided.',
      },
    ],
  },
  {
    preset: 'ruoyi',
    source: 'yangzongzhuan/RuoYi-Vue TableDataInfo and AjaxResult',
    body: {
      total: 2,
      rows: [
        {rung: '顾客', count: '1.2万'},
        {rung: '客户', count: 45},
      ],
      code: 200,
      msg: '查询成功',
    },
    rows: [
      {rung: '顾客', count: 12000},
      {rung: '客户', count: 45},
    ],
    states: [
      {
        body: {code: 401, msg: '认证失败，无法访问系统资源', data: null},
        state: 'failed',
        message: '认证失败，无法访问系统资源',
      },
    ],
  },
  {
    preset: 'ant-design-pro',
    source: 'ant-design/ant-design-pro mock/listTableList.ts; umijs request errorConfig',
    body: {data: RECORDS, total: 2, success: true, pageSize: 20, current: 1},
    rows: LADDER,
    states: [
      {
        body: {data: null, success: false, errorCode: '401', errorMessage: '请先登录！'},
        state: 'failed',
        message: '请先登录！',
      },
    ],
  },
];
