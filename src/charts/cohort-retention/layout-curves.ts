import {fitText} from '../../guides/fit-text.js';
import type {PathPoint} from '../../guides/line-path.js';
import type {DatumPlace} from '../../scene/scene.js';
import {COMPLETE} from './cells.js';
import {drawnValues, firstColumn, largestFrom} from './grid-rows.js';
import {type Axis, placeAxes} from './layout-axes.js';
import {areDated, type EndLabel, labelTexts, newestCohort, roomFor, spread} from './layout-labels.js';
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
  /** Up to 1 for the newest cohort; one half where nobody knows which is. */
  readonly youth: number;
  /** It is named at its end. */
  readonly isNamed: boolean;
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
  /** Where the mean is clearly above (−1) or below its plan: at the end of its interval. */
  readonly clear: readonly {readonly x: number; readonly y: number; readonly sign: 1 | -1}[];
  readonly projections: readonly (readonly PathPoint[])[];
  readonly labels: readonly EndLabel[];
  /** What the dashed line is, or why there is none; it ends at its place. */
  readonly caption: {readonly text: string; readonly x: number; readonly y: number} | null;
}

/** Places for lines by age: every cohort of one series, or the means of several, which counts do not have. */
export function layoutCurves(metrics: CohortRetentionMetrics, view: CohortView, top: number): CurvesPanel {
  const {options, frame, locale} = view;
  const first = firstColumn(metrics, options.values);
  const isSeries = metrics.series.length > 1;
  const isCounts = options.values === 'counts';
  const texts = labelTexts(metrics, view);
  const room = (labels: typeof texts) => roomFor(labels, view);
  const isWide = room(texts) < frame.width * 0.3;
  const shown = isWide ? texts : texts.map((label) => ({...label, text: label.short}));
  const axis = placeAxes({
    top,
    ages: [...metrics.ages, ...(isCounts ? [] : projectedAges(metrics))].slice(first),
    most: mostOf(metrics, {first, values: options.values}),
    format: isCounts ? locale.compact : null,
    right: room(shown),
    title: view.words.axis[metrics.unit],
    beneath: 0,
    view,
  });
  const point = (column: number, value: number | null | undefined): PathPoint =>
    column < first || value === null || value === undefined || Number.isNaN(value)
      ? null
      : {x: axis.xOf(metrics.ages[column]!), y: axis.yOf(value)};
  const rates = isCounts ? NO_RATES : ratesOf(metrics, {axis, point}, view);
  const cohorts = isSeries && !isCounts ? [] : cohortsOf(metrics, options.values);
  const lines = {...axis, firstColumn: first, means: rates.means, cohorts};
  return {
    ...lines,
    ...rates,
    kind: 'curves',
    xs: metrics.ages.map((age, column) => (column < first ? Infinity : axis.xOf(age))),
    isSeries,
    labels: spread(placeLabels(shown, {...lines, metrics}, view), axis, view),
  };
}

type Rates = Pick<CurvesPanel, 'means' | 'bands' | 'plan' | 'clear' | 'projections' | 'caption'>;

/** What there is of rates and not of counts. */
function ratesOf(
  metrics: CohortRetentionMetrics,
  {axis, point}: {axis: Axis; point: PointOf},
  view: CohortView,
): Rates {
  const projections = metrics.series.map((series) => projectionOf(series, metrics, axis));
  return {
    means: meansOf(metrics),
    bands: bandsOf(metrics, point),
    plan: metrics.ages.flatMap((age, column) => point(column, planAt(metrics.plan, age)) ?? []),
    clear: metrics.series.flatMap((series) => clearGaps(series, point)),
    projections,
    caption: captionOf(metrics, {...axis, projections}, view),
  };
}

const NO_RATES: Rates = {means: [], bands: [], plan: [], clear: [], projections: [], caption: null};

const clearGaps = ({curve}: CohortSeries, point: PointOf): CurvesPanel['clear'] =>
  curve.flatMap(({plan, low, high}, column) => {
    const isAbove = plan?.verdict === 'above';
    const end = isAbove || plan?.verdict === 'below' ? point(column, isAbove ? high : low) : null;
    return end ? [{...end, sign: isAbove ? (-1 as const) : (1 as const)}] : [];
  });

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
    const isDated = areDated(one.cohorts);
    row++;
    return one.cohorts.map((name, cohort) => ({
      ...{row: row++, column: 0, series: index, cohort},
      values: drawn.subarray(cohort * ages.length, (cohort + 1) * ages.length),
      states: one.cells.states.subarray(cohort * ages.length, (cohort + 1) * ages.length),
      isTruncated: truncated.has(name),
      isNamed: cohort === newest,
      youth: isDated ? (cohort + 1) / one.cohorts.length : 0.5,
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

/** Beneath the end of the first projection; beneath that of the first mean where its projection is refused. */
function captionOf(
  {series}: CohortRetentionMetrics,
  {projections, plot, xOf, yOf}: Axis & Pick<CurvesPanel, 'projections'>,
  {words, frame}: CohortView,
): CurvesPanel['caption'] {
  const size = frame.smallSize;
  const below = (y: number) => Math.min(y + size * 1.25, plot.y + plot.height - size * 0.75);
  const end = projections.find((points) => points.length)?.at(-1);
  if (end) return {text: words.projection, x: end.x, y: below(end.y)};
  const first = series.find(({projection}) => projection?.refused);
  const last = first?.curve.findLast(({rate}) => rate !== null);
  if (!first?.projection?.refused || !last) return null;
  const reason = words.notes.refused(words.notes.refusals[first.projection.refused]);
  const text = first.series === null ? reason : words.seriesOf(first.series, reason);
  const x = Math.max(xOf(last.age), plot.x + Math.min(plot.width, frame.textWidth(text, size)));
  return {text: fitText(text, x - plot.x, {...frame, size}), x, y: below(yOf(last.rate!))};
}

interface Lines extends Pick<CurvesPanel, 'means' | 'cohorts' | 'firstColumn' | 'plot' | 'xOf' | 'yOf'> {
  readonly metrics: CohortRetentionMetrics;
}

function placeLabels(
  texts: ReturnType<typeof labelTexts>,
  {means, cohorts, firstColumn, xOf, yOf, metrics}: Lines,
  {frame}: CohortView,
): EndLabel[] {
  return texts.flatMap(({text, row, series}) => {
    const line = [...means, ...cohorts].find((place) => place.row === row);
    const end = line?.values.findLastIndex((value, column) => value >= 0 && line.states[column] === COMPLETE) ?? -1;
    if (!line || end < firstColumn) return [];
    const x = xOf(metrics.ages[end]!) + frame.unit;
    // Where the line goes on as a projection its name stands above it.
    const isProjected = line.cohort < 0 && metrics.series[line.series]!.projection?.refused === null;
    const y = yOf(line.values[end]!) - (isProjected ? frame.labelSize : 0);
    return [{key: `label ${row}`, text, x, y, series, isBold: series !== null || line.cohort < 0}];
  });
}
