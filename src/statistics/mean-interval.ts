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

/**
 * Why there is a difference but no interval: a group of one, no variance given, the same value for everybody, numbers
 * whose squares are beyond a double.
 */
export type NoInterval = 'too-few' | 'no-variance' | 'no-spread' | 'overflow';

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
  if (!Number.isFinite(diff) || !Number.isFinite(variance)) return bareDifference(diff, 'overflow');
  const se = Math.sqrt(variance);
  const t = confidence.critical(df);
  const [diffLow, diffHigh] = [diff - t * se, diff + t * se];
  const pValue = confidence.pValue(diff / se, df);
  return {diff, diffLow, diffHigh, se, df, pValue, noInterval: null, ...fieller(estimate, t, [diffLow, diffHigh])};
}

/**
 * The lifts L for which diff − L·|base| lies within t standard errors of 0: the roots of (1 − g)L² − 2bL + c, relative
 * to base². c is the product of the difference's limits, so that both scales exclude 0 together.
 */
function fieller(estimate: MeanEstimate, t: number, [diffLow, diffHigh]: readonly [number, number]) {
  const {diff, base} = estimate;
  const relative = (squared: number) => squared / base / base;
  const lift = diff / Math.abs(base);
  const [v, w] = [relative(estimate.variance), relative(estimate.baseVariance)];
  const g = t * t * w;
  if (!Number.isFinite(lift)) return {lift: null, liftLow: null, liftHigh: null, g: null};
  const cov = Math.sign(base) * relative(estimate.covariance);
  const b = lift - t * t * cov;
  const root = t * Math.sqrt(Math.max(0, v - 2 * lift * cov + lift * lift * w - t * t * (v * w - cov * cov)));
  const far = b < 0 ? b - root : b + root;
  const [one, other] = [far / (1 - g), far === 0 ? 0 : ((diffLow / base) * (diffHigh / base)) / far];
  // Beyond a double only for a control within rounding of 0, which is as good as g ≥ 1.
  if (!(g < 1 && Number.isFinite(one + other))) return {lift, liftLow: null, liftHigh: null, g};
  return {lift, liftLow: Math.min(one, other), liftHigh: Math.max(one, other), g};
}
