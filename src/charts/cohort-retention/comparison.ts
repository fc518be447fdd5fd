import {median} from 'd3-array';
import {newcombe, type ProportionDifference} from '../../statistics/proportion-difference.js';
import {COMPLETE} from './cells.js';
import {type Averaging, curveOf, type CurvePoint, type Mean} from './curve.js';

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

/** Cohorts that may enter a mean and have completed an age, with customers. */
function settledCohorts({table: {cohorts, cells}, ages, enters}: Averaging, age: number): number[] {
  const settled: number[] = [];
  let cell = ages.indexOf(age);
  for (let cohort = 0; cell >= 0 && cohort < cohorts.length; cohort++, cell += ages.length)
    if (
      cells.states[cell] === COMPLETE &&
      cells.n[cell]! > 0 &&
      cells.retained[cell]! <= cells.n[cell]! &&
      enters(cohort)
    )
      settled.push(cohort);
  return settled;
}

/**
 * The age at which cohorts are compared unless one is asked for: the latest that at least half of the cohorts of the
 * first age, and no fewer than four, have completed; else the latest that any has; null where none has.
 */
export function settledAge(averagings: readonly Averaging[]): number | null {
  const ages = averagings[0]?.ages.filter((age) => age > 0) ?? [];
  const counts = ages.map((age) => median(averagings, (averaging) => settledCohorts(averaging, age).length) ?? 0);
  const most = Math.max(0, ...counts);
  const latest = (least: number): number | null => ages[counts.findLastIndex((count) => count >= least)] ?? null;
  return latest(Math.max(LEAST_COHORTS, most / 2)) ?? latest(1);
}

interface Asked {
  readonly age: number;
  /** The mean in use: whatever is averaged otherwise is compared pooled. */
  readonly mean: Mean;
}

/** What some cohorts are at an age; null where that is not defined. */
function rateAt(averaging: Averaging, cohorts: ReadonlySet<number>, {age, mean}: Asked): ComparedRate | null {
  const only = {...averaging, enters: (cohort: number) => cohorts.has(cohort) && averaging.enters(cohort)};
  const point = curveOf(mean === 'survival' ? mean : 'pooled', only).find((d) => d.age === age);
  const {n = 0, rate = null, low = null, high = null} = point ?? {};
  return rate === null || low === null || high === null ? null : {n, rate, low, high};
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
  const settled = settledCohorts(averaging, asked.age);
  const since = cohorts[settled[Math.floor(settled.length / 2)]!];
  if (settled.length < LEAST_COHORTS || since === undefined || !/^\d{4}/.test(since)) return null;
  const half = Math.floor(settled.length / 2);
  // Survival is of everybody who was seen, so cohorts that have not come as far stay with their half.
  const isSurvival = asked.mean === 'survival';
  const own = (members: readonly number[]) => new Set(isSurvival ? span(members) : members);
  const older = rateAt(averaging, own(settled.slice(0, half)), asked);
  const newer = rateAt(averaging, own(settled.slice(half)), asked);
  const difference = older && newer && differenceOf(newer, older, {mean: asked.mean, level: averaging.level});
  return difference && {age: asked.age, since, older, newer, ...difference};
}

const span = (members: readonly number[]): number[] =>
  Array.from({length: members.at(-1)! - members[0]! + 1}, (_, index) => members[0]! + index);

/** Every further series against the first; those without a complete cohort at the age are left out. */
export function compareSeries(
  names: readonly (string | null)[],
  averagings: readonly Averaging[],
  asked: Asked,
): SeriesComparison[] {
  const rates = averagings.map((averaging) => rateAt(averaging, new Set(averaging.table.cohorts.keys()), asked));
  const baselineRate = rates[0];
  return rates.flatMap((rate, index) => {
    if (!index || !rate || !baselineRate) return [];
    const difference = differenceOf(rate, baselineRate, {mean: asked.mean, level: averagings[0]!.level});
    if (!difference) return [];
    return [{age: asked.age, series: names[index]!, baseline: names[0]!, rate, baselineRate, ...difference}];
  });
}
