import {presetNamed, registeredNames, registerPreset} from '../preset-list.js';
import type {Preset} from '../reading.js';

/** The presets we ship, each in a file that is fetched when it is named. */
const SHIPPED: Readonly<Record<string, () => Promise<{readonly preset: Preset}>>> = {
  'amplitude-funnel': () => import('./amplitude-funnel.js'),
  'amplitude-retention': () => import('./amplitude-retention.js'),
  'ant-design-pro': () => import('./ant-design-pro.js'),
  bigquery: () => import('./bigquery.js'),
  'clickhouse-json': () => import('./clickhouse-json.js'),
  'clickhouse-jsoncolumns': () => import('./clickhouse-jsoncolumns.js'),
  'clickhouse-jsoncompact': () => import('./clickhouse-jsoncompact.js'),
  'clickhouse-jsoneachrow': () => import('./clickhouse-jsoneachrow.js'),
  cube: () => import('./cube.js'),
  'drf-page': () => import('./drf-page.js'),
  druid: () => import('./druid.js'),
  duckdb: () => import('./duckdb.js'),
  'elasticsearch-adjacency': () => import('./elasticsearch-adjacency.js'),
  'elasticsearch-ladder': () => import('./elasticsearch-ladder.js'),
  'elasticsearch-matrix': () => import('./elasticsearch-matrix.js'),
  'ga4-cohort': () => import('./ga4-cohort.js'),
  'ga4-funnel': () => import('./ga4-funnel.js'),
  'ga4-report': () => import('./ga4-report.js'),
  'google-sheets-gviz': () => import('./google-sheets-gviz.js'),
  'google-sheets-values': () => import('./google-sheets-values.js'),
  growthbook: () => import('./growthbook.js'),
  hasura: () => import('./hasura.js'),
  'json-api': () => import('./json-api.js'),
  'matomo-cohorts': () => import('./matomo-cohorts.js'),
  'matomo-funnel': () => import('./matomo-funnel.js'),
  metabase: () => import('./metabase.js'),
  'mixpanel-funnel': () => import('./mixpanel-funnel.js'),
  'mixpanel-retention': () => import('./mixpanel-retention.js'),
  'odata-v2': () => import('./odata-v2.js'),
  'odata-v4': () => import('./odata-v4.js'),
  'opensearch-adjacency': () => import('./elasticsearch-adjacency.js'),
  'opensearch-ladder': () => import('./elasticsearch-ladder.js'),
  'opensearch-matrix': () => import('./elasticsearch-matrix.js'),
  'pandas-columns': () => import('./pandas-columns.js'),
  'pandas-index': () => import('./pandas-index.js'),
  'pandas-records': () => import('./pandas-records.js'),
  'pandas-split': () => import('./pandas-split.js'),
  'pandas-table': () => import('./pandas-table.js'),
  postgrest: () => import('./postgrest.js'),
  'posthog-experiment': () => import('./posthog-experiment.js'),
  'posthog-funnel': () => import('./posthog-funnel.js'),
  'posthog-hogql': () => import('./posthog-hogql.js'),
  'posthog-lifecycle': () => import('./posthog-lifecycle.js'),
  'posthog-retention': () => import('./posthog-retention.js'),
  ruoyi: () => import('./ruoyi.js'),
  'salesforce-report': () => import('./salesforce-report.js'),
  snowflake: () => import('./snowflake.js'),
  'spring-page': () => import('./spring-page.js'),
  superset: () => import('./superset.js'),
  trino: () => import('./trino.js'),
};

/** Names of all presets: those shipped and those registered. */
export const presetNames = (): readonly string[] =>
  [...new Set([...Object.keys(SHIPPED), ...registeredNames()])].sort();

/** Loads a shipped preset and registers it, so that `readRows` can be told its name; undefined for an unknown name. */
export async function loadPreset(name: string): Promise<Preset | undefined> {
  if (!presetNamed(name) && Object.hasOwn(SHIPPED, name)) registerPreset(name, (await SHIPPED[name]!()).preset);
  return presetNamed(name);
}
