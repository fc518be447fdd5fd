import type {Preset} from '../reading.js';

/** Amplitude funnel (`GET /api/2/funnels`): parallel lists. */
export const preset: Preset = {
  map: {rung: 'data/0/events/{i}', count: 'data/0/cumulativeRaw/{i}', basis: '=reached'},
  notes: 'With a group-by, data/1 … hold the further groups. Times are milliseconds.',
};
