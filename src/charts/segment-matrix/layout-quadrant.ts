import {max, ticks, tickStep} from 'd3-array';
import {axisFormat, axisName, quadrantName} from './formats.js';
import type {QuadrantMetrics, QuadrantsMetrics, SegmentMetrics} from './metrics.js';
import {placeLabels} from './place-labels.js';
import type {AxisPlace, Bubble, Corner, CornerLine, QuadrantLayout, Swarm} from './quadrant-places.js';
import type {Quadrant} from './schema.js';
import type {MatrixView} from './view.js';

/** More bubbles than this carry no names and no arrows. */
const NAMED = 60;
/** More bubbles than this are one image. */
const DENSE = 400;
const NAME_SIZE = 1.35;

/** Segments on two axes, and what the thresholds make of them. */
export function layoutQuadrant(metrics: QuadrantsMetrics, view: MatrixView): QuadrantLayout {
  const {frame} = view;
  const {width, unit, smallSize} = frame;
  const placed = metrics.segments.filter((d) => d.x !== null);
  const [domainX, domainY] = (['x', 'y'] as const).map((axis) => domainOf(metrics, placed, axis)) as [Domain, Domain];
  const formatY = axisFormat(metrics.y, view);
  const numbers = [...ticksIn(domainY), ...samplesIn(domainY)];
  const tickWidth = max(numbers, (value) => frame.textWidth(formatY(value), smallSize, 'bold')) ?? 0;
  const left = Math.ceil(Math.min(tickWidth, width * TICKS_AT_MOST)) + unit;
  const top = smallSize * 1.8;
  const bottom = top + Math.round(Math.max(unit * 42, Math.min((width - left) * 0.62, unit * 58)));
  // Names of the quadrants stand above and below the bubbles, not among them.
  const band = frame.labelSize * 1.25 + smallSize * 3.4;
  const plot = {left, top, right: width, bottom};
  const x = placeAxis('x', {metrics, domain: domainX, range: [left, width]}, view);
  const y = placeAxis('y', {metrics, domain: domainY, range: [bottom - band, top + band]}, view);
  const context = {x, y, plot, radiusOf: radiusIn(plot, placed)};
  const isDense = placed.length > DENSE;
  const bubbles = isDense ? [] : placeBubbles(placed, context);
  const nameSize = nameSizeIn({metrics, plot, x}, view);
  const corners = metrics.quadrants.map((quadrant) => placeCorner(quadrant, {metrics, plot, x, y, nameSize}, view));
  return {
    kind: 'quadrant',
    width,
    height: bottom + smallSize * 3.2,
    ...{metrics, plot, x, y, bubbles, corners},
    swarm: isDense ? placeSwarm(placed, context) : null,
    labels: bubbles.length > NAMED ? [] : placeLabels(bubbles, {corners, plot, x, y}, frame),
  };
}

type Domain = readonly [number, number];

/** Of the width, for the numbers of the vertical axis. */
const TICKS_AT_MOST = 0.25;

/** Where a threshold may be moved to, so that its number has room and the drawing does not stir while it moves. */
const samplesIn = ([low, high]: Domain): number[] => [0.13, 0.37, 0.61, 0.89].map((t) => low * (1 - t) + high * t);

/** Round numbers of an axis; none where the numbers are too large to have any. */
const ticksIn = (domain: Domain): number[] => ticks(...domain, 5).filter(Number.isFinite);

/** Room at both ends for the bubbles there, in shares of the data's reach. */
const PADDING = 0.08;

/** Where a segment is and where it was. */
const PLACES: Readonly<Record<'x' | 'y', readonly ((segment: SegmentMetrics) => number | null)[]>> = {
  x: [({x}) => x, ({previousX}) => previousX],
  y: [({y}) => y, ({previousY}) => previousY],
};

