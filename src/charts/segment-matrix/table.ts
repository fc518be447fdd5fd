import type {Cell, Column, DataTable} from '../../table/data-table.js';
import {axisFormat, axisName, moneyEach, quadrantName} from './formats.js';
import type {
  Figures,
  MigrationMetrics,
  MoveMetrics,
  QuadrantsMetrics,
  SegmentMatrixMetrics,
  SegmentMetrics,
  ShareMetrics,
} from './metrics.js';
import {PROFILE} from './schema.js';
import type {MatrixReading} from './view.js';

/** A column that reads one thing of a row. */
interface Field<Row> extends Column {
  readonly cell: (row: Row) => Cell;
}

type Format = (value: number) => string;

/** Every number of the matrix; columns in which nothing is given are left out. */
export function tabulateSegmentMatrix(metrics: SegmentMatrixMetrics, reading: MatrixReading): DataTable {
  const {words} = reading;
  const name = <Row>(label: string, textOf: (row: Row) => string | null): Field<Row> => ({
    label,
    numeric: false,
    cell: (row) => textCell(textOf(row) ?? words.total),
  });
  switch (metrics.view) {
    case 'grid': {
      const {cells, rowSums, columnSums, total} = metrics;
      const rows = [...cells, ...rowSums, ...columnSums, {...total, row: null, column: null}];
      const names = [
        name(words.row, (d: (typeof rows)[number]) => d.row),
        name(words.column, (d: (typeof rows)[number]) => d.column),
      ];
      return tableOf(rows, [...names, ...figureFields(reading)], reading);
    }
    case 'migration':
      return tableOf(
        movesOf(metrics, reading),
        [name<TableMove>(words.from, (d) => d.from), name<TableMove>(words.to, (d) => d.to), ...rateFields(reading)],
        reading,
      );
    default:
      return tableOf<TableSegment>(
        [...metrics.segments, ...sumsOf(metrics, reading)],
        [
          name<TableSegment>(words.segment, (d) => d.segment),
          ...placeFields(metrics, reading),
          ...figureFields(reading),
          ...profileFields(reading),
        ],
        reading,
      );
  }
}

function tableOf<Row>(
  rows: readonly Row[],
  fields: readonly Field<Row>[],
  {words: {title: caption}, rowLimit: limit}: MatrixReading,
): DataTable {
  const kept = fields.filter(({cell}, index) => index === 0 || rows.some((row) => cell(row).value !== null));
  return {
    caption,
    columns: kept.map(({label, numeric}) => ({label, numeric})),
    rows: rows.slice(0, limit).map((row) => kept.map(({cell}) => cell(row))),
  };
}

/** A column of numbers, with the sign of what is withheld or not defined. */
const numbersIn =
  ({locale: {words}}: MatrixReading) =>
  <Row extends {readonly isWithheld: boolean}>(
    label: string,
    valueOf: (row: Row) => number | null,
    format: Format,
  ): Field<Row> => ({
    label,
    numeric: true,
    cell: (row) => {
      const value = valueOf(row);
      return {text: value === null ? (row.isWithheld ? words.withheld : words.none) : format(value), value};
    },
  });

function figureFields(reading: MatrixReading): Field<Figures>[] {
  const {words, locale} = reading;
  const number = numbersIn(reading)<Figures>;
  return [
    number(words.measure.customers, (d) => d.customers, locale.count),
    number(words.customerShare, (d) => d.customerShare, locale.percent),
    number(words.measure.value, (d) => d.value, locale.money),
    number(words.valueShare, (d) => d.valueShare, locale.percent),
    number(words.measure.index, (d) => d.index, locale.count),
    number(
      words.measure['value-per-customer'],
      (d) => d.valuePerCustomer,
      (each) => moneyEach(locale, each),
    ),
    ...[
      number(words.previous, (d) => d.previous, locale.count),
      number(words.measure.change, (d) => d.change, locale.change),
      number(words.changeRate, (d) => d.changeRate, locale.percentChange),
    ].map((field) => withheldLike(field, reading)),
  ];
}

/** With the sign of what is withheld also where only the previous count is. */
const withheldLike = (field: Field<Figures>, {locale}: MatrixReading): Field<Figures> => ({
  ...field,
  cell: (row) => {
    const cell = field.cell(row);
    return cell.value === null && row.isPreviousWithheld ? {...cell, text: locale.words.withheld} : cell;
  },
});

