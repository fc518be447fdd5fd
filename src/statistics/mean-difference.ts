import type {Confidence} from './confidence.js';
import {bareDifference, type MeanDifference, meanInterval} from './mean-interval.js';

/** A group's mean; `variance` between customers (n − 1 in the denominator), null when it was not given. */
export interface Sample {
  readonly n: number;
  readonly mean: number;
  readonly variance: number | null;
}

/** The sample behind a sum and a sum of squares; n ≥ 1. */
export const sampleOfSums = (n: number, sum: number, sumSquares: number): Sample => ({
  n,
  mean: sum / n,
  variance: n < 2 ? null : Math.max(0, sumSquares - (sum / n) * sum) / (n - 1),
});

/** Degrees of freedom of a sum of two squared standard errors (Welch 1947). */
export function welchDf(one: {variance: number; n: number}, other: {variance: number; n: number}): number {
  const share = one.variance / (one.variance + other.variance);
  return 1 / (share ** 2 / (one.n - 1) + (1 - share) ** 2 / (other.n - 1));
}

/** Difference of two means by Welch, its lift by Fieller; null if a group is empty. */
export function welch(treatment: Sample, control: Sample, confidence: Confidence): MeanDifference | null {
  if (treatment.n === 0 || control.n === 0) return null;
  const diff = treatment.mean - control.mean;
  if (treatment.n < 2 || control.n < 2) return bareDifference(diff, 'too-few');
  if (treatment.variance === null || control.variance === null) return bareDifference(diff, 'no-variance');
  const t = {n: treatment.n, variance: treatment.variance / treatment.n};
  const c = {n: control.n, variance: control.variance / control.n};
  if (t.variance + c.variance === 0) return bareDifference(diff, 'no-spread');
  const [variance, baseVariance] = [t.variance + c.variance, c.variance];
  return meanInterval(
    {diff, base: control.mean, variance, baseVariance, covariance: -baseVariance, df: welchDf(t, c)},
    confidence,
  );
}
