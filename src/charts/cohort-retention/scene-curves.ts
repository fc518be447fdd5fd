import {leastIndex} from 'd3-array';
import {bandPath, circlesPath, linePath, lonePoints} from '../../guides/line-path.js';
import type {DatumPlace, Ink, Mark, Paint} from '../../scene/scene.js';
import type {CurvePlace, CurvesPanel} from './layout-curves.js';
import {drawAxes, drawn, haloed, path} from './scene-axes.js';
import type {CohortView} from './view.js';

export const seriesInk = (index: number): Ink => `series-${((index % 8) + 1) as 1}`;

/** Older cohorts fade: each shade is one path, so that hundreds of cohorts are a few nodes. */
const SHADES = [0.3, 0.45, 0.6, 0.8];
/** The class of the newest cohort, which is named, and of those that began before the data. */
const NAMED = SHADES.length;
const TRUNCATED = -1;

export function drawCurves(panel: CurvesPanel, view: CohortView): Mark[] {
  return drawn([
    ...drawAxes(panel, view),
    {kind: 'group', key: 'cohorts', part: 'dimmable', marks: drawCohorts(panel)},
    ...panel.bands.map(({upper, lower}, index): Mark =>
      path(`band ${index}`, bandPath(upper, lower), {fill: inkOf(panel, index), opacity: 0.16}),
    ),
    path('plan', linePath(panel.plan), {...outline('plan', 1.25), dash: [4, 3]}),
    ...panel.means.flatMap(({points, series}) => [
      path(`mean ${series}`, linePath(points), outline(inkOf(panel, series), 2.5)),
      path(`mean dots ${series}`, circlesPath(lonePoints(points), 3), {fill: inkOf(panel, series)}),
    ]),
    ...panel.projections.map((points, index) =>
      path(`projection ${index}`, linePath(points), {...outline(inkOf(panel, index), 2), dash: [2, 4]}),
    ),
    ...planLabel(panel, view),
    ...panel.labels.flatMap(({key, text, x, y, series}) =>
      haloed(key, text, {
        ...{x, y, size: view.frame.labelSize},
        ...(key === `label ${panel.means[0]?.row ?? ''}` || series !== null ? {weight: 'bold'} : {}),
        ...(series === null ? {} : {paint: {fill: seriesInk(series)}}),
      }),
    ),
  ]);
}

const outline = (stroke: Ink, strokeWidth: number): Paint => ({fill: 'none', stroke, strokeWidth});

const inkOf = ({isSeries}: CurvesPanel, index: number): Ink => (isSeries ? seriesInk(index) : 'accent');

function drawCohorts({cohorts}: CurvesPanel): Mark[] {
  const classOf = ({youth, isTruncated, isNamed}: CurvePlace) =>
    isNamed ? NAMED : isTruncated ? TRUNCATED : Math.min(NAMED - 1, Math.floor(youth * NAMED));
  const marks = [TRUNCATED, ...SHADES.keys(), NAMED].flatMap((shade): Mark[] => {
    const members = cohorts.filter((cohort) => classOf(cohort) === shade);
    const ink = shade === NAMED ? 'text' : 'context';
    const opacity = SHADES[shade] ?? 0.7;
    return [
      path(`cohorts ${shade}`, members.map(({points}) => linePath(points)).join(''), {
        ...outline(ink, 1.25),
        opacity,
        ...(shade === TRUNCATED ? {dash: [2, 2]} : {}),
      }),
      path(
        `dots ${shade}`,
        circlesPath(
          members.flatMap(({points}) => lonePoints(points)),
          2,
        ),
        {fill: ink, opacity},
      ),
    ];
  });
  const running = circlesPath(
    cohorts.flatMap((cohort) => cohort.running),
    cohorts.length > 60 ? 1.5 : 2.5,
  );
  return drawn([...marks, path('running', running, {fill: 'ground', stroke: 'context', strokeWidth: 1.25})]);
}

function planLabel({plan}: CurvesPanel, {frame, words}: CohortView): Mark[] {
  const start = plan.find((point) => point !== null);
  if (!start) return [];
  const place = {x: start.x, y: start.y - frame.smallSize, size: frame.smallSize, paint: {fill: 'muted'}} as const;
  return haloed('plan name', words.plan, place);
}

/** The line, the age and the point of a datum, above everything. */
export function markCurve({plot, means, cohorts, isSeries}: CurvesPanel, {row, column}: DatumPlace): Mark[] {
  const line = [...means, ...cohorts].find((curve) => curve.row === row);
  const point = line?.points[column] ?? line?.running[column];
  if (!line || !point) return [];
  const ink = line.cohort < 0 ? (isSeries ? seriesInk(line.series) : 'accent') : 'text';
  const isOpen = !line.points[column];
  return [
    path('at', `M${point.x} ${plot.y}v${plot.height}`, outline('muted', 1)),
    path('line', linePath(line.points), outline(ink, 2.5)),
    path('point', circlesPath([point], 4), {
      fill: isOpen ? 'ground' : ink,
      stroke: isOpen ? ink : 'ground',
      strokeWidth: 2,
    }),
  ];
}

/** The place nearest to a pointer in the plot: first the age, then the line. */
export function curveAt({plot, xs, means, cohorts}: CurvesPanel, x: number, y: number): DatumPlace | null {
  const isInside = x > plot.x - 12 && x < plot.x + plot.width + 12 && y > plot.y - 12 && y < plot.y + plot.height + 12;
  const column = isInside ? (leastIndex(xs, (a, b) => Math.abs(a - x) - Math.abs(b - x)) ?? -1) : -1;
  let best: DatumPlace | null = null;
  let least = Infinity;
  for (const line of [...means, ...cohorts]) {
    const point = line.points[column] ?? line.running[column];
    if (!point || Math.abs(point.y - y) >= least) continue;
    least = Math.abs(point.y - y);
    best = {row: line.row, column};
  }
  return best;
}
