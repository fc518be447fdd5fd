import type {Datum, Ink} from '../../scene/scene.js';
import {axisTitle, tickFormat} from './axis-words.js';
import {fitText} from '../../guides/fit-text.js';
import {placePanels} from '../../guides/panels.js';
import {keyOf} from '../../validation/key-of.js';
import {arrowsOf, type BandArrow, bandOf, innerBand} from './course-band.js';
import type {Course} from './courses.js';
import {type DayScale, dayScale, type DayTick, dayTicks} from './day-ticks.js';
import {datumOfPoint} from './datum.js';
import type {LiftMetric, TreatmentLiftMetrics} from './metrics.js';
import {INK, isRelative} from './panels.js';
import {isBeyond, pathThrough, type Plot, plotOf} from './plot.js';
import {reachOf} from './reported.js';
import {rangeOfCourse, type Reaches, reachesOf} from './scale.js';
import {changeFormat, metricName, unitOf, verdictText} from './values.js';
import type {LiftView} from './view.js';

/** One day that can be pointed at. */
export interface DayPlace {
  readonly x: number;
  readonly y: number | null;
  readonly width: number;
  readonly datum: Datum;
}

/** One course in its panel. */
export interface CoursePlace {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly heading: string;
  readonly title: string;
  readonly word: string;
  readonly ink: Ink;
  /** Drawn in grey: the back-end's own, or not to be trusted. */
  readonly isApart: boolean;
  readonly plot: Plot;
  /** Path data in the plot. */
  readonly band: string;
  readonly innerBand: string;
  readonly course: string;
  /** Where the band goes on beyond the picture. */
  readonly arrows: readonly BandArrow[];
  /** The last value, beside the plot or, where that has no room, at the end of the title. */
  readonly end: {readonly x: number; readonly y: number; readonly text: string; readonly isBeside: boolean} | null;
  readonly days: readonly DayPlace[];
  readonly dayTicks: readonly DayTick[];
}

export interface TimeLayout {
  readonly width: number;
  readonly height: number;
  readonly panelWidth: number;
  readonly top: number;
  readonly panels: readonly CoursePlace[];
}

const LEAST_PANEL = 340;
const HEIGHT = 200;
/** Days that can be pointed at are this far apart, in pixels. */
const TARGET = 24;

export function layoutTime(metrics: TreatmentLiftMetrics, view: LiftView): TimeLayout {
  const {width, unit, labelSize, smallSize} = view.frame;
  const top = labelSize + smallSize + unit * 3;
  const courses = metrics.metrics.flatMap((metric) => metric.courses);
  const {height, places} = placePanels(courses.length, width, {
    least: LEAST_PANEL,
    height: top + HEIGHT + smallSize * 2,
    gap: unit * 4,
  });
  const panelWidth = places[0]?.width ?? width;
  let row = 0;
  const panels = metrics.metrics.flatMap((metric) => {
    const context = {metric, metrics, width: panelWidth};
    const scale = metric.courses.length ? scaleOf(context, view) : null;
    return metric.courses.map((course, index) =>
      placeCourse(
        course,
        {...context, ...places[row]!, scale: scale!, reaches: scale!.reaches[index]!, row: row++},
        view,
      ),
    );
  });
  return {width, height, panelWidth, top, panels};
}

interface MetricContext {
  readonly metric: LiftMetric;
  readonly metrics: TreatmentLiftMetrics;
  readonly width: number;
}

/** What the courses of one metric share: they are there to be compared. */
interface CourseScale {
  readonly relative: boolean;
  readonly reaches: readonly Reaches[];
  readonly plot: Plot;
  readonly days: DayScale;
  readonly dayTicks: readonly DayTick[];
  /** A value with its unit, and whether there is room for it beside the plot. */
  readonly textOf: (value: number) => string;
  readonly isBeside: boolean;
}

interface PanelContext extends MetricContext {
  readonly x: number;
  readonly y: number;
  readonly row: number;
  readonly scale: CourseScale;
  readonly reaches: Reaches;
}

/** What points draw on the chosen scale. */
const SEEN = {
  absolute: {estimate: 'diff', low: 'diffLow', high: 'diffHigh'},
  relative: {estimate: 'lift', low: 'liftLow', high: 'liftHigh'},
} as const;

/** Part of a panel that values beside its plot may take. */
const BESIDE = 0.2;

