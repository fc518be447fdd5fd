import {RUNNING, STATES, WITHHELD} from './cells.js';
import {ageName, dateName} from './datum.js';
import {firstColumn, startsWhole} from './grid-rows.js';
import {isGrowing} from './growing.js';
import {comparisonFacts} from './headline.js';
import type {CohortRetentionMetrics, CohortSeries} from './metrics.js';
import type {PlanGap} from './plan.js';
import {valuelessOf} from './trend.js';
import type {CohortReading} from './view.js';

/** How sure, as of when, from where. */
export function notesOfCohorts(metrics: CohortRetentionMetrics, reading: CohortReading): string[] {
  const {words, locale, options} = reading;
  const {asOf, completeness, source, proxy} = metrics;
  const isTrend = options.view === 'trend';
  return [
    ...(asOf ? [locale.words.asOf(locale.day(asOf))] : []),
    ...(isRunning(metrics, isTrend) ? [words.notes.running] : []),
    ...(completeness === 'nobody' ? [words.notes.assumed] : []),
    ...(isTrend ? trendNotes(metrics, reading) : curveNotes(metrics, reading)),
    ...differenceNotes(metrics, reading),
    ...truncationNotes(metrics, reading),
    ...(has(metrics, WITHHELD, isTrend)
      ? // Curves have no sign for what they do not draw.
        [(options.view === 'curves' ? '' : '• ') + words.notes.withheld(locale.count(options.minCell))]
      : []),
    ...(options.relative === 'previous' ? [words.notes.previous] : []),
    ...(proxy ? [locale.words.proxy(proxy)] : []),
    ...(source ? [locale.words.source(source)] : []),
  ];
}

function differenceNotes(metrics: CohortRetentionMetrics, reading: CohortReading): string[] {
  const {words, locale} = reading;
  const {comparisons, level, series} = metrics;
  const {count, percent} = locale;
  const notes = comparisons.map((one) => words.notes.difference(comparisonFacts(one, metrics, reading)));
  const [first] = comparisons;
  return first && series.length > 2
    ? [...notes, words.notes.together(count(series.length - 1), percent(first.level), percent(level))]
    : notes;
}

/** Whether a state is in the drawing. */
const has = ({series}: CohortRetentionMetrics, state: number, isTrend: boolean): boolean =>
  series.some(({trend, cells}) =>
    isTrend ? trend.some((point) => point.state === STATES[state]) : cells.states.includes(state),
  );

const isRunning = (metrics: CohortRetentionMetrics, isTrend: boolean): boolean =>
  has(metrics, RUNNING, isTrend) ||
  (!isTrend &&
    metrics.series.some((series) => series.cohorts.some((_, cohort) => isGrowing(metrics, {series, cohort}))));

function truncationNotes(metrics: CohortRetentionMetrics, reading: CohortReading): string[] {
  const {leftTruncated} = metrics;
  const {words, locale, options} = reading;
  const isDrawn = ({trend}: CohortSeries) => trend.some((d) => d.isTruncated && d.state === 'complete');
  if (!leftTruncated.length || (options.view === 'trend' && !metrics.series.some(isDrawn))) return [];
  const names = locale.list(leftTruncated.map((cohort) => dateName(cohort, reading)));
  return [words.notes[options.poolTruncated ? 'pooled' : 'truncated'](names)];
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
      ? [
          options.values === 'counts' || options.view === 'triangle'
            ? words.notes.projectionInTable
            : words.notes.projection,
        ]
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
    ...(at && at.n !== null ? [words.notes.behind(name(at.age), locale.count(at.n), locale.count(at.cohorts))] : []),
    ...changingNote(series, name, reading),
  ];
}

function seriesNotes(
  {curve, medianAge, projection}: CohortSeries,
  metrics: CohortRetentionMetrics,
  reading: CohortReading,
): string[] {
  const {words} = reading;
  const gaps = curve.flatMap(({age, plan}) => (plan ? {gap: plan, name: ageName(age, metrics, reading)} : []));
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
  const [overAll, alike] = [locale.percent(pooled), locale.percent(chained)];
  return overAll === alike ? [] : [words.notes.changing(name(curve[column]!.age), overAll, alike)];
}

/** How many ages or cohorts have met and missed their plan, and which, unless they are many. */
function planNote(gaps: readonly NamedGap[], {words, locale}: CohortReading): string[] {
  if (!gaps.length) return [];
  const namesOf = (verdict: PlanGap['verdict']) => gaps.flatMap((d) => (d.gap.verdict === verdict ? d.name : []));
  const [above, below] = [namesOf('above'), namesOf('below')];
  const near = gaps.length - above.length - below.length;
  const few = (names: readonly string[], say: (list: string) => string) =>
    names.length && names.length <= MOST_NAMED ? [say(locale.list(names))] : [];
  return [
    words.notes.planned({
      ...{met: locale.count(above.length), missed: locale.count(below.length), near: locale.count(near)},
    }),
    ...few(above, words.notes.met),
    ...few(below, words.notes.missed),
  ];
}

interface NamedGap {
  readonly name: string;
  readonly gap: PlanGap;
}

const MOST_NAMED = 12;

function trendNotes(metrics: CohortRetentionMetrics, reading: CohortReading): string[] {
  const {words, locale} = reading;
  const points = metrics.series.flatMap(({series, trend}) => trend.map((point) => ({...point, series})));
  const complete = points.filter((d) => d.state === 'complete' && d.rate !== null && !d.isTruncated);
  const without = complete.filter(({plan}) => plan === null).length;
  const at = ageName(metrics.age ?? 0, metrics, reading);
  const gaps = complete.flatMap(({cohort, series, gap}): NamedGap[] => {
    const name = dateName(cohort, reading);
    return gap ? [{gap, name: series === null ? name : words.seriesOf(series, name)}] : [];
  });
  const signs = [
    ['–', 'unknown', words.states.unknown],
    ['□', 'nobody', words.nobody],
  ] as const;
  return [
    ...planNote(gaps, reading),
    ...(metrics.plan.length && without
      ? [words.notes.unplanned(at, locale.count(without), locale.count(complete.length))]
      : []),
    ...signs.flatMap(([sign, why, text]) =>
      points.some((point) => valuelessOf(point) === why) ? [words.sentence(sign, text)] : [],
    ),
  ];
}
