/** The level at which each interval of a declared family of `m` is drawn, so that all hold together (Bonferroni). */
export const levelOfEach = (level: number, m: number): number => 1 - (1 - level) / m;

type Ps = readonly (number | null)[];

/** Holm's (1979) adjusted p-values, in the order given; null ones stay null and are not counted. */
export const holm = (pValues: Ps): (number | null)[] => {
  const rising = ranked(pValues);
  return adjusted(pValues, rising, (p, rank) => p * (rising.length - rank), Math.max);
};

/** Benjamini & Hochberg's (1995) adjusted p-values, in the order given; null ones stay null and are not counted. */
export const benjaminiHochberg = (pValues: Ps): (number | null)[] => {
  const falling = ranked(pValues).reverse();
  return adjusted(pValues, falling, (p, rank) => p * (falling.length / (falling.length - rank)), Math.min);
};

/** Places of the given p-values, smallest first. */
const ranked = (pValues: Ps): number[] =>
  [...pValues.keys()].filter((place) => pValues[place] !== null).sort((a, b) => pValues[a]! - pValues[b]!);

/** Each p multiplied by its rank's factor, never on the wrong side of the one before it in `order`. */
function adjusted(
  pValues: Ps,
  order: readonly number[],
  ...[factor, keep]: [(p: number, rank: number) => number, (a: number, b: number) => number]
): (number | null)[] {
  const result = [...pValues];
  let last = keep === Math.max ? 0 : 1;
  for (const [rank, place] of order.entries()) {
    last = Math.min(1, keep(last, factor(pValues[place]!, rank)));
    result[place] = last;
  }
  return result;
}
