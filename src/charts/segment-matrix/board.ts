import type {Datum, Ink} from '../../scene/scene.js';
import {datumOfCell, datumOfMove, type KeyPlace} from './datum.js';
import {figureText} from './formats.js';
import {FIGURE} from './measure-grid.js';
import type {CellMetrics, Figures, GridMetrics, MigrationMetrics, MoveMetrics} from './metrics.js';
import type {Measure} from './options.js';
import type {MatrixReading} from './view.js';

/** Texts by line, each from the longest form to the shortest. */
export type BoardLines = readonly (readonly string[])[];

/** One field of a board, before it has a place. */
export interface BoardCell {
  readonly ink: Ink;
  /** 0–1, of the strongest shade; null: not shaded. */
  readonly shade: number | null;
  readonly isWithheld: boolean;
  /** Worded where there is room for them: of a dense grid's cells no one has any. */
  readonly linesOf: () => BoardLines;
  readonly isFramed: boolean;
  /** Worded when it is met. */
  readonly datumAt: (place: KeyPlace) => Datum;
}

/** What the shades say: from one end to the other, each step with its ink; or the parts of a whole. */
export type BoardLegend =
  | {
      readonly kind: 'ramp';
      /** From the longest form to the shortest. */
      readonly titles: readonly string[];
      readonly ends: readonly [string, string];
      /** Of the ends, as of a cell that is worth as much: −1 to 1, the sign chooses the ink. */
      readonly shades: readonly [number, number];
      readonly inks: readonly [Ink, Ink];
    }
  | {readonly kind: 'parts'; readonly parts: readonly LegendPart[]};

export interface LegendPart {
  readonly ink: Ink;
  readonly share: number;
  /** From the longest form to the shortest. */
  readonly texts: readonly string[];
}

/** A matrix of fields with its sums, the same for grid and migration. */
export interface Board {
  readonly rowHeads: readonly string[];
  readonly columnHeads: readonly string[];
  readonly sumHead: string;
  /** Which way it is read, where rows and columns have the same names. */
  readonly corner?: string;
  /** Row by row; the last column and the last row are the sums. */
  readonly cells: readonly (readonly BoardCell[])[];
  readonly legend: BoardLegend;
}

/** Rows of a list that holds them one after the other, each with its sum, and the row of sums below. */
const withSums = <Item>(items: readonly Item[], rowSums: readonly Item[], lastRow: readonly Item[]): Item[][] => {
  const width = items.length / rowSums.length;
  return [...rowSums.map((sum, row) => [...items.slice(row * width, (row + 1) * width), sum]), [...lastRow]];
};

/** How a measure is shaded: `t` is −1 to 1, its sign chooses the ink. */
interface Ramp {
  readonly t: (value: number) => number;
  readonly inks: readonly [Ink, Ink];
  readonly ends: readonly [number, number];
}

const INKS: Readonly<Record<Measure, readonly [Ink, Ink]>> = {
  customers: ['loss', 'accent'],
  value: ['loss', 'accent'],
  'value-per-customer': ['loss', 'accent'],
  index: ['series-2', 'accent'],
  change: ['loss', 'gain'],
};

/** An index of a third and one of three are equally far from 100; beyond a factor of eight the shade is full. */
const FULL_INDEX = 3;

function rampOf(measure: Measure, values: readonly number[]): Ramp {
  const [least, most] = [Math.min(...values, Infinity), Math.max(...values, -Infinity)];
  const inks = INKS[measure];
  if (measure === 'index') {
    const far = (value: number) => Math.log2(Math.max(value, 0) / 100);
    const reach = Math.min(FULL_INDEX, Math.max(...values.map((value) => Math.abs(far(value))))) || 1;
    return {t: (value) => Math.max(-1, Math.min(1, far(value) / reach)), inks, ends: [least, most]};
  }
  const reach = Math.max(Math.abs(least), Math.abs(most)) || 1;
  return {t: (value) => value / reach, inks, ends: [Math.min(0, least), Math.max(0, most)]};
}

