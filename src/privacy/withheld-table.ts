import {isSmall, sumOf, type Count} from './withheld-list.js';

/** Which counts of a table with row sums, column sums and their total must not be shown. */
export interface WithheldTable {
  readonly cells: readonly (readonly boolean[])[];
  readonly rows: readonly boolean[];
  readonly columns: readonly boolean[];
  readonly total: boolean;
}

/**
 * Withholds small groups of a table that is shown with all its sums, and further counts until no withheld one can be
 * computed from the shown ones. Zeros are always shown, so a withheld count is known to be 1 or more. What is withheld of
 * a row, a column or the whole, which is its sum less the shown ones, is together no small group either.
 *
 * A table with its sums is a flow: each cell carries its customers from its row to its column, each sum carries them
 * back. A withheld count stays unknown exactly when one customer more could flow through it and back to where he
 * started through withheld counts only. For each small group the way back that withholds the fewest customers is taken
 * (Dijkstra); after Cox, "Network models for complementary cell suppression", JASA 1995.
 */
export function withheldInTable(counts: readonly (readonly Count[])[], floor: number): WithheldTable {
  const table = withSums(counts);
  const withheld = table.map((row) => row.map((count) => isSmall(count, floor)));
  const safe = table.map((row) => row.map((count) => count === null));
  const hide = ([i, j]: Place) => {
    for (const [r, c] of wayBack({table, withheld}, i, j)) withheld[r]![c] = safe[r]![c] = true;
  };
  const places = table.map((row, i) => row.map((_, j): Place => [i, j]));
  for (const [i, j] of places.flat()) if (withheld[i]![j] && !safe[i]![j]) hide([i, j]);
  const equations = equationsOf(places);
  let more: Place | undefined;
  while ((more = nextOf({table, withheld}, equations, floor))) hide(more);
  const [sums, cells] = [withheld.at(-1)!, withheld.slice(0, -1)];
  return {
    cells: cells.map((row) => row.slice(0, -1)),
    rows: cells.map((row) => row.at(-1)!),
    columns: sums.slice(0, -1),
    total: sums.at(-1)!,
  };
}

type Place = readonly [row: number, column: number];

/** The places that add up, with their sum as the last: every row, every column, and all cells. */
function equationsOf(rows: readonly (readonly Place[])[]): (readonly Place[])[] {
  const columns = rows[0]!.map((_, j) => rows.map((row) => row[j]!));
  const cellsAndTotal = rows.flatMap((row, i) => (rows[i + 1] ? row.slice(0, -1) : row.slice(-1)));
  return [...rows, ...columns, cellsAndTotal];
}

/** The least count that has to be withheld where all withheld ones of a shown sum are together a small group. */
function nextOf({table, withheld}: Flow, equations: readonly (readonly Place[])[], floor: number): Place | undefined {
  const countOf = ([i, j]: Place) => table[i]![j]!;
  const isHidden = ([i, j]: Place) => withheld[i]![j]!;
  const told = equations.find((places) => {
    const hidden = places.filter(isHidden);
    return !hidden.includes(places.at(-1)!) && isSmall(sumOf(hidden.map(countOf)), floor);
  });
  // The sum itself is the greatest of them.
  return told?.filter((place) => countOf(place) && !isHidden(place)).sort((a, b) => countOf(a) - countOf(b))[0];
}

/** The table with a last column of row sums and a last row of column sums. */
function withSums(counts: readonly (readonly Count[])[]): Count[][] {
  const rows = counts.map((row) => [...row, sumOf(row)]);
  const width = rows[0]?.length ?? 1;
  return [...rows, Array.from({length: width}, (_, j) => sumOf(rows.map((row) => row[j]!)))];
}

interface Flow {
  readonly table: readonly (readonly Count[])[];
  readonly withheld: readonly (readonly boolean[])[];
}

/**
 * The places of the counts that change when the count at row i, column j grows by one, itself included. There is always
 * a way: the two sums beside it and the total may grow too.
 */
function wayBack({table, withheld}: Flow, i: number, j: number): Place[] {
  const [rows, columns] = [table.length, table[0]!.length];
  const placeOf = (a: number, b: number) => (a < rows ? ([a, b - rows] as const) : ([b, a - rows] as const));
  // Cells and the total flow from row to column, sums of rows and columns flow back.
  const flowsOn = (r: number, c: number) => r < rows - 1 === c < columns - 1;
  const cost = (at: number, to: number): number => {
    const [r, c] = at < rows ? [at, to - rows] : [to, at - rows];
    const count = table[r]![c] as Count;
    const isClosed = (r === i && c === j) || count === 0 || (count === 1 && flowsOn(r, c) !== at < rows);
    return isClosed ? Infinity : withheld[r]![c] || count === null ? 0 : count;
  };
  const [start, end] = flowsOn(i, j) ? [rows + j, i] : [i, rows + j];
  const stops = rows + columns;
  // How far each row and column is, and from where it was reached.
  const far = new Float64Array(stops).fill(Infinity);
  const from = new Int32Array(stops).fill(start);
  const isDone = new Uint8Array(stops);
  far[start] = 0;
  for (let at = start; at !== end && far[end] !== 0; at = nearest(far, isDone)) {
    isDone[at] = 1;
    for (let to = at < rows ? rows : 0, last = at < rows ? stops : rows; to < last; to++) {
      if (isDone[to]) continue;
      const next = far[at]! + cost(at, to);
      if (next < far[to]!) [far[to], from[to]] = [next, at];
    }
  }
  const way: Place[] = [[i, j]];
  for (let at = end; at !== start; at = from[at]!) way.push(placeOf(from[at]!, at));
  return way;
}

function nearest(far: Float64Array, isDone: Uint8Array): number {
  let best = -1;
  for (let index = 0; index < far.length; index++)
    if (!isDone[index] && (best < 0 || far[index]! < far[best]!)) best = index;
  return best;
}
