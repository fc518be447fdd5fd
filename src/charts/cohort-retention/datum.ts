import type {Datum, DatumLine, DatumPlace} from '../../scene/scene.js';
import type {CellReading} from './grid-rows.js';
import {isGrowing} from './growing.js';
import type {CohortRetentionMetrics} from './metrics.js';
import type {TrendPoint} from './trend.js';
import type {CohortReading} from './view.js';

/** A day, month, quarter or year as a cohort's name in words; any other name as it is. */
export function dateName(cohort: string, {locale, words}: CohortReading): string {
  const [, year, quarter] = /^(\d{4})-Q([1-4])$/.exec(cohort) ?? [];
  return year && quarter ? words.quarter(year, quarter) : locale.day(cohort);
}

/** A cohort as the reader knows it: dated in words, marked where it began before the data. */
export function cohortName(
  cohort: string,
  {leftTruncated}: Pick<CohortRetentionMetrics, 'leftTruncated'>,
  reading: CohortReading,
): string {
  const name = dateName(cohort, reading);
  return leftTruncated.includes(cohort) ? reading.words.truncated(name) : name;
}

/** `Month 3` */
export const ageName = (
  age: number,
  {unit}: Pick<CohortRetentionMetrics, 'unit'>,
  {locale, words}: CohortReading,
): string => words.ageOf[unit](locale.count(age));

interface Point {
  readonly rate: number | null;
  readonly retained: number | null;
  readonly n: number | null;
  readonly state: CellReading['state'];
}

/** The rate with its counts, and what it is when it is not complete. */
function rateText({rate, retained, n, state}: Point, {locale, words}: CohortReading): string {
  if (rate === null) return state === 'complete' ? locale.words.none : words.states[state];
  const percent = locale.percent(rate);
  const text =
    retained !== null && n !== null ? words.counted(percent, locale.count(retained), locale.count(n)) : percent;
  return state === 'complete' ? text : words.withState(text, words.states[state]);
}

/** What a cell of curves and triangle says when it is met. */
export function datumOfCell(
  cell: CellReading,
  {place, metrics}: {readonly place: DatumPlace; readonly metrics: CohortRetentionMetrics},
  reading: CohortReading,
): Datum {
  const {words} = reading;
  const {series, age, state, n, retained, rate} = cell;
  const cohort = series.cohorts[cell.cohort] ?? null;
  const own = cohort === null ? words.mean[series.mean] : cohortName(cohort, metrics, reading);
  const name = series.series === null ? own : words.seriesOf(series.series, own);
  const title = words.datum(name, ageName(age, metrics, reading));
  const value = rateText(cell, reading);
  const lines = cohort === null ? meanLines(cell, reading) : cohortLines(cell, metrics, reading);
  return {
    id: `${series.series ?? ''}|${cohort ?? ''}|${age}`,
    title,
    label: words.sentence(title, value),
    lines: [{name: words.rate, value}, ...lines],
    row: place.row,
    column: place.column,
    detail: {series: series.series, cohort, age, state, n, retained, rate},
  };
}

function cohortLines(cell: CellReading, metrics: CohortRetentionMetrics, reading: CohortReading): DatumLine[] {
  const {words} = reading;
  const size = count(words.size, cell.series.sizes[cell.cohort] ?? null, reading);
  return [
    ...(isGrowing(metrics, cell)
      ? size.map(({name, value}) => ({name, value: words.withState(value, words.states.running)}))
      : size),
    ...count(words.pending, cell.pending, reading),
  ];
}

function meanLines(cell: CellReading, reading: CohortReading): DatumLine[] {
  const {words, locale} = reading;
  const chained = cell.series.likeForLike?.[cell.column]?.rate ?? null;
  return [
    ...interval(cell, reading),
    ...count(words.customers, cell.n, reading),
    ...count(words.cohorts, cell.cohorts, reading),
    ...(chained === null ? [] : [{name: words.likeForLike, value: locale.percent(chained)}]),
    ...planLines(cell, reading),
  ];
}

const count = (name: string, value: number | null, {locale}: CohortReading): DatumLine[] =>
  value === null || Number.isNaN(value) ? [] : [{name, value: locale.count(value)}];

interface Limits {
  readonly low: number | null;
  readonly high: number | null;
}

const interval = ({low, high}: Limits, {words, locale}: CohortReading): DatumLine[] =>
  low === null || high === null || low === high
    ? []
    : [{name: words.range, value: locale.words.interval(locale.percent(low), locale.percent(high))}];

const planLines = ({plan}: Pick<CellReading, 'plan'>, {words, locale}: CohortReading): DatumLine[] =>
  plan
    ? [
        {name: words.plan, value: locale.percent(plan.plan)},
        {name: words.againstPlan, value: words.withState(locale.points(plan.gap), words.verdict[plan.verdict])},
      ]
    : [];

/** What a point of the trend says. */
export function datumOfTrend(
  point: TrendPoint,
  {place, metrics, series}: {place: DatumPlace; metrics: CohortRetentionMetrics; series: string | null},
  reading: CohortReading,
): Datum {
  const {words} = reading;
  const own = cohortName(point.cohort, metrics, reading);
  const name = series === null ? own : words.seriesOf(series, own);
  const at = ageName(metrics.age ?? 0, metrics, reading);
  const value = rateText(point, reading);
  const {cohort, state, n, retained, rate} = point;
  return {
    id: `${series ?? ''}|${cohort}|${metrics.age ?? ''}`,
    title: name,
    label: words.sentence(words.datum(name, at), value),
    lines: [
      {name: at, value},
      ...interval(point, reading),
      ...count(words.pending, point.pending, reading),
      ...planLines({plan: point.gap}, reading),
    ],
    row: place.row,
    column: place.column,
    detail: {series, cohort, age: metrics.age, state, n, retained, rate},
  };
}
