import {linePath} from '../../guides/line-path.js';
import {label} from '../../scene/marks.js';
import type {Mark, Paint} from '../../scene/scene.js';
import type {Axis} from './layout-axes.js';
import type {CohortView} from './view.js';

/** Hairlines where a value is read off, and the numbers beside them. */
export function drawAxes({plot, foot, xTicks, yTicks, title}: Axis, {frame}: CohortView): Mark[] {
  const size = frame.smallSize;
  const lines = yTicks.map(({at}) => `M${plot.x} ${Math.round(at) + 0.5}h${plot.width}`).join('');
  // Longer than a narrow plot, it begins where the drawing does.
  const titleEnd = Math.max(plot.x + plot.width, frame.textWidth(title, size));
  const quiet = {size, paint: {fill: 'muted'}} as const;
  return [
    {kind: 'path', key: 'grid', part: 'grid', d: lines, paint: {fill: 'none', stroke: 'grid', strokeWidth: 1}},
    ...yTicks.map(({at, text}, index) =>
      label(`y ${index}`, text, {...quiet, x: plot.x - frame.unit, y: at, anchor: 'end'}),
    ),
    ...xTicks.map(({at, text}, index) => label(`x ${index}`, text, {...quiet, x: at, y: foot, anchor: 'middle'})),
    label('axis', title, {...quiet, x: titleEnd, y: foot + size * 1.5, anchor: 'end'}),
  ];
}

/** An outline or area named for `::part()` by the first word of its key. */
export const path = (key: string, d: string, paint: Paint): Mark => ({
  kind: 'path',
  key,
  part: key.split(' ')[0]!,
  d,
  paint,
});

/** A clear gap to the plan: up or down, beyond the end of an interval. */
export function arrowhead({x, y}: {readonly x: number; readonly y: number}, sign: 1 | -1): string {
  const tip = y + sign * 8;
  return `${linePath([
    {x, y: tip},
    {x: x - 3, y: tip - sign * 5},
    {x: x + 3, y: tip - sign * 5},
  ])}Z`;
}

/** Marks without those that would draw nothing. */
export const drawn = (marks: readonly Mark[]): Mark[] => marks.filter((mark) => mark.kind !== 'path' || mark.d !== '');

/** A text with a rim of ground, to be read where lines run behind it. */
export function haloed(key: string, text: string, place: Parameters<typeof label>[2]): Mark[] {
  const rim = label(`${key} rim`, text, {...place, paint: {fill: 'ground', stroke: 'ground', strokeWidth: 4}});
  return [{...rim, part: 'rim'}, label(key, text, place)];
}
