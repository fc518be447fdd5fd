import {type Increments, increments} from '../../statistics/increments.js';
import {isNotWorse, isWithinMargin, levelOfTwoOneSided} from '../../statistics/margin.js';
import {studentCritical} from '../../statistics/student-t.js';
import {wilson} from '../../statistics/proportion.js';
import {minimumDetectable} from '../../statistics/sensitivity.js';
import {type ArmBelief, armBelief, type Belief, beliefOf} from './belief.js';
import {type Certainty, compare, countsOf, type Difference, sampleOf, valueOf} from './compare.js';
import type {Cell} from './cells.js';
import {isGiven, isReported, type Measure, orNull} from './measures.js';
import type {LiftRow, MetricRow, Period} from './schema.js';
import {type Judging, type Verdict, verdictOf} from './verdict.js';
import type {WithheldRow} from './withhold.js';

/** The level of one arm; all null where it is withheld or not given. */
export interface ArmLevel {
  readonly arm: string;
  readonly isControl: boolean;
  readonly segment: string | null;
  readonly n: number | null;
  /** Conversions of a rate. */
  readonly count: number | null;
  /** Rate (0–1), mean or ratio. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Of the arm against the control. */
  readonly reported: Reported | null;
  /** Of a rate, where the Bayesian view is asked for. */
  readonly credible: ArmBelief | null;
  readonly isWithheld: boolean;
}

/** What the difference brings: in one period, and in a quarter where that is another. */
export interface IncrementMetrics {
  /** null: among the treated of this test. */
  readonly per: Period | null;
  readonly customers: number;
  readonly perPeriod: Increments;
  readonly perQuarter: Increments | null;
}

/** The back-end's own result, relative like a lift. */
export interface Reported {
  readonly lift: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly level: number | null;
  readonly pValue: number | null;
}

/** One arm against the control, in one segment. */
export interface Comparison extends Difference {
  readonly arm: string;
  readonly control: string;
  /** null: all customers. */
  readonly segment: string | null;
  readonly n: number | null;
  readonly controlN: number | null;
  /** Conversions of rates. */
  readonly count: number | null;
  readonly controlCount: number | null;
  readonly value: number | null;
  readonly controlValue: number | null;
  readonly verdict: Verdict;
  /** Of two one-sided tests: practically the same, and not worse; null without a margin. */
  readonly sameByTost: boolean | null;
  readonly notWorse: boolean | null;
  /** Smallest difference that these groups would find with 80 % power. */
  readonly minimumDetectable: number | null;
  readonly isInFamily: boolean;
  /** Adjusted p; null outside the declared family. */
  readonly holm: number | null;
  readonly benjaminiHochberg: number | null;
  readonly increments: IncrementMetrics | null;
  /** Where it is asked for and the data allow it. */
  readonly bayesian: Belief | null;
  readonly reported: Reported | null;
  readonly isWithheld: boolean;
  /** Sums of squares have lost the digits that a variance needs. */
  readonly cancels: boolean;
}

/** What the comparisons of one metric share. */
export interface MetricContext {
  readonly measure: Measure | null;
  readonly entry: MetricRow;
  readonly certainty: Certainty;
  readonly judging: Judging;
  readonly isBayesian: boolean;
}

export function measureArm(row: WithheldRow, {segment, control}: Cell, context: MetricContext): ArmLevel {
  const {measure} = context;
  const value = row.isWithheld ? null : valueOf(measure, row);
  return {
    arm: row.arm,
    isControl: row.arm === control.arm,
    segment,
    n: row.n ?? null,
    count: row.conversions ?? null,
    value,
    ...(value === null ? {low: null, high: null} : armLimits(row, context)),
    reported: reportOf(row),
    credible: context.isBayesian && value !== null ? armBelief(row, context) : null,
    isWithheld: row.isWithheld ?? false,
  };
}

/** Wilson for a rate, mean ± t·s/√n for a mean; null without customers or variance. */
function armLimits(row: LiftRow, {measure, certainty: {level}}: MetricContext): Pick<ArmLevel, 'low' | 'high'> {
  const none = {low: null, high: null};
  if (!row.n || !measure) return none;
  if (measure === 'rate') {
    const {count, n} = countsOf(row);
    return wilson(count, n, level) ?? none;
  }
  const sample = sampleOf(row);
  if (!sample?.variance || sample.n < 2) return none;
  const reach = studentCritical(level, sample.n - 1) * Math.sqrt(sample.variance / sample.n);
  return {low: sample.mean - reach, high: sample.mean + reach};
}

