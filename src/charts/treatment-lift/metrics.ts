import {greatest, max, sum} from 'd3-array';
import type {CommonOptions} from '../../chart/chart.js';
import {balance, type Balance, type GroupShare} from '../../statistics/balance.js';
import {benjaminiHochberg, holm, levelOfEach} from '../../statistics/several-comparisons.js';
import {type Certainty} from './compare.js';
import {type ArmLevel, type Comparison, measureArm, measureComparison} from './comparison.js';
import {type Course, measureBins, measureCourse, type ScoreBins} from './courses.js';
import {isGiven, type Measure, measuresOf, orNull} from './measures.js';
import {type Cells, cellsOf} from './cells.js';
import {listsBy} from './places.js';
import {measureStrata, type StrataMetrics} from './strata.js';
import type {LiftRow, LiftTest, MetricRow} from './schema.js';
import type {Judging} from './verdict.js';
import {type WithheldRow, withheldRows} from './withhold.js';

/** What a chart of this kind can be asked. */
export interface TreatmentLiftOptions extends CommonOptions {
  /** `intervals`: every comparison; `arms`: the level of each arm; `time`: the test so far; `bins`: uplift by score. */
  readonly view: 'intervals' | 'arms' | 'time' | 'bins';
  /**
   * `auto`: relative where several units share a drawing, or where the back-end gives intervals of lifts; nowhere where
   * lifts are unstable or without limits.
   */
  readonly scale: 'auto' | 'relative' | 'absolute';
  /** Confidence level, between 0 and 1; null takes the data's, else 0.95. */
  readonly level: number | null;
  /** Only this metric; null shows all. */
  readonly metric: string | null;
  /** Intervals that stay right however often one looks; needs `planned` in the data. */
  readonly anyTime: boolean;
  /** Adds the probability that an arm is better, and what a wrong choice would cost. */
  readonly bayesian: boolean;
}

/** One metric measured. */
export interface LiftMetric {
  /** null where the data name no metric. */
  readonly metric: string | null;
  readonly label: string | null;
  /** null: only reported by the back-end. */
  readonly measure: Measure | null;
  readonly isMoney: boolean;
  readonly better: 'up' | 'down';
  readonly isGuardrail: boolean;
  readonly margin: number | null;
  readonly control: string;
  /** Of the customers that this metric counts. */
  readonly balance: Split;
  /** Level of each drawn interval: that of the whole test, or of one of its declared family. */
  readonly level: number;
  /** Control first, by segment; segment null is all customers. */
  readonly arms: readonly ArmLevel[];
  readonly comparisons: readonly Comparison[];
  readonly strata: readonly StrataMetrics[];
  readonly courses: readonly Course[];
  readonly bins: readonly ScoreBins[];
}

/** One arm of the check of the split. */
export interface ArmShare extends GroupShare {
  readonly arm: string;
  readonly n: number;
}

/** Whether customers are split between the arms as planned. */
export interface Split extends Omit<Balance, 'groups'> {
  readonly arms: readonly ArmShare[];
  /** Why it is not checked. */
  readonly unchecked: 'no-plan' | 'unusable-plan' | 'withheld' | 'no-customers' | null;
}

/** Everything `<insight-treatment-lift>` computed. */
export interface TreatmentLiftMetrics {
  /** null: the data do not say. */
  readonly isRandomised: boolean | null;
  readonly isFinished: boolean;
  readonly isAnyTime: boolean;
  readonly isBayesian: boolean;
  readonly level: number;
  /** Comparisons in the declared family; 0 where none is declared. */
  readonly family: number;
  readonly source: string | null;
  readonly currency: string | null;
  /** The day the counts are from: as given, else the last day of the rows. */
  readonly asOf: string | null;
  /** Of the metric that counts most customers. */
  readonly balance: Split;
  readonly metrics: readonly LiftMetric[];
}

/** ISO days sort as text. */
const lastDay = (rows: readonly LiftRow[]): string | null => max(rows, ({date}) => date ?? undefined) ?? null;

/** JSON contract → numbers; no pixels, no words. */
export function measureTreatmentLift(data: LiftTest, options: TreatmentLiftOptions): TreatmentLiftMetrics {
  const level = options.level ?? data.level ?? 0.95;
  const rows = withheldRows(data.rows, options.minCell);
  const planned = new Map(data.metrics.map((entry) => [entry.id, entry]));
  const named = listsBy(rows, ({metric}) => metric ?? null);
  const order = [...planned.keys(), null].filter((name) => named.has(name));
  const metrics = [...new Set([...order, ...named.keys()])].map((name) =>
    prepared(named.get(name)!, {entry: planned.get(name ?? '') ?? {id: name ?? ''}, data, options}),
  );
  const split = (greatest(metrics, ({cells}) => sum(cells.customers.values())) ?? {split: NO_SPLIT}).split;
  const {comparisons} = data.leftOut;
  // What was declared to hold together does so whatever is shown of it.
  const family = comparisons + sum(metrics, ({entry, cells}) => (entry.family ? cells.comparisons : 0));
  const isShown = ({entry}: PreparedMetric) => options.metric === null || entry.id === options.metric;
  const judged = metrics.filter((metric) => metric.entry.family === true || isShown(metric));
  const test = {data, options, family, isUntrusted: split.status === 'mismatch', level};
  const measured = judged.map((metric) => measureMetric(metric, test));
  return {
    isRandomised: data.randomised ?? null,
    isFinished: data.finished ?? true,
    isAnyTime: options.anyTime,
    isBayesian: options.bayesian,
    level,
    family,
    source: data.source ?? null,
    currency: data.currency ?? null,
    asOf: data.asOf ?? lastDay(rows),
    balance: split,
    metrics: withAdjustedPs(measured, comparisons).filter((_, index) => isShown(judged[index]!)),
  };
}

