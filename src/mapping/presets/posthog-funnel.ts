import type {Preset} from '../reading.js';
import {posthogStates} from './posthog-states.js';

/** PostHog funnel (`POST /api/projects/:id/query`, `FunnelsQuery`, or a saved insight). */
export const preset: Preset = {
  map: {
    rung: ['results/{i}/custom_name', 'results/{i}/name', 'result/{i}/custom_name', 'result/{i}/name'],
    count: ['results/{i}/count', 'result/{i}/count'],
    basis: '=reached',
  },
  states: posthogStates,
  notes:
    'Counts are cumulative. A step that nobody renamed has no custom_name. With a breakdown each entry is a list: map it.',
};
