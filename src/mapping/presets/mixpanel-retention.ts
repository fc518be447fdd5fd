import type {Preset} from '../reading.js';

/** Mixpanel retention (`GET /api/query/retention`): no envelope, the dates are keys. */
export const preset: Preset = {
  map: {cohort: '{c}', size: '{c}/first', period: '{p}', retained: '{c}/counts/{p}', unit: '=day'},
  notes:
    'Interval 0 may be smaller than `first`. No flag for the running interval: give `asOf`. Set `unit` to the one that was asked for.',
};
