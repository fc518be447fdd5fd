import type {Datum, DatumLine} from '../../scene/scene.js';
import {keyOf} from '../../validation/key-of.js';
import type {Comparison} from './comparison.js';
import type {CoursePoint} from './courses.js';
import type {LiftMetric, TreatmentLiftMetrics} from './metrics.js';
import {credibleLine, reportedLines} from './reported.js';
import type {StrataMetrics} from './strata.js';
import {
  changeFormat,
  isUnstable,
  levelFormat,
  metricName,
  probabilityText,
  pText,
  rangeText,
  unitOf,
  verdictText,
} from './values.js';
import type {LiftReading} from './view.js';

/** A row and its place among the others. */
export interface Placed extends Item, Pick<Datum, 'row' | 'column'> {
  /** The estimate in words, where they are made already. */
  readonly said?: Said;
}

/** A row before it has a place. */
export interface Item {
  readonly metric: LiftMetric;
  readonly name: string;
  readonly arm: string;
  readonly segment: string | null;
}

/** Difference and lift as words, null where they are not defined; an unstable lift is only called so. */
export interface Said {
  readonly diff: string | null;
  readonly lift: string | null;
}

export const saidOf = (
  d: Pick<Comparison, 'diff' | 'lift' | 'g'>,
  metric: LiftMetric,
  {locale, words}: LiftReading,
): Said => ({
  diff: d.diff === null ? null : changeFormat(unitOf(metric), locale)(d.diff),
  lift: d.lift === null ? null : isUnstable(d) ? words.unstable : locale.fine.percentChange(d.lift),
});

interface Context {
  readonly metrics: TreatmentLiftMetrics;
  readonly reading: LiftReading;
}

/** Whom a row, a course or a score is about. */
export const titleOf = ({metric, arm, segment}: Item, reading: LiftReading): string =>
  reading.words.joined([metricName(metric, reading), arm, ...(segment === null ? [] : [segment])]);

/** What a comparison says when it is pointed at, focused or selected; its lines are worded no sooner. */
export function datumOfComparison(d: Comparison, item: Placed, {metrics, reading}: Context): Datum {
  const {words, locale} = reading;
  const {metric, row, column} = item;
  const {diff, lift} = item.said ?? saidOf(d, metric, reading);
  const difference = diff ?? locale.words.none;
  const verdict = verdictText(d, metrics.isRandomised === true, reading);
  const title = titleOf(item, reading);
  const range = rangeText([d.diffLow, d.diffHigh], changeFormat(unitOf(metric), locale), reading);
  const estimate = lift === null ? difference : words.both(difference, lift);
  return {
    id: keyOf(metric.metric, d.arm, d.segment),
    title,
    get label() {
      const sentence = words.comparisonSentence({name: title, estimate, range, verdict});
      // Where nothing else is known the sentence holds what the back-end reports.
      return diff === null && d.reported ? sentenceOf(title, reportedLines(d, reading), reading) : sentence;
    },
    get lines() {
      return [...comparisonLines(d, metric, reading), {name: words.verdictColumn, value: verdict}];
    },
    get detail() {
      return detailOf(d, metric);
    },
    row,
    column,
  };
}

const sentenceOf = (title: string, lines: readonly DatumLine[], {words}: LiftReading): string =>
  words.joined([title, ...lines.map(({name, value}) => `${name}: ${value}`)]);

function comparisonLines(d: Comparison, metric: LiftMetric, reading: LiftReading): DatumLine[] {
  const {words, locale} = reading;
  const change = changeFormat(unitOf(metric), locale);
  return [
    ...levelLines(d, metric, reading),
    ...estimateLine(words.difference, [d.diff, d.diffLow, d.diffHigh], {format: change, reading}),
    ...(d.controlValue === 0 && d.diff !== null ? [{name: words.lift, value: words.noLift}] : liftLine(d, reading)),
    ...reportedLines(d, reading),
    ...(d.pValue === null ? [] : [{name: words.p, value: pText(d.pValue)}]),
    ...(d.bayesian ? [{name: words.probability, value: probabilityText(d.bayesian.probability, locale)}] : []),
    ...credibleLine(d.bayesian, {format: change, reading}),
  ];
}

/** Plain values for the page. */
const detailOf = (d: Comparison, metric: LiftMetric): Datum['detail'] => ({
  metric: metric.metric,
  arm: d.arm,
  segment: d.segment,
  control: d.control,
  n: d.n,
  controlN: d.controlN,
  diff: d.diff,
  diffLow: d.diffLow,
  diffHigh: d.diffHigh,
  lift: d.lift,
  liftLow: d.liftLow,
  liftHigh: d.liftHigh,
  pValue: d.pValue,
  verdict: d.verdict,
});

