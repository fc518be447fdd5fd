import {circlesPath, linePath} from '../../guides/line-path.js';
import {rounded} from '../../scene/mark-attributes.js';
import {label} from '../../scene/marks.js';
import type {DatumBox, Mark} from '../../scene/scene.js';
import type {LegendPlace} from './layout-legend.js';
import type {TrianglePanel} from './layout-triangle.js';
import {path} from './scene-axes.js';
import type {CohortView} from './view.js';

const HATCH = 5;
/** What is not finished, or of nobody. */
export const HATCHED = {fill: 'none', stroke: 'muted', strokeWidth: 1, opacity: 0.55} as const;

/** Strokes from the lower left to the upper right through a box. */
export function strokesIn({x, y, width, height}: DatumBox): string {
  const parts: string[] = [];
  for (let at = HATCH / 2; at < width + height; at += HATCH) {
    const from = {x: x + Math.max(0, at - height), y: y + Math.min(height, at)};
    const to = {x: x + Math.min(width, at), y: y + Math.max(0, at - width)};
    parts.push(linePath([from, to]));
  }
  return parts.join('');
}

/** The outline of a box, inside it. */
export const framePath = ({x, y, width, height}: DatumBox): string =>
  `M${rounded(x + 0.5)} ${rounded(y + 0.5)}h${rounded(width - 1)}v${rounded(height - 1)}h${rounded(1 - width)}z`;

/** Of the dot in a cell that is withheld. */
export const WITHHELD_RADIUS = 1.75;

const RAMP_STEPS = 24;

/** Samples of what cells look like, with their words. */
export const drawLegend = ({legend, strongest}: TrianglePanel, {frame}: CohortView): Mark[] =>
  legend.flatMap((entry) => {
    const {key, x, y, width, before, text} = entry;
    const quiet = {y, size: frame.smallSize, paint: {fill: 'muted'}} as const;
    const gap = frame.unit / 2;
    return [
      ...(before ? [label('least', before, {...quiet, x: x - gap, anchor: 'end'})] : []),
      drawSample(entry, strongest),
      label(`${key} text`, text, {...quiet, x: x + width + gap}),
    ];
  });

function drawSample({key, x, y, width}: LegendPlace, strongest: number): Mark {
  if (key === 'ramp') {
    const shades = Uint8Array.from(
      {length: RAMP_STEPS},
      (_, step) => 14 + ((strongest - 14) * step) / (RAMP_STEPS - 1),
    );
    return {
      ...{kind: 'cells', key, x, y: y - 5, width, height: 10, rows: 1, columns: RAMP_STEPS, shades},
      paint: {fill: 'accent'},
    };
  }
  if (key === 'withheld')
    return path('sample withheld', circlesPath([{x: x + width / 2, y}], WITHHELD_RADIUS), {fill: 'muted'});
  const place = {x, y: y - 6, width, height: 12};
  if (key === 'unknown')
    return path('sample unknown', `M${x} ${y}h${width}`, {fill: 'none', stroke: 'muted', strokeWidth: 1.25});
  return path(`sample ${key}`, key === 'running' ? strokesIn(place) : framePath(place), HATCHED);
}
