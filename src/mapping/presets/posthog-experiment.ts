import type {Preset} from '../reading.js';
import {posthogStates} from './posthog-states.js';

/** PostHog experiment result (`ExperimentQuery`, new statistics). */
export const preset: Preset = {
  map: [
    {arm: 'baseline/key', n: 'baseline/number_of_samples', conversions: 'baseline/sum', control: true},
    {
      arm: 'variant_results/{v}/key',
      n: 'variant_results/{v}/number_of_samples',
      conversions: 'variant_results/{v}/sum',
      low: ['variant_results/{v}/confidence_interval/0', 'variant_results/{v}/credible_interval/0'],
      high: ['variant_results/{v}/confidence_interval/1', 'variant_results/{v}/credible_interval/1'],
      pValue: 'variant_results/{v}/p_value',
      ciOf: '=relative',
      control: false,
    },
  ],
  states: posthogStates,
  notes:
    'The control stands in `baseline`. The interval is of the relative difference. For a mean metric map sum and sumSquares instead of conversions.',
};
