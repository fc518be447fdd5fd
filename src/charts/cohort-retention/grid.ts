import type {CohortColumns} from './columns.js';
import {datingOf} from './periods.js';

/** One series of rows laid out as cohort × age. NaN: not given. Cell (c, a) stands at c × ages + a. */
export interface CohortGrid {
  readonly series: string | null;
  /** In order of time where they are dates, else as they first appear. */
  readonly cohorts: readonly string[];
  /** Customers at the start. */
  readonly sizes: Float64Array;
  readonly retained: Float64Array;
  readonly rates: Float64Array;
  readonly pending: Float64Array;
  /** 0: the data do not say; 1: complete; 2: incomplete. */
  readonly incomplete: Uint8Array;
  /** Place in `rows` plus 1; 0 where no row is, below 0 where its value is impossible and left out. */
  readonly rowOf: Int32Array;
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

export function layOut(columns: CohortColumns): LaidOut {
  const ages = agesOf(columns);
  const orders = ordersOf(columns);
  const grids = orders.map(({cohorts}, index) => emptyGrid(columns.series.all[index]!, cohorts, ages.length));
  const faults = {repeated: [] as number[], resized: [] as number[]};
  fill(grids, {columns, ages, orders, ...faults});
  return {ages, grids, ...faults};
}

/** Periods are mostly small: those are ticked off, the others collected. */
const FEW = 4096;

function agesOf({periods}: CohortColumns): number[] {
  const isFound: boolean[] = [];
  const many = new Set<number>();
  periods.forEach((period) => {
    if (period < FEW) isFound[period] = true;
    else many.add(period);
  });
  const few = [...isFound.keys()].filter((period) => isFound[period]);
  return [...few, ...[...many].sort((a, b) => a - b)];
}

/** The cohorts of one series, and the place of each name among them. */
interface Order {
  readonly cohorts: readonly string[];
  readonly rankOf: Int32Array;
}

function ordersOf({cohorts: {all: names}, cohort, series, seriesOf}: CohortColumns): Order[] {
  const found = series.all.map(() => ({names: [] as number[], rankOf: new Int32Array(names.length).fill(-1)}));
  for (let place = 0; place < cohort.length; place++) {
    const name = cohort[place]!;
    const {names: own, rankOf} = found[seriesOf[place]!]!;
    if (rankOf[name]! < 0) rankOf[name] = own.push(name);
  }
  const isDated = names.map((name) => datingOf(name!) !== 'name');
  return found.map(({names: own, rankOf}) => {
    // ISO dates sort as text.
    if (own.every((name) => isDated[name])) own.sort((a, b) => (names[a]! < names[b]! ? -1 : 1));
    own.forEach((name, rank) => (rankOf[name] = rank));
    return {cohorts: own.map((name) => names[name]!), rankOf};
  });
}

function emptyGrid(series: string | null, cohorts: readonly string[], ages: number): CohortGrid {
  const count = cohorts.length * ages;
  const unknown = (length: number) => new Float64Array(length).fill(NaN);
  return {
    series,
    cohorts,
    sizes: unknown(cohorts.length),
    retained: unknown(count),
    rates: unknown(count),
    pending: unknown(count),
    incomplete: new Uint8Array(count),
    rowOf: new Int32Array(count),
  };
}

interface Filling {
  readonly columns: CohortColumns;
  readonly ages: readonly number[];
  readonly orders: readonly Order[];
  readonly repeated: number[];
  readonly resized: number[];
}

function fill(grids: readonly CohortGrid[], {columns, ages, orders, repeated, resized}: Filling): void {
  const {periods, sizes, retained, rates, pending, incomplete, cohort, seriesOf} = columns;
  const columnOf = new Map(ages.map((age, column) => [age, column]));
  let column = -1;
  for (let place = 0; place < periods.length; place++) {
    const grid = grids[seriesOf[place]!]!;
    const rank = orders[seriesOf[place]!]!.rankOf[cohort[place]!]!;
    // Mostly the age after that of the row before.
    column = ages[column + 1] === periods[place] ? column + 1 : columnOf.get(periods[place]!)!;
    const cell = rank * ages.length + column;
    if (grid.rowOf[cell]) repeated.push(place);
    if (!takeSize(grid, rank, sizes[place]!)) resized.push(place);
    grid.rowOf[cell] = place + 1;
    grid.retained[cell] = retained[place]!;
    grid.rates[cell] = rates[place]!;
    grid.pending[cell] = pending[place]!;
    grid.incomplete[cell] = incomplete[place]!;
  }
  if (ages[0] === 0) for (const grid of grids) takeStarts(grid, ages.length);
}

/** Whether a size agrees with the one already known. */
function takeSize({sizes}: CohortGrid, cohort: number, size: number): boolean {
  const known = sizes[cohort]!;
  if (size === known || Number.isNaN(size)) return true;
  sizes[cohort] = size;
  return Number.isNaN(known);
}

/** Without a size those at the start are all there were. */
function takeStarts({sizes, retained}: CohortGrid, ages: number): void {
  sizes.forEach((size, cohort) => {
    if (Number.isNaN(size)) sizes[cohort] = retained[cohort * ages]!;
  });
}
