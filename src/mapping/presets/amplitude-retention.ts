import type {Preset} from '../reading.js';

/** Amplitude retention (`GET /api/2/retention`). */
export const preset: Preset = {
  map: {
    cohort: '{c}',
    size: 'data/series/0/values/{c}/0/count',
    period: '{p-1}',
    retained: 'data/series/0/values/{c}/{p}/count',
    incomplete: 'data/series/0/values/{c}/{p}/incomplete',
    unit: '=day',
  },
  notes:
    'Index 0 is the cohort size, index 1 is age 0. `combined` is the pooled row and is left out. Set `unit` to the interval that was asked for.',
};
