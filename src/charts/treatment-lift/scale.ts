import {max, ticks} from 'd3-array';

/** A linear scale with its ticks. */
export interface Axis {
  readonly low: number;
  readonly high: number;
  /** A value's place in pixels from the start of the axis. */
  readonly place: (value: number) => number;
  readonly ticks: readonly number[];
}

/** Pixels between two ticks, at least. */
const TICK_ROOM = 72;
/** Part of the range that stays free on either side. */
const PAD = 0.06;

/** An axis over a range of values in a length of pixels, which may be negative to run upwards. */
export function axisOf([low, high]: readonly [number, number], length: number, room = TICK_ROOM): Axis {
  const pad = (high - low) * PAD || Math.abs(high) * PAD || 1;
  const [least, most] = [low - pad, high + pad];
  const count = Math.max(2, Math.min(8, Math.floor(Math.abs(length) / room)));
  const origin = length < 0 ? -length : 0;
  return {
    low: least,
    high: most,
    place: (value) => origin + ((value - least) / (most - least)) * length,
    ticks: ticks(least, most, count),
  };
}

/** A value's place, at the edge where it lies beyond; NaN stays. */
export const within = ({low, high, place}: Axis, value: number): number => place(Math.min(high, Math.max(low, value)));

export const placeOn = (axis: Axis, value: number | null): number | null =>
  value === null ? null : within(axis, value);

/** Limits farther out than this, in the longest of estimates and near limits, are cut and drawn as arrows. */
const FAR = 3;

/** What an interval draws. */
export interface Reach {
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** What many intervals draw, part by part; NaN where one has none. Lists of numbers alone are what browsers are quick at. */
export type Reaches = Readonly<Record<keyof Reach, readonly number[]>>;

export const reachesOf = (reaches: readonly Reach[]): Reaches => ({
  estimate: reaches.map(({estimate}) => estimate ?? NaN),
  low: reaches.map(({low}) => low ?? NaN),
  high: reaches.map(({high}) => high ?? NaN),
});

/** The range that shows all estimates, and limits unless they lie far beyond all of them; holds 0. */
export function rangeAroundZero({estimate, low, high}: Reaches, besides: readonly number[]): readonly [number, number] {
  let near = max(estimate, Math.abs) ?? 0;
  for (let index = 0; index < low.length; index++) near = Math.max(near, nearLimit(low[index]!, high[index]!));
  const reach = FAR * Math.max(near, ...besides.map(Math.abs));
  const farthest = reach || Number.MAX_VALUE;
  let [least, most] = [Math.min(0, ...besides), Math.max(0, ...besides)];
  // Not by spreading lists: a list of days may be longer than what a function takes.
  for (const values of [estimate, low, high])
    for (const value of values)
      if (Math.abs(value) <= farthest) {
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
  if (high.some((value) => value > farthest)) most = Math.max(most, reach / 2);
  if (low.includes(-Infinity)) least = Math.min(least, -reach / 2);
  return least === most ? [-1, 1] : [least, most];
}

/** More days than this may leave the picture at the start, when hardly anybody has been counted. */
const MANY_DAYS = 400;

/** The range of a course: what has settled, estimates, and early limits unless they would crush the rest. */
export function rangeOfCourse({estimate, low, high}: Reaches): readonly [number, number] {
  const settled = (values: readonly number[]) => values.slice(Math.floor(values.length / 4));
  const shown = estimate.length > MANY_DAYS ? settled(estimate) : estimate;
  const [least, most] = rangeAroundZero({estimate: shown, low: settled(low), high: settled(high)}, []);
  const room = most - least;
  let [lowest, highest] = [least, most];
  for (const values of [estimate, low, high])
    for (const value of values) {
      if (value < lowest && value >= least - room) lowest = value;
      if (value > highest && value <= most + room) highest = value;
    }
  return [lowest, highest];
}

/** How far the nearer limit lies; 0 without one. */
function nearLimit(low: number, high: number): number {
  const below = Math.abs(low);
  const above = Math.abs(high);
  const nearer = below <= above || Number.isNaN(above) ? below : above;
  return Number.isFinite(nearer) ? nearer : 0;
}