function domainOf(metrics: QuadrantsMetrics, placed: readonly SegmentMetrics[], axis: 'x' | 'y'): Domain {
  const {threshold, initial} = metrics[axis];
  let low = Math.min(threshold, initial);
  let high = Math.max(threshold, initial);
  for (const placeOf of placed.length > NAMED ? PLACES[axis].slice(0, 1) : PLACES[axis])
    for (const segment of placed) {
      const place = placeOf(segment);
      if (place === null) continue;
      low = Math.min(low, place);
      high = Math.max(high, place);
    }
  const pad = high * PADDING - low * PADDING || Math.abs(high) || 1;
  return [Math.max(low - pad, -Number.MAX_VALUE), Math.min(high + pad, Number.MAX_VALUE)];
}

interface AxisContext {
  readonly metrics: QuadrantsMetrics;
  readonly domain: Domain;
  readonly range: readonly [number, number];
}

function placeAxis(which: 'x' | 'y', {metrics, domain: [low, high], range}: AxisContext, view: MatrixView): AxisPlace {
  const axis = metrics[which];
  const format = axisFormat(axis, view);
  // Halves, because the reach from the least to the largest number is none.
  const at = (value: number) => range[0] + ((value / 2 - low / 2) / (high / 2 - low / 2)) * (range[1] - range[0]);
  return {
    ...axis,
    ...{low, high, format, at},
    name: axisName(which, axis, view),
    step: tickStep(low, high, 100) || high / 100 - low / 100,
    ticks: ticksIn([low, high]).map((tick) => ({at: at(tick), text: format(tick)})),
  };
}

interface BubbleContext extends Pick<QuadrantLayout, 'x' | 'y' | 'plot'> {
  readonly radiusOf: (segment: SegmentMetrics) => number;
}

/** Areas are customers; the largest as large as the plot and the number of bubbles allow. */
function radiusIn(
  {left, top, right, bottom}: QuadrantLayout['plot'],
  placed: readonly SegmentMetrics[],
): BubbleContext['radiusOf'] {
  const most = Math.max(1, max(placed, ({customers}) => customers ?? 0) ?? 0);
  const side = Math.min(right - left, bottom - top);
  const largest = Math.max(4, Math.min(34, side / 11) * Math.min(1, Math.sqrt(60 / Math.max(1, placed.length))));
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
  {metrics, plot, x, y, nameSize}: CornerContext,
  view: MatrixView,
): Corner {
  const {frame} = view;
  const {unit, smallSize, labelSize} = frame;
  const isRight = quadrant.quadrant.endsWith('Right');
  const isTop = quadrant.quadrant.startsWith('top');
  const splitY = y.at(y.threshold);
  const room = roomOf(quadrant.quadrant, {plot, x}, view);
  const isTall = (isTop ? splitY - plot.top : plot.bottom - splitY) > labelSize * 4.6;
  const lines = isTall ? cornerLines(quadrant, {metrics, room, nameSize}, view) : [];
  return {
    ...quadrant,
    lines,
    x: isRight ? plot.right - unit : plot.left + unit,
    y: isTop ? plot.top + labelSize : plot.bottom - labelSize * 0.9 - (lines.length - 1) * smallSize * 1.35,
    anchor: isRight ? 'end' : 'start',
    width: max(lines, ({text, size}) => frame.textWidth(text, size)) ?? 0,
  };
}

function cornerLines(
  {quadrant, customers, customerShare, valueShare}: QuadrantMetrics,
  {metrics, room, nameSize}: Pick<CornerContext, 'metrics' | 'nameSize'> & {readonly room: number},
  view: MatrixView,
): CornerLine[] {
  const {frame, words, locale} = view;
  const {smallSize} = frame;
  const fitting = (forms: readonly CornerLine[]) =>
    forms.filter(({text, size}) => frame.textWidth(text, size) <= room).slice(0, 1);
  const small = (...texts: readonly string[]) => fitting(texts.map((text) => ({text, size: smallSize})));
  const count = locale.count(customers ?? 0);
  const share = customerShare === null ? count : words.withRate(count, locale.wholePercent(customerShare));
  const text = quadrantName(quadrant, metrics, view);
  const worth = valueShare === null ? null : locale.wholePercent(valueShare);
  return [
    ...fitting([{text, size: nameSize}]),
    ...small(words.labelled(words.measure.customers, share), share, count),
    ...(worth === null
      ? []
      : small(words.labelled(words.valueShare, worth), words.labelled(words.measure.value, worth))),
  ];
}
