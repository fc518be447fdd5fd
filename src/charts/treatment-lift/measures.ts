import type {LiftRow} from './schema.js';

/** How a metric is given, and so how its arms are compared. */
export type Measure = 'rate' | 'mean' | 'adjusted' | 'ratio';

export const isGiven = <Value>(value: Value | null | undefined): value is Value =>
  value !== null && value !== undefined;

/** The measures of which a row gives something; sums for the pre-period belong to their mean. */
export function measuresOf(row: LiftRow): Measure[] {
  const found: Measure[] = [];
  if (isGiven(row.sumNum) || isGiven(row.sumDen)) found.push('ratio');
  if (isGiven(row.conversions) || isGiven(row.rate)) found.push('rate');
  if (isGiven(row.preSum) || isGiven(row.preSumSquares) || isGiven(row.sumProducts)) found.push('adjusted');
  else if (isGiven(row.mean) || isGiven(row.sum)) found.push('mean');
  return found;
}

/** Whether a row carries a result of the back-end's own. */
export const isReported = ({lift, low, high}: LiftRow): boolean => isGiven(lift) || isGiven(low) || isGiven(high);

/** Absent and null are the same thing to a reader of results. */
export const orNull = <Value>(value: Value | null | undefined): Value | null => value ?? null;
