import {type HiddenCount, isTold, type SumLimits} from '../../privacy/shown-sums.js';
import {type CohortCells, type CohortTable, COMPLETE, FUTURE, RUNNING, UNKNOWN, WITHHELD} from './cells.js';
import {readSpan} from './periods.js';

/**
 * The calendar month, quarter or year a cohort begins in: `2026-10` → `2026-Q4`; the cohort itself where it is longer, or
 * no date.
 */
export function groupName(cohort: string, span: 'month' | 'quarter' | 'year'): string {
  const found = readSpan(cohort);
  if (!found) return cohort;
  const {dating} = found;
  const [year, month] = [String(Math.floor(found.month / 12)).padStart(4, '0'), (found.month % 12) + 1];
  if (span === 'year' || dating === 'year') return year;
  if (span === 'month') return dating === 'quarter' ? cohort : `${year}-${String(month).padStart(2, '0')}`;
  return `${year}-Q${Math.ceil(month / 3)}`;
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
  return {cohorts, sizes: new Float64Array(cohorts.length), cells: {...cells, pending: column().fill(NaN)}};
}

function poolCell(
  cells: CohortCells,
  cell: number,
  {parts, from}: {readonly parts: readonly number[]; readonly from: CohortCells},
): void {
  const states = parts.map((part) => from.states[part]!);
  // What is not known of one is not known of all together, and will not come.
  const known = states.includes(UNKNOWN) ? [] : parts.filter((part) => from.states[part]! >= RUNNING);
  const isWhole = states.every((state) => state === COMPLETE);
  cells.states[cell] = isWhole ? COMPLETE : known.length ? RUNNING : states.includes(UNKNOWN) ? UNKNOWN : FUTURE;
  for (const field of ['retained', 'n', 'pending'] as const)
    cells[field][cell] = known.length ? known.reduce((total, part) => total + from[field][part]!, 0) : NaN;
  cells.rates[cell] = cells.n[cell]! > 0 ? cells.retained[cell]! / cells.n[cell]! : NaN;
}

/** Rates against the age before instead of the start; unknown where that is, but at age 0 all are there. */
export function relativeToPrevious(
  {cells, ...table}: CohortTable,
  {length: ages, 0: first}: readonly number[],
): CohortTable {
  const states = cells.states.slice();
  const n = cells.n.slice();
  const rates = cells.rates.slice();
  rates.forEach((_, cell) => {
    const column = cell % ages;
    const isStart = column === 1 && first === 0 && Number.isNaN(cells.retained[cell - 1]);
    if (column === 0 || isStart) return;
    n[cell] = cells.retained[cell - 1]!;
    rates[cell] = n[cell] > 0 ? cells.retained[cell]! / n[cell] : NaN;
    if (states[cell]! >= RUNNING && cells.states[cell - 1]! < RUNNING) states[cell] = UNKNOWN;
  });
  return {...table, cells: {...cells, states, n, rates}};
}

const isSmall = (count: number, minCell: number): boolean => count > 0 && count < minCell;

/** Whether a cohort is so small that its size is hidden; that is known before anybody stays, so means do without it. */
export const isSmallCohort = ({sizes}: CohortTable, cohort: number, minCell: number): boolean =>
  isSmall(sizes[cohort]!, minCell);

/** Counts that are hidden, by age column. */
export type HiddenColumns = readonly HiddenCount[][];

/** The counts of those retained that are too small to be shown. */
export function smallCounts({cells: {retained}}: CohortTable, ages: number, minCell: number): HiddenColumns {
  const hidden = Array.from({length: ages}, (): HiddenCount[] => []);
  for (let cell = 0; cell < retained.length; cell++)
    if (isSmall(retained[cell]!, minCell))
      hidden[cell % ages]!.push({row: Math.floor(cell / ages), count: retained[cell]!});
  return hidden;
}

/**
 * Small counts, with the smallest other where it keeps the pooled mean of an age from telling one: better a cell less than
 * no mean. All of them are in the mean; `has` says who is.
 */
export function withCompanions(
  hidden: HiddenColumns,
  {cells: {retained}}: CohortTable,
  {has, limits}: {readonly has: (cohort: number, column: number) => boolean; readonly limits: SumLimits},
): HiddenColumns {
  const ages = hidden.length;
  return hidden.map((counts, column) => {
    const together = counts.filter(({row}) => has(row, column)).map(({count}) => count);
    if (!together.length || !isTold(together, limits)) return counts;
    const others: HiddenCount[] = [];
    for (let row = 0, cell = column; cell < retained.length; row++, cell += ages)
      if (retained[cell]! >= limits.floor && has(row, column)) others.push({row, count: retained[cell]!});
    return [...counts, ...others.sort((a, b) => a.count - b.count).slice(0, 1)];
  });
}

/**
 * Hidden everywhere: cohorts and cells of fewer than `minCell` customers, but more than none, cells in which that few are
 * retained, and those that are hidden with them.
 */
export function withholdSmall(
  {cohorts, sizes, cells}: CohortTable,
  {minCell, hidden}: {readonly minCell: number; readonly hidden: HiddenColumns},
): CohortTable {
  const {states, n, retained, rates, pending} = cells;
  const hide = (cell: number) => {
    states[cell] = WITHHELD;
    retained[cell] = rates[cell] = pending[cell] = NaN;
  };
  const withhold = (cell: number) => {
    if (isSmall(pending[cell]!, minCell)) pending[cell] = NaN;
    if (states[cell] !== FUTURE && (isSmall(n[cell]!, minCell) || isSmall(retained[cell]!, minCell))) hide(cell);
    if (isSmall(n[cell]!, minCell)) n[cell] = NaN;
  };
  // Most are large, or not there.
  for (let cell = 0; cell < n.length; cell++)
    if (n[cell]! < minCell || retained[cell]! < minCell || pending[cell]! < minCell) withhold(cell);
  hidden.forEach((counts, column) => {
    for (const {row, count} of counts) if (count >= minCell) hide(row * hidden.length + column);
  });
  return {cohorts, sizes: sizes.map((size) => (isSmall(size, minCell) ? NaN : size)), cells};
}
