import type {Preset} from '../reading.js';
import {posthogStates} from './posthog-states.js';

/** PostHog SQL (`HogQLQuery`): names in `columns`, rows as lists. */
export const preset: Preset = {
  map: {columns: 'columns/{#}', field: ['results/{i}/#', 'result/{i}/#']},
  states: posthogStates,
  notes: '`hasMore` means that the LIMIT cut the answer. A saved insight says `result`, the query endpoint `results`.',
};
