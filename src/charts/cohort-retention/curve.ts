import {kaplanMeier, type SurvivalStep} from '../../statistics/survival.js';
import {wilson} from '../../statistics/proportion.js';
import type {ShownSum, ShownSums} from '../../privacy/shown-sums.js';
import {type CohortCells, type CohortTable, COMPLETE} from './cells.js';

/** What the complete cells of one age say together. Rates are 0–1; null: not defined. */
export interface CurvePoint {
  readonly age: number;
  /** Customers behind the rate; null where that is withheld. */
  readonly n: number | null;
  /** Complete cohorts behind it. */
  readonly cohorts: number;
  readonly rate: number | null;
  /** The interval; null for means that have none. */
  readonly low: number | null;
  readonly high: number | null;
  /** It would tell of a cohort in which few are retained. */
  readonly isWithheld: boolean;
}

/**
 * `pooled`: all customers of complete cohorts; `chained`: step by step, each over the cohorts that have made it (like for
 * like); `simple`: every cohort alike; `survival`: Kaplan–Meier, for counts that only fall.
 */
export type Mean = 'pooled' | 'chained' | 'simple' | 'survival';

/** A table with its ages, and which cohorts may enter a mean. */
export interface Averaging {
  /** Nothing is withheld yet: a mean of cells that were chosen by their outcome would be wrong. */
  readonly table: CohortTable;
  readonly ages: readonly number[];
  readonly enters: (cohort: number) => boolean;
  readonly level: number;
  /** Rates are of those retained at the age before. */
  readonly isStepwise: boolean;
  /** What all means of the table tell together. */
  readonly shown: ShownSums;
}

/** The mean of the complete cells by age. It stops at the first age that no cohort has completed. */
export function curveOf(mean: Mean, averaging: Averaging): CurvePoint[] {
  const points = CURVES[mean](averaging);
  return points.slice(0, points.findLastIndex(({rate, isWithheld}) => rate !== null || isWithheld) + 1);
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
  readonly n: Float64Array;
  readonly retained: Float64Array;
  readonly rates: Float64Array;
  /** Cohorts with a rate. */
  readonly rated: Float64Array;
  /** Cohorts that are also known at the age before: how many, and of those at risk how many stayed. */
  readonly paired: Float64Array;
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
    n: zeros(),
    retained: zeros(),
    rates: zeros(),
    rated: zeros(),
    paired: zeros(),
    kept: zeros(),
    atRisk: zeros(),
  };
  table.cohorts.forEach((_, cohort) => {
    if (enters(cohort)) addCohort(sums, averaging, cohort * ages.length);
  });
  known.set(averaging, sums);
  return sums;
}

function addCohort(sums: Sums, {table: {cells}, ages}: Averaging, first: number): void {
  const {states, n, retained, rates} = cells;
  for (let column = 0, cell = first; column < ages.length; column++, cell++) {
    if (states[cell] !== COMPLETE) continue;
    if (rates[cell]! >= 0) {
      sums.rates[column]! += rates[cell]!;
      sums.rated[column]!++;
    }
    if (!(retained[cell]! >= 0 && n[cell]! > 0)) continue;
    sums.cohorts[column]!++;
    sums.n[column]! += n[cell]!;
    sums.retained[column]! += retained[cell]!;
    const before = column > 1 ? retained[cell - 1]! : countBefore(cells, ages, cell);
    if (!(before >= 0)) continue;
    sums.paired[column]!++;
    sums.kept[column]! += retained[cell]!;
    sums.atRisk[column]! += before;
  }
}

/** How many a cohort had at the age before: all of them before the first, and where age 0 is not given. */
function countBefore({retained, n}: CohortCells, ages: readonly number[], cell: number): number {
  const column = cell % ages.length;
  if (column && (column > 1 || ages[0]! > 0 || retained[cell - 1]! >= 0)) return retained[cell - 1]!;
  return n[cell]!;
}

