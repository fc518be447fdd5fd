import {studentCritical, studentTail} from './student-t.js';

/** How many standard errors an interval reaches, and how surprising an estimate is. One of each for every way to look. */
export interface Confidence {
  /** Half the width of an interval in standard errors, for a variance known to `df` degrees of freedom. */
  critical(df: number): number;
  /** Two-sided p of an estimate `z` standard errors away from 0. */
  pValue(z: number, df: number): number;
}

/** One look at the end of the test, at a `level` between 0 and 1: Student's t. */
export const fixedSample = (level = 0.95): Confidence => ({
  critical: (df) => studentCritical(level, df),
  pValue: (z, df) => 2 * studentTail(Math.abs(z), df),
});
