import type {Preset} from '../reading.js';

/** GrowthBook experiment results (`GET /api/v1/experiments/:id/results`). */
export const preset: Preset = {
  map: {
    metric: ['result/results/0/metrics/{m}/metricName', 'result/results/0/metrics/{m}/metricId'],
    arm: [
      'result/results/0/metrics/{m}/variations/{v}/variationName',
      'result/results/0/metrics/{m}/variations/{v}/variationId',
    ],
    n: 'result/results/0/metrics/{m}/variations/{v}/users',
    conversions: 'result/results/0/metrics/{m}/variations/{v}/analyses/0/numerator',
    lift: 'result/results/0/metrics/{m}/variations/{v}/analyses/0/percentChange',
    low: 'result/results/0/metrics/{m}/variations/{v}/analyses/0/ciLow',
    high: 'result/results/0/metrics/{m}/variations/{v}/analyses/0/ciHigh',
    pValue: 'result/results/0/metrics/{m}/variations/{v}/analyses/0/pValue',
    control: 'experiment/variations/0/name',
    ciOf: '=relative',
    srmPValue: 'result/results/0/checks/srm',
  },
  notes:
    'For proportions; for another metric take conversions out and map mean and sd. percentChange is a fraction. The control repeats the shape with an interval of 0 to 0, which is none. results/0 is the first dimension value, "All" without one.',
};
