import {fitText, widestText} from '../../guides/fit-text.js';
import {cohortName} from './datum.js';
import {isGrowing} from './growing.js';
import type {CohortRetentionMetrics, CohortSeries} from './metrics.js';
import type {CohortView} from './view.js';

/** A text with its place; y is the middle of its letters. */
export interface HeadPlace {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** A row's name with the customers of its cohort. */
export interface RowHead extends HeadPlace {
  readonly size: string;
  /** Length of the bar beside the size, in pixels. */
  readonly bar: number;
  readonly isMean: boolean;
  /** Its size is one so far. */
  readonly isGrowing: boolean;
  /** Of what is marked then, in pixels: its size, or its name where no size is shown. */
  readonly width: number;
}

/** Where the cells of a triangle stand. */
export interface Base {
  readonly firstColumn: number;
  readonly rows: number;
  readonly columns: number;
  /** Of the cells; the mean stands above, with a gap. */
  readonly x: number;
  readonly y: number;
  readonly meanY: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly sizeX: number | null;
}

export const MEAN_GAP = 6;

/** The middle of a row in pixels; row 0 is the mean. */
export const middleOf = ({y, meanY, cellHeight}: Pick<Base, 'y' | 'meanY' | 'cellHeight'>, row: number): number =>
  row === 0 ? meanY + (y - meanY - MEAN_GAP) / 2 : y + (row - 0.5) * cellHeight;

interface Heads {
  /** The mean is row 0. */
  readonly rows: number;
  readonly nameAt: (row: number) => string;
  readonly sizes: readonly string[];
  readonly bars: readonly number[];
  readonly width: number;
  readonly sizeX: number | null;
  readonly barX: number;
  readonly growing: (index: number) => boolean;
}

const BAR = 24;

/** What stands before the cells, and the room it takes. */
export function headsOf(
  series: CohortSeries,
  metrics: CohortRetentionMetrics,
  {view, columns}: {readonly view: CohortView; readonly columns: number},
): Heads {
  const {frame, words, locale} = view;
  const room = {...frame, size: frame.smallSize};
  const mean = words.mean[series.mean];
  const full = series.cohorts.map((cohort) => cohortName(cohort, metrics, view));
  const widest = Math.max(widestOf(full, view), frame.textWidth(mean, frame.smallSize, 'bold'));
  // What cells of their full width leave, and of a full row still some.
  const free = Math.max(frame.width * 0.3, frame.width - frame.unit * (7 * columns + 1));
  const namesWidth = Math.ceil(Math.min(widest, free));
  // Of hundreds of names few are drawn, and no other needs to fit.
  const nameAt = (index: number) =>
    index ? fitText(full[index - 1]!, namesWidth, room) : fitText(mean, namesWidth, {...room, weight: 'bold'});
  const growing = (index: number) => index > 0 && isGrowing(metrics, {series, cohort: index - 1});
  const most = series.sizes.reduce((largest, size) => (size > largest ? size : largest), 0);
  const isWide = frame.width >= 480 && most > 0;
  const common = {rows: full.length + 1, nameAt, growing};
  if (!isWide) return {...common, sizes: [], bars: [], width: namesWidth + frame.unit, sizeX: null, barX: 0};
  const sizes = ['', ...Array.from(series.sizes, (size) => (Number.isNaN(size) ? '' : locale.count(size)))];
  const sizeX =
    namesWidth +
    frame.unit * 1.5 +
    Math.max(widestText([words.customers], frame.smallSize, frame), widestOf(sizes, view));
  const bars = [0, ...Array.from(series.sizes, (size) => (size > 0 ? Math.max(1, (size / most) * BAR) : 0))];
  const barX = sizeX + frame.unit / 2;
  return {...common, sizes, bars, width: Math.ceil(barX + BAR + frame.unit), sizeX, barX};
}

/** The widest of many similar texts, by measuring the longest only: of dates those that differ in more than figures. */
function widestOf(texts: readonly string[], {frame}: CohortView): number {
  const shapes = new Map(texts.map((text) => [text.replaceAll(/\d/g, '0'), text]));
  const longest = [...shapes.values()].sort((a, b) => b.length - a.length).slice(0, 24);
  return widestText(longest, frame.smallSize, frame);
}

export function placeRowHeads({rows, nameAt, sizes, bars, growing}: Heads, base: Base, view: CohortView): RowHead[] {
  const {frame} = view;
  const every = Math.max(1, Math.ceil((frame.smallSize * 1.3) / base.cellHeight));
  return Array.from({length: rows}, (_, index) => index).flatMap((index): RowHead[] => {
    const isMean = index === 0;
    if (isMean ? base.y === base.meanY : (index - 1) % every !== 0) return [];
    const text = nameAt(index);
    const y = middleOf(base, index);
    const size = sizes[index] ?? '';
    const width = frame.textWidth(size || text, frame.smallSize);
    return [{text, x: 0, y, size, bar: bars[index] ?? 0, isMean, isGrowing: growing(index), width}];
  });
}

export function placeColumnHeads(ages: readonly number[], base: Base, {frame, locale}: CohortView): HeadPlace[] {
  const texts = ages.map((age) => locale.count(age));
  const every = Math.max(1, Math.ceil((widestText(texts.slice(-8), frame.smallSize, frame) + 6) / base.cellWidth));
  return texts.flatMap((text, index) => {
    const x = base.x + (index + 0.5) * base.cellWidth;
    const isInside = x + frame.textWidth(text, frame.smallSize) / 2 <= frame.width;
    return isInside && index % every === 0 ? [{text, x, y: base.meanY - frame.smallSize}] : [];
  });
}