/** Everything about one arm against the control. */
export function measureComparison(treatment: WithheldRow, control: WithheldRow, context: MetricContext): Comparison {
  const {measure, entry, certainty, judging} = context;
  const pair = [treatment, control] as const;
  const difference = compare(measure, pair, certainty);
  const isWithheld = difference.noInterval === 'withheld';
  const {sameByTost, notWorse} = marginTests(pair, context);
  return {
    ...difference,
    arm: treatment.arm,
    control: control.arm,
    segment: orNull(treatment.segment),
    n: orNull(treatment.n),
    controlN: orNull(control.n),
    count: orNull(treatment.conversions),
    controlCount: orNull(control.conversions),
    value: valueOf(measure, treatment),
    controlValue: valueOf(measure, control),
    verdict: verdictOf(difference, judging),
    sameByTost,
    notWorse,
    minimumDetectable: detectable(treatment, control, context),
    isInFamily: Boolean(entry.family),
    holm: null,
    benjaminiHochberg: null,
    increments: incrementsOf(difference, treatment, context),
    bayesian: context.isBayesian && !isWithheld ? beliefOf(pair, difference, context) : null,
    reported: reportOf(treatment),
    isWithheld,
    cancels: pair.some(losesDigits),
  };
}

const losesDigits = ({n, sum, sumSquares}: LiftRow): boolean =>
  isGiven(sum) && isGiven(sumSquares) && !!n && sumSquares > 0 && sumSquares - (sum / n) * sum < 1e-10 * sumSquares;

/** null where a row carries no result of the back-end's own. */
export const reportOf = (row: LiftRow): Reported | null =>
  isReported(row)
    ? {
        lift: orNull(row.lift),
        low: orNull(row.low),
        high: orNull(row.high),
        level: orNull(row.level),
        pValue: orNull(row.pValue),
      }
    : null;

/** Two one-sided tests against the margin, at the level of the drawn interval. */
function marginTests(
  pair: readonly [WithheldRow, WithheldRow],
  {measure, certainty, judging: {margin, better}}: MetricContext,
): Pick<Comparison, 'sameByTost' | 'notWorse'> {
  const level = levelOfTwoOneSided(certainty.level);
  const none = {sameByTost: null, notWorse: null};
  if (margin === null || !(level > 0)) return none;
  const {diffLow, diffHigh} = compare(measure, pair, {...certainty, level});
  if (diffLow === null || diffHigh === null) return none;
  const limits = {diffLow, diffHigh};
  return {sameByTost: isWithinMargin(limits, margin), notWorse: isNotWorse(limits, margin, better)};
}

function detectable(treatment: LiftRow, control: LiftRow, {measure, certainty}: MetricContext): number | null {
  if (!measure || measure === 'adjusted' || !treatment.n || !control.n) return null;
  const rate = measure === 'rate' ? valueOf(measure, control)! : null;
  const variance = rate === null ? (sampleOf(control)?.variance ?? null) : rate * (1 - rate);
  return variance === null ? null : minimumDetectable(variance, [treatment.n, control.n], {level: certainty.level});
}

/** Periods of each kind in a quarter. */
const IN_QUARTER: Readonly<Record<Period, number>> = {week: 13, month: 3, quarter: 1, year: 0};

/** None where the split is not to be trusted. */
function incrementsOf(difference: Difference, treatment: LiftRow, context: MetricContext): IncrementMetrics | null {
  const {entry, measure, judging} = context;
  const {diff, diffLow, diffHigh} = difference;
  const {customers, cost, ...values} = basisOf(entry, treatment);
  if (diff === null || customers === null || measure === 'ratio' || judging.isUntrusted) return null;
  const per = isGiven(entry.customers) ? orNull(entry.per) : null;
  const brought = (periods: number) =>
    increments({diff, diffLow, diffHigh}, {...values, customers, periods, cost: cost === null ? null : cost * periods});
  const periods = per ? IN_QUARTER[per] : 0;
  return {per, customers, perPeriod: brought(1), perQuarter: periods > 1 ? brought(periods) : null};
}

/** Customers and cost are given of all: how much of them belongs to a segment or bin, nobody says. */
function basisOf(entry: MetricRow, {n, segment, bin}: LiftRow) {
  const ofAll = (given: number | null | undefined) => (isGiven(segment) || isGiven(bin) ? null : orNull(given));
  return {
    customers: isGiven(entry.customers) ? ofAll(entry.customers) : orNull(n),
    valuePerConversion: entry.valuePerConversion ?? (entry.money ? 1 : null),
    margin: orNull(entry.profitMargin),
    cost: ofAll(entry.cost),
  };
}
