import {max, ticks, tickStep} from 'd3-array';
import {fitText} from '../../guides/fit-text.js';
import {axisName, quadrantName, shortMoney, stepFormat} from './formats.js';
import type {QuadrantMetrics, QuadrantsMetrics, SegmentMetrics} from './metrics.js';
import {isReadable, placeLabels} from './place-labels.js';
import {
  type AxisPlace,
  type Bubble,
  type Corner,
  CORNER_LINE,
  type CornerLine,
  NAMED,
  type QuadrantLayout,
  type Swarm,
} from './quadrant-places.js';
import type {Quadrant} from './schema.js';
import type {MatrixView} from './view.js';

/** More bubbles than this are one image. */
const DENSE = 400;
const NAME_SIZE = 1.35;

/** Segments on two axes, and what the thresholds make of them. */
export function layoutQuadrant(metrics: QuadrantsMetrics, view: MatrixView): QuadrantLayout {
  const {frame} = view;
  const {width, unit, smallSize} = frame;
  const placed = metrics.segments.filter((d) => d.x !== null);
  const top = smallSize * 1.8;
  const bottom = top + Math.round(Math.max(unit * 42, Math.min(width * 0.6, unit * 58)));
  // Names of the quadrants stand above and below the bubbles, not among them.
  const band = frame.labelSize * 1.25 + smallSize * 3.4;
  const largest = largestIn(Math.min(width * 0.9, bottom - top), placed.length);
  const context = {metrics, placed, room: largest + 2};
  const y = placeAxis('y', {...context, range: [bottom - band, top + band]}, view);
  const numbers = [...y.ticks.map(({text}) => text), ...samplesIn(y)];
  const tickWidth = max(numbers, (text) => frame.textWidth(text, smallSize, 'bold')) ?? 0;
  const left = Math.ceil(Math.min(tickWidth, width * TICKS_AT_MOST)) + unit;
  const plot = {left, top, right: width, bottom};
  const x = placeAxis('x', {...context, range: [left, width]}, view);
  const places = {x, y, plot, radiusOf: radiusOf(largest, placed)};
  const isDense = placed.length > DENSE;
  const bubbles = isDense ? [] : placeBubbles(placed, places);
  const nameSize = nameSizeIn({metrics, plot, x}, view);
  const corners = metrics.quadrants.map((quadrant) => placeCorner(quadrant, {metrics, plot, x, y, nameSize}, view));
  return {
    kind: 'quadrant',
    width,
    height: bottom + smallSize * 3.2,
    ...{metrics, plot, x, y, bubbles, corners},
    swarm: isDense ? placeSwarm(placed, places) : null,
    labels: bubbles.length > NAMED ? [] : placeLabels(bubbles, {corners, plot, x, y}, frame),
  };
}

/** Of the width, for the numbers of the vertical axis. */
const TICKS_AT_MOST = 0.25;

/** Where a threshold may be moved to, so that its number has room and the drawing does not stir while it moves. */
const samplesIn = ({low, high, format}: AxisPlace): string[] =>
  [0.13, 0.37, 0.61, 0.89].map((t) => format(low * (1 - t) + high * t));

/** Room at both ends for a threshold to leave all bubbles on one side, in shares of the axis. */
const PADDING = 0.07;

/** Where a segment is and where it was. */
const PLACES: Readonly<Record<'x' | 'y', readonly ((segment: SegmentMetrics) => number | null)[]>> = {
  x: [({x}) => x, ({previousX}) => previousX],
  y: [({y}) => y, ({previousY}) => previousY],
};

interface AxisContext {
  readonly metrics: QuadrantsMetrics;
  readonly placed: readonly SegmentMetrics[];
  readonly range: readonly [number, number];
  /** What the largest bubble needs on both sides, in pixels. */
  readonly room: number;
}