/** A grid as a board. */
export function boardOfGrid(metrics: GridMetrics, reading: MatrixReading): Board {
  const {measure, rows, columns, cells, rowSums, columnSums, total} = metrics;
  const {words, locale} = reading;
  const values = cells.flatMap((d) => d[FIGURE[measure]] ?? []);
  const ramp = rampOf(measure, values);
  const cellOf = (cell: CellMetrics): BoardCell => {
    const {row, column, [FIGURE[measure]]: value} = cell;
    const isWithheld = cell.isWithheld || (measure === 'change' && cell.isPreviousWithheld);
    const t = value === null || row === null || column === null ? null : ramp.t(value);
    return {
      ink: ramp.inks[t !== null && t < 0 ? 0 : 1],
      shade: t === null ? null : Math.abs(t),
      isWithheld,
      linesOf: () => linesOf(cell, measure, reading),
      isFramed: false,
      datumAt: (place) => datumOfCell(cell, place, reading),
    };
  };
  const grand: CellMetrics = {...total, row: null, column: null};
  const [low, high] = ramp.ends.map((value) => endText(measure, value, reading)) as [string, string];
  return {
    rowHeads: rows,
    columnHeads: columns,
    sumHead: words.total,
    cells: withSums(cells, rowSums, [...columnSums, grand]).map((line) => line.map(cellOf)),
    legend: {
      kind: 'ramp',
      titles: [...(measure === 'index' ? [words.indexMeans] : []), words.measure[measure]],
      ends: values.length ? [low, high] : [locale.words.none, locale.words.none],
      shades: values.length ? [ramp.t(ramp.ends[0]), ramp.t(ramp.ends[1])] : [0, 1],
      inks: ramp.inks,
    },
  };
}

const endText = (measure: Measure, value: number, {locale}: MatrixReading): string =>
  measure === 'change'
    ? locale.percentChange(value)
    : measure === 'index'
      ? locale.count(value)
      : locale.compact(value);

/** The measure, and beneath it the customers it rests on. */
function linesOf(cell: Figures, measure: Measure, reading: MatrixReading): BoardLines {
  const {locale} = reading;
  const value = cell[FIGURE[measure]];
  const short = value === null || measure === 'change' ? [] : [locale.compact(value)];
  const main = [figureText(measure, cell, reading), ...short];
  if (measure === 'customers' || cell.customers === null) return [main];
  return [main, [locale.count(cell.customers), locale.compact(cell.customers)]];
}

const DIRECTION = {worse: 'loss', same: 'context', better: 'gain'} as const;
const SIGN = {worse: '↓', same: '=', better: '↑'} as const;

/** A migration as a board: stayers are framed, so that the diagonal can be found without colour. */
export function boardOfMigration(metrics: MigrationMetrics, reading: MatrixReading): Board {
  const {tiers, moves, fromSums, toSums, customers} = metrics;
  const {words, locale} = reading;
  const place = new Map(tiers.map((tier, index) => [tier, index]));
  const all: MoveMetrics = {from: null, to: null, isWithheld: customers === null, customers, rate: null};
  const cellOf = (move: MoveMetrics): BoardCell => {
    const {from, to, rate, isWithheld} = move;
    const isSum = from === null || to === null;
    const rise = isSum ? 0 : Math.sign(place.get(to)! - place.get(from)!);
    return {
      ink: DIRECTION[rise > 0 ? 'better' : rise < 0 ? 'worse' : 'same'],
      shade: isSum || !rate ? null : rate.rate,
      isWithheld,
      linesOf: () => moveLines(move, reading),
      isFramed: !isSum && rise === 0,
      datumAt: (at) => datumOfMove(move, at, reading),
    };
  };
  return {
    corner: `${words.from} ↓`,
    rowHeads: tiers,
    columnHeads: tiers,
    sumHead: words.total,
    cells: withSums(moves, fromSums, [...toSums, all]).map((line) => line.map(cellOf)),
    legend: {
      kind: 'parts',
      parts: (['worse', 'same', 'better'] as const).map((direction) => {
        const rate = metrics[direction];
        const name = `${SIGN[direction]} ${words[direction]}`;
        const percent = rate ? locale.percent(rate.rate) : locale.words.none;
        return {
          ink: DIRECTION[direction],
          share: rate?.rate ?? 0,
          texts: [
            words.labelled(name, rate ? words.withRate(locale.count(rate.count), percent) : percent),
            words.labelled(name, percent),
            `${SIGN[direction]} ${percent}`,
          ],
        };
      }),
    },
  };
}

function moveLines({customers, rate, isWithheld}: MoveMetrics, {locale}: MatrixReading): BoardLines {
  if (customers === null) return [[isWithheld ? locale.words.withheld : locale.words.none]];
  const count = [locale.count(customers), locale.compact(customers)];
  return rate && customers ? [[locale.percent(rate.rate), locale.wholePercent(rate.rate)], count] : [count];
}
