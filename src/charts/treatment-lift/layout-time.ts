import type {Datum, Ink} from '../../scene/scene.js';
import {axisTitle, tickFormat} from './axis-words.js';
import {fitText} from '../../guides/fit-text.js';
import {placePanels} from '../../guides/panels.js';
import {keyOf} from '../../validation/key-of.js';
import {arrowsOf, type BandArrow, bandOf, innerBand} from './course-band.js';
import type {Course, CoursePoint} from './courses.js';
import {datumOfPoint} from './datum.js';
import type {LiftMetric, TreatmentLiftMetrics} from './metrics.js';
import {INK, isRelative} from './panels.js';
import {cutAtEdges, inside, isBeyond, pathThrough, type Plot, plotOf, type Trace} from './plot.js';
import {rangeOfCourse, type Reaches} from './scale.js';
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
  readonly isUntrusted: boolean;
  readonly plot: Plot;
  /** Path data in the plot. */
  readonly band: string;
  readonly innerBand: string;
  readonly course: string;
  /** Where the band goes on beyond the picture. */
  readonly arrows: readonly BandArrow[];
  readonly end: {readonly x: number; readonly y: number; readonly text: string} | null;
  readonly days: readonly DayPlace[];
  readonly dayTicks: readonly {
    readonly x: number;
    readonly text: string;
    readonly anchor: 'start' | 'middle' | 'end';
  }[];
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

interface NamedCourse {
  readonly metric: LiftMetric;
  readonly course: Course;
}

export function layoutTime(metrics: TreatmentLiftMetrics, view: LiftView): TimeLayout {
  const {width, unit, labelSize, smallSize} = view.frame;
  const courses = metrics.metrics.flatMap((metric) => metric.courses.map((course) => ({metric, course})));
  const top = labelSize + smallSize + unit * 3;
  const {height, places} = placePanels(courses.length, width, {
    least: LEAST_PANEL,
    height: top + HEIGHT + smallSize * 2,
    gap: unit * 4,
  });
  const panels = courses.map((named, index) => placeCourse(named, {...places[index]!, row: index, metrics}, view));
  return {width, height, panelWidth: places[0]?.width ?? width, top, panels};
}

interface PanelContext {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly row: number;
  readonly metrics: TreatmentLiftMetrics;
}

/** What points draw on the chosen scale. */
const SEEN = {
  absolute: {estimate: 'diff', low: 'diffLow', high: 'diffHigh'},
  relative: {estimate: 'lift', low: 'liftLow', high: 'liftHigh'},
} as const;

