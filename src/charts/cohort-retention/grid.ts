import {datingOf} from './periods.js';
import type {CohortRow} from './schema.js';
import type {RowSurvey} from './survey.js';

/** One series of rows laid out as cohort × age. NaN: not given. Cell (c, a) stands at c × ages + a. */
export interface CohortGrid {
  readonly series: string | null;
  /** In order of time where they are dates, else as they first appear. */
  readonly cohorts: readonly string[];
  /** Customers at the start. */
  readonly sizes: Float64Array;
  readonly retained: Float64Array;
  readonly rates: Float64Array;
  /** Empty where no row has any. */
  readonly pending: Float64Array;
  /** 0: the data do not say; 1: complete; 2: incomplete. */
  readonly incomplete: Uint8Array;
  /** Place in `rows` plus 1; 0 where no row is, below 0 where its value is impossible and left out. */
  readonly rowOf: Int32Array;
  /** How many columns of each cohort reach to its last row. */
  readonly extents: Int32Array;
}

/** Rows laid out, and the places of those that contradict an earlier one. */
export interface LaidOut {
  /** All periods, ascending. */
  readonly ages: readonly number[];
  readonly grids: readonly CohortGrid[];
  /** A cohort and period that came before. */
  readonly repeated: readonly number[];
  /** Another size for the same cohort. */
  readonly resized: readonly number[];
}

export function layOut(survey: RowSurvey): LaidOut {
  const {ages, series, hasPending} = survey;
  const orders = [...series].map(([name, cohorts]) => orderOf(name, inTime([...cohorts]), {ages, hasPending}));
  const faults = {repeated: [] as number[], resized: [] as number[]};
  fill(orders, {...survey, ...faults});
  return {ages, grids: orders.map(({grid}) => grid), ...faults};
}

/** As they were given, unless all are dates: ISO dates sort as text. */
const inTime = (names: string[]): string[] => (names.every((name) => datingOf(name) !== 'name') ? names.sort() : names);

/** The grid of a series, and the place of each of its cohorts. */
interface Order {
  readonly grid: CohortGrid;
  readonly rankOf: ReadonlyMap<string, number>;
}

function orderOf(
  series: string | null,
  cohorts: readonly string[],
  {ages, hasPending}: Pick<RowSurvey, 'ages' | 'hasPending'>,
): Order {
  const count = cohorts.length * ages.length;
  const unknown = (length: number) => new Float64Array(length).fill(NaN);
  const grid = {
    series,
    cohorts,
    sizes: unknown(cohorts.length),
    retained: unknown(count),
    rates: unknown(count),
    pending: unknown(hasPending ? count : 0),
    incomplete: new Uint8Array(count),
    rowOf: new Int32Array(count),
    extents: new Int32Array(cohorts.length),
  };
  return {grid, rankOf: new Map(cohorts.map((cohort, rank) => [cohort, rank]))};
}

interface Filling extends Pick<RowSurvey, 'rows' | 'ages'> {
  readonly repeated: number[];
  readonly resized: number[];
}

function fill(orders: readonly Order[], {rows, ages, repeated, resized}: Filling): void {
  const columnOf = new Map(ages.map((age, column) => [age, column]));
  const orderOfSeries = new Map(orders.map((order) => [order.grid.series, order]));
  let before: Partial<CohortRow> = {};
  let order = orders[0]!;
  let [rank, column] = [0, -1];
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place]!;
    if (row.cohort !== before.cohort || row.series !== before.series) {
      order = orderOfSeries.get(row.series ?? null)!;
      rank = order.rankOf.get(row.cohort)!;
    }
    // Mostly the age after that of the row before.
    column = ages[column + 1] === row.period ? column + 1 : columnOf.get(row.period)!;
    const cell = rank * ages.length + column;
    if (order.grid.rowOf[cell]) repeated.push(place);
    if (!takeSize(order.grid, rank, row.size)) resized.push(place);
    order.grid.rowOf[cell] = place + 1;
    order.grid.extents[rank] = Math.max(order.grid.extents[rank]!, column + 1);
    takeValues(order.grid, cell, row);
    before = row;
  }
  if (ages[0] === 0) for (const {grid} of orders) takeStarts(grid, ages.length);
}

/** Whether a size agrees with the one already known. */
function takeSize({sizes}: CohortGrid, cohort: number, size: number | null | undefined): boolean {
  const known = sizes[cohort]!;
  if (size === known || size === undefined || size === null) return true;
  sizes[cohort] = size;
  return Number.isNaN(known);
}

function takeValues(grid: CohortGrid, cell: number, {retained, rate, pending, incomplete}: CohortRow): void {
  if (typeof retained === 'number') grid.retained[cell] = retained;
  if (typeof rate === 'number') grid.rates[cell] = rate;
  if (typeof pending === 'number') grid.pending[cell] = pending;
  if (typeof incomplete === 'boolean') grid.incomplete[cell] = 1 + Number(incomplete);
}

/** Without a size those at the start are all there were. */
function takeStarts({sizes, retained}: CohortGrid, ages: number): void {
  sizes.forEach((size, cohort) => {
    if (Number.isNaN(size)) sizes[cohort] = retained[cohort * ages]!;
  });
}
