/** A quantity with its interval; null where it is not defined, Infinity where nothing bounds it. */
export interface Estimate {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** What the difference is applied to. Money is in one unit throughout; null: not given. */
export interface IncrementBasis {
  readonly customers: number;
  readonly periods: number;
  readonly valuePerConversion: number | null;
  /** Share of the value that is left after its own costs, 0 to 1. */
  readonly margin: number | null;
  /** What the treatment cost for all these customers and periods. */
  readonly cost: number | null;
}

/** What a difference brings. Limits are null where those of the difference are, all is null where a number is missing. */
export interface Increments {
  readonly incremental: Estimate;
  readonly incrementalValue: Estimate;
  /** Incremental return on spend: value for each unit of cost; null at a cost of 0. */
  readonly iroas: Estimate;
  readonly profit: Estimate;
  /** Cost of one incremental conversion, low when the difference is high. */
  readonly costPerIncremental: Estimate;
}

const NOTHING: Estimate = {value: null, low: null, high: null};

const ifGiven = (number: number | null, step: (n: number) => number): number | null =>
  number === null ? null : step(number);

/** Each number through a rising step, so limits keep their sides. */
const through = ({value, low, high}: Estimate, step: (n: number) => number): Estimate => ({
  value: ifGiven(value, step),
  low: ifGiven(low, step),
  high: ifGiven(high, step),
});

/** Customers, value and cost that follow from a difference per customer and period. */
export function increments(
  {diff, diffLow, diffHigh}: {readonly diff: number; readonly diffLow: number | null; readonly diffHigh: number | null},
  {customers, periods, valuePerConversion, margin, cost}: IncrementBasis,
): Increments {
  const incremental = through({value: diff, low: diffLow, high: diffHigh}, (d) => d * customers * periods);
  const incrementalValue = scaled(incremental, valuePerConversion);
  const kept = scaled(incrementalValue, margin);
  return {
    incremental,
    incrementalValue,
    iroas: cost ? through(incrementalValue, (value) => value / cost) : NOTHING,
    profit: cost === null ? NOTHING : through(kept, (value) => value - cost),
    costPerIncremental: cost === null ? NOTHING : costPer(incremental, cost),
  };
}

const scaled = (estimate: Estimate, by: number | null): Estimate =>
  by === null ? NOTHING : through(estimate, (n) => n * by);

function costPer({value, low, high}: Estimate, cost: number): Estimate {
  if (value === null || (high !== null && high <= 0)) return NOTHING;
  return {
    value: value > 0 ? cost / value : null,
    low: ifGiven(high, (most) => cost / most),
    high: ifGiven(low, (least) => (least > 0 ? cost / least : Infinity)),
  };
}
