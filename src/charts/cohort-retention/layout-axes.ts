import {widestText} from '../../guides/fit-text.js';
import type {CohortView} from './view.js';

export interface Tick {
  readonly at: number;
  readonly text: string;
}

/** A plot with a value axis from 0 and an axis of ages or of time. */
export interface Axis {
  readonly top: number;
  /** Of the whole panel, axis labels included. */
  readonly height: number;
  /** The middle of the labels along the axis. */
  readonly foot: number;
  readonly plot: {readonly x: number; readonly y: number; readonly width: number; readonly height: number};
  readonly xOf: (value: number) => number;
  readonly yOf: (value: number) => number;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  readonly title: string;
}

interface AxisNeeds {
  readonly top: number;
  /** Positions along the axis; whole ones are labelled. */
  readonly ages: readonly number[];
  readonly most: number;
  /** Of values; percent unless given. */
  readonly format: ((value: number) => string) | null;
  /** Room for labels at the right end, in pixels. */
  readonly right: number;
  readonly title: string;
  /** Room for marks between axis and labels, in pixels. */
  readonly beneath: number;
  readonly view: CohortView;
  /** Instead of numbers. */
  readonly xTicksOf?: (room: number) => readonly {readonly value: number; readonly text: string}[];
}

const Y_TICKS = 4;

export function placeAxes({top, ages, most, format, right, title, beneath, view, xTicksOf}: AxisNeeds): Axis {
  const {frame, locale} = view;
  const step = roundStep((most || 1) / Y_TICKS);
  const highest = Math.ceil((most || 1) / step - 1e-9) * step;
  const textOf = format ?? (step < 0.0099 ? locale.percent : locale.wholePercent);
  const values = multiplesOf(step, 0, highest);
  const left = Math.ceil(widestText(values.map(textOf), frame.smallSize, frame)) + frame.unit;
  const plot = {
    x: left,
    y: top + frame.smallSize,
    width: Math.max(40, frame.width - left - right),
    height: Math.min(320, Math.max(frame.unit * 22, frame.width * 0.42)),
  };
  const [from, to] = [ages[0] ?? 0, ages.at(-1) ?? 1];
  const xOf = (value: number) => plot.x + (to > from ? ((value - from) / (to - from)) * plot.width : plot.width / 2);
  const yOf = (value: number) => plot.y + plot.height * (1 - value / highest);
  const apart = (to - from) / Math.max(2, plot.width / (frame.smallSize * 4.5));
  const whole = multiplesOf(apart > 1 ? roundStep(apart) : 1, from, to);
  const along = xTicksOf?.(plot.width) ?? whole.map((value) => ({value, text: locale.count(value)}));
  return {
    top,
    height: plot.height + beneath + frame.smallSize * 4.6,
    foot: plot.y + plot.height + beneath + frame.smallSize * 1.1,
    plot,
    xOf,
    yOf,
    xTicks: fittingTicks(
      along.map(({value, text}) => ({at: xOf(value), text})),
      view,
    ),
    yTicks: values.map((value) => ({at: yOf(value), text: textOf(value)})),
    title,
  };
}

/** The round number nearest to a step: 1, 2 or 5 times a power of ten. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const error = step / power;
  return power * (error >= Math.sqrt(50) ? 10 : error >= Math.sqrt(10) ? 5 : error >= Math.SQRT2 ? 2 : 1);
}

function multiplesOf(step: number, from: number, to: number): number[] {
  const [first, last] = [Math.ceil(from / step - 1e-9), Math.floor(to / step + 1e-9)];
  // 3 × 0.1 is not quite 0.3.
  return Array.from({length: Math.max(0, last - first + 1)}, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

/** Ticks whose labels neither leave the drawing nor touch. */
function fittingTicks(along: readonly Tick[], {frame}: CohortView): Tick[] {
  let free = 0;
  return along.filter(({at, text}) => {
    const half = frame.textWidth(text, frame.smallSize) / 2;
    if (at - half < free || at + half > frame.width) return false;
    free = at + half + frame.unit / 2;
    return true;
  });
}

/** The place in a list of the value nearest to another; 0 in an empty one. */
export const nearest = (values: readonly number[], to: number): number =>
  values.reduce((best, value, place) => (Math.abs(value - to) < Math.abs(values[best]! - to) ? place : best), 0);
