import type {Preset} from '../reading.js';

/** Google Analytics Data API `runFunnelReport` (v1alpha). */
export const preset: Preset = {
  map: {
    columns: ['funnelTable/dimensionHeaders/{#}/name', 'funnelTable/metricHeaders/{#}/name'],
    match: {'funnelTable/rows/{i}/dimensionValues/#funnelStepName/value': '{n}. {rung}'},
    rung: '{rung}',
    count: 'funnelTable/rows/{i}/metricValues/#activeUsers/value',
    basis: '=reached',
  },
  notes:
    'The metric names are listed twice: the first counts. A step nobody reached is left out: give `rungs`. With a breakdown, RESERVED_TOTAL rows are the totals.',
};
