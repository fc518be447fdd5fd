import type {Sample} from './sample.js';

/** Product analytics. */
export const ANALYTICS: readonly Sample[] = [
  {
    preset: 'posthog-funnel',
    source: 'PostHog/posthog frontend/src/mocks/fixtures/api/projects/team_id/insights/funnelLeftToRight.json',
    body: {
      last_refresh: '2026-10-01T05:58:12Z',
      result: [
        {
          action_id: '$pageview',
          name: '$pageview',
          custom_name: null,
          order: 0,
          count: 900,
          average_conversion_time: null,
        },
        {
          action_id: 'order',
          name: 'order',
          custom_name: 'First order',
          order: 1,
          count: 120,
          average_conversion_time: 8640,
        },
      ],
    },
    rows: [
      {rung: '$pageview', count: 900},
      {rung: 'First order', count: 120},
    ],
    document: {basis: 'reached'},
    states: [
      {body: {query_status: {id: '0', complete: false, error: false}, results: null}, state: 'loading'},
      {
        body: {
          query_status: {complete: true, error: true, error_message: 'Estimated query execution time is too long'},
        },
        state: 'failed',
        message: 'Estimated query execution time is too long',
      },
      {
        body: {
          type: 'authentication_error',
          code: 'not_authenticated',
          detail: 'Authentication credentials were not provided.',
        },
        state: 'failed',
        message: 'Authentication credentials were not provided.',
      },
      {body: {results: []}, state: 'empty'},
    ],
  },
  {
    preset: 'posthog-retention',
    source: 'PostHog/posthog frontend/src/mocks/fixtures/api/projects/team_id/insights/retention.json',
    body: {
      last_refresh: '2026-02-10T09:00:00Z',
      results: [
        {
          date: '2026-01-01T00:00:00Z',
          label: 'Month 0',
          values: [
            {count: 50, people: []},
            {count: 20, people: []},
          ],
        },
        {date: '2026-02-01T00:00:00Z', label: 'Month 1', values: [{count: 60, people: []}]},
      ],
    },
    rows: [
      {cohort: '2026-01-01', size: 50, period: 0, retained: 50},
      {cohort: '2026-01-01', size: 50, period: 1, retained: 20, incomplete: true},
      {cohort: '2026-02-01', size: 60, period: 0, retained: 60, incomplete: true},
    ],
    document: {unit: 'month', asOf: '2026-02-10'},
  },
  {
    preset: 'posthog-lifecycle',
    source: 'PostHog/posthog frontend/src/mocks/fixtures/api/projects/team_id/insights/lifecycle.json',
    body: {
      result: [
        {label: '$pageview - new', status: 'new', count: 11, data: [7, 4], days: ['2026-03-08', '2026-03-09']},
        {
          label: '$pageview - dormant',
          status: 'dormant',
          count: -5,
          data: [-2, -3],
          days: ['2026-03-08', '2026-03-09'],
        },
      ],
    },
    rows: [
      {row: 'new', column: '2026-03-08', customers: 7},
      {row: 'new', column: '2026-03-09', customers: 4},
      {row: 'dormant', column: '2026-03-08', customers: 2},
      {row: 'dormant', column: '2026-03-09', customers: 3},
    ],
  },
  {
    preset: 'posthog-experiment',
    source:
      'PostHog/posthog frontend/src/mocks/fixtures/api/experiments/experiment_frequentist_two_variants_funnel_metric_result.json',
    body: {
      kind: 'ExperimentQuery',
      baseline: {key: 'control', number_of_samples: 400, sum: 80, sum_squares: 80},
      variant_results: [
        {
          key: 'test',
          number_of_samples: 410,
          sum: 99,
          sum_squares: 99,
          credible_interval: [-0.02, 0.44],
          significant: false,
        },
      ],
    },
    rows: [
      {arm: 'control', n: 400, conversions: 80, control: true},
      {arm: 'test', n: 410, conversions: 99, low: -0.02, high: 0.44, pValue: null, ciOf: 'relative', control: false},
    ],
  },
  {
    preset: 'posthog-hogql',
    source: 'PostHog/posthog frontend/src/mocks/fixtures/api/projects/team_id/insights/sqlBarChart.json',
    body: {
      columns: ['cohort', 'period', 'retained'],
      results: [
        ['2026-01-01', 0, 9],
        ['2026-01-01', 1, 4],
      ],
      hasMore: false,
    },
    options: {unit: 'month'},
    rows: [
      {cohort: '2026-01-01', period: 0, retained: 9, size: 9},
      {cohort: '2026-01-01', period: 1, retained: 4, size: 9},
    ],
    states: [{body: {columns: ['rung', 'count'], results: [['a', 1]], hasMore: true}, state: 'partial'}],
  },
  {
    preset: 'growthbook',
    source: 'growthbook/growthbook docs/openapi.yaml getExperimentResults, ExperimentResults',
    body: {
      experiment: {
        id: 'exp_1',
        variations: [
          {variationId: 'v0', key: '0', name: 'Control'},
          {variationId: 'v1', key: '1', name: 'Card'},
        ],
      },
      result: {
        id: 'snp_1',
        results: [
          {
            dimension: '',
            totalUsers: 200,
            checks: {srm: 0.8},
            metrics: [
              {
                metricId: 'met_1',
                variations: [
                  {
                    variationId: 'v0',
                    variationName: 'Control',
                    users: 100,
                    analyses: [{numerator: 10, denominator: 100, percentChange: 0, ciLow: 0, ciHigh: 0, pValue: 1}],
                  },
                  {
                    variationId: 'v1',
                    variationName: 'Card',
                    users: 100,
                    analyses: [{numerator: 15, denominator: 100, percentChange: 0.5, ciLow: -0.2, ciHigh: 1.2}],
                  },
                ],
              },
            ],
          },
        ],
      },
    },
    rows: [
      {
        metric: 'met_1',
        arm: 'Control',
        n: 100,
        conversions: 10,
        lift: 0,
        low: 0,
        high: 0,
        pValue: 1,
        ciOf: 'relative',
        control: true,
      },
      {
        metric: 'met_1',
        arm: 'Card',
        n: 100,
        conversions: 15,
        lift: 0.5,
        low: -0.2,
        high: 1.2,
        pValue: null,
        ciOf: 'relative',
        control: false,
      },
    ],
    document: {srmPValue: 0.8},
    states: [{body: {message: 'No results found for that experiment', code: 404}, state: 'failed'}],
  },
  {
    preset: 'amplitude-funnel',
    source: 'amplitude/amplitude-docs content/collections/api/en/dashboard-rest.md, Funnel analysis, Response',
    body: {
      data: [
        {
          meta: {segmentIndex: 0},
          stepByStep: [1, 0.5],
          medianTransTimes: [0, 166444],
          cumulative: [1, 0.5],
          cumulativeRaw: [1630, 815],
          events: ['Search', 'Select'],
        },
      ],
    },
    rows: [
      {rung: 'Search', count: 1630},
      {rung: 'Select', count: 815},
    ],
    document: {basis: 'reached'},
  },
  {
    preset: 'amplitude-retention',
    source: 'amplitude/amplitude-docs content/collections/api/en/dashboard-rest.md, Retention analysis, Response',
    body: {
      data: {
        series: [
          {
            dates: ['Nov 02', 'Nov 01'],
            values: {
              '2026-11-02': [
                {count: 8, outof: 8, incomplete: false},
                {count: 8, outof: 8, incomplete: true},
              ],
              '2026-11-01': [
                {count: 9, outof: 9, incomplete: false},
                {count: 7, outof: 9, incomplete: false},
              ],
            },
            combined: [{count: 17, outof: 17, incomplete: false}],
          },
        ],
        seriesMeta: [{segmentIndex: 0, eventIndex: 0}],
      },
    },
    rows: [
      {cohort: '2026-11-01', size: 9, period: 0, retained: 7, incomplete: false},
      {cohort: '2026-11-02', size: 8, period: 0, retained: 8, incomplete: true},
    ],
    document: {unit: 'day'},
  },
  {
    preset: 'mixpanel-funnel',
    source: 'mixpanel/docs openapi/query.openapi.yaml GET /funnels, example',
    body: {
      meta: {dates: ['2026-09-12']},
      data: {
        '2026-09-12': {
          steps: [
            {count: 326, avg_time: 2, step_conv_ratio: 1, goal: 'App Open', overall_conv_ratio: 1, event: 'App Open'},
            {
              count: 205,
              avg_time: 133,
              goal: '$custom_event:12345',
              step_label: 'Game Played',
              custom_event: true,
              event: '$custom_event:12345',
            },
          ],
          analysis: {completion: 205, starting_amount: 326, steps: 2, worst: 1},
        },
      },
    },
    rows: [
      {series: '2026-09-12', rung: 'App Open', count: 326},
      {series: '2026-09-12', rung: 'Game Played', count: 205},
    ],
    document: {basis: 'reached'},
    states: [
      {
        body: {error: 'Invalid funnel id', request: '/api/query/funnels'},
        state: 'failed',
        message: 'Invalid funnel id',
      },
    ],
  },
  {
    preset: 'mixpanel-retention',
    source: 'mixpanel/docs openapi/query.openapi.yaml GET /retention, example',
    body: {'2026-09-12': {counts: [2, 1], first: 2}, '2026-09-11': {counts: [7, 3, 2], first: 9}},
    rows: [
      {cohort: '2026-09-11', size: 9, period: 0, retained: 7},
      {cohort: '2026-09-11', size: 9, period: 1, retained: 3},
      {cohort: '2026-09-11', size: 9, period: 2, retained: 2},
      {cohort: '2026-09-12', size: 2, period: 0, retained: 2},
      {cohort: '2026-09-12', size: 2, period: 1, retained: 1},
    ],
    document: {unit: 'day'},
  },
];
