import {newcombe, type ProportionDifference} from '../../statistics/proportion-difference.js';
import {COMPLETE} from './cells.js';
import {type Averaging, curveOf, type CurvePoint, type Mean, pooledRate, pooledSums} from './curve.js';
import {datingOf} from './periods.js';

/** A rate with its interval, and who is behind it. */
export type ComparedRate = Readonly<Record<'n' | 'rate' | 'low' | 'high', number>>;

/** Difference of two rates by Newcombe's method (1998, 10); of two survival curves by the same step from their own limits. */
export interface RateDifference extends Omit<ProportionDifference, 'pValue'> {
  /** null for survival curves. */
  readonly pValue: number | null;
}

/** The newer half of the cohorts that have completed an age against the older half. */
export interface CohortChange extends RateDifference {
  readonly age: number;
  /** The first of the newer cohorts. */
  readonly since: string;
  readonly older: ComparedRate;
  readonly newer: ComparedRate;
}

/** One series against the first, over the cohorts of each that have completed an age. */
export interface SeriesComparison extends RateDifference {
  readonly age: number;
  /** Of the interval: of several comparisons 1 − (1 − level) / their number, so that all hold together (Bonferroni). */
  readonly level: number;
  readonly series: string | null;
  readonly baseline: string | null;
  readonly rate: ComparedRate;
  readonly baselineRate: ComparedRate;
}

/** Newer against older needs two cohorts of each. */
const LEAST_COHORTS = 4;

/** Cohorts that may enter a mean and have completed the age of a column, with customers. */
function settledCohorts({table: {cohorts, cells}, ages, enters}: Averaging, column: number): number[] {
  const {states, n, retained} = cells;
  const settled: number[] = [];
  for (let cohort = 0, cell = column; cohort < cohorts.length; cohort++, cell += ages.length)
    if (states[cell] === COMPLETE && n[cell]! > 0 && retained[cell]! <= n[cell]! && enters(cohort))
      settled.push(cohort);
  return settled;
}

/**
 * The age at which cohorts are compared unless one is asked for: the latest that at least half of the cohorts
 * of the first age, and no fewer than four, have completed; else the latest that any has; null where none has.
 */
export function settledAge(curves: readonly (readonly CurvePoint[])[], ages: readonly number[]): number | null {
  const isThere = ({rate, isWithheld}: CurvePoint) => rate !== null || isWithheld;
  const countOf = (point: CurvePoint | undefined) => (point && isThere(point) ? point.cohorts : 0);
  const counts = ages.map((age, column) => curves.map((curve) => (age > 0 ? countOf(curve[column]) : 0)));
  const usual = counts.map(middleOf);
  const least = Math.max(LEAST_COHORTS, Math.max(0, ...usual) / 2);
  const column = usual.findLastIndex((count) => count >= least);
  return ages[column < 0 ? counts.findLastIndex((found) => found.some((count) => count > 0)) : column] ?? null;
}

function middleOf(counts: readonly number[]): number {
  const sorted = [...counts].sort((a, b) => a - b);
  const half = (sorted.length - 1) / 2;
  return (sorted[Math.floor(half)]! + sorted[Math.ceil(half)]!) / 2;
}

interface Asked {
  readonly age: number;
  /** The mean in use: whatever is averaged otherwise is compared pooled. */
  readonly mean: Mean;
}

/** What all cohorts are at an age; null where that is not defined. */
function rateAt(averaging: Averaging, {age, mean}: Asked): ComparedRate | null {
  const points = curveOf(mean === 'survival' ? mean : 'pooled', averaging);
  return comparable(points.find((point) => point.age === age));
}

const comparable = (point: Pick<CurvePoint, 'n' | 'rate' | 'low' | 'high'> | undefined): ComparedRate | null => {
  const {n = null, rate = null, low = null, high = null} = point ?? {};
  return n === null || rate === null || low === null || high === null ? null : {n, rate, low, high};
};

/** What some of the cohorts are that have completed an age. */
function rateOf(averaging: Averaging, members: readonly number[], asked: Asked): ComparedRate | null {
  const {table, ages, level, enters} = averaging;
  if (asked.mean === 'survival') {
    // Survival is of everybody who was seen, so cohorts that have not come as far stay with their half.
    const [first, last] = [members[0]!, members.at(-1)!];
    return rateAt({...averaging, enters: (cohort) => cohort >= first && cohort <= last && enters(cohort)}, asked);
  }
  const column = ages.indexOf(asked.age);
  const sum = (values: Float64Array) =>
    members.reduce((total, cohort) => total + values[cohort * ages.length + column]!, 0);
  const counts = {n: sum(table.cells.n), retained: sum(table.cells.retained)};
  return comparable({n: counts.n, ...pooledRate(counts, {age: asked.age, level})});
}

function differenceOf(
  a: ComparedRate,
  b: ComparedRate,
  {mean, level}: {mean: Mean; level: number},
): RateDifference | null {
  if (mean !== 'survival') return newcombe({count: a.rate * a.n, n: a.n}, {count: b.rate * b.n, n: b.n}, level);
  const diff = a.rate - b.rate;
  return {
    diff,
    diffLow: diff - Math.hypot(a.rate - a.low, b.high - b.rate),
    diffHigh: diff + Math.hypot(a.high - a.rate, b.rate - b.low),
    pValue: null,
  };
}

/**
 * null where fewer than four cohorts have completed the age, where cohorts are no dates, so that none is newer, and where
 * one half would tell of a cohort in which few are retained.
 */
export function changeAt(averaging: Averaging, asked: Asked): CohortChange | null {
  const {cohorts} = averaging.table;
  const column = averaging.ages.indexOf(asked.age);
  const settled = column < 0 ? [] : settledCohorts(averaging, column);
  const since = cohorts[settled[Math.floor(settled.length / 2)]!];
  if (settled.length < LEAST_COHORTS || since === undefined || datingOf(since) === 'name') return null;
  const half = Math.floor(settled.length / 2);
  const halves = [settled.slice(0, half), settled.slice(half)] as const;
  if (asked.mean !== 'survival' && !areShown(averaging, halves, column)) return null;
  const [older, newer] = [rateOf(averaging, halves[0], asked), rateOf(averaging, halves[1], asked)];
  const difference = older && newer && differenceOf(newer, older, {mean: asked.mean, level: averaging.level});
  return difference && {age: asked.age, since, older, newer, ...difference};
}

const areShown = (averaging: Averaging, halves: readonly (readonly number[])[], column: number): boolean =>
  averaging.shown.allows(
    halves.flatMap((members) => {
      const own = new Set(members);
      return pooledSums(averaging, column).map((sum) => ({...sum, has: (cohort: number) => own.has(cohort)}));
    }),
  );

/** Every further series against the first; those without a complete cohort at the age are left out. */
export function compareSeries(
  names: readonly (string | null)[],
  averagings: readonly Averaging[],
  asked: Asked,
): SeriesComparison[] {
  if (names.length < 2) return [];
  const level = 1 - (1 - averagings[0]!.level) / (names.length - 1);
  const rates = averagings.map((averaging) => rateAt({...averaging, level}, asked));
  const baselineRate = rates[0];
  return rates.flatMap((rate, index) => {
    if (!index || !rate || !baselineRate) return [];
    const difference = differenceOf(rate, baselineRate, {mean: asked.mean, level});
    if (!difference) return [];
    return [{age: asked.age, level, series: names[index]!, baseline: names[0]!, rate, baselineRate, ...difference}];
  });
}
