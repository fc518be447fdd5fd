import type {Cell, Column, DataTable} from '../../table/data-table.js';
import type {LiftMetric} from './metrics.js';
import {changeFormat, levelFormat, pText, unitOf} from './values.js';
import type {LiftReading} from './view.js';

/** A column that reads one thing of a row. */
export interface Field<Row> extends Column {
  readonly cell: (row: Row) => Cell;
  readonly isGiven: (row: Row) => boolean;
}

type Format = (value: number) => string;

/**
 * A table of the columns in which something is given; the first names the row. Of many rows only as many are worded as
 * are asked for.
 */
export function tableOf<Row>(
  rows: readonly Row[],
  fields: readonly Field<Row>[],
  {words, rowLimit}: LiftReading,
): DataTable {
  const kept = fields.filter(({isGiven}, index) => index === 0 || rows.some(isGiven));
  return {
    caption: words.title,
    columns: kept.map(({label, numeric}) => ({label, numeric})),
    rows: rows.slice(0, rowLimit).map((row) => kept.map(({cell}) => cell(row))),
    rowCount: rows.length,
  };
}

/** What every row belongs to. */
export interface Owned {
  readonly metric: LiftMetric;
  readonly arm: string;
  readonly segment: string | null;
}

type ValueOf<Row> = (row: Row) => number | null | undefined;
type FormatOf = (metric: LiftMetric) => Format;

/** What makes a column of texts or of numbers, and the formats of numbers by what they are. */
interface FieldMakers<Row> {
  readonly text: (label: string, textOf: (row: Row) => string | null) => Field<Row>;
  readonly number: (label: string, valueOf: ValueOf<Row>, formatOf: FormatOf) => Field<Row>;
  /** An estimate with its limits. */
  readonly interval: (label: string, valuesOf: readonly ValueOf<Row>[], formatOf: FormatOf) => Field<Row>[];
  readonly formats: Readonly<
    Record<'count' | 'level' | 'change' | 'lift' | 'p' | 'number' | 'money' | 'cost', FormatOf>
  >;
}

/** Makers of columns in the reader's words and formats. */
export function makers<Row extends Owned>({words, locale}: LiftReading): FieldMakers<Row> {
  const none: Cell = {text: locale.words.none, value: null};
  const text = (label: string, textOf: (row: Row) => string | null): Field<Row> => ({
    label,
    numeric: false,
    isGiven: (row) => textOf(row) !== null,
    cell: (row) => {
      const value = textOf(row);
      return value === null ? none : {text: value, value};
    },
  });
  const number: FieldMakers<Row>['number'] = (label, valueOf, formatOf) => ({
    label,
    numeric: true,
    isGiven: (row) => (valueOf(row) ?? null) !== null,
    cell: (row) => {
      const value = valueOf(row) ?? null;
      if (value === null) return none;
      return Number.isFinite(value)
        ? {text: formatOf(row.metric)(value), value}
        : {text: words.unbounded, value: words.unbounded};
    },
  });
  const formats: FieldMakers<Row>['formats'] = {
    count: () => locale.count,
    level: (metric) => levelFormat(unitOf(metric), locale),
    change: (metric) => changeFormat(unitOf(metric), locale),
    lift: () => locale.fine.percentChange,
    p: () => pText,
    number: () => locale.fine.number,
    money: () => locale.fine.moneyChange,
    cost: () => locale.fine.money,
  };
  const interval: FieldMakers<Row>['interval'] = (label, valuesOf, formatOf) => {
    const labels = [label, words.low(label), words.high(label)];
    return valuesOf.map((valueOf, index) => number(labels[index]!, valueOf, formatOf));
  };
  return {text, number, interval, formats};
}