/** From end to end of an axis: of the data and where the threshold is at first, not where it is moved to. */
function domainOf(which: 'x' | 'y', {metrics, placed, range, room}: AxisContext): readonly [number, number] {
  let low = metrics[which].initial;
  let high = low;
  for (const placeOf of placed.length > NAMED ? PLACES[which].slice(0, 1) : PLACES[which])
    for (const segment of placed) {
      const place = placeOf(segment);
      if (place === null) continue;
      low = Math.min(low, place);
      high = Math.max(high, place);
    }
  const length = Math.abs(range[1] - range[0]);
  const edge = Math.min(Math.max(length * PADDING, room), length / 3);
  const padding = edge / (length - edge * 2);
  const pad = high * padding - low * padding || Math.abs(high) || 1;
  return [Math.max(low - pad, -Number.MAX_VALUE), Math.min(high + pad, Number.MAX_VALUE)];
}

function placeAxis(which: 'x' | 'y', context: AxisContext, view: MatrixView): AxisPlace {
  const {metrics, range} = context;
  const axis = metrics[which];
  const [from, to] = domainOf(which, context);
  // Halves, because the reach from the least to the largest number is none.
  const at = (value: number) => range[0] + ((value / 2 - from / 2) / (to / 2 - from / 2)) * (range[1] - range[0]);
  const step = tickStep(from / 2, to / 2, 50) || to / 100 - from / 100;
  const low = Math.max(from, cleaned(Math.ceil(from / step) * step));
  const high = Math.min(to, cleaned(Math.floor(to / step) * step));
  // None where the numbers are too large to have round ones.
  const found = ticks(from, to, 5).filter(Number.isFinite);
  const tickFormat = stepFormat(axis, [max(found, Math.abs) ?? 1, tickStep(from, to, 5)], view);
  return {
    ...axis,
    ...{low, high, step, at},
    threshold: Math.max(low, Math.min(high, axis.threshold)),
    format: stepFormat(axis, [Math.max(-from, to), step / 10], view),
    name: axisName(which, axis, view),
    ticks: found.map((tick) => ({at: at(tick), text: tickFormat(tick)})),
  };
}

/** Steps of a tenth do not end in 0.30000000000000004. */
const cleaned = (value: number): number => Number(value.toPrecision(12));

interface BubbleContext extends Pick<QuadrantLayout, 'x' | 'y' | 'plot'> {
  readonly radiusOf: (segment: SegmentMetrics) => number;
}

/** The largest radius, as the plot and the number of bubbles allow. */
const largestIn = (side: number, bubbles: number): number =>
  Math.max(4, Math.min(34, side / 11) * Math.min(1, Math.sqrt(60 / Math.max(1, bubbles))));

/** Areas are customers. */
function radiusOf(largest: number, placed: readonly SegmentMetrics[]): BubbleContext['radiusOf'] {
  const most = Math.max(1, max(placed, ({customers}) => customers ?? 0) ?? 0);
  return ({customers}) => Math.max(1.5, Math.sqrt((customers ?? 0) / most) * largest);
}

const placeBubbles = (placed: readonly SegmentMetrics[], {x, y, radiusOf}: BubbleContext): readonly Bubble[] =>
  placed
    .map((d): Bubble => {
      const [cx, cy, r] = [x.at(d.x!), y.at(d.y!), radiusOf(d)];
      return {segment: d, cx, cy, r, before: placed.length > NAMED ? null : beforeOf(d, {x, y, cx, cy, r})};
    })
    .sort((a, b) => b.r - a.r);

/** In no order: discs of one colour look the same whichever lies above. */
function placeSwarm(segments: readonly SegmentMetrics[], {x, y, plot, radiusOf}: BubbleContext): Swarm {
  const dots = new Float32Array(segments.length * 3);
  let at = 0;
  for (const segment of segments) {
    dots[at++] = x.at(segment.x!) - plot.left;
    dots[at++] = y.at(segment.y!) - plot.top;
    dots[at++] = radiusOf(segment);
  }
  return {segments, dots};
}

