import {box, FIRST_LINE, label} from '../../scene/marks.js';
import type {Mark} from '../../scene/scene.js';
import type {BoardLegend, LegendStop} from './board.js';
import type {BoardLayout} from './layout-board.js';
import type {MatrixView} from './view.js';

/** Text is read on every shade up to this in light and in dark; without text a shade may be as strong as it likes. */
const STRONGEST = 0.54;
const WEAKEST = 0.05;

/** How opaque a shade of 0–1 is; in thousandths, since the logarithms of browsers differ in their last digits. */
export const opacityOf = (shade: number, hasText: boolean): number =>
  Math.round((WEAKEST + ((hasText ? STRONGEST : 1) - WEAKEST) * Math.min(1, shade)) * 1000) / 1000;

/** Of each direction. */
const RAMP_STEPS = 5;
const SWATCH = 16;

/** What the shades say, or the parts of a whole. */
export function drawLegend(layout: BoardLayout, view: MatrixView): Mark[] {
  const {legend} = layout;
  return legend.kind === 'ramp' ? drawRamp(legend, layout, view) : drawParts(legend, layout, view);
}

/**
 * Between its stops the shades of what lies there: the centre of two directions stands in between with its number, and
 * each direction has as many steps as its share.
 */
function drawRamp(
  {titles, stops, inks}: Extract<BoardLegend, {kind: 'ramp'}>,
  {legendWidth, hasTexts}: BoardLayout,
  {frame}: MatrixView,
): Mark[] {
  const {smallSize: size, unit} = frame;
  const widthOf = (text: string) => frame.textWidth(text, size);
  const all = RAMP_STEPS * (stops.length - 1);
  const first = stepsOfFirst(stops, all);
  const texts = stops.reduce((sum, {text}) => sum + widthOf(text), 0) + (stops.length - 1) * unit * 2;
  // Where there is little room, the ramp gives way to its numbers and to the name of what they are.
  const room = legendWidth - texts - widthOf(titles.at(-1)!) - unit * 2;
  const swatch = stops.length ? Math.max(1, Math.min(SWATCH, room / all)) : 0;
  let x = legendWidth - texts - all * swatch;
  const y = size * FIRST_LINE;
  const text = {y, size, paint: {fill: 'muted'}} as const;
  const titleRoom = stops.length ? x - unit * 2 : legendWidth;
  const title = titles.find((form) => widthOf(form) <= titleRoom);
  const marks: Mark[] = title === undefined ? [] : [label('legend', title, {x: 0, ...text})];
  for (const [index, stop] of stops.entries()) {
    const next = stops[index + 1];
    marks.push(label(`legend ${index}`, stop.text, next ? {x, ...text} : {x: legendWidth, anchor: 'end', ...text}));
    x += widthOf(stop.text) + unit;
    const steps = next ? (index ? all - first : first) : 0;
    for (let step = 0; step < steps; step++, x += swatch) {
      const t = stop.shade + ((step + 0.5) / steps) * (next!.shade - stop.shade);
      const paint = {fill: inks[t < 0 ? 0 : 1], opacity: opacityOf(Math.abs(t), hasTexts)};
      marks.push({...box('swatch', {x, y: y - 5, width: swatch, height: 10}, paint), key: `swatch ${index} ${step}`});
    }
    x += unit;
  }
  return marks;
}

/** Steps up to the second stop. */
function stepsOfFirst([low, centre, high]: readonly LegendStop[], all: number): number {
  if (!low || !centre || !high) return all;
  const share = (centre.shade - low.shade) / (high.shade - low.shade);
  return Math.max(1, Math.min(all - 1, Math.round(all * share)));
}

/** The parts of a whole on one bar, their texts above its beginning, middle and end. */
function drawParts(
  {parts}: Extract<BoardLegend, {kind: 'parts'}>,
  {legendWidth}: BoardLayout,
  {frame}: MatrixView,
): Mark[] {
  const {smallSize: size, unit} = frame;
  const form = [0, 1, 2].find(
    (index) =>
      parts.reduce((sum, {texts}) => sum + frame.textWidth(texts[index]!, size, 'bold'), 0) + unit * 4 <= legendWidth,
  );
  const [y, top] = [size * FIRST_LINE, size + unit / 2];
  const anchors = ['start', 'middle', 'end'] as const;
  let from = 0;
  const bars = parts.map(({ink, share}, index) => {
    const place = {x: from * legendWidth, y: top, width: Math.max(0, share * legendWidth - 1), height: unit};
    from += share;
    return {...box('part', place, {fill: ink}), key: `part ${index}`};
  });
  const texts = parts.map((part, index) =>
    label(`part text ${index}`, part.texts[form ?? 2]!, {
      x: (index / 2) * legendWidth,
      y,
      size,
      anchor: anchors[index]!,
      weight: 'bold',
    }),
  );
  return [...texts, ...bars];
}
