import {chiSquareTail} from './chi-square.js';
import {criticalValue, normalTail} from './normal.js';
import type {Counts} from './proportion.js';

/** One segment of a test. */
export interface Stratum {
  readonly treatment: Counts;
  readonly control: Counts;
}

/** Whether the segments differ among themselves more than chance would make them. */
export interface Heterogeneity {
  readonly q: number;
  readonly df: number;
  readonly pValue: number;
}

/** A difference over all segments, each compared within itself. */
export interface StratifiedDifference {
  readonly diff: number;
  /** 0 when no segment has any spread: then there are no limits and no p. */
  readonly se: number;
  readonly diffLow: number | null;
  readonly diffHigh: number | null;
  readonly pValue: number | null;
  /** null for one segment, and when a segment has variance 0. */
  readonly heterogeneity: Heterogeneity | null;
  /** Of all segments added up, which no segment need resemble. */
  readonly crude: number;
  /** Every segment says one thing and their crude total the opposite (Simpson's paradox). */
  readonly reversed: boolean;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
const gap = ({treatment, control}: Stratum): number => treatment.count / treatment.n - control.count / control.n;
const variance = ({count, n}: Counts): number => ((count / n) * ((n - count) / n)) / n;

/** Weight and the variance parts P and Q of Sato, Greenland & Robins (1989), divided by n as far as possible. */
function partsOf(stratum: Stratum) {
  const {treatment: t, control: c} = stratum;
  const [shareT, shareC] = [t.n / (t.n + c.n), c.n / (t.n + c.n)];
  return {
    weight: shareT * c.n,
    diff: gap(stratum),
    p: shareT * shareT * c.count - shareC * shareC * t.count + (shareT * shareC * (c.n - t.n)) / 2,
    q: (shareT * (t.count / t.n) * (c.n - c.count) + shareC * (c.count / c.n) * (t.n - t.count)) / 2,
  };
}

/**
 * The Mantel–Haenszel difference of rates over segments, with the limits of Sato et al.; a segment without customers
 * in both groups says nothing. null when no segment has both.
 */
export function stratifiedDifference(segments: readonly Stratum[], level = 0.95): StratifiedDifference | null {
  const strata = segments.filter(({treatment, control}) => treatment.n > 0 && control.n > 0);
  if (strata.length === 0) return null;
  const parts = strata.map(partsOf);
  const weights = sum(parts.map(({weight}) => weight));
  const diff = sum(parts.map(({weight, diff: d}) => (weight / weights) * d));
  const spread = diff * sum(parts.map(({p}) => p)) + sum(parts.map(({q}) => q));
  const se = Math.sqrt(Math.max(0, spread)) / weights;
  const reach = criticalValue(level) * se;
  const limits =
    se > 0
      ? {diffLow: diff - reach, diffHigh: diff + reach, pValue: 2 * normalTail(Math.abs(diff) / se)}
      : {diffLow: null, diffHigh: null, pValue: null};
  const crude = crudeOf(strata);
  const reversed = crude !== 0 && strata.every((stratum) => Math.sign(gap(stratum)) === -Math.sign(crude));
  return {diff, se, ...limits, heterogeneity: heterogeneityOf(strata), crude, reversed};
}

/** Cochran's Q with inverse variances as weights. */
function heterogeneityOf(strata: readonly Stratum[]): Heterogeneity | null {
  const weights = strata.map(({treatment, control}) => 1 / (variance(treatment) + variance(control)));
  const total = sum(weights);
  if (strata.length < 2 || !Number.isFinite(total)) return null;
  const diffs = strata.map(gap);
  const pooled = sum(diffs.map((d, i) => (weights[i]! / total) * d));
  const q = sum(diffs.map((d, i) => weights[i]! * (d - pooled) ** 2));
  const df = strata.length - 1;
  return {q, df, pValue: chiSquareTail(q, df)};
}

function crudeOf(strata: readonly Stratum[]): number {
  const pool = (side: 'treatment' | 'control'): Counts => ({
    count: sum(strata.map((stratum) => stratum[side].count)),
    n: sum(strata.map((stratum) => stratum[side].n)),
  });
  return gap({treatment: pool('treatment'), control: pool('control')});
}
