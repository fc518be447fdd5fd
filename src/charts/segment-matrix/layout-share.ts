import {fitText, widestText} from '../../guides/fit-text.js';
import {FIRST_LINE} from '../../scene/marks.js';
import type {Concentration, Figures, SegmentMetrics, ShareMetrics} from './metrics.js';
import {isReadable} from './place-labels.js';
import type {MatrixView} from './view.js';

/** A segment as a bar: width customers, height index, so area is value. */
export interface BarPlace {
  /** null: all withheld segments together. */
  readonly segment: SegmentMetrics | null;
  readonly figures: Figures;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Name, shares and index, as far as they fit above or beside the bar's top. */
  readonly texts: readonly string[];
  readonly textX: number;
  /** The middle of the first line. */
  readonly textY: number;
}

/** A square for the concentration curve, in pixels from its own corner. */
export interface CurveLayout {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** How far the name of the axis stands beneath its ends, in em; 0: between them. */
  readonly axisLine: number;
  readonly concentration: Concentration;
  /** Share of value at the upper edge: more than 1 when some segments lose money. */
  readonly top: number;
  readonly bottom: number;
  /** The point that is told in words, if there is room; a note says the same. */
  readonly told: {readonly customers: number; readonly value: number; readonly text: string; readonly isRight: boolean};
}

export interface ShareLayout {
  readonly kind: 'share';
  readonly width: number;
  readonly height: number;
  readonly bars: readonly BarPlace[];
  /** The foot of the bars. */
  readonly zero: number;
  /** The height of an average customer. */
  readonly average: number;
  /** Where its name has room: at the line's right end, or under the scale with a piece of the line, in a line more. */
  readonly averageName: {readonly y: number; readonly isBelow: boolean; readonly line: number};
  readonly plotWidth: number;
  readonly ticks: readonly {readonly x: number; readonly text: string}[];
  readonly curve: CurveLayout | null;
}

/** Narrower than this, the curve stands below the bars. */
const BESIDE = 560;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

/** Bars of variable width beside the concentration curve. */
export function layoutShare(metrics: ShareMetrics, view: MatrixView): ShareLayout {
  const {frame, locale} = view;
  const {width, unit, smallSize} = frame;
  const isBeside = width >= BESIDE;
  const size = metrics.concentration ? squareIn(view.frame, isBeside) : 0;
  const plotWidth = isBeside && size ? width - size - unit * 8 : width;
  // The line above the curve that names its height.
  const head = smallSize * 1.6;
  const plotHeight = isBeside && size ? head + size : unit * 28;
  const axisLine = axisLineIn(size, view);
  const placed = placeBars(metrics, {plotWidth, plotHeight}, view);
  const averageName = placeAverage(placed, {plotWidth, plotHeight}, view);
  const foot = smallSize * (2.2 + Math.max(axisLine, averageName.line));
  const below = plotHeight + foot + unit * 4;
  const place = isBeside ? {x: width - size, y: head} : {x: 0, y: below + head};
  return {
    kind: 'share',
    width,
    height: size && !isBeside ? below + head + size + foot : plotHeight + foot,
    ...placed,
    averageName,
    plotWidth,
    ticks: TICKS.map((share) => ({x: share * plotWidth, text: locale.wholePercent(share)})),
    curve: metrics.concentration && placeCurve(metrics.concentration, {...place, size, axisLine}, view),
  };
}

const squareIn = ({width, unit}: MatrixView['frame'], isBeside: boolean): number =>
  Math.floor(Math.min(isBeside ? width * 0.36 : width, unit * 32));

/** A line of its own for the name of the curve's axis where it has no room between the ends. */
function axisLineIn(size: number, {frame: {smallSize, unit, textWidth}, words, locale}: MatrixView): number {
  const ends = textWidth(locale.wholePercent(1), smallSize) * 2;
  return size > 0 && textWidth(words.ofCustomers, smallSize) + ends + unit * 2 > size ? 1.4 : 0;
}

interface Plot {
  readonly plotWidth: number;
  readonly plotHeight: number;
}

type Bars = Pick<ShareLayout, 'bars' | 'zero' | 'average'>;

function placeBars({segments, rest}: ShareMetrics, {plotWidth, plotHeight}: Plot, view: MatrixView): Bars {
  const {smallSize, labelSize, unit} = view.frame;
  const given = [
    ...segments.map((segment) => ({segment, figures: segment})),
    ...(rest ? [{segment: null, figures: rest}] : []),
  ];
  const drawn = given.filter(({figures}) => figures.customerShare);
  const heights = drawn.map(({figures}) => (figures.valueShare === null ? 100 : (figures.index ?? 0)));
  const [most, least] = [Math.max(100, ...heights), Math.min(0, ...heights)];
  const lines = labelSize * 1.1 + smallSize * 2.6 + unit / 2;
  const scale = (plotHeight - lines) / (most - least);
  const zero = lines + most * scale;
  const average = zero - 100 * scale;
  let from = 0;
  const bars = drawn.map(({segment, figures}, index) => {
    const [x, width, height] = [from * plotWidth, figures.customerShare! * plotWidth, heights[index]! * scale];
    from += figures.customerShare!;
    return {
      segment,
      figures,
      x,
      width,
      y: height < 0 ? zero : zero - height,
      height: Math.abs(height),
    };
  });
  return {
    zero,
    average,
    bars: bars.map((bar, index) => ({
      ...bar,
      ...textsOf(bar, bars.slice(index + 1), {plotWidth, lines, average, view}),
    })),
  };
}

