import {kaplanMeier, type SurvivalStep} from './survival.js';

const LEAST_AGES = 3;
const BETA_RANGE = [1e-6, 1e6] as const;
const TOLERANCE = 0.03;

/** Why a curve is not projected: too short, nobody or everybody left, loss not slowing with age, or model far off. */
export type ProjectionRefusal = 'too-few-ages' | 'no-losses' | 'nobody-left' | 'no-slowing' | 'poor-fit';

/** A shifted-beta-geometric projection, or the reason why there is none. */
export type RetentionProjection =
  | {readonly refused: ProjectionRefusal}
  | {
      readonly refused: null;
      /** Shapes of the beta distribution of the customers' own chances to leave at each age. */
      readonly alpha: number;
      readonly beta: number;
      /** Share still active at ages 1, 2, …, `ages`. */
      readonly rates: readonly number[];
    };

/**
 * Fits Fader & Hardie's (2007) shifted-beta-geometric model to ages 1, 2, … by maximum likelihood and continues it to
 * `ages`. Customers keep their own chance to leave, so those who stay longer are the more loyal ones. Refused when the
 * fitted share is anywhere both 3 points away from the curve and outside its interval.
 */
export function projectRetention(steps: readonly SurvivalStep[], ages: number): RetentionProjection {
  const curve = kaplanMeier(steps);
  const seen = steps.slice(0, curve.length);
  const kept = seen.reduce((sum, step) => sum + step.kept, 0);
  const lost = seen.reduce((sum, step) => sum + (step.n - step.kept), 0);
  if (seen.length < LEAST_AGES) return {refused: 'too-few-ages'};
  if (kept === 0) return {refused: 'nobody-left'};
  if (lost <= 0) return {refused: 'no-losses'};
  const shapes = fit(seen, lost);
  if (shapes === null) return {refused: 'no-slowing'};
  const rates = survivalOf(shapes, Math.max(ages, seen.length));
  const isFar = curve.some(({rate, low, high}, i) => {
    const fitted = rates[i]!;
    return Math.abs(fitted - rate) > TOLERANCE && (fitted < low || fitted > high);
  });
  return isFar ? {refused: 'poor-fit'} : {refused: null, ...shapes, rates: rates.slice(0, ages)};
}

interface Shapes {
  readonly alpha: number;
  readonly beta: number;
}

/**
 * At the maximum, lost/α = Σ kept/(β + k) = Σ n/(α + β + k) over ages k = 0, 1, …: the first equation gives α for any
 * β, the second then finds β by bisection. null when the likelihood still rises towards equal customers.
 */
function fit(steps: readonly SurvivalStep[], lost: number): Shapes | null {
  const alphaOf = (beta: number) => lost / steps.reduce((sum, {kept}, k) => sum + kept / (beta + k), 0);
  const isLow = (beta: number) => {
    const alpha = alphaOf(beta);
    return steps.reduce((sum, {n}, k) => sum + n / (alpha + beta + k), 0) < lost / alpha;
  };
  let [low, high] = BETA_RANGE.map(Math.log) as [number, number];
  if (isLow(Math.exp(high))) return null;
  for (let middle = (low + high) / 2; low < middle && middle < high; middle = (low + high) / 2) {
    if (isLow(Math.exp(middle))) low = middle;
    else high = middle;
  }
  const beta = Math.exp(high);
  return {alpha: alphaOf(beta), beta};
}

function survivalOf({alpha, beta}: Shapes, ages: number): number[] {
  let rate = 1;
  return Array.from({length: ages}, (_, k) => (rate *= (beta + k) / (alpha + beta + k)));
}
