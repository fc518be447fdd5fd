import {widestText} from '../../guides/fit-text.js';
import {label} from '../../scene/marks.js';
import {rounded} from '../../scene/mark-attributes.js';
import type {Mark} from '../../scene/scene.js';
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
  {width, height, right, tick}: {width: number; height: number; right: number; tick: (value: number) => string},
  {frame}: LiftView,
): Plot {
  const axis = axisOf(range, -height, TICK_ROOM);
  const ticks = axis.ticks.map((value) => ({y: axis.place(value), text: tick(value)}));
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

/** A place in a plot; null breaks a line. */
export type Spot = readonly [x: number, y: number] | null;

/** Path data through spots. */
export function pathThrough(spots: readonly Spot[]): string {
  let path = '';
  let pen = 'M';
  for (const spot of spots) {
    if (spot) path += `${pen}${rounded(spot[0])} ${rounded(spot[1])}`;
    pen = spot ? 'L' : 'M';
  }
  return path;
}

/** Path data around the area between two lines over the same places. */
export function areaBetween(upper: readonly Spot[], lower: readonly Spot[]): string {
  let path = '';
  for (let start = 0; start < upper.length; start++) {
    if (!upper[start] || !lower[start]) continue;
    let end = start;
    while (end + 1 < upper.length && upper[end + 1] && lower[end + 1]) end++;
    path += `${pathThrough([...upper.slice(start, end + 1), ...lower.slice(start, end + 1).reverse()])}Z`;
    start = end;
  }
  return path;
}