/** Beneath the line or above it, at its right end, where neither bar nor word is; else under the scale. */
function placeAverage(
  {bars, zero, average}: Bars,
  {plotWidth, plotHeight}: Plot,
  {frame, words}: MatrixView,
): ShareLayout['averageName'] {
  const {smallSize: size, labelSize, unit} = frame;
  const left = plotWidth - frame.textWidth(words.average, size) - unit;
  const endOf = ({texts: [name = '', ...lines], textX}: BarPlace) =>
    textX + Math.max(frame.textWidth(name, labelSize, 'bold'), widestText(lines, size, frame));
  const isFree = (middle: number) =>
    bars.every((bar) => {
      const [top, bottom] = [middle - size * 0.8, middle + size * 0.8];
      const isClear = bar.x + bar.width < left || bar.y > bottom || bar.y + bar.height < top;
      return isClear && (endOf(bar) < left || bar.textY + labelSize + size * 2.6 < top);
    });
  const y = [average + size * 0.8, average - size * 0.8].find(isFree);
  return y === undefined
    ? {y: Math.max(plotHeight, zero) + unit + size * 1.8, isBelow: true, line: 1.4}
    : {y, isBelow: false, line: 0};
}

const ASIDE = 4;

type Bar = Omit<BarPlace, 'texts' | 'textX' | 'textY'>;

interface TextContext extends Pick<Bars, 'average'> {
  readonly plotWidth: number;
  /** The height of three lines. */
  readonly lines: number;
  readonly view: MatrixView;
}

/**
 * Words stand above their bar, those of low bars above the average line; they may run on over lower neighbours. What does
 * not fit is said in tooltip and table.
 */
function textsOf(
  bar: Bar,
  after: readonly Bar[],
  {plotWidth, lines, average, view}: TextContext,
): Pick<BarPlace, 'texts' | 'textX' | 'textY'> {
  const {frame, locale, words} = view;
  const {labelSize, smallSize} = frame;
  const footOf = ({y}: Bar) => Math.min(y, average);
  const wall = after.find((other) => footOf(other) - lines < footOf(bar));
  // A word does not touch a higher neighbour to its left.
  const textX = bar.x && bar.x + ASIDE;
  const room = (wall?.x ?? plotWidth) - textX - 6;
  const {customerShare, valueShare, index} = bar.figures;
  const fits = (text: string) => frame.textWidth(text, smallSize) <= room;
  const [customers, value] = [customerShare, valueShare].map((share) =>
    share === null ? locale.words.none : locale.percent(share),
  ) as [string, string];
  const given = bar.segment?.segment ?? words.rest;
  const name = fitText(given, room, {...frame, size: labelSize, weight: 'bold'});
  const carried = valueShare === null ? [customers] : [words.carries(customers, value), words.arrow(customers, value)];
  const indexed = index === null ? [] : [words.indexOf(locale.count(index)), locale.count(index)];
  return {
    texts: isReadable(name, given) ? [name, ...[carried, indexed].flatMap((forms) => forms.find(fits) ?? [])] : [],
    textX,
    textY: footOf(bar) - lines + labelSize * FIRST_LINE,
  };
}

/** Empty where it is not defined. */
export const giniText = ({gini}: Concentration, words: MatrixView['words']): string =>
  gini === null ? '' : words.gini(gini.toFixed(2));

/** The share of customers whose value is written on the curve. */
const TOLD = 0.25;

function placeCurve(
  concentration: Concentration,
  place: Pick<CurveLayout, 'x' | 'y' | 'size' | 'axisLine'>,
  {frame, locale, words}: MatrixView,
): CurveLayout {
  const {curve, peak, top} = concentration;
  const [first, second] = [curve[1]!, curve[2]];
  // A matrix of two groups is read at their border: 25 % of customers → 33 % of value.
  const corner = curve.length === 3 && second ? first : top.find(({customers}) => customers === TOLD)!;
  const shares = [locale.percent(corner.customers), locale.percent(corner.value)] as const;
  const forms = [words.carries(...shares), words.arrow(...shares)];
  const [highest, lowest] = [Math.max(1, peak.value), Math.min(0, ...curve.map(({value}) => value))];
  const aboveFoot = (corner.value / (highest - lowest)) * place.size;
  // Low down, what is told stands in one line with Gini's coefficient.
  const taken =
    aboveFoot < frame.smallSize * 3.7 ? frame.textWidth(giniText(concentration, words), frame.smallSize) : 0;
  const formIn = (room: number) => forms.find((text) => frame.textWidth(text, frame.smallSize, 'bold') <= room);
  const right = formIn((1 - corner.customers) * place.size - frame.unit * 1.5 - taken);
  return {
    ...place,
    concentration,
    top: highest,
    bottom: lowest,
    told: {
      ...corner,
      text: right ?? formIn(corner.customers * place.size - frame.unit * 1.5) ?? '',
      isRight: right !== undefined,
    },
  };
}
