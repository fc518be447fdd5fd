type Ps = readonly (number | null)[];

/** The level at which each interval of a declared family of `m` is drawn, so that all hold together (Bonferroni). */
export const levelOfEach = (level: number, m: number): number => 1 - (1 - level) / m;

/** Holm's (1979) adjusted p-values, in the order given; null ones stay null and are not counted. */
export function holm(pValues: Ps): (number | null)[] {
  const adjusted = [...pValues];
  const rising = ranked(pValues);
  let last = 0;
  for (const [rank, place] of rising.entries()) {
    last = Math.max(last, Math.min(1, pValues[place]! * (rising.length - rank)));
    adjusted[place] = last;
  }
  return adjusted;
}

/** Benjamini & Hochberg's (1995) adjusted p-values, in the order given; null ones stay null and are not counted. */
export function benjaminiHochberg(pValues: Ps): (number | null)[] {
  const adjusted = [...pValues];
  const rising = ranked(pValues);
  let last = 1;
  for (const [rank, place] of [...rising.entries()].reverse()) {
    last = Math.min(last, pValues[place]! * (rising.length / (rank + 1)));
    adjusted[place] = last;
  }
  return adjusted;
}

/** Places of the given p-values, smallest first. */
const ranked = (pValues: Ps): number[] =>
  [...pValues.keys()].filter((place) => pValues[place] !== null).sort((a, b) => pValues[a]! - pValues[b]!);
