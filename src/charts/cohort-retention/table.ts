import {type Cell, type Column, type DataTable, NumberCell} from '../../table/data-table.js';
import {ageName, cohortName} from './datum.js';
import {type CellReading, readCell, rowsOf} from './grid-rows.js';
import {isGrowing} from './growing.js';
import type {CohortRetentionMetrics, CohortSeries} from './metrics.js';
import type {PlanGap} from './plan.js';
import type {TrendPoint} from './trend.js';
import type {CohortReading} from './view.js';

/** A column that reads one thing of a row. */
interface Field<Row> extends Column {
  readonly cell: (row: Row) => Cell;
}

/** One row a cohort and age, or of the trend one a cohort; columns in which nothing is given are left out. */
export function tabulateCohortRetention(metrics: CohortRetentionMetrics, reading: CohortReading): DataTable {
  return reading.options.view === 'trend' ? trendTable(metrics, reading) : cellTable(metrics, reading);
}

function tableOf<Row>(rows: Iterable<Row>, fields: readonly Field<Row>[], caption: string): DataTable {
  const whole = Array.from(rows, (row) => fields.map(({cell}) => cell(row)));
  const kept = [...fields.keys()].filter((index) => index === 0 || whole.some((cells) => cells[index]!.value !== null));
  return {
    caption,
    columns: kept.map((index) => ({label: fields[index]!.label, numeric: fields[index]!.numeric})),
    rows: kept.length === fields.length ? whole : whole.map((cells) => kept.map((index) => cells[index]!)),
  };
}

const text = (value: string): Cell => ({text: value, value});

function cellTable(metrics: CohortRetentionMetrics, reading: CohortReading): DataTable {
  const {words, locale} = reading;
  const {ages} = metrics;
  const gridRows = rowsOf(metrics);
  const count = gridRows.length * ages.length;
  const projected = projectedRows(metrics);
  const rowCount = count + projected.length;
  const {number, verdict, level} = makersFor<CellReading>(reading);
  const fields: Field<CellReading>[] = [
    ...seriesField<CellReading>(metrics, reading, ({series}) => series),
    {label: words.cohort, numeric: false, cell: (d) => text(nameOf(d, metrics, reading))},
    number(words.age, ({age}) => age, locale.count),
    number(words.size, sizeOf, locale.count),
    number(words.retained, ({retained}) => retained, locale.count),
    number(words.rate, ({rate}) => rate, locale.percent),
    number(words.low(level), ({low}) => low, locale.percent),
    number(words.high(level), ({high}) => high, locale.percent),
    number(words.customers, ({cohort, n}) => (cohort < 0 ? n : null), locale.count),
    number(words.cohorts, ({cohorts}) => cohorts, locale.count),
    number(words.likeForLike, likeForLike, locale.percent),
    number(words.pending, ({pending}) => pending, locale.count),
    number(words.plan, ({plan}) => plan?.plan ?? null, locale.percent),
    number(words.gap, ({plan}) => plan?.gap ?? null, locale.points),
    verdict(({plan}) => plan),
    {label: words.state, numeric: false, cell: ({state}) => text(words.states[state])},
  ];
  // One after the other, so that none is kept longer than its own line.
  function* rows(): Generator<CellReading> {
    for (let index = 0; index < Math.min(reading.rowLimit ?? rowCount, rowCount); index++)
      yield index < count
        ? readCell(gridRows[Math.floor(index / ages.length)]!, index % ages.length, ages)
        : projected[index - count]!;
  }
  return {...tableOf(rows(), fields, words.title), rowCount};
}

const nameOf = (
  {series, cohort, column}: Pick<CellReading, 'series' | 'cohort' | 'column'>,
  metrics: CohortRetentionMetrics,
  reading: CohortReading,
): string => {
  const {words} = reading;
  if (column < 0) return words.projection;
  if (cohort < 0) return words.mean[series.mean];
  const name = cohortName(series.cohorts[cohort]!, metrics, reading);
  return isGrowing(metrics, {series, cohort}) ? words.withState(name, words.states.running) : name;
};

const sizeOf = ({series, cohort}: CellReading): number | null => {
  const size = series.sizes[cohort];
  return size === undefined || Number.isNaN(size) ? null : size;
};

const likeForLike = ({series, cohort, column}: CellReading): number | null =>
  cohort < 0 ? (series.likeForLike?.[column]?.rate ?? null) : null;

/** What the model says beyond the data; a column of −1 tells it from what was observed. */
const projectedRows = ({series, ages}: CohortRetentionMetrics): CellReading[] =>
  series.flatMap((one) => {
    if (one.projection?.refused !== null) return [];
    const last = one.curve.at(-1)?.age ?? ages.at(-1) ?? 0;
    return one.projection.rates.slice(last).map((rate, index) => ({
      ...{series: one, cohort: -1, column: -1, age: last + index + 1, state: 'future', rate},
      ...{n: null, retained: null, pending: null, low: null, high: null, cohorts: null, plan: null},
    }));
  });

interface TrendRow extends TrendPoint {
  readonly series: CohortSeries;
  readonly name: string;
}

function trendTable(metrics: CohortRetentionMetrics, reading: CohortReading): DataTable {
  const {words, locale} = reading;
  const rows = metrics.series.flatMap((series) =>
    series.trend.map((point, cohort): TrendRow => {
      return {...point, series, name: nameOf({series, cohort, column: 0}, metrics, reading)};
    }),
  );
  const {number, verdict, level} = makersFor<TrendRow>(reading);
  const at = ageName(metrics.age ?? 0, metrics, reading);
  const fields: Field<TrendRow>[] = [
    ...seriesField<TrendRow>(metrics, reading, ({series}) => series),
    {label: words.cohort, numeric: false, cell: ({name}) => text(name)},
    number(words.customers, ({n}) => n, locale.count),
    number(words.retained, ({retained}) => retained, locale.count),
    number(at, ({rate}) => rate, locale.percent),
    number(words.low(level), ({low}) => low, locale.percent),
    number(words.high(level), ({high}) => high, locale.percent),
    number(words.pending, ({pending}) => pending, locale.count),
    number(words.plan, ({plan}) => plan, locale.percent),
    number(words.gap, ({gap}) => gap?.gap ?? null, locale.points),
    verdict(({gap}) => gap),
    {label: words.state, numeric: false, cell: ({state}) => text(words.states[state])},
  ];
  return tableOf(rows, fields, words.title);
}

const seriesField = <Row>(
  {series}: CohortRetentionMetrics,
  {words}: CohortReading,
  seriesOf: (row: Row) => CohortSeries,
): Field<Row>[] =>
  series.some(({series: name}) => name !== null)
    ? [{label: words.series, numeric: false, cell: (row) => text(seriesOf(row).series ?? '')}]
    : [];

function makersFor<Row>({locale, options, words}: CohortReading) {
  const none: Cell = {text: locale.words.none, value: null};
  const number = (
    label: string,
    valueOf: (row: Row) => number | null,
    format: (value: number) => string,
  ): Field<Row> => ({
    label,
    numeric: true,
    cell: (row) => {
      const value = valueOf(row);
      return value === null ? none : new NumberCell(value, format);
    },
  });
  const verdict = (gapOf: (row: Row) => PlanGap | null): Field<Row> => ({
    label: words.againstPlan,
    numeric: false,
    cell: (row) => {
      const gap = gapOf(row);
      return gap ? text(words.verdict[gap.verdict]) : none;
    },
  });
  return {number, verdict, level: locale.wholePercent(options.level)};
}
