import {fitText, widestText} from '../../guides/fit-text.js';
import {RUNNING, UNKNOWN, WITHHELD} from './cells.js';
import {cohortName} from './datum.js';
import {drawnValues, startsWhole} from './grid-rows.js';
import {type LegendPlace, placeLegend} from './layout-legend.js';
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
}

/** One triangle: the mean above its cohorts, ages to the right. */
export interface TrianglePanel {
  readonly kind: 'triangle';
  readonly index: number;
  /** Place of the mean among all rows. */
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly rows: number;
  readonly columns: number;
  readonly top: number;
  readonly height: number;
  readonly title: string;
  /** Of the cells; the mean stands above, with a gap. */
  readonly x: number;
  readonly y: number;
  readonly meanY: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly sizeX: number | null;
  readonly barX: number;
  readonly rowHeads: readonly RowHead[];
  readonly columnHeads: readonly HeadPlace[];
  readonly axis: string;
  /** 0–255 by cell, the mean first. */
  readonly shades: Uint8Array;
  readonly texts: readonly HeadPlace[];
  /** Cells that are no plain values, by state. */
  readonly running: readonly number[];
  readonly unknown: readonly number[];
  readonly withheld: readonly number[];
  readonly legend: readonly LegendPlace[];
  /** The shade at the end of the legend's ramp. */
  readonly strongest: number;
}

/** With text in its cells the strongest shade must let it be read. */
const STRONGEST = {withText: 128, plain: 242};
const WEAKEST = 14;
const MOST_TEXTS = 800;
const MEAN_GAP = 6;

interface PanelPlace {
  readonly top: number;
  readonly index: number;
  readonly firstRow: number;
}

/** Places for one series as cohort × age. */
export function layoutTriangle(metrics: CohortRetentionMetrics, view: CohortView, place: PanelPlace): TrianglePanel {
  const {frame, options, words} = view;
  const series = metrics.series[place.index]!;
  const first = options.values === 'rates' && startsWhole(metrics) ? 1 : 0;
  const heads = headsOf(series, metrics, view);
  const columns = metrics.ages.length - first;
  const cellWidth = Math.min(frame.unit * 7, (frame.width - heads.width) / Math.max(1, columns));
  const cellHeight = heightOf(series.cohorts.length, metrics.series.length, view);
  const titleHeight = metrics.series.length > 1 ? Math.max(frame.unit * 3, frame.labelSize * 1.6) : 0;
  const meanY = place.top + titleHeight + frame.smallSize * 3.2;
  const y = meanY + (hasMean(series, view) ? Math.max(cellHeight, frame.smallSize * 1.5) + MEAN_GAP : 0);
  const base = {
    ...{kind: 'triangle' as const, ...place, firstColumn: first, rows: series.cohorts.length, columns},
    ...{x: heads.width, y, meanY, cellWidth, cellHeight, sizeX: heads.sizeX, barX: heads.barX},
    title: metrics.series.length > 1 ? (series.series ?? '') : '',
    axis: fitText(axisTitle(metrics, view), frame.width - heads.width, {...frame, size: frame.smallSize}),
  };
  const cells = cellsOf(series, metrics, {view, base});
  const legend = placeLegend({...base, ...cells, ends: endsOf(cells.most, view)}, view);
  return {
    ...base,
    ...cells,
    legend,
    height: legend.at(-1)!.y - place.top + frame.smallSize,
    rowHeads: placeRowHeads(heads, base, view),
    columnHeads: placeColumnHeads(metrics.ages.slice(first), base, view),
  };

  function endsOf(most: number, {locale}: CohortView): readonly [string, string] {
    const format = options.values === 'counts' ? locale.count : locale.wholePercent;
    return [format(0), format(most)];
  }

  function axisTitle({unit}: CohortRetentionMetrics, {options: {values, relative}}: CohortView): string {
    if (values === 'counts') return words.axis[unit];
    return words.inUnit(words.axis[unit], relative === 'previous' ? words.percentOfPrevious : words.percentOfStart);
  }
}

const hasMean = ({curve}: CohortSeries, {options}: CohortView): boolean =>
  options.values === 'rates' && curve.some(({rate}) => rate !== null);

/** Rows one can read as long as they fit a screen, then as thin as need be; several triangles share two screens. */
function heightOf(rows: number, triangles: number, {frame}: CohortView): number {
  const readable = frame.smallSize * 1.75;
  const room = (frame.unit * (57 + 21 * triangles)) / triangles;
  return Math.max(Math.min(readable, room / Math.max(1, rows)), 1);
}

interface Heads {
  readonly names: readonly string[];
  readonly sizes: readonly string[];
  readonly bars: readonly number[];
  readonly width: number;
  readonly sizeX: number | null;
  readonly barX: number;
}

const BAR = 24;

function headsOf(series: CohortSeries, metrics: CohortRetentionMetrics, view: CohortView): Heads {
  const {frame, words, locale} = view;
  const room = {...frame, size: frame.smallSize};
  const full = [words.mean[series.mean], ...series.cohorts.map((cohort) => cohortName(cohort, metrics, view))];
  const namesWidth = Math.ceil(Math.min(widestOf(full, view), frame.width * 0.3));
  const names = full.map((name) => fitText(name, namesWidth, room));
  const most = series.sizes.reduce((largest, size) => (size > largest ? size : largest), 0);
  const isWide = frame.width >= 480 && most > 0;
  if (!isWide) return {names, sizes: [], bars: [], width: namesWidth + frame.unit, sizeX: null, barX: 0};
  const sizes = ['', ...Array.from(series.sizes, (size) => (Number.isNaN(size) ? '' : locale.count(size)))];
  const sizeX =
    namesWidth +
    frame.unit * 1.5 +
    Math.max(widestText([words.customers], frame.smallSize, frame), widestOf(sizes, view));
  const bars = [0, ...Array.from(series.sizes, (size) => (size > 0 ? Math.max(1, (size / most) * BAR) : 0))];
  const barX = sizeX + frame.unit / 2;
  return {names, sizes, bars, width: Math.ceil(barX + BAR + frame.unit), sizeX, barX};
}

