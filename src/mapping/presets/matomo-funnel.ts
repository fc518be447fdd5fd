import type {Preset} from '../reading.js';
import {matomoStates} from './matomo-states.js';

/** Matomo funnel (`Funnels.getFunnelFlow`). */
export const preset: Preset = {
  map: {rung: '{i}/label', count: '{i}/step_nb_visits', basis: '=reached'},
  states: matomoStates,
  notes:
    'Counts are visits and include backfilled steps; step_nb_visits_actual does not. The API sends numbers as text.',
};
