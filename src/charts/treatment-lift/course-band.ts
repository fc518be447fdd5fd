import type {CoursePoint} from './courses.js';
import {areaBetween, type Plot} from './plot.js';

/** Arrows are this far apart, in pixels. */
const APART = 24;

/** The band goes on upwards or downwards, without end where nothing bounds it. */
export interface BandArrow {
  readonly x: number;
  readonly isUp: boolean;
  readonly isUnbounded: boolean;
}

interface InPlot {
  readonly xs: readonly number[];
  readonly plot: Plot;
}

/** The area between upper and lower limits, as far as it lies in the plot. */
export function bandOf(
  [high, low]: readonly [readonly number[], readonly number[]],
  {xs, plot: {axis, height}}: InPlot,
): string {
  return areaBetween({xs, ys: high.map(axis.place)}, {xs, ys: low.map(axis.place)}, height);
}

type Limit = 'diffLow' | 'diffHigh' | 'liftLow' | 'liftHigh';

export function innerBand(
  points: readonly CoursePoint[],
  {high, low, ...inPlot}: InPlot & Readonly<Record<'high' | 'low', Limit>>,
): string {
  const valuesOf = (limit: Limit) => points.map(({oneLook}) => oneLook?.[limit] ?? NaN);
  return points.some(({oneLook}) => oneLook) ? bandOf([valuesOf(high), valuesOf(low)], inPlot) : '';
}

/** One arrow for each stretch of days whose limits lie beyond an edge, as far apart as arrows can be told apart. */
export function arrowsOf(
  limits: readonly number[],
  {xs, plot: {axis}, isUp}: InPlot & Pick<BandArrow, 'isUp'>,
): BandArrow[] {
  const arrows: BandArrow[] = [];
  const isCut = (limit: number | undefined) => (isUp ? limit! > axis.high : limit! < axis.low);
  for (let from = 0; from < limits.length; from++) {
    if (!isCut(limits[from])) continue;
    const first = from;
    while (isCut(limits[from + 1])) from++;
    // A day alone among days without limits has no band that could go on.
    if (limits.length > 1 && first === from && [first - 1, from + 1].every((at) => !(Math.abs(limits[at]!) >= 0)))
      continue;
    const x = (xs[first]! + xs[from]!) / 2;
    const isUnbounded = limits.slice(first, from + 1).some((limit) => Math.abs(limit) === Infinity);
    if (x - (arrows.at(-1)?.x ?? -Infinity) >= APART) arrows.push({x, isUp, isUnbounded});
  }
  return arrows;
}
