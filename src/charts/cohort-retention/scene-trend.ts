import {rounded} from '../../scene/mark-attributes.js';
import {circlesPath, linePath, type PathPoint} from '../../guides/line-path.js';
import type {DatumBox, DatumPlace, Ink, Mark} from '../../scene/scene.js';
import {nearest} from './layout-axes.js';
import {isSettled, type TrendLine, type TrendPanel, type TrendPlace} from './layout-trend.js';
import {arrowhead, drawAxes, drawn, haloed, path} from './scene-axes.js';
import {drawEndLabels, seriesInk} from './scene-curves.js';
import {HATCHED} from './scene-legend.js';
import {type Valueless, valuelessOf} from './trend.js';
import type {CohortView} from './view.js';

export function drawTrend(panel: TrendPanel, view: CohortView): Mark[] {
  const {lines, labels, planLabel} = panel;
  return drawn([
    ...drawAxes(panel, view),
    ...drawFoot(panel),
    ...lines.flatMap((line, index) => drawLine(line, {index, ink: lines.length > 1 ? seriesInk(index) : 'accent'})),
    ...(planLabel
      ? haloed('plan name', view.words.plan, {
          ...planLabel,
          anchor: 'end',
          size: view.frame.smallSize,
          paint: {fill: 'muted'},
        })
      : []),
    ...drawEndLabels(labels, view),
  ]);
}

const spot = ({x, y}: TrendPlace): PathPoint => (y === null ? null : {x, y});

/** Complete cohorts joined, each with its interval; the others apart: open while they run, as stars on a dotted line. */
function drawLine({points, plan}: TrendLine, {index, ink}: {readonly index: number; readonly ink: Ink}): Mark[] {
  const settled = points.map((d) => (isSettled(d) ? spot(d) : null));
  const apart = points.map((d) => (d.state === 'complete' && d.isTruncated ? spot(d) : null));
  const running = points.filter((d) => d.state === 'running');
  const radius = points.length > 120 ? 1.5 : points.length > 40 ? 2.25 : 3;
  const clear = (verdict: 'above' | 'below', sign: 1 | -1) =>
    points
      .flatMap((d) =>
        isSettled(d) && d.gap?.verdict === verdict
          ? arrowhead({x: d.x, y: (sign < 0 ? d.highY : d.lowY) ?? 0}, sign)
          : [],
      )
      .join('');
  const quiet = {fill: 'none', stroke: 'context', strokeWidth: 1.25} as const;
  return [
    path(`interval ${index}`, points.filter(isSettled).map(intervalPath).join(''), {
      ...{fill: 'none', stroke: ink, strokeWidth: radius * 1.6, opacity: 0.22},
    }),
    path(`trend ${index}`, linePath(settled), {fill: 'none', stroke: ink, strokeWidth: 1.25, opacity: 0.6}),
    path(`points ${index}`, circlesPath(settled, radius), {fill: ink}),
    path(`apart ${index}`, linePath(apart), {...quiet, dash: [2, 2]}),
    path(`stars ${index}`, apart.map((point) => (point ? star(point, radius + 1) : '')).join(''), {
      ...{...quiet, stroke: 'muted'},
    }),
    path(`running ${index}`, circlesPath(running.map(spot), radius), {fill: 'ground', stroke: ink, strokeWidth: 1.25}),
    path(`plan ${index}`, linePath(plan), {fill: 'none', stroke: 'plan', strokeWidth: 1.25, dash: [4, 3]}),
    path(`above ${index}`, clear('above', -1), {fill: 'gain'}),
    path(`below ${index}`, clear('below', 1), {fill: 'loss'}),
  ];
}

/** Of a cohort that also holds customers from before the data begin, which is marked * in words. */
const star = ({x, y}: {readonly x: number; readonly y: number}, radius: number): string =>
  [0, 1, 2]
    .map((turn) => {
      const [dx, dy] = [Math.sin((turn * Math.PI) / 3) * radius, Math.cos((turn * Math.PI) / 3) * radius];
      return linePath([
        {x: x - dx, y: y - dy},
        {x: x + dx, y: y + dy},
      ]);
    })
    .join('');

const FOOT = 5;

/** What has no value has its mark beneath the axis, where none can be read off: a dot, a dash, an empty frame. */
function drawFoot({lines, plot}: TrendPanel): Mark[] {
  const y = plot.y + plot.height + FOOT;
  const points = lines.flatMap((line) => line.points);
  const at = (valueless: Valueless) => points.filter((d) => valuelessOf(d) === valueless);
  const each = (valueless: Valueless, draw: (x: number) => string) =>
    at(valueless)
      .map(({x}) => draw(rounded(x)))
      .join('');
  return [
    path(
      'withheld',
      circlesPath(
        at('withheld').map(({x}) => ({x, y})),
        1.75,
      ),
      {fill: 'muted'},
    ),
    path(
      'unknown',
      each('unknown', (x) => `M${x - 3} ${y}h6`),
      {fill: 'none', stroke: 'muted', strokeWidth: 1.25},
    ),
    path(
      'empty',
      each('nobody', (x) => `M${x - 2.5} ${y - 2.5}h5v5h-5z`),
      HATCHED,
    ),
  ];
}

const intervalPath = ({x, lowY, highY}: TrendPlace): string =>
  lowY === null || highY === null
    ? ''
    : linePath([
        {x, y: lowY},
        {x, y: highY},
      ]);

/** The point nearest to a pointer: first in time, then by series. */
export function trendAt({plot, lines}: TrendPanel, x: number, y: number): DatumPlace | null {
  if (y < plot.y - 12 || y > plot.y + plot.height + 12) return null;
  let best: DatumPlace | null = null;
  let least = Infinity;
  lines.forEach(({points}, row) => {
    const column = nearest(
      points.map((d) => d.x),
      x,
    );
    const point = points[column];
    if (!point) return;
    const distance = Math.abs(point.x - x) * 100 + Math.abs((point.y ?? plot.y) - y);
    if (distance < least) [best, least] = [{row, column}, distance];
  });
  return best;
}

const REACH = 8;

export function trendBox({lines, plot}: TrendPanel, {row, column}: DatumPlace): DatumBox {
  const point = lines[row]?.points[column];
  const [x, y] = [point?.x ?? plot.x, point?.y ?? plot.y + plot.height];
  return {x: x - REACH, y: y - REACH, width: REACH * 2, height: REACH * 2};
}

export function markTrend(panel: TrendPanel, {row, column}: DatumPlace): Mark[] {
  const point = panel.lines[row]?.points[column];
  if (!point) return [];
  const {plot} = panel;
  const isOpen = point.state !== 'complete';
  return drawn([
    path('at', `M${point.x} ${plot.y}v${plot.height}`, {fill: 'none', stroke: 'muted', strokeWidth: 1}),
    path('range', intervalPath(point), {fill: 'none', stroke: 'text', strokeWidth: 2}),
    path('point', circlesPath([spot(point)], 4.5), {
      ...{fill: isOpen ? 'ground' : 'text', stroke: isOpen ? 'text' : 'ground', strokeWidth: 2},
    }),
  ]);
}