/** How values of a line are worded. */
export interface LineContext {
  readonly format: (value: number) => string;
  readonly reading: LiftReading;
}

/** Estimate and limits in one line; an estimate without limits still has its line. */
function estimateLine(
  name: string,
  [estimate, low, high]: readonly [number | null, number | null, number | null],
  {format, reading}: LineContext,
): DatumLine[] {
  if (estimate === null && low === null) return [];
  const own = estimate === null ? reading.locale.words.none : format(estimate);
  return [{name, value: low === null ? own : `${own} (${rangeText([low, high], format, reading)})`}];
}

/** The lift with its limits, and that it is unstable. */
const liftLine = (d: Comparison | CoursePoint, reading: LiftReading): DatumLine[] => {
  const {words, locale} = reading;
  const [line] = estimateLine(words.lift, [d.lift, d.liftLow, d.liftHigh], {
    format: locale.fine.percentChange,
    reading,
  });
  return line ? [isUnstable(d) ? {...line, value: words.joined([line.value, words.unstable])} : line] : [];
};

function levelLines(d: Comparison, metric: LiftMetric, {words, locale}: LiftReading): DatumLine[] {
  const format = levelFormat(unitOf(metric), locale);
  const line = (name: string, [value, count, n]: readonly (number | null)[]): DatumLine[] => {
    if (value === null || value === undefined) return [];
    const customers = typeof n === 'number' ? locale.count(n) : '';
    const counts = typeof count === 'number' ? words.ofCustomers(locale.count(count), customers) : customers;
    return [{name, value: counts ? `${format(value)} (${counts})` : format(value)}];
  };
  return [...line(d.arm, [d.value, d.count, d.n]), ...line(d.control, [d.controlValue, d.controlCount, d.controlN])];
}

export function datumOfStrata(d: StrataMetrics, item: Placed, {metrics, reading}: Context): Datum {
  const {words, locale} = reading;
  const format = locale.fine.points;
  const title = words.joined([titleOf(item, reading), words.allSegments]);
  const verdict = verdictText({...d, noInterval: 'no-spread'}, metrics.isRandomised === true, reading);
  const range = rangeText([d.diffLow, d.diffHigh], format, reading);
  return {
    id: keyOf(item.metric.metric, d.arm, 'strata', 'all'),
    title,
    label: words.comparisonSentence({name: title, estimate: format(d.diff), range, verdict}),
    lines: [
      ...estimateLine(words.stratified, [d.diff, d.diffLow, d.diffHigh], {format, reading}),
      ...(d.pValue === null ? [] : [{name: words.p, value: pText(d.pValue)}]),
      {name: words.verdictColumn, value: verdict},
    ],
    detail: {metric: item.metric.metric, arm: d.arm, diff: d.diff, diffLow: d.diffLow, diffHigh: d.diffHigh},
    row: item.row,
    column: item.column,
  };
}

/** What one day of a test says. */
export function datumOfPoint(point: CoursePoint, item: Placed, {metrics, reading}: Context): Datum {
  const {words, locale} = reading;
  const change = changeFormat(unitOf(item.metric), locale);
  const title = words.joined([titleOf(item, reading), locale.day(point.date)]);
  const range = rangeText([point.diffLow, point.diffHigh], change, reading);
  const estimate = point.diff === null ? locale.words.none : change(point.diff);
  const n = (value: number | null) => (value === null ? locale.words.none : locale.count(value));
  const reported = reportedLines(point, reading);
  return {
    id: keyOf(item.metric.metric, item.arm, item.segment, point.date),
    title,
    label:
      point.diff === null && reported.length
        ? sentenceOf(title, reported, reading)
        : words.armSentence({name: title, value: estimate, range}),
    lines: [
      ...estimateLine(words.difference, [point.diff, point.diffLow, point.diffHigh], {format: change, reading}),
      ...liftLine(point, reading),
      {name: words.customers, value: words.against(n(point.n), n(point.controlN))},
      ...reported,
    ],
    detail: {
      ...{metric: item.metric.metric, arm: item.arm, segment: item.segment, date: point.date, n: point.n},
      ...{diff: point.diff, diffLow: point.diffLow, diffHigh: point.diffHigh, isRandomised: metrics.isRandomised},
    },
    row: item.row,
    column: item.column,
  };
}

/** What one bin of scores says. */
export function datumOfBin(d: Comparison & {readonly bin: number}, item: Placed, context: Context): Datum {
  const datum = datumOfComparison(d, item, context);
  const {binOf, joined} = context.reading.words;
  const bin = binOf(String(d.bin));
  return {
    ...datum,
    id: keyOf(item.metric.metric, d.arm, d.segment, d.bin),
    title: joined([datum.title, bin]),
    label: joined([bin, datum.label]),
    detail: {...datum.detail, bin: d.bin},
  };
}
