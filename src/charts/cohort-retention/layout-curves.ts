import {fitText} from '../../guides/fit-text.js';
import type {PathPoint} from '../../guides/line-path.js';
import type {DatumPlace} from '../../scene/scene.js';
import {COMPLETE} from './cells.js';
import {cohortName} from './datum.js';
import {drawnValues, firstColumn, largestFrom} from './grid-rows.js';
import {type Axis, placeAxes, spread} from './layout-axes.js';
import type {CohortRetentionMetrics, CohortSeries} from './metrics.js';
import {planAt} from './plan.js';
import type {CohortView} from './view.js';

/** One cohort, or the mean of a series, by age column. */
export interface CurvePlace extends DatumPlace {
  readonly series: number;
  /** −1: the mean. */
  readonly cohort: number;
  /** What is drawn; NaN where there is nothing. */
  readonly values: Float64Array;
  /** Complete ones are joined by a line, values so far stand apart, others are not drawn. */
  readonly states: Uint8Array;
  readonly isTruncated: boolean;
  /** 0 for the oldest cohort, 1 for the newest. */
  readonly youth: number;
  /** It is named at its end. */
  readonly isNamed: boolean;
}

/** A name at the end of a line. */
export interface EndLabel {
  readonly key: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly series: number | null;
}

export interface CurvesPanel extends Axis {
  readonly kind: 'curves';
  /** Of every age column; far out where it is not drawn. */
  readonly xs: readonly number[];
  /** The first that is drawn. */
  readonly firstColumn: number;
  readonly isSeries: boolean;
  readonly means: readonly CurvePlace[];
  readonly bands: readonly {readonly upper: readonly PathPoint[]; readonly lower: readonly PathPoint[]}[];
  readonly cohorts: readonly CurvePlace[];
  /** Only ages for which something is planned. */
  readonly plan: readonly PathPoint[];
  readonly projections: readonly (readonly PathPoint[])[];
  readonly labels: readonly EndLabel[];
}

/** Places for lines by age: every cohort of one series, or the means of several, which counts do not have. */
export function layoutCurves(metrics: CohortRetentionMetrics, view: CohortView, top: number): CurvesPanel {
  const {options, frame, locale} = view;
  const first = firstColumn(metrics, options.values);
  const isSeries = metrics.series.length > 1;
  const isCounts = options.values === 'counts';
  const texts = labelTexts(metrics, view);
  const widest = (labels: readonly LabelText[]) =>
    Math.max(0, ...labels.map(({text}) => frame.textWidth(text, frame.labelSize, 'bold')));
  const isWide = widest(texts) < frame.width * 0.28;
  const shown = isWide ? texts : texts.map((label) => ({...label, text: label.short}));
  const axis = placeAxes({
    top,
    ages: [...metrics.ages, ...(isCounts ? [] : projectedAges(metrics))].slice(first),
    most: mostOf(metrics, {first, values: options.values}),
    format: isCounts ? locale.compact : null,
    right: widest(shown) + frame.unit * 1.5,
    title: view.words.axis[metrics.unit],
    view,
  });
  const point = (column: number, value: number | null | undefined): PathPoint =>
    column < first || value === null || value === undefined || Number.isNaN(value)
      ? null
      : {x: axis.xOf(metrics.ages[column]!), y: axis.yOf(value)};
  const means = isCounts ? [] : meansOf(metrics);
  const cohorts = isSeries && !isCounts ? [] : cohortsOf(metrics, options.values);
  const placed = {...axis, firstColumn: first, means, cohorts};
  return {
    ...placed,
    kind: 'curves',
    xs: metrics.ages.map((age, column) => (column < first ? Infinity : axis.xOf(age))),
    isSeries,
    bands: isCounts ? [] : bandsOf(metrics, point),
    plan: isCounts ? [] : metrics.ages.flatMap((age, column) => point(column, planAt(metrics.plan, age)) ?? []),
    projections: isCounts ? [] : metrics.series.map((series) => projectionOf(series, metrics, axis)),
    labels: spread(placeLabels(shown, {...placed, metrics}, view), frame.labelSize + 2),
  };
}

const bandsOf = ({series}: CohortRetentionMetrics, point: PointOf): CurvesPanel['bands'] =>
  series.map(({curve}) => ({
    upper: curve.map(({high}, column) => point(column, high)),
    lower: curve.map(({low}, column) => point(column, low)),
  }));

function projectedAges({series, ages}: CohortRetentionMetrics): number[] {
  const last = ages.at(-1) ?? 0;
  const longest = Math.max(
    0,
    ...series.map(({projection}) => (projection?.refused === null ? projection.rates.length : 0)),
  );
  return Array.from({length: Math.max(0, longest - last)}, (_, index) => last + index + 1);
}

function mostOf(
  {series, ages}: CohortRetentionMetrics,
  {first, values}: {first: number; values: 'rates' | 'counts'},
): number {
  let most = 0;
  for (const one of series) {
    if (values === 'rates')
      for (const {high, rate, plan} of one.curve.slice(first))
        most = Math.max(most, high ?? rate ?? 0, plan?.plan ?? 0);
    if (series.length > 1 && values === 'rates') continue;
    most = Math.max(most, largestFrom(first, drawnValues(one, values), ages.length));
  }
  return most;
}

type PointOf = (column: number, value: number | null | undefined) => PathPoint;

