import {readDay} from '../../locale/calendar.js';
import {type CohortCells, type CohortTable, COMPLETE, FUTURE, RUNNING, UNKNOWN, WITHHELD} from './cells.js';

/** The calendar month, quarter or year a cohort belongs to: `2026-10` → `2026-Q4`; the cohort itself where it is no date. */
export function groupName(cohort: string, span: 'month' | 'quarter' | 'year'): string {
  const found = readDay(cohort);
  if (!found) return cohort;
  const {year, month} = found;
  const yearName = String(year).padStart(4, '0');
  if (span === 'year' || !month) return yearName;
  if (span === 'month') return `${yearName}-${String(month).padStart(2, '0')}`;
  return `${yearName}-Q${Math.ceil(month / 3)}`;
}

/** Only the named cohorts, separated by commas; all of them for an empty list. */
export function chosenCohorts(table: CohortTable, list: string, ages: number): CohortTable {
  if (!list.trim()) return table;
  const names = new Set(list.split(',').map((name) => name.trim()));
  const kept = table.cohorts.flatMap((cohort, index) => (names.has(cohort) ? [index] : []));
  const made = emptyTable(
    kept.map((index) => table.cohorts[index]!),
    ages,
  );
  kept.forEach((index, place) => {
    made.sizes[place] = table.sizes[index]!;
    for (const field of ['states', 'retained', 'n', 'rates', 'pending'] as const)
      made.cells[field].set(table.cells[field].subarray(index * ages, (index + 1) * ages), place * ages);
  });
  return made;
}

/** Cohorts pooled under one name each: months to a quarter. A cell is complete when it is for every cohort in it. */
export function pooledTable(table: CohortTable, ages: number, nameOf: (cohort: string) => string): CohortTable {
  const groups = new Map<string, number[]>();
  table.cohorts.forEach((cohort, index) => {
    const name = nameOf(cohort);
    groups.set(name, [...(groups.get(name) ?? []), index]);
  });
  const made = emptyTable([...groups.keys()], ages);
  [...groups.values()].forEach((members, place) => {
    made.sizes[place] = members.reduce((sum, index) => sum + table.sizes[index]!, 0);
    for (let age = 0; age < ages; age++) {
      const parts = members.map((member) => member * ages + age);
      poolCell(made.cells, place * ages + age, {parts, from: table.cells});
    }
  });
  return made;
}

function emptyTable(cohorts: readonly string[], ages: number): CohortTable {
  const column = () => new Float64Array(cohorts.length * ages);
  const cells = {states: new Uint8Array(cohorts.length * ages), retained: column(), n: column(), rates: column()};
  return {cohorts, sizes: new Float64Array(cohorts.length), cells: {...cells, pending: column()}};
}

function poolCell(
  cells: CohortCells,
  cell: number,
  {parts, from}: {readonly parts: readonly number[]; readonly from: CohortCells},
): void {
  const states = parts.map((part) => from.states[part]!);
  const known = parts.filter((part) => from.states[part]! >= RUNNING);
  const isWhole = states.every((state) => state === COMPLETE);
  cells.states[cell] = isWhole ? COMPLETE : known.length ? RUNNING : Math.max(...states);
  for (const field of ['retained', 'n', 'pending'] as const)
    cells[field][cell] = known.length ? known.reduce((total, part) => total + from[field][part]!, 0) : NaN;
  cells.rates[cell] = cells.n[cell]! > 0 ? cells.retained[cell]! / cells.n[cell]! : NaN;
}

/** Rates against the age before instead of the start; unknown where that is. */
export function relativeToPrevious({cells, ...table}: CohortTable, ages: number): CohortTable {
  const states = cells.states.slice();
  const n = cells.n.slice();
  const rates = cells.rates.slice();
  rates.forEach((_, cell) => {
    if (cell % ages === 0) return;
    n[cell] = cells.retained[cell - 1]!;
    rates[cell] = n[cell] > 0 ? cells.retained[cell]! / n[cell] : NaN;
    if (states[cell]! >= RUNNING && cells.states[cell - 1]! < RUNNING) states[cell] = UNKNOWN;
  });
  return {...table, cells: {...cells, states, n, rates}};
}

/**
 * Hidden everywhere: cohorts and cells of fewer than `minCell` customers, but more than none, and cells in which that few
 * are retained. What is hidden is in no mean, or it could be computed from it.
 */
export function withholdSmall({cohorts, sizes, cells}: CohortTable, minCell: number): CohortTable {
  const isSmall = (count: number) => count > 0 && count < minCell;
  const {states, n, retained, rates, pending} = cells;
  const withhold = (cell: number) => {
    const isHidden = states[cell] !== FUTURE && (isSmall(n[cell]!) || isSmall(retained[cell]!));
    if (isHidden) {
      states[cell] = WITHHELD;
      retained[cell] = rates[cell] = NaN;
    }
    if (isHidden || isSmall(pending[cell]!)) pending[cell] = NaN;
    if (isSmall(n[cell]!)) n[cell] = NaN;
  };
  // Most are large, or not there.
  for (let cell = 0; cell < n.length; cell++)
    if (n[cell]! < minCell || retained[cell]! < minCell || pending[cell]! < minCell) withhold(cell);
  return {cohorts, sizes: sizes.map((size) => (isSmall(size) ? NaN : size)), cells};
}