/** The sums that a pooled mean shows. */
export function pooledSums({table, ages, enters, isStepwise}: Omit<Averaging, 'shown'>, column: number): ShownSum[] {
  const {states, n, retained} = table.cells;
  const has = (cohort: number) => {
    const cell = cohort * ages.length + column;
    return states[cell] === COMPLETE && retained[cell]! >= 0 && n[cell]! > 0 && enters(cohort);
  };
  // Those at the age before are its customers.
  return isStepwise && column
    ? [
        {column, has},
        {column: column - 1, has},
      ]
    : [{column, has}];
}

/** The sums that one step of a chained mean shows: those at risk, and of them those who stayed. */
function stepSums(averaging: Averaging, column: number): ShownSum[] {
  const {table, ages} = averaging;
  const all = pooledSums(averaging, column)[0]!;
  const has = (cohort: number) => all.has(cohort) && countBefore(table.cells, ages, cohort * ages.length + column) >= 0;
  return [
    {column, has},
    {column: column - 1, has},
  ];
}

type Point = Pick<CurvePoint, 'rate'> & Partial<CurvePoint>;

const WITHHELD_POINT: Point = {n: null, rate: null, isWithheld: true};

/** Points read one after the other, oldest first; `isShown` says of which nothing can be computed that is hidden. */
function pointsOf(
  averaging: Averaging,
  isShown: (column: number) => boolean,
  read: (sums: Sums, column: number) => Point,
): CurvePoint[] {
  const sums = sumsOf(averaging);
  return averaging.ages.map((age, column) => {
    const [n, cohorts] = [sums.n[column]!, sums.cohorts[column]!];
    const point = isShown(column) ? read(sums, column) : WITHHELD_POINT;
    return {age, n, cohorts, low: null, high: null, isWithheld: false, ...point};
  });
}

/** Whether the steps up to an age may be shown: where one may not, nothing after it can. */
function stepsShown(averaging: Averaging): (column: number) => boolean {
  let isOpen = true;
  return (column) => (isOpen &&= averaging.shown.allows(stepSums(averaging, column)));
}

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
  const {ages, level, shown} = averaging;
  return pointsOf(
    averaging,
    (column) => shown.allows(pooledSums(averaging, column)),
    ({n, retained}, column) => pooledRate({n: n[column]!, retained: retained[column]!}, {age: ages[column]!, level}),
  );
}

function simpleCurve(averaging: Averaging): CurvePoint[] {
  return pointsOf(
    averaging,
    // Rates of different sizes tell each hidden one apart.
    (column) => !pooledSums(averaging, column).some((sum) => averaging.shown.hides(sum)),
    ({rates, rated}, column) => {
      const cohorts = rated[column]!;
      return {cohorts, rate: cohorts ? rates[column]! / cohorts : null};
    },
  );
}

function chainedCurve(averaging: Averaging): CurvePoint[] {
  let rate: number | null = 1;
  return pointsOf(averaging, stepsShown(averaging), ({kept, atRisk}, column) => {
    rate = rate === null || atRisk[column] === 0 ? null : (rate * kept[column]!) / atRisk[column]!;
    return {rate};
  });
}

/** Customers at risk and kept, age by age: what Kaplan–Meier starts from. */
function survivalSteps(averaging: Averaging): SurvivalStep[] {
  const {atRisk, kept} = sumsOf(averaging);
  return Array.from(atRisk, (n, column) => ({n, kept: kept[column]!}));
}

function survivalCurve(averaging: Averaging): CurvePoint[] {
  const points = kaplanMeier(survivalSteps(averaging), averaging.level);
  return pointsOf(averaging, stepsShown(averaging), (_sums, column) => {
    const point = points[column];
    if (!point) return {rate: null};
    const {n, rate, low, high} = point;
    // At the start all are there by definition.
    return averaging.ages[column] === 0 && rate === 1 ? {n, rate, low: rate, high: rate} : {n, rate, low, high};
  });
}

/** Age 0 and what comes after it: the share that is there at the start, and the steps from there; null where withheld. */
export function stepsFromStart(averaging: Averaging): {readonly share: number; readonly steps: SurvivalStep[]} | null {
  const steps = survivalSteps(averaging);
  const isShown = stepsShown(averaging);
  if (!steps.every((_, column) => isShown(column))) return null;
  const start = averaging.ages[0] === 0 ? steps.shift() : undefined;
  return {share: start?.n ? start.kept / start.n : 1, steps};
}
