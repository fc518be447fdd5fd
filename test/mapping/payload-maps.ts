import type {ReadOptions} from '../../src/mapping/index.js';

/** How each payload is read: a preset where one fits, else a map of its own. */
export const PAYLOAD_OPTIONS: Readonly<Record<string, ReadOptions>> = {
  'posthog-funnel.json': {preset: 'posthog-funnel', map: {medianSeconds: 'results/{i}/median_conversion_time'}},
  'posthog-retention.json': {preset: 'posthog-retention', asOf: '2026-05-18'},
  'posthog-experiment-frequentist.json': {preset: 'posthog-experiment'},
  'growthbook-results.json': {
    preset: 'growthbook',
    control: 'No programme',
    metrics: [{id: 'Unsubscribed', guardrail: true}],
  },
  'amplitude-retention.json': {preset: 'amplitude-retention', unit: 'month'},
  'mixpanel-retention.json': {preset: 'mixpanel-retention'},
  'matomo-cohorts-table.json': {preset: 'matomo-cohorts'},
  'ga4-funnel.json': {preset: 'ga4-funnel'},
  'cube-load-matrix.json': {
    preset: 'cube',
    map: {
      row: '#customers.loyalty_band',
      column: '#customers.profit_band',
      customers: '#customers.count',
      value: '#customers.total_margin',
    },
  },
  'cube-continue-wait.json': {preset: 'cube'},
  'metabase-dataset-cohort.json': {
    preset: 'metabase',
    map: {cohort: '#cohort_month', period: '#months_since', retained: '#count', unit: '=month'},
  },
  'superset-chart-data-matrix.json': {
    preset: 'superset',
    map: {row: '#tier', column: '#value_band', customers: '#COUNT(*)', value: '#SUM(revenue)'},
  },
  'elasticsearch-terms-matrix.json': {
    preset: 'elasticsearch-matrix',
    map: {
      value: 'aggregations/{a}/buckets/{r}/{b}/buckets/{c}/margin/value',
      notShown: 'aggregations/loyalty/sum_other_doc_count',
    },
  },
  'opensearch-adjacency-matrix.json': {preset: 'opensearch-adjacency'},
  'clickhouse-jsoncompact-ladder.json': {
    preset: 'clickhouse-jsoncompact',
    map: {rung: '#rung', count: '#members', target: '#plan'},
    basis: 'at',
  },
  'clickhouse-jsoneachrow-cohort.ndjson': {
    preset: 'clickhouse-jsoneachrow',
    map: {cohort: '#cohort', period: '#month', retained: '#active'},
    unit: 'month',
  },
  'bigquery-query-ladder.json': {
    preset: 'bigquery',
    map: {rung: '#rung', count: '#members', target: '#plan'},
    basis: 'at',
  },
  'trino-statement-lift.json': {
    preset: 'trino',
    map: {arm: '#arm', n: '#customers', conversions: '#buyers', value: '#margin', control: '=control'},
  },
  'trino-queued.json': {preset: 'trino'},
  'duckdb-node-json-ladder.json': {preset: 'duckdb', map: {rung: '#rung', count: '#members'}, basis: 'at'},
  'postgrest-moves.json': {preset: 'postgrest', map: {from: '#from_rung', to: '#to_rung', count: '#customers'}},
  'graphql-partial-error.json': {preset: 'hasura'},
  'salesforce-report-matrix.json': {
    preset: 'salesforce-report',
    map: {value: 'factMap/{r}!{c}/aggregates/1/value'},
  },
  'sap-odata-v2-cohort.json': {
    preset: 'odata-v2',
    map: {cohort: '#CohortDate', period: '#MonthOffset', retained: '#ActiveCustomers'},
    unit: 'month',
  },
  'sheets-values-ladder.json': {
    preset: 'google-sheets-values',
    map: {rung: '#Rung', count: '#Members', target: '#Plan', drop: {rung: ['Total']}},
    basis: 'at',
  },
  'sheets-gviz-cohort.txt': {
    preset: 'google-sheets-gviz',
    map: {cohort: '#Cohort', period: '#Month', retained: '#Active'},
    unit: 'month',
  },
  'pandas-columns-cohort.json': {map: {period: '{p}', cohort: '{c}', retained: '{p}/{c}'}, unit: 'month'},
  'ruoyi-table-ladder.json': {
    preset: 'ruoyi',
    map: {rung: '#rungName', count: '#memberCount', planRate: '#planRate'},
    basis: 'at',
  },
  'plain-wide-quarters.json': {
    map: {cohort: '{i}/cohort', size: '{i}/size', rate: '{i}/q{p}', period: '{p}'},
    unit: 'quarter',
    scale: 'percent',
  },
  'plain-segment-migration.json': {
    map: {row: 'cells/{i}/0', column: 'cells/{i}/1', customers: 'cells/{i}/2', order: 'order'},
  },
  'html-login-page.txt': {preset: 'postgrest'},
  'hostile-labels-ladder.json': {
    map: {series: 'groups/{g}/name', rung: 'groups/{g}/rungs/{i}/label', count: 'groups/{g}/rungs/{i}/n'},
    basis: 'at',
  },
};
