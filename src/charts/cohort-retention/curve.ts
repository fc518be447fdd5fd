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

/** Sums over the complete cells of one age whose cohort has customers. */
interface AgeSums {
  cohorts: number;
  n: number;
  retained: number;
  rates: number;
  rated: number;
  /** Over the cohorts that are also known at the age before. */
  kept: number;
  atRisk: number;
}

function sumsOf({table: {cohorts, cells}, ages, enters}: Averaging): AgeSums[] {
  const sums = ages.map((): AgeSums => ({cohorts: 0, n: 0, retained: 0, rates: 0, rated: 0, kept: 0, atRisk: 0}));
  cohorts.forEach((_, cohort) => {
    if (!enters(cohort)) return;
    for (let column = 0, cell = cohort * ages.length; column < ages.length; column++, cell++) {
      if (cells.states[cell] !== COMPLETE || cells.n[cell] === 0) continue;
      const sum = sums[column]!;
      if (!Number.isNaN(cells.rates[cell])) {
        sum.rates += cells.rates[cell]!;
        sum.rated++;
      }
      if (Number.isNaN(cells.retained[cell])) continue;
      sum.cohorts++;
      sum.n += cells.n[cell]!;
      sum.retained += cells.retained[cell]!;
      const before = column ? cells.retained[cell - 1]! : cells.n[cell]!;
      if (Number.isNaN(before)) continue;
      sum.kept += cells.retained[cell]!;
      sum.atRisk += before;
    }
  });
  return sums;
}

function pooledCurve(averaging: Averaging): CurvePoint[] {
  return sumsOf(averaging).map((sums, column) => {
    const age = averaging.ages[column]!;
    const {n, retained, cohorts} = sums;
    const rate = n > 0 ? retained / n : null;
    // At the start all are there by definition; against the age before a bounded count may rise, which is no share.
    if (rate === null || rate > 1) return {age, n, cohorts, rate, low: null, high: null};
    if (age === 0 && n === retained) return {age, n, cohorts, rate, low: rate, high: rate};
    const {low, high} = wilson(retained, n, averaging.level)!;
    return {age, n, cohorts, rate, low, high};
  });
}

function simpleCurve(averaging: Averaging): CurvePoint[] {
  return sumsOf(averaging).map(({rates, rated, n}, column) => ({
    ...{age: averaging.ages[column]!, n, cohorts: rated, rate: rated ? rates / rated : null, low: null, high: null},
  }));
}

function chainedCurve(averaging: Averaging): CurvePoint[] {
  let rate: number | null = 1;
  return sumsOf(averaging).map(({kept, atRisk, n, cohorts}, column) => {
    rate = rate === null || atRisk === 0 ? null : (rate * kept) / atRisk;
    return {age: averaging.ages[column]!, n, cohorts, rate, low: null, high: null};
  });
}

/** Customers at risk and kept, age by age: what Kaplan–Meier and the projection start from. */
export function survivalSteps(averaging: Averaging): SurvivalStep[] {
  const sums = sumsOf(averaging);
  // Age 0 is where everybody starts, not a step.
  return sums.slice(averaging.ages[0] === 0 ? 1 : 0).map(({atRisk: n, kept}) => ({n, kept}));
}

function survivalCurve(averaging: Averaging): CurvePoint[] {
  const sums = sumsOf(averaging);
  const points = kaplanMeier(survivalSteps(averaging), averaging.level);
  const skipped = averaging.ages[0] === 0 ? 1 : 0;
  return sums.map(({cohorts, n}, column) => {
    const age = averaging.ages[column]!;
    if (column < skipped)
      return {age, n, cohorts, rate: n > 0 ? 1 : null, low: n > 0 ? 1 : null, high: n > 0 ? 1 : null};
    const point = points[column - skipped];
    if (!point) return {age, n, cohorts, rate: null, low: null, high: null};
    return {age, n: point.n, cohorts, rate: point.rate, low: point.low, high: point.high};
  });
}
