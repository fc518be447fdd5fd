import type {PathPoint} from '../../guides/line-path.js';
import {ageName, cohortName, dateName} from './datum.js';
import {type EndLabel, roomFor, spread} from './layout-labels.js';
import {type Axis, placeAxes} from './layout-axes.js';
import type {CohortRetentionMetrics} from './metrics.js';
import {type TrendPoint, valuelessOf} from './trend.js';
import type {CohortView} from './view.js';

/** One cohort with its place; the points of a series are one row. */
export interface TrendPlace extends TrendPoint {
  readonly x: number;
  /** null without a rate. */
  readonly y: number | null;
  readonly lowY: number | null;
  readonly highY: number | null;
}

export interface TrendLine {
  readonly series: string | null;
  readonly points: readonly TrendPlace[];
  readonly plan: readonly PathPoint[];
}

export interface TrendPanel extends Axis {
  readonly kind: 'trend';
  readonly lines: readonly TrendLine[];
  readonly labels: readonly EndLabel[];
  readonly planLabel: {readonly x: number; readonly y: number} | null;
}

/** Places for one age through time. */
export function layoutTrend(metrics: CohortRetentionMetrics, view: CohortView, top: number): TrendPanel {
  const {frame, locale, options} = view;
  const isSeries = metrics.series.length > 1;
  const isCounts = options.values === 'counts';
  // Counts are rates of so many customers, and so are their limits and their plan.
  const drawn = (value: number | null, {n}: TrendPoint) => (isCounts && value !== null ? n && value * n : value);
  const all = metrics.series.flatMap(({trend}) => trend);
  const places = [...new Set(all.map(({place}) => place))].sort((a, b) => a - b);
  const axis = placeAxes({
    top,
    ages: places,
    most: all.reduce((most, d) => Math.max(most, drawn(d.high ?? d.rate, d) ?? 0, drawn(d.plan, d) ?? 0), 0),
    format: isCounts ? locale.compact : null,
    right: Math.max(frame.unit * 2, isSeries ? roomFor(metrics.series.map(namedAt), view) : 0),
    beneath: all.some((d) => valuelessOf(d)) ? frame.unit * 0.75 : 0,
    title: view.words.trendAxis(ageName(metrics.age ?? 0, metrics, view)),
    view,
    xTicksOf: (room) => timeTicks(all, room, {metrics, view}),
  });
  const yOf = (value: number | null, d: TrendPoint) => {
    const shown = drawn(value, d);
    return shown === null ? null : axis.yOf(shown);
  };
  const lines = metrics.series.map(({series, trend}) => ({
    series,
    points: trend.map((d) => ({
      ...{...d, x: axis.xOf(d.place)},
      ...{y: yOf(d.rate, d), lowY: yOf(d.low, d), highY: yOf(d.high, d)},
    })),
    plan: trend.map((d) => {
      const y = yOf(d.plan, d);
      return y === null ? null : {x: axis.xOf(d.place), y};
    }),
  }));
  const labels = lines.flatMap((line, index): EndLabel[] => {
    const last = isSeries ? line.points.findLast(isSettled) : undefined;
    if (last?.y === undefined || last.y === null) return [];
    const text = nameOf(line);
    return [{key: `label ${index}`, text, x: last.x + frame.unit, y: last.y, series: index, isBold: true}];
  });
  const end = lines[0]?.plan.findLast((point) => point !== null);
  return {
    ...axis,
    kind: 'trend',
    lines,
    labels: spread(labels, axis, view),
    planLabel: end ? {x: end.x, y: end.y - frame.smallSize} : null,
  };
}

/** Whether a point is complete and in means, with a rate. */
export const isSettled = ({state, isTruncated, rate}: TrendPoint): boolean =>
  state === 'complete' && !isTruncated && rate !== null;

const nameOf = ({series}: {readonly series: string | null}): string => series ?? '';
const namedAt = (one: {readonly series: string | null}, series: number) => ({text: nameOf(one), series});

/** Cohorts named along the axis: as many as stand clear of each other. */
function timeTicks(
  points: readonly TrendPoint[],
  room: number,
  {metrics, view}: {readonly metrics: CohortRetentionMetrics; readonly view: CohortView},
): {value: number; text: string}[] {
  const {frame} = view;
  const names = new Map(points.map((d) => [d.place, d.cohort]));
  const places = [...names.keys()].sort((a, b) => a - b);
  const width =
    frame.textWidth(cohortName(names.get(places[0]!) ?? '', metrics, view), frame.smallSize) + frame.unit * 3;
  const every = Math.max(1, Math.ceil(places.length / Math.max(1, Math.floor(room / width))));
  return places
    .filter((_, index) => index % every === Math.floor(every / 2))
    .map((value) => ({value, text: dateName(names.get(value)!, view)}));
}
