import {type CellState, STATES} from './cells.js';
import type {PlanGap} from './plan.js';
import type {CohortRetentionMetrics, CohortSeries, MeanPoint} from './metrics.js';

/** One row of all tables together: the mean of a series, or one of its cohorts. */
export interface GridRow {
  readonly series: CohortSeries;
  /** −1: the mean. */
  readonly cohort: number;
}

/** Everything that is known of one cohort, or of the mean, at one age. null: not defined, not known or withheld. */
export interface CellReading extends GridRow {
  readonly age: number;
  readonly column: number;
  readonly state: CellState;
  readonly n: number | null;
  readonly retained: number | null;
  readonly pending: number | null;
  readonly rate: number | null;
  /** Only of the mean. */
  readonly low: number | null;
  readonly high: number | null;
  readonly cohorts: number | null;
  readonly plan: PlanGap | null;
}

/** All rows, series after series, the mean above its cohorts. */
export const rowsOf = ({series}: Pick<CohortRetentionMetrics, 'series'>): GridRow[] =>
  series.flatMap((one) => [-1, ...one.cohorts.keys()].map((cohort) => ({series: one, cohort})));

const given = (value: number): number | null => (Number.isNaN(value) ? null : value);

/** Reads one cell of a row. */
export function readCell({series, cohort}: GridRow, column: number, ages: readonly number[]): CellReading {
  const age = ages[column]!;
  if (cohort < 0) return {series, cohort, column, age, retained: null, pending: null, ...meanOf(series.curve[column])};
  const cell = cohort * ages.length + column;
  const {cells} = series;
  // Field by field: a triangle of 1,040 cohorts reads a million of these for its CSV.
  return {
    series,
    cohort,
    column,
    age,
    state: STATES[cells.states[cell]!]!,
    n: given(cells.n[cell]!),
    retained: given(cells.retained[cell]!),
    pending: given(cells.pending[cell] ?? NaN),
    rate: given(cells.rates[cell]!),
    low: null,
    high: null,
    cohorts: null,
    plan: null,
  };
}

function meanOf(point: MeanPoint | undefined) {
  if (!point) return BEYOND;
  const {n, rate, low, high, cohorts, plan, isWithheld} = point;
  const state: CellState = isWithheld ? 'withheld' : rate === null ? 'future' : 'complete';
  return {n, rate, low, high, cohorts, plan, state};
}

/** Of an age that no cohort has completed. */
const BEYOND = {n: null, rate: null, low: null, high: null, cohorts: null, plan: null, state: 'future'} as const;

/** What is drawn of a cell: its rate or its count; NaN where there is none. */
export const drawnValues = ({cells}: CohortSeries, values: 'rates' | 'counts'): Float64Array =>
  values === 'counts' ? cells.retained : cells.rates;

/** Whether age 0 holds nothing but all customers, which their number says as well. */
export const startsWhole = ({ages, series}: CohortRetentionMetrics): boolean =>
  ages.length > 1 &&
  ages[0] === 0 &&
  series.every(({cohorts, cells}) => cohorts.every((_, cohort) => !(cells.rates[cohort * ages.length]! < 1)));

/**
 * The first column that is drawn. Age 0, where all customers are by definition, is left out where it would press all
 * others into the lower half of the drawing.
 */
export function firstColumn({ages, series}: CohortRetentionMetrics, values: 'rates' | 'counts'): number {
  if (ages[0] !== 0 || ages.length < 2) return 0;
  return series.every((one) => {
    const drawn = drawnValues(one, values);
    const later = largestFrom(1, drawn, ages.length);
    return drawn.some((value, cell) => cell % ages.length === 0 && later < value / 2);
  })
    ? 1
    : 0;
}

/** The largest value from a column on; 0 without any. */
export function largestFrom(first: number, values: Float64Array, columns: number): number {
  let most = 0;
  for (let row = 0; row < values.length; row += columns)
    for (let cell = row + first; cell < row + columns; cell++) if (values[cell]! > most) most = values[cell]!;
  return most;
}
