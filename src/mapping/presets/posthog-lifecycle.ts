import type {Preset} from '../reading.js';
import {posthogStates} from './posthog-states.js';

/** PostHog lifecycle (`LifecycleQuery`): status × day. */
export const preset: Preset = {
  map: {
    row: ['results/{s}/status', 'result/{s}/status'],
    column: ['results/{s}/days/{d}', 'result/{s}/days/{d}'],
    customers: ['results/{s}/data/{d}', 'result/{s}/data/{d}'],
  },
  options: {scale: 'magnitude'},
  states: posthogStates,
  notes:
    'Dormant people come as negative numbers, to be drawn downward: the sign is a direction, the number is people.',
};