/** A segment, or a sum of some: of a quadrant, of the withheld ones, of all. */
type TableSegment = SegmentMetrics & {readonly memberCount?: number};

const NO_PLACE = {profile: {}, x: null, y: null, previousX: null, previousY: null, quadrant: null} as const;

/** What stands on the drawing beside the segments themselves. */
function sumsOf(metrics: ShareMetrics | QuadrantsMetrics, {words}: MatrixReading): TableSegment[] {
  const {rest, total} = metrics;
  const quadrants = metrics.view === 'quadrant' ? metrics.quadrants : [];
  return [...quadrants, ...(rest ? [{segment: words.rest, ...rest}] : []), total].map((sum) => ({
    ...NO_PLACE,
    segment: words.total,
    ...sum,
  }));
}

function placeFields(metrics: SegmentMatrixMetrics, reading: MatrixReading): Field<TableSegment>[] {
  if (metrics.view !== 'quadrant') return [];
  const {words, locale} = reading;
  const number = numbersIn(reading)<TableSegment>;
  const axis = (which: 'x' | 'y', before: 'previousX' | 'previousY') => {
    const [label, format] = [axisName(which, metrics[which], reading), axisFormat(metrics[which], reading)];
    return [
      number(label, (d) => d[which], format),
      number(words.labelled(words.previous, label), (d) => d[before], format),
    ];
  };
  return [
    {
      label: words.quadrantColumn,
      numeric: false,
      cell: ({quadrant}) => textCell(quadrant && quadrantName(quadrant, metrics, reading)),
    },
    {
      label: words.segments,
      numeric: true,
      cell: ({memberCount: n, isWithheld}) =>
        n === undefined || isWithheld || metrics.isIndividual ? textCell(null) : {text: locale.count(n), value: n},
    },
    ...axis('x', 'previousX'),
    ...axis('y', 'previousY'),
  ];
}

const textCell = (text: string | null | undefined): Cell => ({text: text ?? '', value: text ?? null});

const profileFields = ({words}: MatrixReading): Field<SegmentMetrics>[] =>
  PROFILE.map((field) => ({
    label: words.profile[field],
    numeric: false,
    cell: ({profile}) => textCell(profile[field]),
  }));

type TableMove = Pick<MoveMetrics, 'from' | 'to' | 'isWithheld' | 'customers' | 'rate'>;

/** Moves and sums of tiers; better, same and worse at the end. */
function movesOf({moves, fromSums, toSums, ...sums}: MigrationMetrics, {words}: MatrixReading): TableMove[] {
  const {customers} = sums;
  const all = {from: null, to: null, isWithheld: customers === null, customers, rate: null};
  const directions = (['better', 'same', 'worse'] as const).map((direction): TableMove => {
    const rate = sums[direction];
    const name = rate && rate.n !== customers ? words.ofShownMoves(words[direction]) : words[direction];
    return {from: name, to: null, isWithheld: false, customers: rate?.count ?? null, rate};
  });
  return [...moves, ...fromSums, ...toSums, all, ...directions];
}

/** What a move is a share of and what a sum is a share of are two things, and so two columns. */
function rateFields(reading: MatrixReading): Field<TableMove>[] {
  const {words, locale, options} = reading;
  const number = numbersIn(reading)<TableMove>;
  const level = locale.wholePercent(options.level);
  const sharesOf = (label: string, has: (row: TableMove) => boolean) => {
    const field = (name: string, part: 'rate' | 'low' | 'high'): Field<TableMove> => {
      const shown = number(name, (d) => d.rate?.[part] ?? null, locale.percent);
      return {...shown, cell: (row) => (has(row) ? shown.cell(row) : textCell(null))};
    };
    return [field(label, 'rate'), field(words.lowOf(label, level), 'low'), field(words.highOf(label, level), 'high')];
  };
  return [
    number(words.measure.customers, (d) => d.customers, locale.count),
    ...sharesOf(words.tierShare, isMove),
    ...sharesOf(words.customerShare, (row) => !isMove(row)),
  ];
}

const isMove = ({from, to}: Pick<MoveMetrics, 'from' | 'to'>): boolean => from !== null && to !== null;
