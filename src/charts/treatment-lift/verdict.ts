import {type DifferenceLimits, isWithinMargin} from '../../statistics/margin.js';
import type {Difference} from './compare.js';

/**
 * What the drawn, closed interval says. `untrusted`: the groups are not split as planned. `inconclusive`: the interval
 * holds 0 and leaves the margin. `…-preliminary`: a test for one look at its end is still running.
 */
export type Verdict =
  | 'untrusted'
  | 'no-interval'
  | 'practically-same'
  | 'better'
  | 'worse'
  | 'better-preliminary'
  | 'worse-preliminary'
  | 'inconclusive'
  | 'no-clear-difference';

/** What a verdict depends on beside the interval. */
export interface Judging {
  readonly isUntrusted: boolean;
  readonly isPreliminary: boolean;
  readonly better: 'up' | 'down';
  readonly margin: number | null;
}

export function verdictOf({diffLow, diffHigh}: Limits, judging: Judging): Verdict {
  if (judging.isUntrusted) return 'untrusted';
  return diffLow === null || diffHigh === null ? 'no-interval' : byInterval({diffLow, diffHigh}, judging);
}

type Limits = Pick<Difference, 'diffLow' | 'diffHigh'>;

function byInterval({diffLow, diffHigh}: DifferenceLimits, {isPreliminary, better, margin}: Judging): Verdict {
  if (margin !== null && isWithinMargin({diffLow, diffHigh}, margin)) return 'practically-same';
  const excludesZero = diffLow > 0 || diffHigh < 0;
  if (!excludesZero) return margin === null ? 'no-clear-difference' : 'inconclusive';
  const word = diffLow > 0 === (better === 'up') ? 'better' : 'worse';
  return isPreliminary ? `${word}-preliminary` : word;
}

/** 1 for better, −1 for worse, 0 for anything else. */
export const signOf = (verdict: Verdict): -1 | 0 | 1 =>
  verdict.startsWith('better') ? 1 : verdict.startsWith('worse') ? -1 : 0;
