import {RUNNING, WITHHELD} from './cells.js';
import {ageName, dateName} from './datum.js';
import {firstColumn, startsWhole} from './grid-rows.js';
import {isGrowing} from './growing.js';
import type {CohortRetentionMetrics, CohortSeries} from './metrics.js';
import type {PlanGap} from './plan.js';
import type {CohortReading} from './view.js';

/** How sure, as of when, from where. */
export function notesOfCohorts(metrics: CohortRetentionMetrics, reading: CohortReading): string[] {
  const {words, locale, options} = reading;
  const {asOf, completeness, source, proxy} = metrics;
  const isTrend = options.view === 'trend';
  return [
    ...(asOf ? [locale.words.asOf(locale.day(asOf))] : []),
    ...(hasCells(metrics, RUNNING) || hasGrowing(metrics) ? [words.notes.running] : []),
    ...(completeness === 'nobody' ? [words.notes.assumed] : []),
    ...(isTrend ? trendNotes(metrics, reading) : curveNotes(metrics, reading)),
    ...truncationNotes(metrics, reading),
    ...(hasCells(metrics, WITHHELD) ? [words.notes.withheld(locale.count(options.minCell))] : []),
    ...(options.relative === 'previous' ? [words.notes.previous] : []),
    ...(proxy ? [locale.words.proxy(proxy)] : []),
    ...(source ? [locale.words.source(source)] : []),
  ];
}

const hasCells = ({series}: CohortRetentionMetrics, state: number): boolean =>
  series.some(({cells}) => cells.states.includes(state));

const hasGrowing = (metrics: CohortRetentionMetrics): boolean =>
  metrics.series.some((series) => series.cohorts.some((_, cohort) => isGrowing(metrics, {series, cohort})));

function truncationNotes(metrics: CohortRetentionMetrics, reading: CohortReading): string[] {
  const {leftTruncated} = metrics;
  if (!leftTruncated.length || reading.options.poolTruncated) return [];
  const names = leftTruncated.map((cohort) => dateName(cohort, reading));
  return [reading.words.notes.truncated(reading.locale.list(names))];
}

function curveNotes(metrics: CohortRetentionMetrics, reading: CohortReading): string[] {
  const {words, options} = reading;
  const {series} = metrics;
  return [
    ...(series.length === 1 ? meanNotes(series[0]!, metrics, reading) : []),
    ...series.flatMap((one) => named(one, seriesNotes(one, metrics, reading), reading)),
    ...(metrics.plan.some(({cohort}) => cohort) ? [words.notes.pathInTrend] : []),
    ...startNote(metrics, reading),
    ...(series.some(({projection}) => projection?.refused === null)
      ? [options.values === 'counts' ? words.notes.projectionInTable : words.notes.projection]
      : []),
  ];
}

const named = ({series}: CohortSeries, notes: readonly string[], {words}: CohortReading): readonly string[] =>
  series === null ? notes : notes.map((note) => words.seriesOf(series, note));

/** Age 0 is left out of the whole drawing, or of the curves only. */
function startNote(metrics: CohortRetentionMetrics, {words, options: {view, values}}: CohortReading): string[] {
  const inTriangle = values === 'rates' && startsWhole(metrics);
  if (view === 'triangle') return inTriangle ? [words.notes.startLeftOut] : [];
  if (firstColumn(metrics, values) === 0) return [];
  return [view === 'curves' || inTriangle ? words.notes.startLeftOut : words.notes.startNotInCurves];
}

function meanNotes(series: CohortSeries, metrics: CohortRetentionMetrics, reading: CohortReading): string[] {
  const {words, locale} = reading;
  const at = series.curve.find(({age}) => age === metrics.age);
  const name = (age: number) => ageName(age, metrics, reading);
  return [
    ...(at ? [words.notes.behind(name(at.age), locale.count(at.n), locale.count(at.cohorts))] : []),
    ...changingNote(series, name, reading),
  ];
}

function seriesNotes(
  {curve, medianAge, projection}: CohortSeries,
  metrics: CohortRetentionMetrics,
  reading: CohortReading,
): string[] {
  const {words} = reading;
  const gaps = curve.flatMap(({plan}) => plan ?? []);
  return [
    ...(medianAge === null ? [] : [words.notes.median(ageName(medianAge, metrics, reading))]),
    ...planNote(gaps, reading),
    ...(projection?.refused ? [words.notes.refused(words.notes.refusals[projection.refused])] : []),
  ];
}

/** What the last age of the mean is when every step is taken by the same cohorts. */
function changingNote(
  {curve, likeForLike}: CohortSeries,
  name: (age: number) => string,
  {words, locale}: CohortReading,
): string[] {
  const column = curve.findLastIndex(({rate}) => rate !== null);
  const [pooled, chained] = [curve[column]?.rate ?? null, likeForLike?.[column]?.rate ?? null];
  if (pooled === null || chained === null) return [];
  return [words.notes.changing(name(curve[column]!.age), locale.percent(pooled), locale.percent(chained))];
}

function planNote(gaps: readonly PlanGap[], {words, locale}: CohortReading): string[] {
  const counted = (verdict: string) => locale.count(gaps.filter((gap) => gap.verdict === verdict).length);
  if (!gaps.length) return [];
  return [words.notes.planned({met: counted('above'), missed: counted('below'), near: counted('near')})];
}

function trendNotes(metrics: CohortRetentionMetrics, reading: CohortReading): string[] {
  const {words, locale} = reading;
  const complete = metrics.series.flatMap(({trend}) =>
    trend.filter(({state, isTruncated}) => state === 'complete' && !isTruncated),
  );
  const without = complete.filter(({plan}) => plan === null).length;
  const at = ageName(metrics.age ?? 0, metrics, reading);
  return [
    ...planNote(
      complete.flatMap(({gap}) => gap ?? []),
      reading,
    ),
    ...(metrics.plan.length && without
      ? [words.notes.unplanned(at, locale.count(without), locale.count(complete.length))]
      : []),
  ];
}
