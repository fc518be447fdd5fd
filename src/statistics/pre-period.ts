import type {Confidence} from './confidence.js';
import {welchDf} from './mean-difference.js';
import {bareDifference, type MeanDifference, meanInterval} from './mean-interval.js';

/** Sums over one row per customer of a metric and of its value before the test. */
export interface PrePeriodSums {
  readonly n: number;
  readonly sum: number;
  readonly sumSquares: number;
  readonly preSum: number;
  readonly preSumSquares: number;
  readonly sumProducts: number;
}

/** A difference of means after taking out what customers already spent before the test. */
export interface AdjustedDifference extends MeanDifference {
  /** How much of a difference before the test is expected to remain in it; 0 when nothing varied before. */
  readonly theta: number;
}

/** Sums of squared deviations and of their products within a group. */
const within = ({n, sum, sumSquares, preSum, preSumSquares, sumProducts}: PrePeriodSums) => ({
  n,
  mean: sum / n,
  preMean: preSum / n,
  yy: sumSquares - (sum / n) * sum,
  xx: preSumSquares - (preSum / n) * preSum,
  xy: sumProducts - (sum / n) * preSum,
});

/**
 * Difference of two means adjusted for the pre-period, with one slope for both groups (CUPED, Deng et al. 2013), lift
 * relative to the unadjusted control mean; null if a group is empty.
 */
export function adjustedDifference(
  treatment: PrePeriodSums,
  control: PrePeriodSums,
  confidence: Confidence,
): AdjustedDifference | null {
  if (treatment.n === 0 || control.n === 0) return null;
  const [t, c] = [within(treatment), within(control)];
  const slope = (t.xy + c.xy) / (t.xx + c.xx);
  const theta = Number.isFinite(slope) ? slope : 0;
  const adjusted = ({n, yy, xx, xy}: typeof t) => ({
    n,
    variance: Math.max(0, yy + theta * theta * xx - 2 * theta * xy) / (n - 1) / n,
  });
  const diff = t.mean - c.mean - theta * (t.preMean - c.preMean);
  if (t.n < 2 || c.n < 2) return {...bareDifference(diff, 'too-few'), theta};
  const [one, other] = [adjusted(t), adjusted(c)];
  const variance = one.variance + other.variance;
  if (variance === 0) return {...bareDifference(diff, 'no-spread'), theta};
  const perControl = 1 / (c.n - 1) / c.n;
  const baseVariance = Math.max(0, c.yy) * perControl;
  const covariance = -(c.yy - theta * c.xy) * perControl;
  const df = welchDf(one, other);
  return {...meanInterval({diff, base: c.mean, variance, baseVariance, covariance, df}, confidence), theta};
}
