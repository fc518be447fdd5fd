import {widestText} from '../../guides/fit-text.js';
import type {Concentration, ShareMetrics} from './metrics.js';
import {KEY_LINE, type KeyLine, placeKey} from './key.js';
import {type Bar, type BarTexts, footOf, linesHeight, numbered, textsOf} from './share-texts.js';
import type {MatrixView} from './view.js';

/** A bar with its words. */
export interface BarPlace extends Bar, BarTexts {}

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
  /** The names of bars that bear a number, under the scale. */
  readonly key: readonly KeyLine[];
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
  const keyTop = Math.max(plotHeight, placed.zero) + unit + smallSize * (2 + averageName.line);
  const key = placeKey(
    placed.bars.flatMap((bar) => bar.key ?? []),
    {width: plotWidth, y: keyTop},
    view,
  );
  const rows = new Set(key.map(({y}) => y)).size;
  const [foot, footOfCurve] = [averageName.line + rows * KEY_LINE, axisLine].map(
    (line) => smallSize * (2.2 + line),
  ) as [number, number];
  const below = plotHeight + foot + unit * 4;
  const place = isBeside ? {x: width - size, y: head} : {x: 0, y: below + head};
  return {
    kind: 'share',
    width,
    height: size && !isBeside ? below + head + size + footOfCurve : plotHeight + Math.max(foot, footOfCurve),
    ...placed,
    averageName,
    key,
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
  const given = [
    ...segments.map((segment) => ({segment, figures: segment})),
    ...(rest ? [{segment: null, figures: rest}] : []),
  ];
  const drawn = given.filter(({figures}) => figures.customerShare);
  const heights = drawn.map(({figures}) => (figures.valueShare === null ? 100 : (figures.index ?? 0)));
  const [most, least] = [Math.max(100, ...heights), Math.min(0, ...heights)];
  const lines = linesHeight(view, {names: 1, texts: 2});
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
    bars: numbered(
      bars.map((bar, index) => ({
        ...bar,
        ...textsOf(bar, bars.slice(index + 1), {plotWidth, average, view}),
      })),
      {average, view},
    ),
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
  const endOf = ({names, texts, textX}: BarPlace) =>
    textX + Math.max(...names.map((name) => frame.textWidth(name, labelSize, 'bold')), widestText(texts, size, frame));
  const isFree = (middle: number) =>
    bars.every((bar) => {
      const [top, bottom] = [middle - size * 0.8, middle + size * 0.8];
      const isClear = bar.x + bar.width < left || bar.y > bottom || bar.y + bar.height < top;
      return isClear && (endOf(bar) < left || footOf(bar, average) <= top);
    });
  const y = [average + size * 0.8, average - size * 0.8].find(isFree);
  return y === undefined
    ? {y: Math.max(plotHeight, zero) + unit + size * 1.8, isBelow: true, line: 1.4}
    : {y, isBelow: false, line: 0};
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