function meansOf({series, ages}: CohortRetentionMetrics): CurvePlace[] {
  let row = 0;
  return series.map(({curve, cohorts}, index) => {
    const values = Float64Array.from(ages, (_, column) => curve[column]?.rate ?? NaN);
    const place = {row, column: 0, series: index, cohort: -1, youth: 1, isTruncated: false, isNamed: true};
    row += cohorts.length + 1;
    return {...place, values, states: new Uint8Array(ages.length).fill(COMPLETE)};
  });
}

function cohortsOf({series, ages, leftTruncated}: CohortRetentionMetrics, values: 'rates' | 'counts'): CurvePlace[] {
  const truncated = new Set(leftTruncated);
  const newest = newestCohort({series, ages});
  let row = 0;
  return series.flatMap((one, index) => {
    const drawn = drawnValues(one, values);
    row++;
    return one.cohorts.map((name, cohort) => ({
      ...{row: row++, column: 0, series: index, cohort},
      values: drawn.subarray(cohort * ages.length, (cohort + 1) * ages.length),
      states: one.cells.states.subarray(cohort * ages.length, (cohort + 1) * ages.length),
      isTruncated: truncated.has(name),
      isNamed: cohort === newest,
      youth: one.cohorts.length > 1 ? cohort / (one.cohorts.length - 1) : 1,
    }));
  });
}

function projectionOf(
  {projection, curve}: CohortSeries,
  {ages}: CohortRetentionMetrics,
  {xOf, yOf}: Axis,
): PathPoint[] {
  if (projection?.refused !== null) return [];
  const from = curve.at(-1);
  const last = from?.age ?? ages.at(-1) ?? 0;
  const beyond = projection.rates.slice(last).map((rate, index) => ({x: xOf(last + index + 1), y: yOf(rate)}));
  return from?.rate ? [{x: xOf(from.age), y: yOf(from.rate)}, ...beyond] : beyond;
}

interface LabelText {
  readonly text: string;
  readonly short: string;
  readonly row: number;
  readonly series: number | null;
}

/** The mean's name with its last rate; of several series each, of one also its newest cohort. */
function labelTexts(metrics: CohortRetentionMetrics, view: CohortView): LabelText[] {
  const {words, locale, options} = view;
  const isSeries = metrics.series.length > 1;
  let next = 0;
  const means = metrics.series.flatMap((series, index): LabelText[] => {
    const row = next;
    next += series.cohorts.length + 1;
    const name = series.series ?? words.mean[series.mean];
    if (options.values === 'counts')
      return isSeries ? [{text: name, short: name, row: row + 1 + longest(series), series: index}] : [];
    const rate = series.curve.findLast((point) => point.rate !== null)?.rate;
    if (rate === undefined || rate === null) return [];
    const value = locale.percent(rate);
    return [{text: words.labelled(name, value), short: isSeries ? name : value, row, series: isSeries ? index : null}];
  });
  const newest = newestCohort(metrics);
  if (newest < 0) return means;
  const name = cohortName(metrics.series[0]!.cohorts[newest]!, metrics, view);
  return [...means, {text: name, short: name, row: newest + 1, series: null}];
}

/** The cohort whose line goes furthest. */
function longest({cohorts, cells: {states}}: CohortSeries): number {
  const ages = states.length / cohorts.length;
  const ends = cohorts.map((_, cohort) => states.subarray(cohort * ages, (cohort + 1) * ages).lastIndexOf(COMPLETE));
  return ends.indexOf(ends.reduce((a, b) => Math.max(a, b), -1));
}

/** The newest of several cohorts with a line to name: two complete ages in a row. */
function newestCohort({series, ages}: Pick<CohortRetentionMetrics, 'series' | 'ages'>): number {
  const [only] = series;
  const count = only?.cohorts.length ?? 0;
  if (!only || series.length > 1 || ages.length < 3 || count < 2 || count > MOST_NAMED) return -1;
  return only.cohorts.findLastIndex(
    (_, cohort) =>
      only.cells.states.subarray(cohort * ages.length + 1, (cohort + 1) * ages.length).filter((s) => s === COMPLETE)
        .length > 1,
  );
}

/** Among more lines one more name would find no place. */
const MOST_NAMED = 60;

interface Lines extends Pick<CurvesPanel, 'means' | 'cohorts' | 'firstColumn' | 'xOf' | 'yOf'> {
  readonly metrics: CohortRetentionMetrics;
}

function placeLabels(
  texts: readonly LabelText[],
  {means, cohorts, firstColumn, xOf, yOf, metrics}: Lines,
  {frame}: CohortView,
): EndLabel[] {
  const size = frame.labelSize;
  return texts.flatMap(({text, row, series}) => {
    const line = [...means, ...cohorts].find((place) => place.row === row);
    const end = line?.values.findLastIndex((value, column) => value >= 0 && line.states[column] === COMPLETE) ?? -1;
    if (!line || end < firstColumn) return [];
    const x = xOf(metrics.ages[end]!) + frame.unit;
    // Where the line goes on as a projection its name stands above it.
    const isProjected = line.cohort < 0 && metrics.series[line.series]!.projection?.refused === null;
    const y = yOf(line.values[end]!) - (isProjected ? size : 0);
    return [{key: `label ${row}`, text: fitText(text, frame.width - x, {...frame, size}), x, y, series}];
  });
}
