import {defineContract} from '../../validation/contract.js';
import {
  amount,
  count,
  day,
  flag,
  given,
  id,
  level,
  oneOf,
  quantity,
  rate,
  text,
  weights,
} from '../../validation/fields.js';

type Given<Value> = Value | null | undefined;

/** How often the customers of `MetricRow.customers` come anew. */
export type Period = 'week' | 'month' | 'quarter' | 'year';

/** What a metric is, beside its rows. */
export interface MetricRow {
  readonly id: string;
  readonly label?: Given<string>;
  /** Which way is good; "up" unless said. */
  readonly better?: Given<'up' | 'down'>;
  /** True for what must not get worse; drawn apart. */
  readonly guardrail?: Given<boolean>;
  /** True for an amount in the chart's currency. */
  readonly money?: Given<boolean>;
  /** Differences smaller than this, in the metric's own unit, do not matter: 0.01 is one point of a rate. */
  readonly margin?: Given<number>;
  /** True when all comparisons of the metric belong to the family that is to hold together. */
  readonly family?: Given<boolean>;
  /** Customers of one `per`, to whom the difference is applied; without them, the treated of this test. */
  readonly customers?: Given<number>;
  readonly per?: Given<Period>;
  readonly valuePerConversion?: Given<number>;
  /** Share of value that is left after its own costs. */
  readonly profitMargin?: Given<number>;
  /** What treating these customers costs in one period. */
  readonly cost?: Given<number>;
  /** Beta prior of a rate for the Bayesian view, 0.1 to 10⁹ each; 1 and 1 unless given. */
  readonly priorA?: Given<number>;
  readonly priorB?: Given<number>;
  /** Normal prior of a difference of means; flat unless both are given. */
  readonly priorMean?: Given<number>;
  readonly priorSd?: Given<number>;
}

/**
 * One arm of one metric. Given as one of: `conversions` (or `rate`) · `mean` with `sd` or `variance` · `sum` with
 * `sumSquares`, and `preSum`, `preSumSquares`, `sumProducts` to adjust for the pre-period · sums of a ratio.
 */
export interface LiftRow {
  readonly metric?: Given<string>;
  readonly arm: string;
  readonly control?: Given<boolean>;
  readonly segment?: Given<string>;
  /** Counts of a row with a day are those from the start of the test to that day. */
  readonly date?: Given<string>;
  /** Place by score, 1 the best. */
  readonly bin?: Given<number>;
  readonly n?: Given<number>;
  readonly conversions?: Given<number>;
  readonly rate?: Given<number>;
  readonly mean?: Given<number>;
  readonly sd?: Given<number>;
  readonly variance?: Given<number>;
  readonly sum?: Given<number>;
  readonly sumSquares?: Given<number>;
  readonly preSum?: Given<number>;
  readonly preSumSquares?: Given<number>;
  readonly sumProducts?: Given<number>;
  readonly sumNum?: Given<number>;
  readonly sumDen?: Given<number>;
  readonly sumNumSq?: Given<number>;
  readonly sumDenSq?: Given<number>;
  readonly sumNumDen?: Given<number>;
  /** The back-end's own lift with its interval, level and p: shown as the back-end's. */
  readonly lift?: Given<number>;
  readonly low?: Given<number>;
  readonly high?: Given<number>;
  readonly level?: Given<number>;
  readonly pValue?: Given<number>;
}

/** The JSON that `<insight-treatment-lift>` draws. */
export interface TreatmentLiftData {
  /** Whether chance decided who got what; only then may a difference be called an effect. */
  readonly randomised?: Given<boolean>;
  /** False while the test is running. */
  readonly finished?: Given<boolean>;
  /** 0.95 unless given; the `level` attribute wins. */
  readonly level?: Given<number>;
  /** Customers planned for one comparison, its arm and the control together; fixed before the test. */
  readonly planned?: Given<number>;
  /** Planned weight of each arm; without it the split is not checked. */
  readonly allocation?: Given<Readonly<Record<string, number>>>;
  /** The day the counts are from; the last day of the rows unless given. */
  readonly asOf?: Given<string>;
  readonly source?: Given<string>;
  /** ISO 4217; the `currency` attribute wins. */
  readonly currency?: Given<string>;
  readonly metrics: readonly MetricRow[];
  readonly rows: readonly LiftRow[];
}

/** What faults have taken out of the data, and what is still to be said of it. */
export interface LeftOut {
  /** Comparisons of a declared family in metrics that cannot be used, as far as their rows say: they count all the same. */
  readonly comparisons: number;
  /** Whether a planned split is given that cannot be used. */
  readonly plan: boolean;
}

/** A test as it was read. */
export interface LiftTest extends TreatmentLiftData {
  readonly leftOut: LeftOut;
}

export const contract = defineContract(
  {
    randomised: given(flag),
    finished: given(flag),
    level: given(level),
    planned: given(count),
    allocation: given(weights),
    asOf: given(day),
    source: given(text),
    currency: given(text),
  },
  {
    metrics: {
      id,
      label: given(text),
      better: given(oneOf('up', 'down')),
      guardrail: given(flag),
      money: given(flag),
      margin: given(amount),
      family: given(flag),
      customers: given(amount),
      per: given(oneOf('week', 'month', 'quarter', 'year')),
      valuePerConversion: given(amount),
      profitMargin: given(rate),
      cost: given(amount),
      priorA: given(amount),
      priorB: given(amount),
      priorMean: given(quantity),
      priorSd: given(amount),
    },
    rows: {
      metric: given(id),
      arm: id,
      control: given(flag),
      segment: given(id),
      date: given(day),
      bin: given(count),
      n: given(count),
      conversions: given(count),
      rate: given(rate),
      mean: given(quantity),
      sd: given(amount),
      variance: given(amount),
      sum: given(quantity),
      sumSquares: given(amount),
      preSum: given(quantity),
      preSumSquares: given(amount),
      sumProducts: given(quantity),
      sumNum: given(quantity),
      sumDen: given(quantity),
      sumNumSq: given(amount),
      sumDenSq: given(amount),
      sumNumDen: given(quantity),
      lift: given(quantity),
      low: given(quantity),
      high: given(quantity),
      level: given(level),
      pValue: given(rate),
    },
  },
);
