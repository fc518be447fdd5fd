import {type Rung, RUNGS} from './schema.js';
import type {LadderWords} from './words.js';

const isStandard = (rung: string): rung is Rung => (RUNGS as readonly string[]).includes(rung);

/** The name of a rung: as the data say, else the standard word in the reader's language, else its id. */
export function rungName(
  {rung, label}: {readonly rung: string; readonly label: string | null},
  words: LadderWords,
): string {
  if (label) return label;
  const known = rung.toLowerCase();
  return isStandard(known) ? words.rung[known] : rung;
}
