import {widestText} from '../../guides/fit-text.js';
import {label} from '../../scene/marks.js';
import {rounded} from '../../scene/mark-attributes.js';
import type {Mark} from '../../scene/scene.js';
import type {TickFormat} from './axis-words.js';
import {type Axis, axisOf} from './scale.js';
import {line} from './scene-rows.js';
import type {LiftView} from './view.js';

/** A plot with a vertical scale; everything inside is relative to its own corner. */
export interface Plot {
  /** Left of this stand the labels of the scale. */
  readonly left: number;
  readonly width: number;
  readonly height: number;
  readonly axis: Axis;
  readonly ticks: readonly {readonly y: number; readonly text: string}[];
}

/** Pixels between two ticks of a vertical scale. */
const TICK_ROOM = 40;

/** A plot in so many pixels, with `right` of them kept free for what is written at the end. */
export function plotOf(
  range: readonly [number, number],
  {width, height, right, tick}: {width: number; height: number; right: number; tick: TickFormat},
  {frame}: LiftView,
): Plot {
  const axis = axisOf(range, -height, TICK_ROOM);
  const ticks = axis.ticks.map((value) => ({y: axis.place(value), text: tick(value, axis.ticks)}));
  const left =
    Math.ceil(
      widestText(
        ticks.map(({text}) => text),
        frame.smallSize,
        frame,
      ),
    ) + frame.unit;
  return {left, width: Math.max(1, width - left - right), height, axis, ticks};
}

/** Grid, labels of the scale, and zero as the strongest line. */
export const drawPlot = ({left, width, axis, ticks}: Plot, {frame: {smallSize, unit}}: LiftView): Mark[] => [
  ...ticks.flatMap(({y, text}, index): Mark[] => [
    line(`grid ${index}`, [left, y, left + width, y], {stroke: 'grid'}),
    label(`tick ${index}`, text, {x: left - unit, y, anchor: 'end', size: smallSize, paint: {fill: 'muted'}}),
  ]),
  line('zero', [left, axis.place(0), left + width, axis.place(0)], {stroke: 'text', strokeWidth: 1.5}),
];

/** Places along a plot from left to right; NaN breaks a line. */
export interface Trace {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

/** Farther than any drawing reaches, and still a number. */
const FAR = 1e6;

/**
 * Lines over the same places cut where a plot ends, `height` below its top: where one of them leaves, all have a place on
 * the edge, so that none is drawn anywhere but where it runs. What lies beyond stays beyond.
 */
export function cutAtEdges(xs: readonly number[], lines: readonly (readonly number[])[], height: number): Trace[] {
  // Of thousands of days mostly none leaves.
  if (!lines.some((ys) => ys.some((y) => isBeyond(y, height)))) return lines.map((ys) => ({xs, ys}));
  const far = lines.map((ys) => ys.map((y) => Math.max(-FAR, Math.min(FAR, y))));
  const places: number[] = [];
  const cut: number[][] = lines.map(() => []);
  const add = (index: number, part: number) => {
    const between = (values: readonly number[]) => values[index]! + (values[index + 1]! - values[index]!) * part;
    places.push(between(xs));
    cut.forEach((ys, line) => ys.push(between(far[line]!)));
  };
  for (let index = 0; index < xs.length; index++) {
    places.push(xs[index]!);
    for (let line = 0; line < far.length; line++) cut[line]!.push(far[line]![index]!);
    if (far.some((ys) => isOver(ys[index]!, ys[index + 1]!, 0) || isOver(ys[index]!, ys[index + 1]!, height)))
      for (const part of crossings(far, index, height)) add(index, part);
  }
  return cut.map((ys) => ({xs: places, ys}));
}

/** Whether an edge lies between two places. */
const isOver = (from: number, to: number, edge: number): boolean => (from - edge) * (to - edge) < 0;

/** Where between two places lines meet an edge, as parts of the way. */
const crossings = (lines: readonly (readonly number[])[], index: number, height: number): number[] =>
  lines
    .flatMap((ys) =>
      [0, height].flatMap((edge) => {
        const [from, to] = [ys[index]!, ys[index + 1]!];
        return isOver(from, to, edge) ? (from - edge) / (from - to) : [];
      }),
    )
    .sort((a, b) => a - b);

/** Rounding may move an edge a little. */
const EDGE = 1e-6;

export const isBeyond = (y: number, height: number): boolean => y < -EDGE || y > height + EDGE;

/** Of a line, only what lies in the plot. */
export const inside = ({xs, ys}: Trace, height: number): Trace => ({
  xs,
  ys: ys.map((y) => (isBeyond(y, height) ? NaN : y)),
});

/** The edge of an area runs along the end of the plot where the area goes on beyond it. */
export const alongEdges = ({xs, ys}: Trace, height: number): Trace => ({
  xs,
  ys: ys.map((y) => Math.max(0, Math.min(height, y))),
});

/** Path data through places; of many in one column of pixels those that reach farthest. */
export const pathThrough = (trace: Trace): string =>
  runsOf(trace, trace)
    .map((run) => lineThrough(outermost(run, trace, both), trace))
    .join('');

/** Path data around the area between two lines over the same places; it is never drawn narrower than it is. */
export const areaBetween = (upper: Trace, lower: Trace): string =>
  runsOf(upper, lower)
    .map((run) => {
      const there = lineThrough(outermost(run, upper, upperOnly), upper);
      return `${there}L${lineThrough(outermost(run, lower, lowerOnly).reverse(), lower).slice(1)}Z`;
    })
    .join('');

type Run = readonly [from: number, to: number];

/** From where to where both lines have places. */
function runsOf({ys}: Trace, {ys: others}: Trace): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (let index = 0; index <= ys.length; index++) {
    if (!Number.isNaN(ys[index]! + others[index]!)) continue;
    if (index > from) runs.push([from, index - 1]);
    from = index + 1;
  }
  return runs;
}

const lineThrough = (indices: readonly number[], {xs, ys}: Trace): string =>
  `M${indices.map((index) => `${rounded(xs[index]!)} ${rounded(ys[index]!)}`).join('L')}`;

/** Which of the extremes of a column of pixels a line keeps, in their order. */
type Keep = (upper: number, lower: number) => readonly number[];
const both: Keep = (upper, lower) => (upper < lower ? [upper, lower] : [lower, upper]);
const upperOnly: Keep = (upper) => [upper];
const lowerOnly: Keep = (_, lower) => [lower];

/** The places of a run that an eye can tell apart: its ends, and of each column of pixels the extremes. */
function outermost([from, to]: Run, {xs, ys}: Trace, keep: Keep): number[] {
  const indices = [from];
  const add = (index: number) => index > indices.at(-1)! && indices.push(index);
  for (let start = from, end = from; start <= to; start = end) {
    const column = Math.floor(xs[start]!);
    let [upper, lower] = [start, start];
    for (; end <= to && Math.floor(xs[end]!) === column; end++) {
      if (ys[end]! < ys[upper]!) upper = end;
      if (ys[end]! > ys[lower]!) lower = end;
    }
    keep(upper, lower).forEach(add);
  }
  add(to);
  return indices;
}
