import type {Confidence} from './confidence.js';

/** A difference of means before any interval is put around it. */
export interface MeanEstimate {
  readonly diff: number;
  /** Mean of the control, what a lift is relative to. */
  readonly base: number;
  /** Squared standard errors of `diff` and `base`, and their covariance. */
  readonly variance: number;
  readonly baseVariance: number;
  readonly covariance: number;
  readonly df: number;
}

/** Why there is a difference but no interval: a group of one, no variance given, the same value for everybody. */
export type NoInterval = 'too-few' | 'no-variance' | 'no-spread';

/** Treatment minus control in the metric's own unit, and relative to the control (0.1 is 10 % more). */
export interface MeanDifference {
  readonly diff: number;
  /** From here to `pValue`: null when `noInterval` says why. */
  readonly diffLow: number | null;
  readonly diffHigh: number | null;
  readonly se: number | null;
  readonly df: number | null;
  readonly pValue: number | null;
  readonly noInterval: NoInterval | null;
  /** null without an interval and for a control mean of 0. */
  readonly lift: number | null;
  /** null also when g ≥ 1: the control is too close to 0 for any bounded interval. Neither limit is ever Infinity. */
  readonly liftLow: number | null;
  readonly liftHigh: number | null;
  /** Squared critical value times the control's relative variance; above 0.1 the lift is unstable. */
  readonly g: number | null;
}

/** A difference that has no interval, and why. */
export const bareDifference = (diff: number, noInterval: NoInterval): MeanDifference => ({
  ...{diff, diffLow: null, diffHigh: null, se: null, df: null, pValue: null, noInterval},
  ...{lift: null, liftLow: null, liftHigh: null, g: null},
});

/** The estimate with its interval and its lift (Fieller 1954), at the critical value that `confidence` asks for. */
export function meanInterval(estimate: MeanEstimate, confidence: Confidence): MeanDifference {
  const {diff, variance, df} = estimate;
  const se = Math.sqrt(variance);
  const t = confidence.critical(df);
  const [diffLow, diffHigh] = [diff - t * se, diff + t * se];
  const pValue = confidence.pValue(diff / se, df);
  return {diff, diffLow, diffHigh, se, df, pValue, noInterval: null, ...fieller(estimate, t, diffLow * diffHigh)};
}

/**
 * The lifts L for which diff − L·|base| lies within t standard errors of 0: the roots of aL² − 2bL + c, with all terms
 * divided by base². `product` of the difference's limits becomes c, so that both scales exclude 0 together.
 */
function fieller(estimate: MeanEstimate, t: number, product: number) {
  const {diff, base, variance, baseVariance, covariance} = estimate;
  const squared = base * base;
  const lift = diff / Math.abs(base);
  const g = (t * t * baseVariance) / squared;
  if (!Number.isFinite(lift)) return {lift: null, liftLow: null, liftHigh: null, g: null};
  if (!(g < 1)) return {lift, liftLow: null, liftHigh: null, g};
  const [v, w, cov] = [variance / squared, baseVariance / squared, (Math.sign(base) * covariance) / squared];
  const b = lift - t * t * cov;
  const root = t * Math.sqrt(Math.max(0, v - 2 * lift * cov + lift * lift * w - t * t * (v * w - cov * cov)));
  const far = b < 0 ? b - root : b + root;
  const [one, other] = [far / (1 - g), far === 0 ? 0 : product / squared / far];
  return {lift, liftLow: Math.min(one, other), liftHigh: Math.max(one, other), g};
}
