import type {Preset} from '../reading.js';

/** Google Analytics Data API `runReport` with a `cohortSpec`. */
export const preset: Preset = {
  map: {
    columns: ['dimensionHeaders/{#}/name', 'metricHeaders/{#}/name'],
    cohort: 'rows/{i}/dimensionValues/#cohort/value',
    period: [
      'rows/{i}/dimensionValues/#cohortNthDay/value',
      'rows/{i}/dimensionValues/#cohortNthWeek/value',
      'rows/{i}/dimensionValues/#cohortNthMonth/value',
    ],
    size: 'rows/{i}/metricValues/#cohortTotalUsers/value',
    retained: 'rows/{i}/metricValues/#cohortActiveUsers/value',
    unit: '=week',
  },
  notes:
    'Name each cohort by its first date, or the names cannot be put in order. Periods are padded text ("0003"). Set `unit` to the granularity.',
};