/** The widest of many similar texts, by measuring the longest only: of dates those that differ in more than figures. */
function widestOf(texts: readonly string[], {frame}: CohortView): number {
  const shapes = new Map(texts.map((text) => [text.replaceAll(/\d/g, '0'), text]));
  const longest = [...shapes.values()].sort((a, b) => b.length - a.length).slice(0, 24);
  return widestText(longest, frame.smallSize, frame);
}

type Base = Pick<
  TrianglePanel,
  'x' | 'y' | 'meanY' | 'cellWidth' | 'cellHeight' | 'rows' | 'columns' | 'firstColumn' | 'sizeX'
>;

function placeRowHeads({names, sizes, bars}: Heads, base: Base, view: CohortView): RowHead[] {
  const {frame} = view;
  const every = Math.max(1, Math.ceil((frame.smallSize * 1.3) / base.cellHeight));
  return names.flatMap((text, index): RowHead[] => {
    const isMean = index === 0;
    if (isMean ? base.y === base.meanY : (index - 1) % every !== 0) return [];
    const y = isMean ? base.meanY + (base.y - base.meanY - MEAN_GAP) / 2 : base.y + (index - 0.5) * base.cellHeight;
    return [{text, x: 0, y, size: sizes[index] ?? '', bar: bars[index] ?? 0, isMean}];
  });
}

function placeColumnHeads(ages: readonly number[], base: Base, {frame, locale}: CohortView): HeadPlace[] {
  const texts = ages.map((age) => locale.count(age));
  const every = Math.max(1, Math.ceil((widestText(texts.slice(-8), frame.smallSize, frame) + 6) / base.cellWidth));
  return texts.flatMap((text, index) => {
    const x = base.x + (index + 0.5) * base.cellWidth;
    const isInside = x + frame.textWidth(text, frame.smallSize) / 2 <= frame.width;
    return isInside && index % every === 0 ? [{text, x, y: base.meanY - frame.smallSize}] : [];
  });
}

type Cells = Pick<TrianglePanel, 'shades' | 'texts' | 'running' | 'unknown' | 'withheld' | 'strongest'> & {
  most: number;
};

/** Shades and texts; cells count from the first drawn column, the mean is row 0. */
function cellsOf(
  series: CohortSeries,
  {ages}: CohortRetentionMetrics,
  {view, base}: {readonly view: CohortView; readonly base: Base},
): Cells {
  const {columns, rows, firstColumn: first} = base;
  const drawn = drawnValues(series, view.options.values);
  const {states} = series.cells;
  const values = new Float64Array((rows + 1) * columns);
  values.fill(NaN, 0, columns);
  const [running, unknown, withheld]: number[][] = [[], [], []];
  if (hasMean(series, view))
    series.curve.slice(first).forEach(({rate, isWithheld}, column) => {
      values[column] = rate ?? NaN;
      if (isWithheld) withheld!.push(column);
    });
  let most = 0;
  for (let row = 0, to = columns; row < rows; row++)
    for (let from = row * ages.length + first, end = from + columns; from < end; from++, to++) {
      const value = (values[to] = drawn[from]!);
      if (value > most) most = value;
      const state = states[from];
      if (state === RUNNING) running!.push(to);
      else if (state === UNKNOWN) unknown!.push(to);
      else if (state === WITHHELD) withheld!.push(to);
    }
  const texts = textsOf(values, {base, view});
  const strongest = texts.length ? STRONGEST.withText : STRONGEST.plain;
  return {
    ...{texts, strongest, most, running: running!, unknown: unknown!, withheld: withheld!},
    shades: shadesOf(values, most > 0 ? (strongest - WEAKEST) / most : 0),
  };
}

function shadesOf(values: Float64Array, scale: number): Uint8Array {
  const shades = new Uint8Array(values.length);
  for (let cell = 0; cell < values.length; cell++)
    if (values[cell]! >= 0) shades[cell] = WEAKEST + values[cell]! * scale;
  return shades;
}

function textsOf(values: Float64Array, {base, view}: {readonly base: Base; readonly view: CohortView}): HeadPlace[] {
  const {frame, locale, options} = view;
  const {cellWidth, cellHeight, columns, x} = base;
  if (values.length > MOST_TEXTS * 2 || cellHeight < frame.smallSize * 1.2) return [];
  const format = options.values === 'counts' ? locale.compact : (value: number) => locale.count(value * 100);
  const texts = Array.from(values, (value) => (Number.isNaN(value) ? '' : format(value)));
  if (widestText(texts, frame.smallSize, frame) > cellWidth - 4) return [];
  return texts.flatMap((text, cell) =>
    text ? [{text, x: x + ((cell % columns) + 0.5) * cellWidth, y: middleOf(base, Math.floor(cell / columns))}] : [],
  );
}

/** The middle of a row in pixels; row 0 is the mean. */
export const middleOf = ({y, meanY, cellHeight}: Pick<Base, 'y' | 'meanY' | 'cellHeight'>, row: number): number =>
  row === 0 ? meanY + (y - meanY - MEAN_GAP) / 2 : y + (row - 0.5) * cellHeight;
