import type {Cell, Column, DataTable} from '../../table/data-table.js';
import type {FlowRate} from './flows.js';
import type {LoyaltyLadderMetrics, RungMetrics, SeriesMetrics} from './metrics.js';
import {rungName} from './names.js';
import type {LadderReading} from './view.js';

/** A column that reads one thing of a row. */
interface Field<Row> extends Column {
  readonly cell: (row: Row) => Cell;
}

interface RungRow {
  readonly rung: RungMetrics;
  readonly series: SeriesMetrics;
}

/** Every number of the ladder; columns in which nothing is given are left out. */
export function tabulateLoyaltyLadder(metrics: LoyaltyLadderMetrics, reading: LadderReading): DataTable {
  return reading.options.view === 'moves' ? movesTable(metrics, reading) : rungTable(metrics, reading);
}

/** One series with a name is named, as it is in the drawing. */
const isNamed = ({series}: LoyaltyLadderMetrics): boolean => series.some((one) => one.series !== null);

function rungTable(metrics: LoyaltyLadderMetrics, reading: LadderReading): DataTable {
  const rows = metrics.series.flatMap((series) => series.rungs.map((rung) => ({rung, series})));
  const fields = [...nameFields(metrics, reading), ...numberFields(metrics, reading)];
  return tableOf(rows, fields, reading.words.title);
}

function tableOf<Row>(rows: readonly Row[], fields: readonly Field<Row>[], caption: string): DataTable {
  const cells = fields.map(({cell}) => rows.map(cell));
  const kept = fields.map((_, index) => index === 0 || cells[index]!.some(({value}) => value !== null));
  const only = <Item>(items: readonly Item[]) => items.filter((_, index) => kept[index]);
  return {
    caption,
    columns: only(fields).map(({label, numeric}) => ({label, numeric})),
    rows: rows.map((_, row) => only(cells).map((column) => column[row]!)),
  };
}

const nameFields = (metrics: LoyaltyLadderMetrics, {words}: LadderReading): Field<RungRow>[] => [
  ...(isNamed(metrics)
    ? [{label: words.series, numeric: false, cell: ({series}: RungRow) => text(series.series ?? '')}]
    : []),
  {label: words.rungColumn, numeric: false, cell: ({rung}) => text(rungName(rung, words))},
];

const text = (value: string): Cell => ({text: value, value});

function numberFields(metrics: LoyaltyLadderMetrics, reading: LadderReading): Field<RungRow>[] {
  const {words, locale, options} = reading;
  const {number, interval} = fieldMakers(reading);
  const isFunnel = options.view === 'funnel' || metrics.basis === 'reached';
  return [
    number(words.customers, (d) => d.count, locale.count),
    number(words.share, (d) => d.share, locale.percent),
    number(words.previous, (d) => d.previous, locale.count),
    number(words.change, (d) => d.change, locale.change),
    number(words.changeRate, (d) => d.changeRate, locale.percentChange),
    number(words.target, (d) => d.target, locale.count),
    ...(isFunnel
      ? [
          number(words.reached, (d) => d.reached, locale.count),
          number(words.step, (d) => d.step?.rate ?? null, locale.percent),
          ...interval(words.step, (d) => d.step),
          number(words.changeOf(words.step), (d) => d.stepChange?.diff ?? null, locale.points),
          number(words.shareOfFirst, (d) => d.fromFirst?.rate ?? null, locale.percent),
        ]
      : []),
    ...flowFields(reading),
    number(words.value, (d) => d.value, locale.money),
    number(words.valueShare, (d) => d.valueShare, locale.percent),
    number(words.spend, (d) => d.spend, locale.money),
    number(words.spendShare, (d) => d.spendShare, locale.percent),
  ];
}

