import {type BetaDistribution, betaDistribution} from './beta.js';
import {type Credible, credibleDifference} from './credible-difference.js';
import {criticalValue, normalDensity, normalTail} from './normal.js';
import type {Counts} from './proportion.js';

/** How sure to be that treatment is better, and what a wrong choice would cost on average, in the metric's unit. */
export interface BayesianView {
  /** P(treatment > control). */
  readonly probability: number;
  /** Expected loss of choosing the treatment, E[max(control − treatment, 0)]. */
  readonly lossOfTreatment: number;
  /** Expected loss of choosing the control. */
  readonly lossOfControl: number;
}

/** Beta(a, b) before the data, for both groups; to be printed with every result. */
export interface RatePrior {
  readonly a: number;
  readonly b: number;
}

/** Two rates seen with a prior, and the limits of their difference. */
export interface BayesianRates extends BayesianView, Credible {
  readonly prior: RatePrior;
  readonly treatment: Credible;
  readonly control: Credible;
}

const FLAT: RatePrior = {a: 1, b: 1};
const WIDEST_STEP = 1 / 4;
const NEGLIGIBLE = 1e-17;

interface RateBelief {
  readonly prior?: RatePrior;
  readonly level?: number;
}

const posterior = ({count, n}: Counts, {prior = FLAT}: RateBelief): BetaDistribution =>
  betaDistribution(prior.a + count, prior.b + (n - count));

const credible = ({quantile}: BetaDistribution, {level = 0.95}: RateBelief): Credible => ({
  low: quantile((1 - level) / 2),
  high: quantile((1 + level) / 2),
});

/** One rate, Beta(1, 1) before it unless a prior is given; null of nobody. */
export const credibleRate = (counts: Counts, belief: RateBelief = {}): Credible | null =>
  counts.n === 0 ? null : credible(posterior(counts, belief), belief);

/** Two rates, Beta(1, 1) unless a prior is given; null if a group is empty: no data is not "50 %". */
export function bayesianRates(treatment: Counts, control: Counts, belief: RateBelief = {}): BayesianRates | null {
  if (treatment.n === 0 || control.n === 0) return null;
  const [t, c] = [posterior(treatment, belief), posterior(control, belief)];
  const {prior = FLAT, level = 0.95} = belief;
  const difference = credibleDifference(t, c, level);
  return {...compare(t, c), ...difference, prior, treatment: credible(t, belief), control: credible(c, belief)};
}

function compare(t: BetaDistribution, c: BetaDistribution): BayesianView {
  if (t.width > c.width) {
    const {probability, lossOfTreatment, lossOfControl} = compare(c, t);
    return {probability: 1 - probability, lossOfTreatment: lossOfControl, lossOfControl: lossOfTreatment};
  }
  // Summed over the narrower hill: there the other one is smooth, and equal steps are exact to rounding.
  const step = Math.min(t.width / 2, WIDEST_STEP);
  let [probability, lossOfTreatment, lossOfControl] = [0, 0, 0];
  const add = (v: number): boolean => {
    const weight = t.density(v) * step;
    const {below, shortfall, excess} = c.seenFrom(v + t.peak - c.peak);
    probability += weight * below;
    lossOfTreatment += weight * excess;
    lossOfControl += weight * shortfall;
    return weight > NEGLIGIBLE;
  };
  for (let v = 0; add(v); v += step);
  for (let v = -step; add(v); v -= step);
  return {probability: Math.min(1, probability), lossOfTreatment, lossOfControl};
}

/** A normal belief about a difference: before the data as `prior`, after it as the result. */
export interface NormalBelief {
  readonly mean: number;
  readonly sd: number;
}

/** A difference seen with a prior; null prior is flat. */
export interface BayesianEffect extends BayesianView, NormalBelief, Credible {
  readonly prior: NormalBelief | null;
}

/** A difference with its standard error (> 0), under a flat or normal prior. */
export function bayesianEffect(
  {diff, se}: {readonly diff: number; readonly se: number},
  {prior = null, level = 0.95}: {readonly prior?: NormalBelief | null; readonly level?: number} = {},
): BayesianEffect {
  const trust = prior ? prior.sd ** 2 / (prior.sd ** 2 + se ** 2) : 1;
  const mean = prior ? prior.mean + trust * (diff - prior.mean) : diff;
  const sd = se * Math.sqrt(trust);
  const reach = criticalValue(level) * sd;
  const z = mean / sd;
  const loss = (gain: number) => Math.max(0, sd * normalDensity(z) - gain * normalTail(gain / sd));
  return {
    ...{mean, sd, prior, low: mean - reach, high: mean + reach},
    ...{probability: normalTail(-z), lossOfTreatment: loss(mean), lossOfControl: loss(-mean)},
  };
}
