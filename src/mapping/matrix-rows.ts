import type {Row} from './reading.js';

/** A grid of more cells than this is a slip of the data, not one to complete. */
const MOST_CELLS = 1_000_000;

/**
 * Completes the cells of a matrix: backends leave out a pair of groups in which nobody is. Such a cell is "not given",
 * or with `fill: "zero"` nobody. Rows of other charts are returned as they are.
 */
export function matrixRows(rows: readonly Row[], fill: boolean): readonly Row[] {
  const [first] = rows;
  if (!first || !('row' in first && 'column' in first)) return rows;
  const [names, columns] = [namesOf(rows, 'row'), namesOf(rows, 'column')];
  const cells = names.length * columns.length;
  if (rows.length >= cells || cells > MOST_CELLS) return rows;
  const known = new Set(rows.map(({row, column}) => `${String(row)}\n${String(column)}`));
  const numbers = Object.entries(first).flatMap(([name, value]) => (typeof value === 'number' ? [name] : []));
  const nothing = Object.fromEntries(numbers.map((name) => [name, fill ? 0 : null]));
  const missing = names.flatMap((row) =>
    columns.filter((column) => !known.has(`${row}\n${column}`)).map((column) => ({row, column, ...nothing})),
  );
  return [...rows, ...missing];
}

const namesOf = (rows: readonly Row[], role: string): readonly string[] => [
  ...new Set(rows.map((row) => String(row[role]))),
];
