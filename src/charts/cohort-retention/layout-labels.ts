import {fitText} from '../../guides/fit-text.js';
import {COMPLETE} from './cells.js';
import {cohortName} from './datum.js';
import type {Axis} from './layout-axes.js';
import type {CohortRetentionMetrics, CohortSeries} from './metrics.js';
import {datingOf} from './periods.js';
import type {CohortView} from './view.js';

/** What a name has before it that has the ink of its series, in pixels: as text that ink could be too pale to read. */
export const SWATCH = 14;

/** A name at the end of a line, or behind a swatch that stands there; y is the middle of its letters. */
export interface EndLabel {
  readonly key: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly series: number | null;
  readonly isBold: boolean;
}

/** What stands at the end of a line, and what where there is little room. */
interface LabelText {
  readonly text: string;
  readonly short: string;
  readonly row: number;
  readonly series: number | null;
}

/** The mean's name with its last rate; of several series each, of one also its newest cohort. */
export function labelTexts(metrics: CohortRetentionMetrics, view: CohortView): LabelText[] {
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

/** Whether one knows which cohorts are newer. */
export const areDated = (cohorts: readonly string[]): boolean => cohorts.every((name) => datingOf(name) !== 'name');

/** The newest of several cohorts with a line to name: two complete ages in a row. */
export function newestCohort({series, ages}: Pick<CohortRetentionMetrics, 'series' | 'ages'>): number {
  const [only] = series;
  const count = only?.cohorts.length ?? 0;
  if (!only || series.length > 1 || ages.length < 3 || count < 2 || count > MOST_NAMED || !areDated(only.cohorts))
    return -1;
  return only.cohorts.findLastIndex(
    (_, cohort) =>
      only.cells.states.subarray(cohort * ages.length + 1, (cohort + 1) * ages.length).filter((s) => s === COMPLETE)
        .length > 1,
  );
}

/** Among more lines one more name would find no place. */
const MOST_NAMED = 60;

/** More series than these are named in a list beside the lines, in their order. */
const MOST_DIRECT = 6;

/**
 * Labels within the height of their plot, moved apart so that none covers another, in the order of their lines. Of more
 * than find room the last are only counted: their names are in tooltip and table.
 */
export function spread(all: readonly EndLabel[], {plot}: Pick<Axis, 'plot'>, {frame}: CohortView): EndLabel[] {
  const pitch = frame.labelSize + 2;
  const room = Math.max(1, Math.floor(plot.height / pitch));
  const kept = all.length > room ? all.slice(0, room - 1) : all;
  const rest = all.length - kept.length;
  const last = plot.y + plot.height - pitch / 4;
  const more = {key: 'label more', text: `+${rest}`, x: 0, y: last, series: null, isBold: false};
  const sorted = [...kept].sort((a, b) => a.y - b.y);
  const labels = rest ? [...sorted, more] : sorted;
  let free = -Infinity;
  const down = labels.map(({y}) => (free = Math.max(y, free + pitch)));
  let limit = last + pitch;
  const ys = down.reverse().map((y) => (limit = Math.min(y, limit - pitch)));
  const isList = all.length > MOST_DIRECT;
  return labels.map((label, index) => {
    const x = (isList ? plot.x + plot.width + frame.unit : label.x) + (label.series === null ? 0 : SWATCH);
    const weight = label.isBold ? 'bold' : undefined;
    const fitted = fitText(label.text, frame.width - x, {...frame, size: frame.labelSize, ...(weight && {weight})});
    return {...label, x, y: ys.at(-1 - index)!, text: fitted};
  });
}

/** What labels at the ends of lines need beside the plot, in pixels. */
export const roomFor = (labels: readonly Pick<LabelText, 'text' | 'series'>[], {frame}: CohortView): number =>
  Math.min(
    frame.width * 0.4,
    labels.reduce(
      (most, {text, series}) =>
        Math.max(most, frame.textWidth(text, frame.labelSize, 'bold') + (series === null ? 0 : SWATCH)),
      0,
    ) +
      frame.unit * 1.5,
  );
