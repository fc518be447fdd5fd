import {bandPath, circlesPath, linePath} from '../../guides/line-path.js';
import {rounded} from '../../scene/mark-attributes.js';
import type {DatumBox, DatumPlace, Ink, Mark, Paint} from '../../scene/scene.js';
import {COMPLETE, RUNNING} from './cells.js';
import {nearest} from './layout-axes.js';
import type {CurvePlace, CurvesPanel} from './layout-curves.js';
import {type EndLabel, SWATCH} from './layout-labels.js';
import {arrowhead, drawAxes, drawn, haloed, path} from './scene-axes.js';
import type {CohortView} from './view.js';

export const seriesInk = (index: number): Ink => `series-${((index % 8) + 1) as 1}`;

/** Older cohorts fade: each shade is one path, so that hundreds of cohorts are a few nodes. */
const SHADES = [0.3, 0.45, 0.6, 0.8];
/** The class of the newest cohort, which is named, and of those that began before the data. */
const NAMED = SHADES.length;
const TRUNCATED = -1;

export function drawCurves(panel: CurvesPanel, view: CohortView): Mark[] {
  const pathsOf = pathsIn(panel);
  return drawn([
    ...drawAxes(panel, view),
    {kind: 'group', key: 'cohorts', pales: true, marks: drawCohorts(panel, pathsOf)},
    ...panel.bands.map(({upper, lower}, index): Mark =>
      path(`band ${index}`, bandPath(upper, lower), {fill: inkOf(panel, index), opacity: 0.16}),
    ),
    path('plan', planPath(panel.plan), {...outline('plan', 1.25), dash: [4, 3]}),
    ...panel.means.flatMap((mean) => {
      const ink = inkOf(panel, mean.series);
      const {line, dots} = pathsOf([mean], 3);
      return [
        path(`mean ${mean.series}`, line, outline(ink, 2.5)),
        path(`mean dots ${mean.series}`, dots, {fill: ink}),
      ];
    }),
    ...panel.projections.map((points, index) =>
      path(`projection ${index}`, linePath(points), {...outline(inkOf(panel, index), 2), dash: [2, 4]}),
    ),
    path('above', arrowheads(panel, -1), {fill: 'gain'}),
    path('below', arrowheads(panel, 1), {fill: 'loss'}),
    ...planLabel(panel, view),
    ...(panel.caption
      ? haloed('projection name', panel.caption.text, {
          ...panel.caption,
          ...{anchor: 'end', size: view.frame.smallSize, paint: {fill: 'muted'}},
        })
      : []),
    ...drawEndLabels(panel.labels, view),
  ]);
}

/** Names at the ends of lines, behind the ink of their series. */
export const drawEndLabels = (labels: readonly EndLabel[], {frame}: CohortView): Mark[] =>
  labels.flatMap(({key, text, x, y, series, isBold}) => [
    ...(series === null
      ? []
      : [path(`${key} ink`, `M${rounded(x - SWATCH)} ${rounded(y)}h${SWATCH - 4}`, outline(seriesInk(series), 3))]),
    ...haloed(key, text, {...{x, y, size: frame.labelSize}, ...(isBold ? {weight: 'bold'} : {})}),
  ]);

const arrowheads = ({clear}: CurvesPanel, sign: 1 | -1): string =>
  clear.map((end) => (end.sign === sign ? arrowhead(end, sign) : '')).join('');

const outline = (stroke: Ink, strokeWidth: number): Paint => ({fill: 'none', stroke, strokeWidth});

const inkOf = ({isSeries}: CurvesPanel, index: number): Ink => (isSeries ? seriesInk(index) : 'accent');

function drawCohorts(panel: CurvesPanel, pathsOf: PathsOf): Mark[] {
  const {cohorts, isSeries} = panel;
  const shades = cohorts.map((place) => (isSeries && !place.isTruncated ? place.series : shadeOf(place)));
  const marks = [...new Set(shades)]
    .sort((a, b) => a - b)
    .flatMap((shade): Mark[] => {
      const members = cohorts.filter((_, place) => shades[place] === shade);
      const ink = isSeries && shade >= 0 ? seriesInk(shade) : shade === NAMED ? 'text' : 'context';
      const opacity = isSeries ? 0.7 : (SHADES[shade] ?? 0.7);
      const {line, dots} = pathsOf(members, 2);
      return [
        path(`cohorts ${shade}`, line, {
          ...outline(ink, 1.25),
          opacity,
          ...(shade === TRUNCATED ? {dash: [2, 2]} : {}),
        }),
        path(`dots ${shade}`, dots, {fill: ink, opacity}),
      ];
    });
  const radius = cohorts.length > DENSE ? 1.5 : 2.5;
  const running = cohorts.map((line) => spotsOf(panel, line, {state: RUNNING, radius})).join('');
  return drawn([...marks, path('running', running, {fill: 'ground', stroke: 'context', strokeWidth: 1.25})]);
}

const shadeOf = ({youth, isTruncated, isNamed}: CurvePlace): number =>
  isNamed ? NAMED : isTruncated ? TRUNCATED : Math.min(NAMED - 1, Math.floor(youth * NAMED));

/** Beyond this many lines nobody sees a hundredth of a pixel, but its figures would cost time. */
const DENSE = 60;

/** Path data of lines and of dots with a radius. */
type PathsOf = (lines: readonly CurvePlace[], radius: number) => {readonly line: string; readonly dots: string};

