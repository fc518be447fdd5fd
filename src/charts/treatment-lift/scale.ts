import {ticks} from 'd3-array';

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

/** Limits farther out than this, in the longest of estimates and near limits, are cut and drawn as arrows. */
const FAR = 3;

interface Reach {
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** The range that shows all estimates, and limits unless they lie far beyond all of them; holds 0. */
export function rangeAroundZero(reaches: readonly Reach[], besides: readonly number[]): readonly [number, number] {
  const near = reaches.flatMap(({estimate, low, high}) => {
    const limits = [low, high].filter((limit) => limit !== null).map(Math.abs);
    return [Math.abs(estimate ?? 0), Number.isFinite(Math.min(...limits)) ? Math.min(...limits) : 0];
  });
  const farthest = FAR * Math.max(...near, ...besides.map(Math.abs), 0) || Infinity;
  const shown = reaches.flatMap(({estimate, low, high}) =>
    [estimate, low, high].filter((value) => value !== null && Number.isFinite(value) && Math.abs(value) <= farthest),
  ) as number[];
  const all = [0, ...shown, ...besides];
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const far = reaches.some(({high}) => high !== null && high > farthest);
  return least === most && !far ? [-1, 1] : [least, far ? Math.max(most, farthest / 2) : most];
}