/** What the comparisons of all metrics share. */
interface TestContext {
  readonly data: LiftTest;
  readonly options: TreatmentLiftOptions;
  readonly family: number;
  readonly isUntrusted: boolean;
  readonly level: number;
}

interface PreparedMetric {
  readonly entry: MetricRow;
  readonly measure: Measure | null;
  readonly cells: Cells;
  readonly split: Split;
  readonly rows: readonly LiftRow[];
}

function prepared(
  rows: readonly WithheldRow[],
  {entry, data, options}: Pick<TestContext, 'data' | 'options'> & {readonly entry: MetricRow},
): PreparedMetric {
  // Rules have seen to it that all rows are measured as the first one.
  const [first] = rows;
  const measure = (first && measuresOf(first.withheldFrom ?? first)[0]) ?? null;
  const cells = cellsOf(rows, {measure, minCell: options.minCell});
  return {entry, measure, rows, cells, split: splitOf(cells, data)};
}

function measureMetric({entry, measure, cells, rows, split}: PreparedMetric, test: TestContext): LiftMetric {
  const certainty = certaintyOf(entry, test);
  const judging = judgingOf(entry, split.status === 'mismatch' ? {...test, isUntrusted: true} : test);
  const context = {measure, entry, certainty, judging, isBayesian: test.options.bayesian};
  return {
    metric: orNull(rows[0]!.metric),
    // A name of nothing names nothing.
    label: entry.label?.trim() ? entry.label : null,
    measure,
    isMoney: Boolean(entry.money),
    better: judging.better,
    isGuardrail: Boolean(entry.guardrail),
    margin: judging.margin,
    control: cells.control,
    balance: split,
    level: certainty.level,
    arms: cells.final.flatMap((cell) => cell.arms.map((row) => measureArm(row, cell, context))),
    comparisons: cells.final.flatMap((cell) =>
      cell.treatments.map((row) => measureComparison(row, cell.control, context)),
    ),
    strata: measureStrata(cells, context),
    courses: measureCourse(cells, context),
    bins: measureBins(cells, context),
  };
}

/** Each interval of a declared family is drawn so that all hold together. */
const certaintyOf = (entry: MetricRow, {data, options, family, level}: TestContext): Certainty => ({
  level: entry.family && family > 1 ? levelOfEach(level, family) : level,
  planned: options.anyTime ? (data.planned ?? 'missing') : null,
});

const judgingOf = (entry: MetricRow, {data, options, isUntrusted}: TestContext): Judging => ({
  isUntrusted,
  isPreliminary: data.finished === false && !options.anyTime,
  better: entry.better ?? 'up',
  // A margin of 0 tolerates nothing, which is no margin.
  margin: entry.margin === 0 ? null : orNull(entry.margin),
});

const NO_SPLIT: Split = {
  status: 'not-checked',
  chiSquare: null,
  df: null,
  pValue: null,
  arms: [],
  unchecked: 'no-plan',
};

/** Against the plan, which is never assumed. */
function splitOf({customers, final}: Cells, {allocation, leftOut}: LiftTest): Split {
  const arms = [...customers];
  const {groups, ...checked} = balance(arms.map(([arm, n]) => ({n, planned: allocation?.[arm] ?? null})));
  const isWithheld = final.some((cell) => cell.arms.some((row) => row.isWithheld));
  const why = isWithheld ? 'withheld' : 'no-customers';
  const hasPlan = isGiven(allocation) && sum(Object.values(allocation)) > 0;
  const missing = hasPlan ? why : leftOut.plan || isGiven(allocation) ? 'unusable-plan' : 'no-plan';
  return {
    ...checked,
    arms: groups.map((share, index) => ({...share, arm: arms[index]![0], n: arms[index]![1]})),
    unchecked: checked.status === 'not-checked' ? missing : null,
  };
}

/** Holm and Benjamini–Hochberg over the p-values of the declared family; `unread` ones may be anything, so 1. */
function withAdjustedPs(metrics: readonly LiftMetric[], unread: number): LiftMetric[] {
  const family = metrics.flatMap(({comparisons}) => comparisons.filter(({isInFamily}) => isInFamily));
  const ps = [...family.map(({pValue}) => pValue), ...Array<number>(unread).fill(1)];
  const [holmed, bh] = [holm(ps), benjaminiHochberg(ps)];
  const adjusted = new Map(family.map((d, index) => [d, {holm: holmed[index]!, benjaminiHochberg: bh[index]!}]));
  return metrics.map((metric) => ({
    ...metric,
    comparisons: metric.comparisons.map((d) => ({...d, ...adjusted.get(d)})),
  }));
}
