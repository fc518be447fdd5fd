import {anyTime, type AnyTimeConfidence, anyTimeRates} from '../../statistics/any-time.js';
import {fixedSample} from '../../statistics/confidence.js';
import {criticalValue} from '../../statistics/normal.js';
import {type Sample, sampleOfSums, welch} from '../../statistics/mean-difference.js';
import type {NoInterval} from '../../statistics/mean-interval.js';
import {adjustedDifference, type PrePeriodSums} from '../../statistics/pre-period.js';
import type {Counts} from '../../statistics/proportion.js';
import {
  newcombe,
  type ProportionDifference,
  type ProportionLift,
  rateLimits,
} from '../../statistics/proportion-difference.js';
import {ratioOfSums, type RatioSums} from '../../statistics/ratio-of-sums.js';
import {type Measure, orNull} from './measures.js';
import type {LiftRow} from './schema.js';
import type {WithheldRow} from './withhold.js';

/**
 * Why there is no interval: nobody in a group, a rate without customers, no measured control, a denominator of 0, groups
 * too small or without a plan for looking at any time, small groups withheld – or what the statistics of means say.
 */
export type Reason = NoInterval | 'no-customers' | 'no-counts' | 'reported' | 'no-denominator' | 'no-plan' | 'withheld';

/** Treatment against control. Differences are in the metric's own unit (a rate's 0.01 is one point), lifts relative. */
export interface Difference {
  /** null where a group has no value. */
  readonly diff: number | null;
  readonly diffLow: number | null;
  readonly diffHigh: number | null;
  /** diff / |control|; null for a control of 0. */
  readonly lift: number | null;
  readonly liftLow: number | null;
  /** Infinity when nothing bounds the lift. */
  readonly liftHigh: number | null;
  /** Two-sided; below 1 − level exactly when the interval excludes 0. */
  readonly pValue: number | null;
  readonly se: number | null;
  readonly df: number | null;
  /** Fieller's g of a mean; above 0.1 the lift is unstable, from 1 on it has no interval. */
  readonly g: number | null;
  /** Slope of the pre-period adjustment. */
  readonly theta: number | null;
  readonly noInterval: Reason | null;
}

/** How sure an interval shall be, and whether it must stay right however often one looks. */
export interface Certainty {
  readonly level: number;
  /** Planned customers of the comparison; null: one look at the end; "missing": any time was asked for without a plan. */
  readonly planned: number | null | 'missing';
}

export const NOTHING: Difference = {
  ...{diff: null, diffLow: null, diffHigh: null, lift: null, liftLow: null, liftHigh: null},
  ...{pValue: null, se: null, df: null, g: null, theta: null, noInterval: null},
};

/** Two rows of one measure compared as it asks for. */
export function compare(measure: Measure | null, pair: Pair, certainty: Certainty): Difference {
  const looks = looksAt(pair, certainty);
  const reason = measure === null ? 'reported' : typeof looks === 'string' ? looks : null;
  const difference = reason === null && measure ? compareAs[measure](pair, looks as Looks, certainty) : null;
  return difference ?? {...bare(measure, pair), noInterval: reason ?? 'no-denominator'};
}

/** Treatment, then control. */
type Pair = readonly [WithheldRow, WithheldRow];
/** null: one look at the end. */
type Looks = AnyTimeConfidence | null;

/** How the pair may be looked at, or why it cannot. */
function looksAt([treatment, control]: Pair, {level, planned}: Certainty): Looks | Reason {
  if (treatment.isWithheld || control.isWithheld) return 'withheld';
  const [t, c] = [orNull(treatment.n), orNull(control.n)];
  if (t === null || c === null) return 'no-counts';
  if (t === 0 || c === 0) return 'no-customers';
  if (planned === 'missing') return 'no-plan';
  return planned === null ? null : (anyTime(t, c, {level, planned}) ?? 'too-few');
}

/** Rates have limits and p. */
const ofRates = (d: Omit<ProportionDifference, 'pValue'> & ProportionLift, pValue: number | null): Difference => ({
  diff: d.diff,
  diffLow: d.diffLow,
  diffHigh: d.diffHigh,
  lift: d.lift,
  liftLow: d.liftLow,
  liftHigh: d.liftHigh,
  pValue,
  se: null,
  df: null,
  g: null,
  theta: null,
  noInterval: null,
});

type Compare = (pair: Pair, looks: Looks, certainty: Certainty) => Difference | null;

const compareSamples: Compare = ([treatment, control], looks, {level}) => {
  const [t, c] = [sampleOf(treatment), sampleOf(control)];
  return t && c ? {...NOTHING, ...welch(t, c, looks ?? fixedSample(level))} : null;
};

const compareAs: Readonly<Record<Measure, Compare>> = {
  rate: ([treatment, control], looks, {level}) => {
    const [t, c] = [countsOf(treatment), countsOf(control)];
    const limits = looks
      ? anyTimeRates(t, c, looks)
      : {...newcombe(t, c, level)!, ...rateLimits(t, c, criticalValue(level))};
    return ofRates(limits, limits.pValue);
  },
  adjusted: ([treatment, control], looks, {level}) => ({
    ...NOTHING,
    ...adjustedDifference(sumsOf(treatment), sumsOf(control), looks ?? fixedSample(level)),
  }),
  mean: compareSamples,
  ratio: compareSamples,
};

/** Values without any interval. */
function bare(measure: Measure | null, [treatment, control]: Pair): Difference {
  const [t, c] = [valueOf(measure, treatment), valueOf(measure, control)];
  if (t === null || c === null) return NOTHING;
  return {...NOTHING, diff: t - c, lift: c === 0 ? null : (t - c) / Math.abs(c)};
}

/** A rate's customers and conversions; a rate given without conversions counts as many as it says. */
export const countsOf = ({n, conversions, rate}: LiftRow): Counts => ({count: conversions ?? rate! * n!, n: n!});

const sumsOf = (row: LiftRow): PrePeriodSums => row as PrePeriodSums;

/** The sample behind a mean or a ratio; null where the denominators sum to 0. `n` must be given. */
export function sampleOf(row: LiftRow): Sample | null {
  const {n, mean, sd, variance, sum, sumSquares} = row;
  if (typeof row.sumNum === 'number') {
    const sample = ratioOfSums({sumNumSq: NaN, sumDenSq: NaN, sumNumDen: NaN, ...givenOf(row)} as RatioSums);
    return sample && Number.isNaN(sample.variance) ? {...sample, variance: null} : sample;
  }
  if (typeof mean === 'number') {
    const own = variance ?? (typeof sd === 'number' ? sd * sd : null);
    return {n: n!, mean, variance: own};
  }
  return typeof sumSquares === 'number' ? sampleOfSums(n!, sum!, sumSquares) : {n: n!, mean: sum! / n!, variance: null};
}

/** A row without its nulls. */
const givenOf = (row: LiftRow): Partial<LiftRow> =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));

/** The rate or mean of a row; null where it has none. */
export function valueOf(measure: Measure | null, row: LiftRow): number | null {
  const {n, conversions, rate, mean} = row;
  if (measure === 'rate') return typeof conversions === 'number' ? (n ? conversions / n : null) : (rate ?? null);
  if (!measure) return null;
  if (!n) return mean ?? null;
  return sampleOf(row)?.mean ?? null;
}
