import {inLines} from '../../guides/fit-text.js';
import {IN_KEY, signsOf} from './key.js';
import type {Figures, SegmentMetrics} from './metrics.js';
import {isReadable} from './place-labels.js';
import type {MatrixView} from './view.js';

/** A segment as a bar: width customers, height index, so area is value. */
export interface Bar {
  /** null: all withheld segments together. */
  readonly segment: SegmentMetrics | null;
  readonly figures: Figures;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Name, shares and index, as far as they fit above the bar's top. */
export interface BarTexts {
  /** The name on a line or two, or a number that the key explains. */
  readonly names: readonly string[];
  readonly texts: readonly string[];
  readonly textX: number;
  /** The middle of the first line. */
  readonly textY: number;
  /** What the key says of its number; null where there is none. */
  readonly key: string | null;
}

interface TextContext {
  readonly plotWidth: number;
  /** Where the line of the average customer is. */
  readonly average: number;
  readonly view: MatrixView;
}

const ASIDE = 4;

/** Words stand above their bar, those of low bars above the average line. */
export const footOf = ({y}: Pick<Bar, 'y'>, average: number): number => Math.min(y, average);

/** How far below the first line another one stands. */
export const lineAt = (
  {frame: {labelSize, smallSize}}: Pick<MatrixView, 'frame'>,
  {names, texts}: {readonly names: number; readonly texts: number},
): number => (names - 1) * labelSize * 1.15 + (texts && labelSize * 0.5 + smallSize * (texts * 1.3 - 0.4));

/** From the head of the first line to the bar, which letters do not touch. */
export const linesHeight = (view: MatrixView, count: Parameters<typeof lineAt>[1]): number =>
  lineAt(view, count) + view.frame.labelSize * 1.2 + ASIDE;

/**
 * They may run on over lower neighbours. A name that needs two lines takes that of the shares. What does not fit is said in
 * tooltip and table.
 */
export function textsOf(bar: Bar, after: readonly Bar[], {plotWidth, average, view}: TextContext): BarTexts {
  const {frame} = view;
  const {labelSize, smallSize} = frame;
  const foot = footOf(bar, average);
  const highest = linesHeight(view, {names: 1, texts: 2});
  const wall = after.find((other) => footOf(other, average) - highest < foot);
  // A word does not touch a higher neighbour to its left.
  const textX = bar.x && bar.x + ASIDE;
  const room = (wall?.x ?? plotWidth) - textX - 6;
  const [carried, indexed] = figureTexts(bar.figures, view).map((forms) =>
    forms.find((text) => frame.textWidth(text, smallSize) <= room),
  );
  const given = nameOf(bar, view);
  const ruler = {...frame, size: labelSize, weight: 'bold'} as const;
  const names = inLines(given, room, {...ruler, most: 2});
  const isNamed = isReadable(unspaced(names.join('')), unspaced(given));
  const said = names.length > 1 ? [indexed] : [carried, indexed];
  const texts = isNamed ? said.filter((text) => text !== undefined) : [];
  return placed({names: isNamed ? names : [], texts, textX, key: null}, foot, view);
}

const nameOf = ({segment}: Bar, {words}: MatrixView): string => segment?.segment ?? words.rest;

const unspaced = (text: string): string => text.replaceAll(/\s/g, '');

/** Both shares, and the index; each from the longest form to the shortest. */
function figureTexts(
  {customerShare, valueShare, index}: Figures,
  {words, locale}: MatrixView,
): readonly (readonly string[])[] {
  const [customers, value] = [customerShare ?? 0, valueShare ?? 0].map(locale.percent) as [string, string];
  return [
    valueShare === null ? [customers] : [words.carries(customers, value), words.arrow(customers, value)],
    index === null ? [] : [words.indexOf(locale.count(index)), locale.count(index)],
  ];
}

const placed = (texts: Omit<BarTexts, 'textY'>, foot: number, view: MatrixView): BarTexts => {
  const count = {names: texts.names.length, texts: texts.texts.length};
  return {...texts, textY: foot - linesHeight(view, count) + view.frame.labelSize * 0.6};
};

/** Bars without room for a name, or for enough of it to tell it from another, bear a number where one has room. */
export function numbered<Place extends Bar & BarTexts>(
  bars: readonly Place[],
  {average, view}: Pick<TextContext, 'average' | 'view'>,
): readonly Place[] {
  const {frame, locale, words} = view;
  const {labelSize} = frame;
  const isAlike = (bar: Place) => bars.some((other) => other !== bar && other.names.join('') === bar.names.join(''));
  const isUnnamed = (bar: Place) => !bar.names.length || isAlike(bar);
  // Where a key must be, it also has the names that are cut.
  const unnamed = bars.some(isUnnamed) ? bars.filter((bar) => isUnnamed(bar) || bar.names.at(-1)!.endsWith('…')) : [];
  const signs = signsOf(
    unnamed.map((bar) => nameOf(bar, view)),
    view,
  );
  const widest = Math.max(...signs.map((sign) => frame.textWidth(sign, labelSize, 'bold')));
  const signed = unnamed.filter(({width}) => width >= widest + ASIDE);
  if (signed.length > IN_KEY) return bars;
  return bars.map((bar) => {
    const sign = signs[signed.indexOf(bar)];
    if (sign === undefined) return bar;
    const {x, width, figures} = bar;
    const textX = x + (width - frame.textWidth(sign, labelSize, 'bold')) / 2;
    const name = nameOf(bar, view);
    const key = `${sign} ${figures.index === null ? name : words.labelled(name, words.indexOf(locale.count(figures.index)))}`;
    return {...bar, ...placed({names: [sign], texts: [], textX, key}, footOf(bar, average), view)};
  });
}
