import type {Preset} from '../reading.js';

/** Mixpanel funnel (`GET /api/query/funnels`): one funnel for each date of the range. */
export const preset: Preset = {
  map: {
    series: '{d}',
    rung: ['data/{d}/steps/{i}/step_label', 'data/{d}/steps/{i}/goal', 'data/{d}/steps/{i}/event'],
    count: 'data/{d}/steps/{i}/count',
    basis: '=reached',
  },
  notes:
    'A custom event is named by `step_label`; its `event` is an id. Ask for an `interval` as long as the range to get one funnel.',
};
