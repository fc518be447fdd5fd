/** The limits that decide, in the unit of the margin. */
export interface DifferenceLimits {
  readonly diffLow: number;
  readonly diffHigh: number;
}

/** Practically the same: the whole interval lies strictly within ±`margin`. */
export const isWithinMargin = ({diffLow, diffHigh}: DifferenceLimits, margin: number): boolean =>
  -margin < diffLow && diffHigh < margin;

/** Not worse by `margin` or more, for a metric that is `better` when it goes up or down. */
export const isNotWorse = ({diffLow, diffHigh}: DifferenceLimits, margin: number, better: 'up' | 'down'): boolean =>
  better === 'up' ? -margin < diffLow : diffHigh < margin;

/** The level of the interval that two one-sided tests (TOST) at 1 − `level` each look at: 0.9 for 0.95. */
export const levelOfTwoOneSided = (level: number): number => 2 * level - 1;
