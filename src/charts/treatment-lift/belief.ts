import {
  type BayesianEffect,
  bayesianEffect,
  type BayesianRates,
  bayesianRates,
  type BayesianView,
  credibleRate,
  type RatePrior,
} from '../../statistics/bayesian.js';
import type {Credible} from '../../statistics/credible-difference.js';
import {type Certainty, countsOf, type Difference} from './compare.js';
import {isGiven, type Measure} from './measures.js';
import type {LiftRow, MetricRow} from './schema.js';
import type {Judging} from './verdict.js';

/** What the Bayesian view makes of a comparison. */
export type Belief = BayesianRates | BayesianEffect;

/** What it makes of the rate of one arm. */
export interface ArmBelief extends Credible {
  readonly prior: RatePrior;
}

/** What it needs to know of a metric. */
interface Believing {
  readonly measure: Measure | null;
  readonly entry: MetricRow;
  readonly certainty: Pick<Certainty, 'level'>;
}

const ratePrior = ({priorA, priorB}: MetricRow): RatePrior => ({a: priorA ?? 1, b: priorB ?? 1});

/** null of anything but a rate of somebody. */
export function armBelief(row: LiftRow, {measure, entry, certainty: {level}}: Believing): ArmBelief | null {
  const prior = ratePrior(entry);
  const credible = measure === 'rate' && row.n ? credibleRate(countsOf(row), {prior, level}) : null;
  return credible && {...credible, prior};
}

export function beliefOf(
  [treatment, control]: readonly [LiftRow, LiftRow],
  {diff, se}: Difference,
  {measure, entry, certainty: {level}, judging: {better}}: Believing & {readonly judging: Pick<Judging, 'better'>},
): Belief | null {
  const {priorMean, priorSd} = entry;
  if (measure === 'rate') {
    if (!treatment.n || !control.n) return null;
    return facing(bayesianRates(countsOf(treatment), countsOf(control), {prior: ratePrior(entry), level}), better);
  }
  if (diff === null || !se) return null;
  const prior = isGiven(priorMean) && isGiven(priorSd) ? {mean: priorMean, sd: priorSd} : null;
  return facing(bayesianEffect({diff, se}, {prior, level}), better);
}

/** Where down is better, what one arm loses is what the other would have lost. */
const facing = <View extends BayesianView>(view: View | null, better: 'up' | 'down'): View | null =>
  view && better === 'down'
    ? {...view, lossOfTreatment: view.lossOfControl, lossOfControl: view.lossOfTreatment}
    : view;