function scaleOf({metric, metrics, width}: MetricContext, view: LiftView): CourseScale {
  const {frame, locale} = view;
  const relative = isRelative(metric, metrics, view);
  const {estimate, low, high} = SEEN[relative ? 'relative' : 'absolute'];
  const textOf = relative ? locale.fine.percentChange : changeFormat(unitOf(metric), locale);
  const points = metric.courses.map((course) => course.points);
  const reaches = points.map((own): Reaches =>
    metric.measure === null
      ? reachesOf(own.map(({reported}) => reachOf(reported)))
      : {
          estimate: own.map((point) => point[estimate] ?? NaN),
          low: own.map((point) => point[low] ?? NaN),
          high: own.map((point) => point[high] ?? NaN),
        },
  );
  const ranges = reaches.map(rangeOfCourse);
  const ends = reaches.map((own) => frame.textWidth(endText(own, textOf), frame.labelSize, 'bold'));
  const beside = Math.max(...ends) + frame.unit * 1.5;
  const isBeside = beside <= width * BESIDE;
  const plot = plotOf(
    [Math.min(...ranges.map(([least]) => least)), Math.max(...ranges.map(([, most]) => most))],
    {
      ...{width, height: HEIGHT, right: isBeside ? beside : frame.unit},
      tick: tickFormat(relative ? 'lift' : unitOf(metric), view),
    },
    view,
  );
  const days = dayScale(
    points.flatMap((own) => [own[0]!.date, own.at(-1)!.date]),
    plot,
  );
  return {relative, reaches, plot, days, dayTicks: dayTicks(days, {width}, view), textOf, isBeside};
}

function endText({estimate}: Reaches, textOf: (value: number) => string): string {
  const last = estimate.at(-1)!;
  return Number.isNaN(last) ? '' : textOf(last);
}

function placeCourse(course: Course, context: PanelContext, view: LiftView): CoursePlace {
  const {frame, words} = view;
  const {metric, metrics, width, reaches, scale} = context;
  const {relative, plot, isBeside} = scale;
  const {low, high} = SEEN[relative ? 'relative' : 'absolute'];
  const {points} = course;
  const text = endText(reaches, scale.textOf);
  const xs = points.map(({date}) => scale.days.placeOf(date));
  const comparison = metric.comparisons.find((d) => d.arm === course.arm && d.segment === course.segment);
  const heading = words.joined([metricName(metric, view), course.arm, ...(course.segment ? [course.segment] : [])]);
  const word = comparison ? verdictText(comparison, metrics.isRandomised === true, view) : '';
  const wordWidth = frame.textWidth(word, frame.labelSize, 'bold') + frame.unit;
  const ys = reaches.estimate.map(plot.axis.place);
  const arrows = [...arrowsOf(reaches.high, {xs, plot, isUp: true}), ...arrowsOf(reaches.low, {xs, plot, isUp: false})];
  const titleWidth = width - (isBeside ? 0 : frame.textWidth(text, frame.labelSize, 'bold') + frame.unit);
  const title = titleOf(axisTitle(metric, relative, view), arrows, {...view, width: titleWidth});
  return {
    key: keyOf(metric.metric, course.arm, course.segment),
    ...{x: context.x, y: context.y, plot, word},
    heading: fitText(heading, width - wordWidth, {...frame, size: frame.labelSize, weight: 'bold'}),
    title: fitText(title, titleWidth, {...frame, size: frame.smallSize}),
    ink: comparison ? INK[comparison.verdict] : 'context',
    isApart: metric.measure === null || comparison?.verdict === 'untrusted',
    band: bandOf([reaches.high, reaches.low], {xs, plot}),
    innerBand: innerBand(points, {xs, plot, high, low}),
    course: pathThrough({xs, ys}, plot.height),
    arrows,
    end: text ? {x: xs.at(-1)!, y: ys.at(-1)!, text, isBeside} : null,
    days: pointable(course, {...context, plot, xs, ys}, view),
    dayTicks: scale.dayTicks,
  };
}

/** With what the arrows mean, where that has room. */
function titleOf(
  title: string,
  {length}: readonly BandArrow[],
  {words, frame, width}: LiftView & {readonly width: number},
): string {
  const explained = words.joined([title, words.goesOn]);
  return length > 0 && frame.textWidth(explained, frame.smallSize) <= width ? explained : title;
}

interface DaysContext extends PanelContext {
  readonly plot: Plot;
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

/** As many days as can be told apart by pointing, the last always among them. */
function pointable(course: Course, context: DaysContext, view: LiftView): DayPlace[] {
  const {plot, xs, ys, metric, metrics, row} = context;
  const {points, arm, segment} = course;
  const most = Math.max(2, Math.floor(plot.width / TARGET));
  const step = Math.max(1, Math.ceil(points.length / most));
  const count = Math.ceil(points.length / step);
  return Array.from({length: count}, (_, column) => {
    const index = points.length - 1 - (count - 1 - column) * step;
    const item = {metric, name: '', arm, segment, row, column};
    const datum = datumOfPoint(points[index]!, item, {metrics, reading: view});
    const y = ys[index]!;
    return {
      x: xs[index]!,
      y: Number.isNaN(y) || isBeyond(y, plot.height) ? null : y,
      width: plot.width / count,
      datum,
    };
  });
}