/** Complete values joined; one without a neighbour is a dot. Each figure is written once for all lines. */
function pathsIn(panel: CurvesPanel): PathsOf {
  const {xs, yOf, cohorts, firstColumn} = panel;
  const xTexts = xs.map((x) => `${rounded(x)} `);
  const fineness = cohorts.length > DENSE ? 10 : 100;
  const yTexts: string[] = [];
  return (lines, radius) => {
    let [line, dots] = ['', ''];
    for (const place of lines) {
      let [isOpen, isHere] = [false, isJoined(place, firstColumn)];
      const last = place.states.lastIndexOf(COMPLETE);
      for (let column = firstColumn; column <= last; column++) {
        const isNext = isJoined(place, column + 1);
        if (isHere) {
          const key = Math.round(yOf(place.values[column]!) * fineness);
          const y = (yTexts[key] ??= String(key / fineness));
          if (isOpen || isNext) line += (isOpen ? 'L' : 'M') + xTexts[column]! + y;
          else dots += circlesPath([pointOf(panel, place, column)], radius);
        }
        isOpen = isHere;
        isHere = isNext;
      }
    }
    return {line, dots};
  };
}

const isJoined = ({values, states}: CurvePlace, column: number): boolean =>
  states[column] === COMPLETE && values[column]! >= 0;

function spotsOf(
  panel: CurvesPanel,
  line: CurvePlace,
  {state, radius}: {readonly state: number; readonly radius: number},
): string {
  let spots = '';
  let column = panel.firstColumn - 1;
  while ((column = line.states.indexOf(state, column + 1)) >= 0)
    spots += circlesPath([pointOf(panel, line, column)], radius);
  return spots;
}

/** Where a value stands; null where none is drawn. */
function pointOf({xs, yOf, firstColumn}: CurvesPanel, {values, states}: CurvePlace, column: number) {
  const isDrawn =
    column >= firstColumn && values[column]! >= 0 && states[column]! >= RUNNING && states[column]! <= COMPLETE;
  return isDrawn ? {x: xs[column]!, y: yOf(values[column]!)} : null;
}

/** From one planned age to the next; a plan for one age alone is a stroke. */
function planPath(plan: CurvesPanel['plan']): string {
  const [only, ...others] = plan;
  return only && !others.length ? `M${rounded(only.x - 10)} ${rounded(only.y)}h20` : linePath(plan);
}

function planLabel({plan}: CurvesPanel, {frame, words}: CohortView): Mark[] {
  const start = plan.find((point) => point !== null);
  if (!start) return [];
  const place = {x: start.x, y: start.y - frame.smallSize, size: frame.smallSize, paint: {fill: 'muted'}} as const;
  return haloed('plan name', words.plan, place);
}

const lineAt = ({means, cohorts}: CurvesPanel, row: number): CurvePlace | undefined =>
  [...means, ...cohorts].find((line) => line.row === row);

const REACH = 8;

export function curveBox(panel: CurvesPanel, {row, column}: DatumPlace): DatumBox | null {
  const line = lineAt(panel, row);
  const point = line && pointOf(panel, line, column);
  return point ? {x: point.x - REACH, y: point.y - REACH, width: REACH * 2, height: REACH * 2} : null;
}

/** The line, the age and the point of a datum, above everything; of a cohort without a line that of its series. */
export function markCurve(panel: CurvesPanel, {row, column}: DatumPlace): Mark[] {
  const {plot, xs, means} = panel;
  const own = lineAt(panel, row);
  const line = own ?? means.findLast((mean) => mean.row <= row);
  const x = xs[column] ?? Infinity;
  return drawn([
    path('at', x < Infinity ? `M${x} ${plot.y}v${plot.height}` : '', outline('muted', 1)),
    ...(line ? [path('line', pathsIn(panel)([line], 0).line, outline(inkOfLine(panel, line), 2.5))] : []),
    ...(own ? [markPoint(panel, own, column)] : []),
  ]);
}

const inkOfLine = (panel: CurvesPanel, {series, cohort}: CurvePlace): Ink =>
  panel.isSeries || cohort < 0 ? inkOf(panel, series) : 'text';

function markPoint(panel: CurvesPanel, line: CurvePlace, column: number): Mark {
  const ink = inkOfLine(panel, line);
  const isOpen = line.states[column] === RUNNING;
  return path('point', circlesPath([pointOf(panel, line, column)], 4), {
    fill: isOpen ? 'ground' : ink,
    stroke: isOpen ? ink : 'ground',
    strokeWidth: 2,
  });
}

/** The place nearest to a pointer in the plot: first the age, then the line. */
export function curveAt(panel: CurvesPanel, x: number, y: number): DatumPlace | null {
  const {plot, xs, means, cohorts} = panel;
  const isInside = x > plot.x - 12 && x < plot.x + plot.width + 12 && y > plot.y - 12 && y < plot.y + plot.height + 12;
  const column = isInside ? nearest(xs, x) : -1;
  let best: DatumPlace | null = null;
  let least = Infinity;
  for (const line of [...means, ...cohorts]) {
    const point = pointOf(panel, line, column);
    if (!point || Math.abs(point.y - y) >= least) continue;
    least = Math.abs(point.y - y);
    best = {row: line.row, column};
  }
  return best;
}
