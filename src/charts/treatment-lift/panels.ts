import type {Datum, Ink} from '../../scene/scene.js';
import {keyOf} from '../../validation/key-of.js';
import {axisTitle, levelOf, tickFormat, type TickFormat} from './axis-words.js';
import type {Comparison} from './comparison.js';
import {hasRange, type Second, secondOf} from './reported.js';
import {datumOfComparison, datumOfStrata, type Item, type Said, saidOf} from './datum.js';
import type {LiftMetric, TreatmentLiftMetrics} from './metrics.js';
import {once} from './places.js';
import type {Reach} from './scale.js';
import type {StrataMetrics} from './strata.js';
import {changeFormat, isUnstable, levelFormat, metricName, rangeText, unitOf, verdictText} from './values.js';
import type {Verdict} from './verdict.js';
import type {LiftReading} from './view.js';

/** One interval to be drawn, with its words. */
export interface RowItem {
  readonly key: string;
  readonly name: string;
  /** Counts behind the estimate; words that only some drawings have room for are made when they are asked for. */
  readonly detail: () => string;
  readonly estimate: number | null;
  readonly low: number | null;
  /** Infinity: nothing bounds it. */
  readonly high: number | null;
  /** The two levels with what stands behind each; null where the data do not say. */
  readonly counts: () => readonly [string, string] | null;
  readonly figure: string;
  readonly range: () => string;
  readonly word: string;
  /** Ink of the interval. */
  readonly ink: Ink;
  /** The estimate is drawn open where nothing is shown, or not yet. */
  readonly isOpen: boolean;
  readonly isStrata: boolean;
  readonly margin: number | null;
  readonly second: Second | null;
  readonly datum: (row: number) => Datum;
}

/** Rows that share a heading; null: the rows name themselves. */
export interface RowGroup {
  readonly heading: string | null;
  readonly items: readonly RowItem[];
}

/** Rows that share a scale. */
export interface RowPanel {
  readonly key: string;
  readonly heading: string | null;
  readonly title: string;
  readonly hasZero: boolean;
  readonly tick: TickFormat;
  readonly groups: readonly RowGroup[];
}

/** Ink of an interval: colour only for a difference that it shows. */
export const INK: Readonly<Record<Verdict, Ink>> = {
  untrusted: 'context',
  'no-interval': 'context',
  'practically-same': 'accent',
  better: 'gain',
  worse: 'loss',
  'better-preliminary': 'gain',
  'worse-preliminary': 'loss',
  inconclusive: 'context',
  'no-clear-difference': 'context',
};

/** Whether a metric's rows are drawn as lifts: never where one of them has no limits as a lift, or unstable ones. */
export function isRelative(metric: LiftMetric, metrics: TreatmentLiftMetrics, {options}: LiftReading): boolean {
  if (metric.measure === null) return true;
  const isWanted =
    options.scale === 'auto'
      ? metric.margin === null && !metric.strata.length && (metrics.metrics.length > 1 || isReported(metric))
      : options.scale === 'relative';
  return isWanted && metric.comparisons.every((d) => d.diffLow === null || (d.liftLow !== null && !isUnstable(d)));
}

/** Whether the back-end gives intervals of its own, which are of lifts. */
const isReported = ({comparisons}: LiftMetric): boolean => comparisons.some(({reported}) => hasRange(reported));

/** Comparisons by scale: lifts together, differences by unit, guardrails apart. */
export function intervalPanels(metrics: TreatmentLiftMetrics, reading: LiftReading): RowPanel[] {
  const panels = new Map<string, RowPanel & {groups: RowGroup[]}>();
  for (const metric of [...metrics.metrics].sort((a, b) => Number(a.isGuardrail) - Number(b.isGuardrail))) {
    const relative = isRelative(metric, metrics, reading);
    const unit = unitOf(metric);
    const own = unit === 'rate' ? '' : (metric.metric ?? '');
    const key = keyOf(
      metric.isGuardrail,
      metric.control,
      relative ? 'lift' : unit,
      relative ? '' : own,
      levelOf(metric),
    );
    const panel = panels.get(key) ?? {...intervalPanel(key, metric, {relative, reading}), groups: []};
    panel.groups.push(...comparisonGroups(metric, metrics, {relative, reading}));
    panels.set(key, panel);
  }
  return [...panels.values()];
}

interface Scaling {
  readonly relative: boolean;
  readonly reading: LiftReading;
}

function intervalPanel(key: string, metric: LiftMetric, {relative, reading}: Scaling): RowPanel {
  return {
    key,
    heading: metric.isGuardrail ? reading.words.guardrails : null,
    title: axisTitle(metric, relative, reading),
    hasZero: true,
    tick: tickFormat(relative ? 'lift' : unitOf(metric), reading),
    groups: [],
  };
}