function placeCourse({metric, course}: NamedCourse, context: PanelContext, view: LiftView): CoursePlace {
  const {frame, words, locale} = view;
  const {metrics, width} = context;
  const relative = isRelative(metric, metrics, view);
  const unit = relative ? 'lift' : unitOf(metric);
  const {estimate, low, high} = SEEN[relative ? 'relative' : 'absolute'];
  const {points} = course;
  const outer: Reaches = {
    estimate: points.map((point) => point[estimate] ?? NaN),
    low: points.map((point) => point[low] ?? NaN),
    high: points.map((point) => point[high] ?? NaN),
  };
  const last = points.at(-1)![estimate];
  const change = relative ? locale.fine.percentChange : changeFormat(unitOf(metric), locale);
  const text = last === null ? '' : change(last);
  const plot = plotOf(
    rangeOfCourse(outer),
    {
      ...{width, height: HEIGHT, right: frame.textWidth(text, frame.labelSize, 'bold') + frame.unit * 1.5},
      tick: tickFormat(unit, view),
    },
    view,
  );
  const xs = placesOfDays(points, plot);
  const comparison = metric.comparisons.find((d) => d.arm === course.arm && d.segment === course.segment);
  const heading = words.joined([metricName(metric, view), course.arm, ...(course.segment ? [course.segment] : [])]);
  const word = comparison ? verdictText(comparison, metrics.isRandomised === true, view) : '';
  const wordWidth = frame.textWidth(word, frame.labelSize, 'bold') + frame.unit;
  const ys = outer.estimate.map(plot.axis.place);
  const arrows = [...arrowsOf(outer.high, {xs, plot, isUp: true}), ...arrowsOf(outer.low, {xs, plot, isUp: false})];
  const title = titleOf(axisTitle(metric, relative, view), arrows, {...view, width});
  return {
    key: keyOf(metric.metric, course.arm, course.segment),
    ...{x: context.x, y: context.y, plot, word},
    heading: fitText(heading, width - wordWidth, {...frame, size: frame.labelSize, weight: 'bold'}),
    title: fitText(title, width, {...frame, size: frame.smallSize}),
    ink: comparison ? INK[comparison.verdict] : 'context',
    isUntrusted: comparison?.verdict === 'untrusted',
    band: bandOf([outer.high, outer.low], {xs, plot}),
    innerBand: innerBand(points, {xs, plot, limits: [high, low]}),
    course: pathThrough(inside(cutAtEdges(xs, [ys], HEIGHT)[0]!, HEIGHT)),
    arrows,
    end: last === null ? null : {x: xs.at(-1)!, y: ys.at(-1)!, text},
    days: pointable(course, {...context, metric, plot, line: {xs, ys}}, view),
    dayTicks: dayTicks(course, {xs, plot}, view),
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

/** Days since 1970; a month or a year counts from its first day, which is how the language itself reads ISO days. */
const dayNumber = ({date}: CoursePoint): number => Date.parse(date) / 864e5;

function placesOfDays(points: readonly CoursePoint[], {left, width}: Plot): number[] {
  const days = points.map(dayNumber);
  const [first, last] = [days[0]!, days.at(-1)!];
  const perDay = width / (last - first);
  return days.map((day) => left + (last === first ? width / 2 : (day - first) * perDay));
}

interface DaysContext extends PanelContext {
  readonly metric: LiftMetric;
  readonly plot: Plot;
  readonly line: Trace;
}

/** As many days as can be told apart by pointing, the last always among them. */
function pointable(course: Course, context: DaysContext, view: LiftView): DayPlace[] {
  const {plot, line, metric, metrics, row} = context;
  const {points, arm, segment} = course;
  const most = Math.max(2, Math.floor(plot.width / TARGET));
  const step = Math.max(1, Math.ceil(points.length / most));
  const count = Math.ceil(points.length / step);
  return Array.from({length: count}, (_, column) => {
    const index = points.length - 1 - (count - 1 - column) * step;
    const item = {metric, name: '', arm, segment, row, column};
    const datum = datumOfPoint(points[index]!, item, {metrics, reading: view});
    const y = line.ys[index]!;
    return {
      x: line.xs[index]!,
      y: Number.isNaN(y) || isBeyond(y, plot.height) ? null : y,
      width: plot.width / count,
      datum,
    };
  });
}

/** First and last day, and as many between as have room. */
function dayTicks(
  {points}: Course,
  {xs, plot}: Pick<Trace, 'xs'> & {readonly plot: Plot},
  {frame, locale}: LiftView,
): CoursePlace['dayTicks'] {
  const text = (index: number) => locale.day(points[index]!.date);
  const last = points.length - 1;
  const room = frame.textWidth(text(last), frame.smallSize) + frame.unit * 3;
  const count = Math.max(1, Math.min(last, Math.floor(plot.width / room), 5));
  const indices = last > 0 ? Array.from({length: count + 1}, (_, k) => Math.round((k * last) / count)) : [0];
  let free = Infinity;
  // From the last day backwards: it is the one that must be named.
  const named = [...new Set(indices)].reverse().flatMap((index): CoursePlace['dayTicks'][number][] => {
    const width = frame.textWidth(text(index), frame.smallSize);
    const anchor = last <= 0 ? 'middle' : index === 0 ? 'start' : index === last ? 'end' : 'middle';
    const start = xs[index]! - {start: 0, middle: width / 2, end: width}[anchor];
    if (start + width > free || start < 0) return [];
    free = start - frame.unit;
    return [{x: xs[index]!, text: text(index), anchor}];
  });
  return named.reverse();
}
