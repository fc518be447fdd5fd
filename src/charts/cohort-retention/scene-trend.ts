import {circlesPath, linePath, type PathPoint} from '../../guides/line-path.js';
import type {DatumBox, DatumPlace, Ink, Mark} from '../../scene/scene.js';
import {nearest} from './layout-axes.js';
import type {TrendLine, TrendPanel, TrendPlace} from './layout-trend.js';
import {drawAxes, drawn, haloed, path} from './scene-axes.js';
import {seriesInk} from './scene-curves.js';
import type {CohortView} from './view.js';

export function drawTrend(panel: TrendPanel, view: CohortView): Mark[] {
  const {lines, planLabel} = panel;
  return drawn([
    ...drawAxes(panel, view),
    ...lines.flatMap((line, index) => drawLine(line, {index, ink: lines.length > 1 ? seriesInk(index) : 'accent'})),
    ...(planLabel
      ? haloed('plan name', view.words.plan, {
          ...planLabel,
          anchor: 'end',
          size: view.frame.smallSize,
          paint: {fill: 'muted'},
        })
      : []),
  ]);
}

const spot = ({x, y}: TrendPlace): PathPoint => (y === null ? null : {x, y});

/** Complete cohorts joined, each with its interval; the others apart, as open marks. */
function drawLine({points, plan}: TrendLine, {index, ink}: {readonly index: number; readonly ink: Ink}): Mark[] {
  const counts = (d: TrendPlace) => d.state === 'complete' && !d.isTruncated;
  const settled = points.map((d) => (counts(d) ? spot(d) : null));
  const apart = points.filter((d) => d.state === 'complete' && d.isTruncated);
  const running = points.filter((d) => d.state === 'running');
  const radius = points.length > 120 ? 1.5 : points.length > 40 ? 2.25 : 3;
  const clear = (verdict: 'above' | 'below') => points.filter((d) => counts(d) && d.gap?.verdict === verdict);
  return [
    path(`interval ${index}`, points.filter(counts).map(intervalPath).join(''), {
      ...{fill: 'none', stroke: ink, strokeWidth: radius * 1.6, opacity: 0.22},
    }),
    path(`trend ${index}`, linePath(settled), {fill: 'none', stroke: ink, strokeWidth: 1.25, opacity: 0.6}),
    path(`points ${index}`, circlesPath(settled, radius), {fill: ink}),
    path(`apart ${index}`, circlesPath(apart.map(spot), radius), {
      fill: 'ground',
      stroke: 'context',
      strokeWidth: 1.25,
    }),
    path(`running ${index}`, circlesPath(running.map(spot), radius), {fill: 'ground', stroke: ink, strokeWidth: 1.25}),
    path(`plan ${index}`, linePath(plan), {fill: 'none', stroke: 'plan', strokeWidth: 1.25, dash: [4, 3]}),
    path(
      `above ${index}`,
      clear('above')
        .map((d) => arrowhead(d, -1))
        .join(''),
      {fill: 'gain'},
    ),
    path(
      `below ${index}`,
      clear('below')
        .map((d) => arrowhead(d, 1))
        .join(''),
      {fill: 'loss'},
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

/** A clear gap to the plan: up or down, beyond the interval. */
function arrowhead({x, lowY, highY}: TrendPlace, sign: 1 | -1): string {
  const tip = sign < 0 ? (highY ?? 0) - 8 : (lowY ?? 0) + 8;
  return `${linePath([
    {x, y: tip},
    {x: x - 3, y: tip - sign * 5},
    {x: x + 3, y: tip - sign * 5},
  ])}Z`;
}

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
