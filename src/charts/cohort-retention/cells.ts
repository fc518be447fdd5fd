import type {CohortGrid} from './grid.js';
import type {CohortCalendar} from './periods.js';

/** What a cell is: four different things that must never look alike, and small groups that are withheld. */
export const FUTURE = 0;
export const UNKNOWN = 1;
export const RUNNING = 2;
export const COMPLETE = 3;
export const WITHHELD = 4;
/** Names of the states, in the order of their numbers. */
export const STATES = ['future', 'unknown', 'running', 'complete', 'withheld'] as const;
/** The name of a state: `running` is not finished, `unknown` is over but not given. */
export type CellState = (typeof STATES)[number];

/**
 * Cohort × age as columns of numbers, since a thousand cohorts have a million cells. Cell (c, a) stands at c × ages + a;
 * NaN: not known, not defined or withheld.
 */
export interface CohortCells {
  /** Index into `STATES`. */
  readonly states: Uint8Array;
  readonly retained: Float64Array;
  /** Customers behind the rate: of the cohort, or for `relative: previous` those retained at the age before. */
  readonly n: Float64Array;
  /** retained / n, or the rate as given. */
  readonly rates: Float64Array;
  /** Customers whose time is not over; empty where the data count none. */
  readonly pending: Float64Array;
}

/** A table of cohorts before anything is averaged. */
export interface CohortTable {
  readonly cohorts: readonly string[];
  /** NaN: not given, or withheld. */
  readonly sizes: Float64Array;
  readonly cells: CohortCells;
}

/** Cells with their states: what the data say wins, else the calendar says which ages were over when the data end. */
export function tableOf(grid: CohortGrid, ages: readonly number[], calendar: CohortCalendar): CohortTable {
  const {cohorts, sizes, rates, pending, retained} = grid;
  const states = new Uint8Array(retained.length);
  const n = new Float64Array(retained.length);
  cohorts.forEach((cohort, index) => {
    const first = index * ages.length;
    const begun = calendar.begunAge(cohort) ?? Infinity;
    const last = lastGiven(grid, first, grid.extents[index]!);
    const over = calendar.passedAge(cohort) ?? ages[last] ?? -1;
    n.fill(sizes[index]!, first, first + ages.length);
    // Beyond is the future, of which nothing is given.
    for (let column = 0; column <= last || ages[column]! <= over; column++) {
      const cell = first + column;
      const age = ages[column]!;
      const state = (states[cell] = stateOf(grid, cell, age <= over ? OVER : age > begun ? AHEAD : BEGUN));
      // Nothing is known of the future.
      if (state === FUTURE) retained[cell] = rates[cell] = NaN;
      else completeCell(grid, cell, sizes[index]!);
    }
  });
  return {cohorts, sizes, cells: {states, retained, n, rates, pending}};
}

/** Counts from rates, rates from counts. */
function completeCell({retained, rates}: CohortGrid, cell: number, size: number): void {
  if (Number.isNaN(retained[cell])) retained[cell] = rates[cell]! * size;
  else rates[cell] = size > 0 ? retained[cell]! / size : NaN;
}

const isGiven = ({retained, rates}: CohortGrid, cell: number): boolean => retained[cell]! >= 0 || rates[cell]! >= 0;
/** Given, but impossible, so that it was left out: nobody knows what it should be. */
const isLeftOut = ({rowOf}: CohortGrid, cell: number): boolean => rowOf[cell]! < 0;

/** How far an age has come: the last customer of the cohort has passed it, some have begun it, nobody has. */
const [OVER, BEGUN, AHEAD] = [0, 1, 2];

function stateOf(grid: CohortGrid, cell: number, timing: number): number {
  if (isLeftOut(grid, cell)) return UNKNOWN;
  const said = saidOf(grid, cell);
  // A back-end that fills the future with zeros knows nothing of it.
  if (!said && timing === AHEAD && !(grid.retained[cell]! > 0 || grid.rates[cell]! > 0)) return FUTURE;
  if (!isGiven(grid, cell)) return timing === OVER ? UNKNOWN : FUTURE;
  return (said ? said === 1 : timing === OVER) ? COMPLETE : RUNNING;
}

/** What the data say of a cell; customers whose time is not over say that it is not complete. */
const saidOf = ({incomplete, pending}: CohortGrid, cell: number): number =>
  incomplete[cell]! || (pending[cell]! > 0 ? 2 : 0);

function lastGiven(grid: CohortGrid, first: number, extent: number): number {
  let cell = first + extent - 1;
  while (cell >= first && !isGiven(grid, cell) && !isLeftOut(grid, cell)) cell--;
  return cell - first;
}
