import type {Preset} from '../reading.js';
import {matomoStates} from './matomo-states.js';

/** Matomo cohorts (`Cohorts.getCohorts`, one metric): one column a period. */
export const preset: Preset = {
  map: {
    cohort: '{i}/date',
    rate: ['{i}/Cohorts_month{p}', '{i}/Cohorts_week{p}', '{i}/Cohorts_day{p}', '{i}/Cohorts_year{p}'],
    period: '{p}',
    unit: '=month',
  },
  states: matomoStates,
  notes:
    'Values are text such as "12.4%". A period that is not over is absent, "0%" is zero. No sizes. Set `unit` to the one that was asked for.',
};