/** Rows of one metric; those that would repeat the metric's name stand under it. */
function comparisonGroups(metric: LiftMetric, metrics: TreatmentLiftMetrics, scaling: Scaling): RowGroup[] {
  const {reading} = scaling;
  const name = metricName(metric, reading);
  const arms = [...new Set(metric.comparisons.map(({arm}) => arm))];
  const hasSegments = metric.comparisons.some(({segment}) => segment !== null);
  const named = (d: {readonly arm: string; readonly segment: string | null}, rowName: string): Item => ({
    ...d,
    metric,
    name: rowName,
  });
  if (!hasSegments) {
    const isAlone = arms.length === 1 && metrics.metrics.length > 1;
    const items = metric.comparisons.map((d) =>
      comparisonItem(d, named(d, isAlone ? name : d.arm), {...scaling, metrics}),
    );
    return [{heading: isAlone ? null : name, items}];
  }
  return arms.map((arm) => {
    const own = metric.comparisons.filter((d) => d.arm === arm);
    const items = own.map((d) =>
      comparisonItem(d, named(d, d.segment ?? reading.words.allCustomers), {...scaling, metrics}),
    );
    const strata = scaling.relative ? [] : metric.strata.filter((d) => d.arm === arm);
    const pooled = strata.map((d) =>
      strataItem(d, named({arm, segment: null}, reading.words.allSegments), {...scaling, metrics}),
    );
    return {heading: arms.length > 1 ? reading.words.joined([name, arm]) : name, items: [...items, ...pooled]};
  });
}

interface ItemContext extends Scaling {
  readonly metrics: TreatmentLiftMetrics;
}

function comparisonItem(d: Comparison, item: Item, {relative, reading, metrics}: ItemContext): RowItem {
  const {metric, name} = item;
  const drawn = relative ? {estimate: d.lift, low: d.liftLow, high: d.liftHigh} : absolute(d);
  const said = saidOf(d, metric, reading);
  return {
    key: keyOf(metric.metric, d.arm, d.segment),
    name,
    detail: once(() => levelsText(d, metric, reading)),
    counts: once(() => countsOf(d, metric, reading)),
    ...drawn,
    figure: figureOf(d, said, {relative, reading}),
    range: once(() => rangeOf(d, metric, {relative, reading})),
    word: verdictText(d, metrics.isRandomised === true, reading),
    ink: INK[d.verdict],
    isOpen: !isFirm(d.verdict),
    isStrata: false,
    margin: relative ? null : metric.margin,
    second: secondOf(d, relative),
    datum: (row) => datumOfComparison(d, {...item, said, row, column: 0}, {metrics, reading}),
  };
}

export const absolute = ({diff, diffLow, diffHigh}: Pick<Comparison, 'diff' | 'diffLow' | 'diffHigh'>): Reach => ({
  estimate: diff,
  low: diffLow,
  high: diffHigh,
});

const isFirm = (verdict: Verdict): boolean => ['better', 'worse', 'practically-same'].includes(verdict);

/** Estimate on both scales; the back-end's where there is no other. */
function figureOf(d: Comparison, {diff, lift}: Said, {relative, reading}: Scaling): string {
  const {locale, words} = reading;
  const reported = d.reported?.lift ?? null;
  if (diff === null) return reported === null ? '' : locale.fine.percentChange(reported);
  // The range under it is one of lifts, also where the lift itself is not defined.
  if (relative) return words.both(lift ?? locale.words.none, diff);
  return lift === null ? diff : words.both(diff, lift);
}

/** The interval of the drawn scale; empty where there is none. */
function rangeOf(d: Comparison, metric: LiftMetric, {relative, reading}: Scaling): string {
  const {percentChange} = reading.locale.fine;
  if (d.diff === null)
    return hasRange(d.reported) ? rangeText([d.reported.low, d.reported.high], percentChange, reading) : '';
  return d.noInterval === null ? drawnRange(d, metric, {relative, reading}) : '';
}

function drawnRange(d: Comparison, metric: LiftMetric, {relative, reading}: Scaling): string {
  const {locale} = reading;
  return relative
    ? rangeText([d.liftLow, d.liftHigh], locale.fine.percentChange, reading)
    : rangeText([d.diffLow, d.diffHigh], changeFormat(unitOf(metric), locale), reading);
}

function levelsText(d: Comparison, metric: LiftMetric, {words, locale}: LiftReading): string {
  const format = levelFormat(unitOf(metric), locale);
  if (d.value !== null && d.controlValue !== null) return words.against(format(d.value), format(d.controlValue));
  return d.n === null ? '' : words.customersOf(locale.count(d.n));
}

/** What stands behind the two rates, one line each: "18.3% (3,894 of 21,307)"; null where counts are not given. */
function countsOf(d: Comparison, metric: LiftMetric, {words, locale}: LiftReading): readonly [string, string] | null {
  const format = levelFormat(unitOf(metric), locale);
  const one = (value: number | null, count: number | null, n: number | null): string | null =>
    value === null || n === null
      ? null
      : words.behind(
          format(value),
          count === null ? words.customersOf(locale.count(n)) : words.ofCustomers(locale.count(count), locale.count(n)),
        );
  const [treatment, control] = [one(d.value, d.count, d.n), one(d.controlValue, d.controlCount, d.controlN)];
  return treatment === null || control === null ? null : [treatment, words.againstControl(control)];
}

function strataItem(d: StrataMetrics, item: Item, {reading, metrics}: ItemContext): RowItem {
  const {locale, words} = reading;
  return {
    key: keyOf(item.metric.metric, d.arm, 'strata', 'all'),
    name: item.name,
    detail: () => words.stratified,
    counts: () => null,
    ...absolute(d),
    figure: locale.fine.points(d.diff),
    range: () => rangeText([d.diffLow, d.diffHigh], locale.fine.points, reading),
    word: verdictText({...d, noInterval: 'no-spread'}, metrics.isRandomised === true, reading),
    ink: INK[d.verdict],
    isOpen: !isFirm(d.verdict),
    isStrata: true,
    margin: item.metric.margin,
    second: null,
    datum: (row) => datumOfStrata(d, {...item, row, column: 0}, {metrics, reading}),
  };
}
