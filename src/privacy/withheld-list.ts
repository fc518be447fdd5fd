/** A number of customers; null where it is not known, because the back-end has withheld it itself. */
export type Count = number | null;

/** Which counts of a list with its total must not be shown. */
export interface WithheldList {
  readonly items: readonly boolean[];
  readonly total: boolean;
}

/** Whether a group is too small to be shown: fewer than `floor`, but more than nobody. */
export const isSmall = (count: Count, floor: number): boolean => count === null || (count > 0 && count < floor);

/**
 * Withholds small groups of a list that is shown with its total, and as few others as keep every withheld one from
 * being computed. Zeros are always shown, so a withheld count is known to be 1 or more: 1 and 1 of 2 would be plain. All
 * withheld ones together, which is the total less the shown ones, are no small group either.
 */
export function withheldInList(counts: readonly Count[], floor: number): WithheldList {
  const items = counts.map((count) => isSmall(count, floor));
  const total = isSmall(sumOf(counts), floor);
  if (total || !items.includes(true)) return {items, total};
  while (
    isPlain(
      counts.filter((_, index) => items[index]),
      floor,
    )
  ) {
    const next = smallestShown(counts, items);
    if (next === null) return {items, total: true};
    items[next] = true;
  }
  return {items, total};
}

/** Whether the sum of withheld counts would tell them, or is too small itself. */
const isPlain = (withheld: readonly Count[], floor: number): boolean =>
  withheld.length < 2 || withheld.every((count) => count === 1) || isSmall(sumOf(withheld), floor);

/** The sum of counts; null where one of them is not known. */
export const sumOf = (counts: readonly Count[]): Count => counts.reduce(plus, 0);

/** The sum of two counts; null where one of them is not known. */
export const plus = (a: Count, b: Count): Count => (a === null || b === null ? null : a + b);

function smallestShown(counts: readonly Count[], withheld: readonly boolean[]): number | null {
  let found: number | null = null;
  for (const [index, count] of counts.entries())
    if (count && !withheld[index] && (found === null || count < counts[found]!)) found = index;
  return found;
}
