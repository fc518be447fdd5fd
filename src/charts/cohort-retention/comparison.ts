import {newcombe, type ProportionDifference} from '../../statistics/proportion-difference.js';
import {COMPLETE} from './cells.js';
import {type Averaging, curveOf, type CurvePoint, type Mean, pooledRate, sumsOf} from './curve.js';

/** A rate with its interval, and who is behind it. */
export type ComparedRate = Pick<CurvePoint, 'n'> & {readonly rate: number; readonly low: number; readonly high: number};

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
 * The age at which cohorts are compared unless one is asked for: the latest that at least half of the cohorts of the
 * first age, and no fewer than four, have completed; else the latest that any has; null where none has.
 */
export function settledAge(averagings: readonly Averaging[]): number | null {
  const ages = averagings[0]?.ages ?? [];
  const counts = ages.map((age, column) =>
    age > 0 ? middleOf(averagings.map((averaging) => sumsOf(averaging).settled[column]!)) : 0,
  );
  const most = Math.max(0, ...counts);
  const latest = (least: number): number | null => ages[counts.findLastIndex((count) => count >= least)] ?? null;
  return latest(Math.max(LEAST_COHORTS, most / 2)) ?? latest(1);
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

const comparable = (point: Omit<CurvePoint, 'age' | 'cohorts'> | undefined): ComparedRate | null => {
  const {n = 0, rate = null, low = null, high = null} = point ?? {};
  return rate === null || low === null || high === null ? null : {n, rate, low, high};
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

/** null where fewer than four cohorts have completed the age, or where cohorts are no dates: then none is newer. */
export function changeAt(averaging: Averaging, asked: Asked): CohortChange | null {
  const {cohorts} = averaging.table;
  const column = averaging.ages.indexOf(asked.age);
  const settled = column < 0 ? [] : settledCohorts(averaging, column);
  const since = cohorts[settled[Math.floor(settled.length / 2)]!];
  if (settled.length < LEAST_COHORTS || since === undefined || !/^\d{4}/.test(since)) return null;
  const half = Math.floor(settled.length / 2);
  const older = rateOf(averaging, settled.slice(0, half), asked);
  const newer = rateOf(averaging, settled.slice(half), asked);
  const difference = older && newer && differenceOf(newer, older, {mean: asked.mean, level: averaging.level});
  return difference && {age: asked.age, since, older, newer, ...difference};
}

/** Every further series against the first; those without a complete cohort at the age are left out. */
export function compareSeries(
  names: readonly (string | null)[],
  averagings: readonly Averaging[],
  asked: Asked,
): SeriesComparison[] {
  if (names.length < 2) return [];
  const rates = averagings.map((averaging) => rateAt(averaging, asked));
  const baselineRate = rates[0];
  return rates.flatMap((rate, index) => {
    if (!index || !rate || !baselineRate) return [];
    const difference = differenceOf(rate, baselineRate, {mean: asked.mean, level: averagings[0]!.level});
    if (!difference) return [];
    return [{age: asked.age, series: names[index]!, baseline: names[0]!, rate, baselineRate, ...difference}];
  });
}
