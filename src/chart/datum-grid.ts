import type {Datum, Mark} from '../scene/scene.js';

/** Keys that move through a drawing, in reading terms: `next` is right where text runs left to right. */
export type Step = 'next' | 'previous' | 'up' | 'down' | 'first' | 'last';

/** The datums of a drawing in reading order. */
export function datumsOf(marks: readonly Mark[]): Datum[] {
  return marks.flatMap((mark) => [
    ...(mark.datum ? [mark.datum] : []),
    ...(mark.kind === 'group' ? datumsOf(mark.marks) : []),
  ]);
}

const COURSE = {
  next: {along: 'column', across: 'row', sign: 1},
  previous: {along: 'column', across: 'row', sign: -1},
  down: {along: 'row', across: 'column', sign: 1},
  up: {along: 'row', across: 'column', sign: -1},
} as const;

/** The datum one step away from another; itself at the edge, so that a key never leaves the drawing by accident. */
export function stepFrom(current: Datum, step: Step, datums: readonly Datum[]): Datum {
  if (step === 'first') return datums[0] ?? current;
  if (step === 'last') return datums.at(-1) ?? current;
  const {along, across, sign} = COURSE[step];
  let best = current;
  let bestAway = Infinity;
  for (const datum of datums) {
    const ahead = (datum[along] - current[along]) * sign;
    if (ahead <= 0) continue;
    // Staying in line matters more than being near.
    const away = Math.abs(datum[across] - current[across]) * 1000 + ahead;
    if (away < bestAway) [best, bestAway] = [datum, away];
  }
  return best;
}
