/** A hidden count: which row of its column it stands in. */
export interface HiddenCount {
  readonly row: number;
  readonly count: number;
}

/** A sum that is to be shown: of the counts in one column, those of some rows. */
export interface ShownSum {
  readonly column: number;
  readonly has: (row: number) => boolean;
}

/** What is known of every hidden count besides that it is 1 or more. */
export interface SumLimits {
  /** Fewer customers together are a small group. */
  readonly floor: number;
  /** `floor` − 1, or Infinity where larger counts may be hidden too. */
  readonly most: number;
}

interface Marked extends HiddenCount {
  /** A digit for each sum that is shown: 1 where the count is in it. As text: there may be more than a number holds. */
  mark: string;
}

/**
 * Which sums over columns with small hidden counts may be shown. What sums tell together is at most the sum of the
 * hidden counts that are in the very same ones (their differences); as long as each of these is of two counts or more,
 * is no small group itself and leaves every count open, none of them can be computed.
 */
export class ShownSums {
  readonly #columns: readonly (readonly Marked[])[];
  readonly #limits: SumLimits;

  constructor(columns: readonly (readonly HiddenCount[])[], limits: SumLimits) {
    this.#columns = columns.map((counts) => counts.map((one) => ({...one, mark: ''})));
    this.#limits = limits;
  }

  /** Whether any of these counts is hidden. */
  hides({column, has}: ShownSum): boolean {
    return this.#columns[column]?.some(({row}) => has(row)) ?? false;
  }

  /** Whether sums may be shown beside all that are shown already; if so they are. */
  allows(sums: readonly ShownSum[]): boolean {
    for (const [place, {column, has}] of sums.entries()) {
      for (const one of this.#columns[column] ?? []) one.mark += has(one.row) ? '1' : '0';
      if (!this.#tells(column)) continue;
      for (const done of sums.slice(0, place + 1))
        for (const one of this.#columns[done.column] ?? []) one.mark = one.mark.slice(0, -1);
      return false;
    }
    return true;
  }

  #tells(column: number): boolean {
    const together = new Map<string, number[]>();
    for (const {mark, count} of this.#columns[column] ?? [])
      if (mark.includes('1')) together.set(mark, [...(together.get(mark) ?? []), count]);
    return [...together.values()].some((counts) => isTold(counts, this.#limits));
  }
}

/** Whether a sum tells the hidden counts in it: one alone, a small group, or all at an end of what they can be. */
export function isTold(counts: readonly number[], {floor, most}: SumLimits): boolean {
  const sum = counts.reduce((total, count) => total + count, 0);
  return counts.length < 2 || sum < floor || sum <= counts.length || sum >= counts.length * most;
}
