import type {WithheldTable} from '../../src/privacy/withheld-table.js';
import {leastOf} from './simplex.js';

/** Cells, then the sums of rows, the sums of columns and the total: what a reader of the whole table may see. */
export interface Published {
  readonly cells: readonly (readonly (number | null)[])[];
  readonly rows: readonly (number | null)[];
  readonly columns: readonly (number | null)[];
  readonly total: number | null;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const sumsOf = (cells: readonly (readonly number[])[]) => ({
  cells,
  rows: cells.map(sum),
  columns: cells[0]!.map((_, j) => sum(cells.map((row) => row[j]!))),
  total: sum(cells.map(sum)),
});

export function publish(counts: readonly (readonly number[])[], withheld: WithheldTable): Published {
  const {cells, rows, columns, total} = sumsOf(counts);
  const shown = (values: readonly number[], hidden: readonly boolean[]) =>
    values.map((value, index) => (hidden[index] ? null : value));
  return {
    cells: cells.map((row, i) => shown(row, withheld.cells[i]!)),
    rows: shown(rows, withheld.rows),
    columns: shown(columns, withheld.columns),
    total: withheld.total ? null : total,
  };
}

const agrees = (shown: number | null, value: number): boolean => (shown === null ? value >= 1 : shown === value);

/**
 * Tries every table that has the shown numbers and at least 1 at every withheld place, near the true one, and names the
 * places that have the same number in all of them. Near is enough: two tables with equal sums differ by circles, and
 * one circle alone changes a count by 1.
 */
export function recovered(truth: readonly (readonly number[])[], published: Published): string[] {
  const open = published.cells.flatMap((row, i) =>
    row.flatMap((shown, j) => (shown === null ? [[i, j] as const] : [])),
  );
  const guess = truth.map((row) => [...row]);
  const seen = new Map<string, Set<number>>();
  const note = (place: string, shown: number | null, value: number) => {
    if (shown === null) seen.set(place, (seen.get(place) ?? new Set()).add(value));
  };
  const tryFrom = (index: number): void => {
    const place = open[index];
    if (place) {
      const [i, j] = place;
      for (const step of [-1, 0, 1]) {
        guess[i]![j] = truth[i]![j]! + step;
        if (guess[i]![j] >= 1) tryFrom(index + 1);
      }
      guess[i]![j] = truth[i]![j]!;
      return;
    }
    const {rows, columns, total} = sumsOf(guess);
    const isPossible =
      rows.every((value, i) => agrees(published.rows[i]!, value)) &&
      columns.every((value, j) => agrees(published.columns[j]!, value)) &&
      agrees(published.total, total);
    if (!isPossible) return;
    published.cells.forEach((row, i) => row.forEach((shown, j) => note(`cell ${i} ${j}`, shown, guess[i]![j]!)));
    rows.forEach((value, i) => note(`row ${i}`, published.rows[i]!, value));
    columns.forEach((value, j) => note(`column ${j}`, published.columns[j]!, value));
    note('total', published.total, total);
  };
  tryFrom(0);
  return [...seen].filter(([, values]) => values.size === 1).map(([place]) => place);
}

/** What the sums of a table say of its withheld places, in the order of reading: `equations · counts = sums`. */
function equationsOf(published: Published) {
  const table = [
    ...published.cells.map((row, i) => [...row, published.rows[i]!]),
    [...published.columns, published.total],
  ];
  const [height, width] = [table.length, table[0]!.length];
  const places = table.flatMap((row, i) => row.flatMap((shown, j) => (shown === null ? [`${i} ${j}`] : [])));
  const at = new Map(places.map((place, index) => [place, index]));
  const lines = [
    ...table.map((_, i) => Array.from({length: width}, (__, j) => [i, j, j === width - 1 ? -1 : 1] as const)),
    ...table[0]!.map((_, j) => Array.from({length: height}, (__, i) => [i, j, i === height - 1 ? -1 : 1] as const)),
  ];
  const sums: number[] = [];
  const equations = lines.map((line) => {
    const equation = places.map(() => 0);
    let known = 0;
    for (const [i, j, sign] of line) {
      const index = at.get(`${i} ${j}`);
      if (index === undefined) known += sign * table[i]![j]!;
      else equation[index] = sign;
    }
    sums.push(-known);
    return equation;
  });
  return {places, equations, sums};
}

/**
 * Solves the equations of a table – row sums, column sums, total – for its withheld places by Gaussian elimination and
 * names those that have one solution. Knows nothing of whole numbers, so it serves tables of any size.
 */
export function solved(published: Published): string[] {
  const {places, equations} = equationsOf(published);
  return reduced(equations).flatMap((equation) => {
    const [first, ...others] = equation.flatMap((factor, index) => (Math.abs(factor) > 1e-9 ? [index] : []));
    return first !== undefined && !others.length ? [places[first]!] : [];
  });
}

/**
 * The least and the greatest count that each withheld place can have, knowing all published numbers and that a withheld
 * count is 1 or more; by linear programming. The equations are those of a flow, so the ends are whole numbers.
 */
export function boundsOf(published: Published): ReadonlyMap<string, readonly [number, number]> {
  const {places, equations, sums} = equationsOf(published);
  // Above the 1 that is known of each there are 0 or more.
  const program = {
    equations,
    sums: sums.map((sum, i) => sum - equations[i]!.reduce((all, factor) => all + factor, 0)),
  };
  const least = (index: number, sign: number) =>
    leastOf(
      program,
      places.map((_, k) => (k === index ? sign : 0)),
    );
  return new Map(places.map((place, index) => [place, [1 + least(index, 1), 1 - least(index, -1)]]));
}

/** Reduced row echelon form: a variable with one solution stands alone in its row. */
function reduced(equations: number[][]): number[][] {
  const rows = equations.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const pivot = rows.findIndex((row, index) => index >= rank && Math.abs(row[column]!) > 1e-9);
    if (pivot < 0) continue;
    [rows[rank], rows[pivot]] = [rows[pivot]!, rows[rank]!];
    const lead = rows[rank]!;
    const scale = lead[column]!;
    lead.forEach((value, index) => (lead[index] = value / scale));
    rows.forEach((row, index) => {
      const factor = row[column]!;
      if (index !== rank && factor !== 0) row.forEach((value, k) => (row[k] = value - factor * lead[k]!));
    });
    rank++;
  }
  return rows;
}
