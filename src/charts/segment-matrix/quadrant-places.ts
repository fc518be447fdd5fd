import type {DatumBox} from '../../scene/scene.js';
import type {AxisFormat} from './formats.js';
import type {Axis, QuadrantMetrics, QuadrantsMetrics, SegmentMetrics} from './metrics.js';

/** More bubbles than this carry no names and no arrows. */
export const NAMED = 60;

/** A segment with its place. */
export interface Bubble {
  readonly segment: SegmentMetrics;
  readonly cx: number;
  readonly cy: number;
  readonly r: number;
  /** Where it came from; null where that is not known or nearer than an arrow is long. */
  readonly before: {readonly x: number; readonly y: number} | null;
}

/** Bubbles too many for a node each. */
export interface Swarm {
  readonly segments: readonly SegmentMetrics[];
  /** Centre (x, y) and radius of each, one after the other, from the plot's own corner. */
  readonly dots: Float32Array;
}

/** Distance of lines in a corner, in em. */
export const CORNER_LINE = 1.35;

/** A line of a corner. */
export interface CornerLine {
  readonly text: string;
  readonly size: number;
}

/** A quadrant's name and sums in its corner. */
export interface Corner extends QuadrantMetrics {
  readonly lines: readonly CornerLine[];
  readonly x: number;
  /** The middle of the first line. */
  readonly y: number;
  readonly anchor: 'start' | 'end';
  /** What the pointer meets. */
  readonly box: DatumBox;
}

/** An axis with its scale; a threshold beyond its ends stands at the end. */
export interface AxisPlace extends Axis {
  readonly name: string;
  /** Between where a threshold can be moved: the last whole steps on the axis. */
  readonly low: number;
  readonly high: number;
  /** How far one arrow key moves the threshold. */
  readonly step: number;
  /** The threshold in figures, a tenth of a step exact. */
  readonly format: AxisFormat;
  /** Pixels of a value. */
  readonly at: (value: number) => number;
  readonly ticks: readonly {readonly at: number; readonly text: string}[];
}

/** A bubble's name beside it, shortened where it has to be. */
export interface LabelPlace {
  readonly segment: string;
  readonly text: string;
  readonly x: number;
  /** The middle of the letters. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

export interface QuadrantLayout {
  readonly kind: 'quadrant';
  readonly width: number;
  readonly height: number;
  readonly metrics: QuadrantsMetrics;
  readonly plot: {readonly left: number; readonly top: number; readonly right: number; readonly bottom: number};
  readonly x: AxisPlace;
  readonly y: AxisPlace;
  /** Largest first, so that small ones lie above; none where there is a swarm. */
  readonly bubbles: readonly Bubble[];
  readonly swarm: Swarm | null;
  readonly corners: readonly Corner[];
  readonly labels: readonly LabelPlace[];
}
