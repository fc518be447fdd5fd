import type {Confidence} from './confidence.js';
import {type ProportionDifference, type ProportionLift, rateLimits, touchingZ} from './proportion-difference.js';
import type {Counts} from './proportion.js';

const LEAST_GROUP = 30;

/** The planned end of a test, fixed before it starts. */
export interface AnyTimePlan {
  /** Customers in both groups together when the test is to end. */
  readonly planned: number;
  /** Between 0 and 1. */
  readonly level: number;
}

/** Critical values and p that stay right however often one looks, tightest at the planned end. */
export interface AnyTimeConfidence extends Confidence {
  /** Half the width of every interval in standard errors. */
  readonly multiplier: number;
}

/**
 * Confidence for a running test with so many customers so far, by an asymptotic confidence sequence (Waudby-Smith et
 * al., arXiv 2103.06476); null for a group under 30, where it does not hold yet.
 */
export function anyTime(treatmentN: number, controlN: number, {planned, level}: AnyTimePlan): AnyTimeConfidence | null {
  if (Math.min(treatmentN, controlN) < LEAST_GROUP) return null;
  const logAlpha = Math.log(1 - level);
  const k = ((treatmentN + controlN) * (Math.log(1 - 2 * logAlpha) - 2 * logAlpha)) / planned;
  const multiplier = Math.sqrt(((k + 1) / k) * (Math.log1p(k) - 2 * logAlpha));
  return {
    multiplier,
    critical: () => multiplier,
    pValue: (z) => Math.min(1, Math.exp((Math.log1p(k) - (k / (k + 1)) * z * z) / 2)),
  };
}

/** Two groups with customers, compared under `confidence`; p is that at which the interval just touches 0. */
export const anyTimeRates = (
  treatment: Counts,
  control: Counts,
  {multiplier, pValue}: AnyTimeConfidence,
): ProportionDifference & ProportionLift => ({
  ...rateLimits(treatment, control, multiplier),
  pValue: pValue(touchingZ(treatment, control), Infinity),
});
