import type {LiftRow} from './schema.js';

/** How a metric is given, and so how its arms are compared. */
export type Measure = 'rate' | 'mean' | 'adjusted' | 'ratio';

type Field = keyof LiftRow;

const IDENTIFYING: Readonly<Record<Measure, readonly Field[]>> = {
  ratio: ['sumNum', 'sumDen'],
  rate: ['conversions', 'rate'],
  adjusted: ['preSum', 'preSumSquares', 'sumProducts'],
  mean: ['mean', 'sum'],
};

/** What a row must give once it gives anything of a measure. */
export const NEEDED: Readonly<Record<Measure, readonly Field[]>> = {
  ratio: ['n', 'sumNum', 'sumDen'],
  rate: [],
  adjusted: ['n', 'sum', 'sumSquares', 'preSum', 'preSumSquares', 'sumProducts'],
  mean: [],
};

export const isGiven = <Value>(value: Value | null | undefined): value is Value =>
  value !== null && value !== undefined;

/** The measures of which a row gives something; sums for the pre-period belong to their mean. */
export function measuresOf(row: LiftRow): Measure[] {
  const found = (Object.keys(IDENTIFYING) as Measure[]).filter((measure) =>
    IDENTIFYING[measure].some((field) => isGiven(row[field])),
  );
  return found.includes('adjusted') ? found.filter((measure) => measure !== 'mean') : found;
}

/** Whether a row carries a result of the back-end's own. */
export const isReported = ({lift, low, high}: LiftRow): boolean => [lift, low, high].some(isGiven);

/** Absent and null are the same thing to a reader of results. */
export const orNull = <Value>(value: Value | null | undefined): Value | null => value ?? null;
