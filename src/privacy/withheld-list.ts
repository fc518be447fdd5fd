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
 * being computed. Zeros are always shown, so a withheld count is known to be 1 or more: 1 and 1 of 2 would be plain.
 */
export function withheldInList(counts: readonly Count[], floor: number): WithheldList {
  const items = counts.map((count) => isSmall(count, floor));
  const total = isSmall(sumOf(counts), floor);
  const small = counts.filter((_, index) => items[index]);
  const isOpen = total || !small.length || (small.length > 1 && small.some((count) => count !== 1));
  if (isOpen) return {items, total};
  const next = smallestShown(counts, items);
  if (next === null) return {items, total: true};
  items[next] = true;
  return {items, total};
}

/** The sum of counts; null where one of them is not known. */
export const sumOf = (counts: readonly Count[]): Count =>
  counts.reduce((sum, count) => (sum === null || count === null ? null : sum + count), 0);

function smallestShown(counts: readonly Count[], withheld: readonly boolean[]): number | null {
  let found: number | null = null;
  for (const [index, count] of counts.entries())
    if (count && !withheld[index] && (found === null || count < counts[found]!)) found = index;
  return found;
}