function beforeOf(
  {previousX, previousY}: SegmentMetrics,
  {x, y, cx, cy, r}: Pick<QuadrantLayout, 'x' | 'y'> & Pick<Bubble, 'cx' | 'cy' | 'r'>,
): Bubble['before'] {
  if (previousX === null || previousY === null) return null;
  const before = {x: x.at(previousX), y: y.at(previousY)};
  return Math.hypot(before.x - cx, before.y - cy) > r + 6 ? before : null;
}

type CornerContext = Pick<QuadrantLayout, 'metrics' | 'plot' | 'x' | 'y'> & {readonly nameSize: number};

const roomOf = (quadrant: Quadrant, {plot, x}: Pick<CornerContext, 'plot' | 'x'>, {frame}: MatrixView): number => {
  const split = x.at(x.threshold);
  return (quadrant.endsWith('Right') ? plot.right - split : split - plot.left) - frame.unit * 2;
};

/** The names of all quadrants are of one size: none is worth more for being short. */
function nameSizeIn(context: Pick<CornerContext, 'metrics' | 'plot' | 'x'>, view: MatrixView): number {
  const {metrics} = context;
  const {textWidth, labelSize} = view.frame;
  const large = labelSize * NAME_SIZE;
  const fits = ({quadrant}: QuadrantMetrics) =>
    textWidth(quadrantName(quadrant, metrics, view), large) <= roomOf(quadrant, context, view);
  return metrics.quadrants.every(fits) ? large : labelSize;
}

/** Name, customers and share of value: as far as they fit their quadrant. */
function placeCorner(
  quadrant: QuadrantMetrics,
  {metrics, plot, x: axisX, y: axisY, nameSize}: CornerContext,
  view: MatrixView,
): Corner {
  const {frame} = view;
  const {unit, smallSize, labelSize} = frame;
  const isRight = quadrant.quadrant.endsWith('Right');
  const isTop = quadrant.quadrant.startsWith('top');
  const splitY = axisY.at(axisY.threshold);
  const room = roomOf(quadrant.quadrant, {plot, x: axisX}, view);
  const isTall = (isTop ? splitY - plot.top : plot.bottom - splitY) > labelSize * 4.6;
  const lines = isTall ? cornerLines(quadrant, {metrics, room, nameSize}, view) : [];
  const below = (lines.length - 1) * smallSize * CORNER_LINE;
  const width = max(lines, ({text, size}) => frame.textWidth(text, size)) ?? 0;
  const x = isRight ? plot.right - unit : plot.left + unit;
  const y = isTop ? plot.top + labelSize : plot.bottom - labelSize * 0.9 - below;
  const height = lines.length ? labelSize * 1.6 + below : 0;
  return {
    ...quadrant,
    lines,
    x,
    y,
    anchor: isRight ? 'end' : 'start',
    box: {x: (isRight ? x - width : x) - 4, y: y - labelSize, width: width + 8, height},
  };
}

function cornerLines(
  {quadrant, customers, customerShare, value, valueShare}: QuadrantMetrics,
  {metrics, room, nameSize}: Pick<CornerContext, 'metrics' | 'nameSize'> & {readonly room: number},
  view: MatrixView,
): CornerLine[] {
  const {frame, words, locale} = view;
  const {smallSize: size} = frame;
  // The figure with its name and its share, and as much of that as fits: rather a short figure than none of the share.
  const figure = (name: string, share: number | null, ...texts: readonly string[]): CornerLine[] => {
    const full = texts.map((text) => (share === null ? text : words.withRate(text, locale.wholePercent(share))));
    const text = [words.labelled(name, full[0]!), ...full, ...texts].find(
      (form) => frame.textWidth(form, size) <= room,
    );
    return text === undefined ? [] : [{text, size}];
  };
  const given = quadrantName(quadrant, metrics, view);
  const name = fitText(given, room, {...frame, size: nameSize});
  return [
    ...(isReadable(name, given) ? [{text: name, size: nameSize}] : []),
    ...figure(
      words.measure.customers,
      customerShare,
      customers === null ? locale.words.withheld : locale.count(customers),
    ),
    ...(value === null ? [] : figure(words.measure.value, valueShare, locale.money(value), shortMoney(locale)(value))),
  ];
}
