import type {Datum, Ink} from '../../scene/scene.js';
import {datumOfCell, datumOfMove, type KeyPlace} from './datum.js';
import {compactMoney, figureText} from './formats.js';
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

/** What the shades say: from stop to stop, each step with its ink; or the parts of a whole. */
export type BoardLegend =
  | {
      readonly kind: 'ramp';
      /** From the longest form to the shortest. */
      readonly titles: readonly string[];
      /** Both ends, and between them the centre where shades run from there to both sides; none without a number. */
      readonly stops: readonly LegendStop[];
      readonly inks: readonly [Ink, Ink];
    }
  | {readonly kind: 'parts'; readonly parts: readonly LegendPart[]};

export interface LegendStop {
  readonly text: string;
  /** As of a cell that is worth as much: −1 to 1, the sign chooses the ink. */
  readonly shade: number;
}

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
}

const INKS: Readonly<Record<Measure, readonly [Ink, Ink]>> = {
  customers: ['loss', 'accent'],
  value: ['loss', 'accent'],
  'value-per-customer': ['loss', 'accent'],
  index: ['series-2', 'accent'],
  change: ['loss', 'gain'],
};

/** An index of a third and one of three are equally far from 100; beyond these the shade is full. */
const FULL_INDEX = [10, 1_000] as const;
/** Indexes as near to 100 as 95 are told apart by no more than a breath. */
const NEAR = Math.log10(1.05);

const withinIndex = (value: number): number => Math.max(FULL_INDEX[0], Math.min(FULL_INDEX[1], value));

function rampOf(measure: Measure, values: readonly number[]): Ramp {
  const far = measure === 'index' ? (value: number) => Math.log10(withinIndex(value) / 100) : (value: number) => value;
  let reach = measure === 'index' ? NEAR : 0;
  for (const value of values) reach = Math.max(reach, Math.abs(far(value)));
  return {t: (value) => far(value) / (reach || 1), inks: INKS[measure]};
}

/** From the least number to the most, and from the centre where they lie on one side of it. */
function stopsOf(measure: Measure, values: readonly number[]): number[] {
  if (!values.length) return [];
  const centre = measure === 'index' ? 100 : 0;
  let [least, most] = [centre, centre];
  for (const value of values) [least, most] = [Math.min(least, value), Math.max(most, value)];
  return least < centre && most > centre ? [least, centre, most] : [least, most];
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
  const name = words.measure[measure];
  const isHidden = cells.some((d) => d.isWithheld) && !cells.some((d) => d.customers);
  return {
    rowHeads: rows,
    columnHeads: columns,
    sumHead: words.total,
    cells: withSums(cells, rowSums, [...columnSums, grand]).map((line) => line.map(cellOf)),
    legend: {
      kind: 'ramp',
      titles: values.length
        ? [...(measure === 'index' ? [words.indexMeans] : []), name]
        : [words.labelled(name, isHidden ? locale.words.withheldInWords : words.noNumbers), name],
      // Numbers that are written alike are told apart by nobody.
      stops: stopsOf(measure, values)
        .map((value) => ({text: stopText(measure, value, reading), shade: ramp.t(value)}))
        .filter(({text}, index, all) => text !== all[index - 1]?.text),
      inks: ramp.inks,
    },
  };
}

/** A number as short as may be, with its unit. */
function shortText(measure: Measure, value: number, {locale}: MatrixReading): string {
  if (measure === 'change') return locale.percentChange(value);
  if (measure === 'customers' || measure === 'index') return shortNumber(value, locale.count, locale.compact);
  return shortNumber(value, locale.money, compactMoney(locale));
}

type Format = (value: number) => string;

/** Hundreds are short as they are, and a decimal would make them no shorter. */
const shortNumber = (value: number, count: Format, compact: Format): string =>
  (Math.abs(value) >= 10 && Math.abs(value) < 1_000 ? count : compact)(value);

/** With the sign of what lies beyond, where shades no longer tell. */
function stopText(measure: Measure, value: number, reading: MatrixReading): string {
  const {locale} = reading;
  if (measure === 'change' && !value) return locale.wholePercent(0);
  if (measure !== 'index') {
    const short = shortText(measure, value, reading);
    // Chinese shortens from 10,000 only; below, its short form lacks no more than the comma that the cells have.
    return /\d{4}/.test(short) ? (measure === 'customers' ? locale.count : locale.money)(value) : short;
  }
  const text = locale.count(withinIndex(value));
  return value < FULL_INDEX[0] ? `≤${text}` : value > FULL_INDEX[1] ? `≥${text}` : text;
}

/** The measure, and beneath it the customers it rests on. */
function linesOf(cell: Figures, measure: Measure, reading: MatrixReading): BoardLines {
  const {locale} = reading;
  const value = cell[FIGURE[measure]];
  const short =
    value === null || measure === 'change'
      ? []
      : [shortText(measure, value, reading), shortNumber(value, locale.count, locale.compact)];
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
