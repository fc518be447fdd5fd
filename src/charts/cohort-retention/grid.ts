import {datingOf} from './periods.js';
import type {CohortRetentionData, CohortRow} from './schema.js';

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
  /** Place in `rows` plus 1; 0 where no row is. */
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

/** Lays rows out in two passes over them: a triangle of a thousand cohorts has half a million. */
export function layOut({rows}: CohortRetentionData): LaidOut {
  const periods = new Set<number>();
  for (const {period} of rows) periods.add(period);
  const ages = [...periods].sort((a, b) => a - b);
  const columns = new Map(ages.map((age, column) => [age, column]));
  const faults = {repeated: [] as number[], resized: [] as number[]};
  const grids = [...rowsBySeries(rows)].map(([series, places]) => {
    const grid = emptyGrid(series, cohortsOf(rows, places), ages.length);
    fill(grid, {rows, places, columns, ...faults});
    return grid;
  });
  return {ages, grids, ...faults};
}

function rowsBySeries(rows: readonly CohortRow[]): Map<string | null, number[]> {
  const found = new Map<string | null, number[]>();
  for (let index = 0; index < rows.length; index++) {
    const series = rows[index]!.series ?? null;
    const places = found.get(series);
    if (places) places.push(index);
    else found.set(series, [index]);
  }
  return found;
}

function cohortsOf(rows: readonly CohortRow[], places: readonly number[]): string[] {
  const names = new Set<string>();
  let last: string | undefined;
  for (const place of places) {
    const {cohort} = rows[place]!;
    // Rows of one cohort mostly stand together.
    if (cohort !== last) names.add((last = cohort));
  }
  const cohorts = [...names];
  // ISO dates sort as text.
  return cohorts.every((cohort) => datingOf(cohort) !== 'name') ? cohorts.sort() : cohorts;
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
  readonly rows: readonly CohortRow[];
  readonly places: readonly number[];
  readonly columns: ReadonlyMap<number, number>;
  readonly repeated: number[];
  readonly resized: number[];
}

function fill(grid: CohortGrid, {rows, places, columns, repeated, resized}: Filling): void {
  const cohortAt = new Map(grid.cohorts.map((cohort, index) => [cohort, index]));
  let [name, cohort]: [string | undefined, number] = [undefined, -1];
  for (const place of places) {
    const row = rows[place]!;
    if (row.cohort !== name) [name, cohort] = [row.cohort, cohortAt.get(row.cohort)!];
    const cell = cohort * columns.size + columns.get(row.period)!;
    if (grid.rowOf[cell]) repeated.push(place);
    if (!takeSize(grid, cohort, row.size)) resized.push(place);
    grid.rowOf[cell] = place + 1;
    grid.retained[cell] = row.retained ?? NaN;
    grid.rates[cell] = row.rate ?? NaN;
    grid.pending[cell] = row.pending ?? NaN;
    grid.incomplete[cell] = saidOf(row);
  }
  const atStart = columns.get(0);
  if (atStart === undefined) return;
  grid.sizes.forEach((size, cohort) => {
    if (Number.isNaN(size)) grid.sizes[cohort] = grid.retained[cohort * columns.size + atStart]!;
  });
}

const saidOf = ({incomplete}: CohortRow): number => (typeof incomplete === 'boolean' ? (incomplete ? 2 : 1) : 0);

/** Whether a size agrees with the one already known. */
function takeSize({sizes}: CohortGrid, cohort: number, size: number | null | undefined): boolean {
  if (typeof size !== 'number') return true;
  const known = sizes[cohort]!;
  sizes[cohort] = size;
  return Number.isNaN(known) || known === size;
}
