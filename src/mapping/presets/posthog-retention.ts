import type {Preset} from '../reading.js';
import {posthogStates} from './posthog-states.js';

/** PostHog retention (`RetentionQuery`). */
export const preset: Preset = {
  map: {
    cohort: 'results/{c}/date',
    size: 'results/{c}/values/0/count',
    period: '{p}',
    retained: 'results/{c}/values/{p}/count',
    unit: '=month',
    asOf: 'last_refresh',
  },
  states: posthogStates,
  notes:
    '`label` ("Month 2") counts from the start of the range and is no age. The last diagonal is still running. Set `unit` if it is not the month.',
};
