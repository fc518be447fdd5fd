import {median} from 'd3-array';
import {wilson, type Proportion} from '../../statistics/proportion.js';
import {newcombe, type ProportionDifference} from '../../statistics/proportion-difference.js';
import {COMPLETE} from './cells.js';
import type {Averaging} from './curve.js';

/** The newer half of the cohorts that have completed an age against the older half (Newcombe 1998, method 10). */
export interface CohortChange extends ProportionDifference {
  readonly age: number;
  /** The first of the newer cohorts. */
  readonly since: string;
  readonly older: Proportion;
  readonly newer: Proportion;
}

/** One series against the first, over the cohorts of each that have completed an age. */
export interface SeriesComparison extends ProportionDifference {
  readonly age: number;
  readonly series: string | null;
  readonly baseline: string | null;
  readonly rate: Proportion;
  readonly baselineRate: Proportion;
}

/** Newer against older needs two cohorts of each. */
const LEAST_COHORTS = 4;

/** Cohorts that may enter a mean and have completed an age, with customers. */
function settledCohorts({table: {cohorts, cells}, ages, enters}: Averaging, age: number): number[] {
  const column = ages.indexOf(age);
  return cohorts.flatMap((_, cohort) => {
    const cell = cohort * ages.length + column;
    const isSettled = cells.states[cell] === COMPLETE && cells.n[cell]! > 0 && cells.retained[cell]! <= cells.n[cell]!;
    return isSettled && enters(cohort) ? [cohort] : [];
  });
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

function pooledAt(averaging: Averaging, cohorts: readonly number[], age: number): Proportion | null {
  const column = averaging.ages.indexOf(age);
  const {retained, n} = averaging.table.cells;
  const sum = (values: Float64Array) =>
    cohorts.reduce((total, cohort) => total + values[cohort * averaging.ages.length + column]!, 0);
  return wilson(sum(retained), sum(n), averaging.level);
}

/** null where fewer than four cohorts have completed the age. */
export function changeAt(averaging: Averaging, age: number): CohortChange | null {
  const settled = settledCohorts(averaging, age);
  if (settled.length < LEAST_COHORTS) return null;
  const half = Math.floor(settled.length / 2);
  const older = pooledAt(averaging, settled.slice(0, half), age);
  const newer = pooledAt(averaging, settled.slice(half), age);
  const difference = older && newer && newcombe(newer, older, averaging.level);
  return difference && {age, since: averaging.table.cohorts[settled[half]!]!, older, newer, ...difference};
}

/** Every further series against the first; those without a complete cohort at the age are left out. */
export function compareSeries(
  names: readonly (string | null)[],
  averagings: readonly Averaging[],
  age: number,
): SeriesComparison[] {
  const rates = averagings.map((averaging) => pooledAt(averaging, settledCohorts(averaging, age), age));
  const baselineRate = rates[0];
  return rates.flatMap((rate, index) => {
    const difference = index && rate && baselineRate && newcombe(rate, baselineRate, averagings[0]!.level);
    if (!difference) return [];
    return [{age, series: names[index]!, baseline: names[0]!, rate, baselineRate, ...difference}];
  });
}
