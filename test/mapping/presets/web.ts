import type {Sample} from './sample.js';

/** Web analytics. */
export const WEB: readonly Sample[] = [
  {
    preset: 'matomo-funnel',
    source: 'Matomo Funnels plugin, Metrics.php and the OpenAPI example of Funnels.getFunnelFlow',
    body: [
      {
        label: 'Job board',
        step_nb_visits_actual: '40',
        step_nb_visits: '44',
        step_nb_proceeded: '11',
        step_proceeded_rate: '25%',
        step_position: '1',
      },
      {
        label: 'Job view',
        step_nb_visits_actual: '11',
        step_nb_visits: '11',
        step_nb_proceeded: '0',
        step_proceeded_rate: '0%',
        step_position: '2',
      },
    ],
    rows: [
      {rung: 'Job board', count: 44},
      {rung: 'Job view', count: 11},
    ],
    states: [
      {
        body: {result: 'error', message: 'Unable to authenticate with the provided token.'},
        state: 'failed',
        message: 'Unable to authenticate with the provided token.',
      },
    ],
  },
  {
    preset: 'matomo-cohorts',
    source: 'matomo.org/docs/cohorts; field names as in public clients of the Matomo API',
    body: [{label: 'Week 1', Cohorts_week0: '100%', Cohorts_week1: '12.5%', Cohorts_week2: '0%', date: '2026-06-01'}],
    options: {unit: 'week'},
    rows: [
      {cohort: '2026-06-01', period: 0, rate: 1},
      {cohort: '2026-06-01', period: 1, rate: 0.125},
      {cohort: '2026-06-01', period: 2, rate: 0},
    ],
    document: {unit: 'week'},
  },
  {
    preset: 'ga4-report',
    source: 'developers.google.com/analytics/devguides/reporting/data/v1/basics, RunReportResponse',
    body: {
      dimensionHeaders: [{name: 'newVsReturning'}, {name: 'deviceCategory'}],
      metricHeaders: [{name: 'activeUsers', type: 'TYPE_INTEGER'}],
      rows: [{dimensionValues: [{value: 'new'}, {value: 'mobile'}], metricValues: [{value: '3142'}]}],
      totals: [
        {dimensionValues: [{value: 'RESERVED_TOTAL'}, {value: 'RESERVED_TOTAL'}], metricValues: [{value: '3142'}]},
      ],
      rowCount: 1,
      kind: 'analyticsData#runReport',
    },
    options: {map: {row: '#newVsReturning', column: '#deviceCategory', customers: '#activeUsers'}},
    rows: [{row: 'new', column: 'mobile', customers: 3142}],
    states: [
      {
        body: {
          error: {
            code: 403,
            message: 'User does not have sufficient permissions for this property.',
            status: 'PERMISSION_DENIED',
          },
        },
        state: 'failed',
        message: 'User does not have sufficient permissions for this property.',
      },
    ],
  },
  {
    preset: 'ga4-funnel',
    source: 'developers.google.com/analytics/devguides/reporting/data/v1/funnels, runFunnelReport',
    body: {
      funnelTable: {
        dimensionHeaders: [{name: 'funnelStepName'}],
        metricHeaders: ['activeUsers', 'funnelStepCompletionRate', 'activeUsers', 'funnelStepCompletionRate'].map(
          (name) => ({name}),
        ),
        rows: [
          {dimensionValues: [{value: '1. Visit'}], metricValues: [{value: '4000'}, {value: '0.5'}]},
          {dimensionValues: [{value: '2. Sign up. Now'}], metricValues: [{value: '2000'}, {value: '0'}]},
        ],
      },
      kind: 'analyticsData#runFunnelReport',
    },
    rows: [
      {rung: 'Visit', count: 4000},
      {rung: 'Sign up. Now', count: 2000},
    ],
  },
  {
    preset: 'ga4-cohort',
    source: 'developers.google.com/analytics/devguides/reporting/data/v1/advanced, cohort reports',
    body: {
      dimensionHeaders: [{name: 'cohort'}, {name: 'cohortNthWeek'}],
      metricHeaders: [
        {name: 'cohortActiveUsers', type: 'TYPE_INTEGER'},
        {name: 'cohortTotalUsers', type: 'TYPE_INTEGER'},
      ],
      rows: [
        {dimensionValues: [{value: '2026-09-06'}, {value: '0001'}], metricValues: [{value: '90'}, {value: '300'}]},
        {dimensionValues: [{value: '2026-09-06'}, {value: '0000'}], metricValues: [{value: '300'}, {value: '300'}]},
      ],
      kind: 'analyticsData#runReport',
    },
    rows: [
      {cohort: '2026-09-06', period: 0, size: 300, retained: 300},
      {cohort: '2026-09-06', period: 1, size: 300, retained: 90},
    ],
    document: {unit: 'week'},
  },
];
