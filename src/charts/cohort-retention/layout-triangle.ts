import {fitText, widestText} from '../../guides/fit-text.js';
import {COMPLETE, RUNNING, UNKNOWN, WITHHELD} from './cells.js';
import {drawnValues, largestFrom, startsWhole} from './grid-rows.js';
import {
  type Base,
  type HeadPlace,
  headsOf,
  MEAN_GAP,
  middleOf,
  placeColumnHeads,
  placeRowHeads,
  type RowHead,
} from './layout-heads.js';
import {type LegendPlace, placeLegend} from './layout-legend.js';
import type {CohortRetentionMetrics, CohortSeries} from './metrics.js';
import type {CohortView} from './view.js';

/** One triangle: the mean above its cohorts, ages to the right. */
export interface TrianglePanel extends Base {
  readonly kind: 'triangle';
  readonly index: number;
  /** Place of the mean among all rows. */
  readonly firstRow: number;
  readonly top: number;
  readonly height: number;
  readonly title: string;
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
  /** Complete, but of nobody. */
  readonly empty: readonly number[];
  readonly legend: readonly LegendPlace[];
  /** The shade at the end of the legend's ramp. */
  readonly strongest: number;
}

/** With text in its cells the strongest shade must let it be read. */
const STRONGEST = {withText: 128, plain: 242};
const WEAKEST = 14;
const MOST_TEXTS = 800;

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
  const columns = metrics.ages.length - first;
  const heads = headsOf(series, metrics, {view, columns});
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
  const rowHeads = placeRowHeads(heads, base, view);
  const legend = placeLegend({...base, ...cells, rowHeads, ends: endsOf(cells.most, view)}, view);
  return {
    ...base,
    ...cells,
    legend,
    height: legend.at(-1)!.y - place.top + frame.smallSize,
    rowHeads,
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

type Cells = Pick<TrianglePanel, 'shades' | 'texts' | 'running' | 'unknown' | 'withheld' | 'empty' | 'strongest'> & {
  most: number;
};

/** Shades and texts; cells count from the first drawn column, the mean is row 0. */
function cellsOf(
  series: CohortSeries,
  metrics: CohortRetentionMetrics,
  {view, base}: {readonly view: CohortView; readonly base: Base},
): Cells {
  const {ages} = metrics;
  const {columns, rows, firstColumn: first} = base;
  const drawn = drawnValues(series, view.options.values);
  const {states, n} = series.cells;
  const means = hasMean(series, view) ? series.curve.slice(first) : [];
  const texts = textsOf(means, drawn, {base, view});
  const strongest = strongestFor(texts, metrics);
  const most = mostOf(metrics, first, view);
  const scale = most > 0 ? (strongest - WEAKEST) / most : 0;
  const shades = new Uint8Array((rows + 1) * columns);
  const [running, unknown, withheld, empty]: [number[], number[], number[], number[]] = [[], [], [], []];
  means.forEach(({rate, isWithheld}, column) => {
    if (rate !== null) shades[column] = WEAKEST + rate * scale;
    if (isWithheld) withheld.push(column);
  });
  const byState: Partial<Record<number, number[]>> = {[RUNNING]: running, [UNKNOWN]: unknown, [WITHHELD]: withheld};
  const listWithoutValue = (from: number) =>
    states[from] === COMPLETE ? (n[from] === 0 ? empty : unknown) : byState[states[from]!];
  for (let row = 0, to = columns; row < rows; row++)
    for (let from = row * ages.length + first, end = from + columns; from < end; from++, to++) {
      const value = drawn[from]!;
      if (value >= 0) shades[to] = WEAKEST + value * scale;
      if (states[from] !== COMPLETE || Number.isNaN(value)) listWithoutValue(from)?.push(to);
    }
  return {texts, strongest, most, running, unknown, withheld, empty, shades};
}

const strongestFor = ({length}: readonly HeadPlace[], {series}: CohortRetentionMetrics): number =>
  length || series.length > 1 ? STRONGEST.withText : STRONGEST.plain;

/** Of all triangles, so that one shade means one value. */
function mostOf({series, ages}: CohortRetentionMetrics, first: number, {options}: CohortView): number {
  const rates = options.values === 'rates' ? series.flatMap(({curve}) => curve.slice(first)) : [];
  const cells = series.map((one) => largestFrom(first, drawnValues(one, options.values), ages.length));
  return Math.max(...cells, ...rates.map(({rate}) => rate ?? 0));
}

function textsOf(
  means: CohortSeries['curve'],
  drawn: Float64Array,
  {base, view}: {readonly base: Base; readonly view: CohortView},
): HeadPlace[] {
  const {frame, locale, options} = view;
  const {cellWidth, cellHeight, columns, rows, firstColumn: first, x} = base;
  const count = (rows + 1) * columns;
  if (count > MOST_TEXTS * 2 || cellHeight < frame.smallSize * 1.2) return [];
  const format = options.values === 'counts' ? locale.compact : (value: number) => locale.count(value * 100);
  const ages = drawn.length / rows;
  const valueAt = (row: number, column: number) =>
    row ? drawn[(row - 1) * ages + first + column]! : (means[column]?.rate ?? NaN);
  const texts = Array.from({length: count}, (_, cell) => {
    const value = valueAt(Math.floor(cell / columns), cell % columns);
    return Number.isNaN(value) ? '' : format(value);
  });
  if (widestText(texts, frame.smallSize, frame) > cellWidth - 4) return [];
  return texts.flatMap((text, cell) =>
    text ? [{text, x: x + ((cell % columns) + 0.5) * cellWidth, y: middleOf(base, Math.floor(cell / columns))}] : [],
  );
}
