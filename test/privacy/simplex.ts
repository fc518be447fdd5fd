/** Unknowns of 0 or more under linear equations: `equations[i] · x = sums[i]`. */
export interface Program {
  readonly equations: readonly (readonly number[])[];
  readonly sums: readonly number[];
}

/** Rows of factors with their sum at the end, and which unknown each row is solved for. */
interface Tableau {
  readonly rows: number[][];
  readonly basis: number[];
}

const EPSILON = 1e-9;

/**
 * The least `costs · x` of any x that fulfils the program, −Infinity where there is none; by the simplex method with
 * Bland's rule, which ends always. Fails when nothing fulfils the program.
 */
export function leastOf(program: Program, costs: readonly number[]): number {
  const {rows, basis} = feasible(program);
  const tableau = {rows: rows.map((row) => [...row]), basis: [...basis]};
  return descend(tableau, costs) ? valueOf(tableau, costs) : -Infinity;
}

const solvedPrograms = new WeakMap<Program, Tableau>();

/** Phase one: an unknown a row is added, and their sum brought down to nothing. */
function feasible(program: Program): Tableau {
  const known = solvedPrograms.get(program);
  if (known) return known;
  const {equations, sums} = program;
  const width = equations[0]!.length;
  const rows = equations.map((equation, i) => {
    const sign = sums[i]! < 0 ? -1 : 1;
    return [...equation.map((factor) => sign * factor), ...equations.map((_, k) => Number(i === k)), sign * sums[i]!];
  });
  const tableau = {rows, basis: rows.map((_, i) => width + i)};
  const costs = rows[0]!.slice(0, -1).map((_, index) => Number(index >= width));
  descend(tableau, costs);
  if (valueOf(tableau, costs) > EPSILON) throw new Error('nothing fulfils the program');
  const made = withoutAdded(tableau, width);
  solvedPrograms.set(program, made);
  return made;
}

/** Rows still solved for an added unknown are solved for another one, or say nothing. */
function withoutAdded(tableau: Tableau, width: number): Tableau {
  const {rows, basis} = tableau;
  for (const [i, index] of basis.entries()) {
    if (index < width) continue;
    const other = rows[i]!.findIndex((factor, column) => column < width && Math.abs(factor) > EPSILON);
    if (other >= 0) pivot(tableau, i, other);
  }
  const kept = [...basis.keys()].filter((i) => basis[i]! < width);
  return {
    rows: kept.map((i) => [...rows[i]!.slice(0, width), rows[i]!.at(-1)!]),
    basis: kept.map((i) => basis[i]!),
  };
}

/** Brings the costs down as far as they go; false when there is no end to it. */
function descend(tableau: Tableau, costs: readonly number[]): boolean {
  const {rows, basis} = tableau;
  for (;;) {
    const entering = costs.findIndex(
      (cost, column) => cost - rows.reduce((sum, row, i) => sum + costs[basis[i]!]! * row[column]!, 0) < -EPSILON,
    );
    if (entering < 0) return true;
    const leaving = leavingRow(tableau, entering);
    if (leaving === null) return false;
    pivot(tableau, leaving, entering);
  }
}

function leavingRow({rows, basis}: Tableau, entering: number): number | null {
  let best: number | null = null;
  let least = Infinity;
  for (const [i, row] of rows.entries()) {
    if (row[entering]! <= EPSILON) continue;
    const reach = row.at(-1)! / row[entering]!;
    const isTie = best !== null && Math.abs(reach - least) <= EPSILON;
    if (isTie ? basis[i]! < basis[best!]! : reach < least) [best, least] = [i, reach];
  }
  return best;
}

function pivot({rows, basis}: Tableau, i: number, column: number): void {
  const lead = rows[i]!;
  const scale = lead[column]!;
  lead.forEach((value, k) => (lead[k] = value / scale));
  for (const [other, row] of rows.entries()) {
    const factor = row[column]!;
    if (other !== i && factor) row.forEach((value, k) => (row[k] = value - factor * lead[k]!));
  }
  basis[i] = column;
}

const valueOf = ({rows, basis}: Tableau, costs: readonly number[]): number =>
  rows.reduce((sum, row, i) => sum + costs[basis[i]!]! * row.at(-1)!, 0);