function flowFields(reading: LadderReading): Field<RungRow>[] {
  const {words, locale} = reading;
  const {number, interval, change} = fieldMakers(reading);
  const flow = (name: string, flowOf: (rung: RungMetrics) => FlowRate | null): Field<RungRow>[] => [
    number(name, (d) => flowOf(d)?.count ?? null, locale.count),
    number(words.rateOf(name), (d) => flowOf(d)?.rate ?? null, locale.percent),
    ...interval(name, flowOf),
    ...change(words.changeOf(name), (d) => flowOf(d)?.change ?? null),
  ];
  return [
    ...flow(words.climbed, (d) => d.climb),
    ...flow(words.slipped, (d) => d.slip),
    number(words.netPromotion, (d) => d.netPromotion?.rate ?? null, locale.percentChange),
    ...interval(words.netPromotion, (d) => d.netPromotion, locale.percentChange),
    number(words.stayed, (d) => d.stay?.count ?? null, locale.count),
    ...flow(words.left, (d) => d.leave),
    number(words.entered, (d) => d.entered, locale.count),
    number(words.wonBack, (d) => d.wonBack, locale.count),
  ];
}

interface Limits {
  readonly low: number;
  readonly high: number;
}

function fieldMakers({words, locale, options}: LadderReading) {
  const level = locale.wholePercent(options.level);
  const none: Cell = {text: locale.words.none, value: null};
  const withheld: Cell = {text: locale.words.withheld, value: null};
  const number = (
    label: string,
    valueOf: (rung: RungMetrics) => number | null,
    format: (value: number) => string,
  ): Field<RungRow> => {
    const cell = ({rung}: RungRow): Cell => {
      const value = valueOf(rung);
      if (value !== null) return {text: format(value), value};
      return rung.isWithheld ? withheld : none;
    };
    return {label, numeric: true, cell};
  };
  const interval = (
    name: string,
    limitsOf: (rung: RungMetrics) => Limits | null,
    format: (value: number) => string = locale.percent,
  ): Field<RungRow>[] => [
    number(words.lowOf(name, level), (d) => limitsOf(d)?.low ?? null, format),
    number(words.highOf(name, level), (d) => limitsOf(d)?.high ?? null, format),
  ];
  const change = (label: string, changeOf: (rung: RungMetrics) => FlowRate['change']): Field<RungRow>[] => [
    number(label, (d) => changeOf(d)?.diff ?? null, locale.points),
    ...interval(
      label,
      (d) => {
        const found = changeOf(d);
        return found && {low: found.diffLow, high: found.diffHigh};
      },
      locale.points,
    ),
  ];
  return {number, interval, change};
}

function movesTable(metrics: LoyaltyLadderMetrics, {words, locale}: LadderReading): DataTable {
  const rows = metrics.series.flatMap(({series, moves, rungs}) => {
    const names = new Map(rungs.map((d) => [d.rung, rungName(d, words)]));
    return moves.map((move) => ({...move, series, names}));
  });
  type MoveRow = (typeof rows)[number];
  const numberCell = (value: number | null, format: (value: number) => string): Cell => ({
    text: value === null ? locale.words.withheld : format(value),
    value,
  });
  const rateCell = (rate: number | null): Cell => ({
    text: rate === null ? locale.words.none : locale.percent(rate),
    value: rate,
  });
  const fields: Field<MoveRow>[] = [
    ...(isNamed(metrics) ? [{label: words.series, numeric: false, cell: (d: MoveRow) => text(d.series ?? '')}] : []),
    {
      label: words.from,
      numeric: false,
      cell: ({from, names}) => text(from === null ? words.entered : (names.get(from) ?? from)),
    },
    {label: words.to, numeric: false, cell: ({to, names}) => text(to === null ? words.left : (names.get(to) ?? to))},
    {label: words.customers, numeric: true, cell: ({count}) => numberCell(count, locale.count)},
    {
      label: words.rate,
      numeric: true,
      cell: ({count, rate}) => (count === null ? numberCell(null, locale.percent) : rateCell(rate)),
    },
  ];
  return tableOf(rows, fields, words.title);
}
