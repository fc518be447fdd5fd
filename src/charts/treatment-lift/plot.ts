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

/** Rounding may move an edge a little. */
const EDGE = 1e-6;

export const isBeyond = (y: number, height: number): boolean => y < -EDGE || y > height + EDGE;

/**
 * Path data through places; of many in one column of pixels those that reach farthest. Of a plot of some `height` only
 * what lies in it is drawn.
 */
export const pathThrough = (trace: Trace, height?: number): string =>
  runsOf(trace, trace)
    .map((run) => {
      const line = outermost(run, trace, 'both');
      return height === undefined ? lineThrough(line) : lineThrough(cutAtEdges(line, height), height);
    })
    .join('');

/**
 * Path data around the area between two lines over the same places; it is never drawn narrower than it is. In a plot of
 * some `height` its edge runs along the end of the plot where the area goes on beyond it.
 */
export const areaBetween = (upper: Trace, lower: Trace, height?: number): string =>
  runsOf(upper, lower)
    .map((run) => {
      const [above, below] = [outermost(run, upper, 'upper'), outermost(run, lower, 'lower')].map((edge) =>
        height === undefined ? edge : alongEdges(cutAtEdges(edge, height), height),
      ) as [Trace, Trace];
      const back = {xs: below.xs.toReversed(), ys: below.ys.toReversed()};
      return `${lineThrough(above)}L${lineThrough(back).slice(1)}Z`;
    })
    .join('');

type Run = readonly [from: number, to: number];

/** From where to where both lines have places. */
function runsOf({ys}: Trace, {ys: others}: Trace): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (let index = 0; index <= ys.length; index++) {
    if (ys[index]! <= Infinity && others[index]! <= Infinity) continue;
    if (index > from) runs.push([from, index - 1]);
    from = index + 1;
  }
  return runs;
}

/** The places of a run that an eye can tell apart: its ends, and of each column of pixels the extremes. */
function outermost([from, to]: Run, {xs, ys}: Trace, kept: 'both' | 'upper' | 'lower'): Trace {
  const places: {readonly xs: number[]; readonly ys: number[]} = {xs: [], ys: []};
  let last = -1;
  const add = (index: number) => {
    if (index <= last) return;
    last = index;
    places.xs.push(xs[index]!);
    places.ys.push(ys[index]!);
  };
  add(from);
  for (let start = from, end = from; start <= to; start = end) {
    const column = Math.floor(xs[start]!);
    let upper = start;
    let lower = start;
    for (; end <= to && Math.floor(xs[end]!) === column; end++) {
      if (ys[end]! < ys[upper]!) upper = end;
      if (ys[end]! > ys[lower]!) lower = end;
    }
    if (kept !== 'lower') add(kept === 'upper' ? upper : Math.min(upper, lower));
    if (kept !== 'upper') add(kept === 'lower' ? lower : Math.max(upper, lower));
  }
  add(to);
  return places;
}

/** Farther than any drawing reaches, and still a number. */
const FAR = 1e6;

/** A line with a place of its own wherever it leaves a plot, so that what is drawn of it is drawn where it runs. */
function cutAtEdges({xs, ys}: Trace, height: number): Trace {
  // Most lines stay in the picture.
  if (!ys.some((y) => isBeyond(y, height))) return {xs, ys};
  const cut: {readonly xs: number[]; readonly ys: number[]} = {xs: [], ys: []};
  let before = NaN;
  for (let index = 0; index < xs.length; index++) {
    const y = Math.max(-FAR, Math.min(FAR, ys[index]!));
    for (const edge of before < y ? [0, height] : [height, 0])
      if ((before - edge) * (y - edge) < 0) {
        cut.xs.push(xs[index]! - ((xs[index]! - xs[index - 1]!) * (y - edge)) / (y - before));
        cut.ys.push(edge);
      }
    cut.xs.push(xs[index]!);
    cut.ys.push(y);
    before = y;
  }
  return cut;
}

const alongEdges = ({xs, ys}: Trace, height: number): Trace => ({
  xs,
  ys: ys.map((y) => Math.max(0, Math.min(height, y))),
});

/** Path data through places, without those beyond a plot of some height. */
function lineThrough({xs, ys}: Trace, height = Infinity): string {
  let path = '';
  let command = 'M';
  for (let index = 0; index < xs.length; index++) {
    const isOut = height < Infinity && isBeyond(ys[index]!, height);
    if (!isOut) path += `${command}${rounded(xs[index]!)} ${rounded(ys[index]!)}`;
    command = isOut ? 'M' : 'L';
  }
  return path;
}
