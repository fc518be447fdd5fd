import {kaplanMeier, type SurvivalStep} from '../../statistics/survival.js';
import {wilson} from '../../statistics/proportion.js';
import {COMPLETE, type CohortTable} from './cells.js';

/** What the complete cells of one age say together. Rates are 0–1; null: not defined. */
export interface CurvePoint {
  readonly age: number;
  /** Customers behind the rate. */
  readonly n: number;
  /** Complete cohorts behind it. */
  readonly cohorts: number;
  readonly rate: number | null;
  /** The interval; null for means that have none. */
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * `pooled`: all customers of complete cohorts; `chained`: step by step, each over the cohorts that have made it (like for
 * like); `simple`: every cohort alike; `survival`: Kaplan–Meier, for counts that only fall.
 */
export type Mean = 'pooled' | 'chained' | 'simple' | 'survival';

/** A table with its ages, and which cohorts may enter a mean. */
export interface Averaging {
  readonly table: CohortTable;
  readonly ages: readonly number[];
  readonly enters: (cohort: number) => boolean;
  readonly level: number;
}

/** The mean of the complete cells by age. It stops at the first age that no cohort has completed. */
export function curveOf(mean: Mean, averaging: Averaging): CurvePoint[] {
  const points = CURVES[mean](averaging);
  const end = points.findIndex(({rate}, column) => rate === null && points.slice(column).every((d) => d.rate === null));
  return end < 0 ? points : points.slice(0, end);
}

const CURVES: Readonly<Record<Mean, (averaging: Averaging) => CurvePoint[]>> = {
  pooled: pooledCurve,
  chained: chainedCurve,
  simple: simpleCurve,
  survival: survivalCurve,
};

/** Sums over the complete cells whose cohort has customers, by column. */
interface Sums {
  readonly cohorts: Float64Array;
  /** Cohorts of which a share is retained. */
  readonly settled: Float64Array;
  readonly n: Float64Array;
  readonly retained: Float64Array;
  readonly rates: Float64Array;
  /** Cohorts with a rate. */
  readonly rated: Float64Array;
  /** Of those at risk, over the cohorts that are also known at the age before. */
  readonly kept: Float64Array;
  readonly atRisk: Float64Array;
}

const known = new WeakMap<Averaging, Sums>();

/** One pass over the cells, for all that is asked of one averaging. */
export function sumsOf(averaging: Averaging): Sums {
  const found = known.get(averaging);
  if (found) return found;
  const {table, ages, enters} = averaging;
  const zeros = () => new Float64Array(ages.length);
  const sums: Sums = {
    cohorts: zeros(),
    settled: zeros(),
    n: zeros(),
    retained: zeros(),
    rates: zeros(),
    rated: zeros(),
    kept: zeros(),
    atRisk: zeros(),
  };
  table.cohorts.forEach((_, cohort) => {
    if (enters(cohort)) addCohort(sums, table, {first: cohort * ages.length, count: ages.length});
  });
  known.set(averaging, sums);
  return sums;
}

function addCohort(
  sums: Sums,
  {cells: {states, n, retained, rates}}: CohortTable,
  {first, count}: {readonly first: number; readonly count: number},
): void {
  for (let column = 0, cell = first; column < count; column++, cell++) {
    if (states[cell] !== COMPLETE || n[cell] === 0) continue;
    if (rates[cell]! >= 0) {
      sums.rates[column]! += rates[cell]!;
      sums.rated[column]!++;
    }
    if (!(retained[cell]! >= 0)) continue;
    sums.cohorts[column]!++;
    if (retained[cell]! <= n[cell]!) sums.settled[column]!++;
    sums.n[column]! += n[cell]!;
    sums.retained[column]! += retained[cell]!;
    const before = column ? retained[cell - 1]! : n[cell]!;
    if (!(before >= 0)) continue;
    sums.kept[column]! += retained[cell]!;
    sums.atRisk[column]! += before;
  }
}

const pointsOf = (
  averaging: Averaging,
  read: (sums: Sums, column: number) => Pick<CurvePoint, 'rate'> & Partial<CurvePoint>,
): CurvePoint[] => {
  const sums = sumsOf(averaging);
  return averaging.ages.map((age, column) => {
    const [n, cohorts] = [sums.n[column]!, sums.cohorts[column]!];
    return {age, n, cohorts, low: null, high: null, ...read(sums, column)};
  });
};

/** What some cohorts are together; at the start all are there by definition. */
export function pooledRate(
  {n, retained}: {readonly n: number; readonly retained: number},
  {age, level}: {readonly age: number; readonly level: number},
): Pick<CurvePoint, 'rate' | 'low' | 'high'> {
  const rate = n > 0 ? retained / n : null;
  // Against the age before a bounded count may rise, which is no share.
  if (rate === null || rate > 1) return {rate, low: null, high: null};
  if (age === 0 && n === retained) return {rate, low: rate, high: rate};
  const {low, high} = wilson(retained, n, level)!;
  return {rate, low, high};
}

function pooledCurve(averaging: Averaging): CurvePoint[] {
  const {ages, level} = averaging;
  return pointsOf(averaging, ({n, retained}, column) =>
    pooledRate({n: n[column]!, retained: retained[column]!}, {age: ages[column]!, level}),
  );
}

function simpleCurve(averaging: Averaging): CurvePoint[] {
  return pointsOf(averaging, ({rates, rated}, column) => {
    const cohorts = rated[column]!;
    return {cohorts, rate: cohorts ? rates[column]! / cohorts : null};
  });
}

function chainedCurve(averaging: Averaging): CurvePoint[] {
  let rate: number | null = 1;
  return pointsOf(averaging, ({kept, atRisk}, column) => {
    rate = rate === null || atRisk[column] === 0 ? null : (rate * kept[column]!) / atRisk[column]!;
    return {rate};
  });
}

/** Customers at risk and kept, age by age: what Kaplan–Meier and the projection start from. */
export function survivalSteps(averaging: Averaging): SurvivalStep[] {
  const {atRisk, kept} = sumsOf(averaging);
  // Age 0 is where everybody starts, not a step.
  return Array.from(atRisk, (n, column) => ({n, kept: kept[column]!})).slice(averaging.ages[0] === 0 ? 1 : 0);
}

function survivalCurve(averaging: Averaging): CurvePoint[] {
  const points = kaplanMeier(survivalSteps(averaging), averaging.level);
  const skipped = averaging.ages[0] === 0 ? 1 : 0;
  return pointsOf(averaging, ({n}, column) => {
    if (column < skipped) {
      const rate = n[column]! > 0 ? 1 : null;
      return {rate, low: rate, high: rate};
    }
    const point = points[column - skipped];
    return point ? {n: point.n, rate: point.rate, low: point.low, high: point.high} : {rate: null};
  });
}
