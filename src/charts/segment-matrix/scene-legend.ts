import {box, FIRST_LINE, label} from '../../scene/marks.js';
import type {Mark} from '../../scene/scene.js';
import type {BoardLegend} from './board.js';
import type {BoardLayout} from './layout-board.js';
import type {MatrixView} from './view.js';

/** Text is read on every shade up to this in light and in dark; without text a shade may be as strong as it likes. */
const STRONGEST = 0.54;
const WEAKEST = 0.05;

/** How opaque a shade of 0–1 is. */
export const opacityOf = (shade: number, hasText: boolean): number =>
  WEAKEST + ((hasText ? STRONGEST : 1) - WEAKEST) * Math.min(1, shade);

const RAMP_STEPS = 5;
const SWATCH = 16;

/** What the shades say, or the parts of a whole. */
export function drawLegend(layout: BoardLayout, view: MatrixView): Mark[] {
  const {legend} = layout;
  return legend.kind === 'ramp' ? drawRamp(legend, layout, view) : drawParts(legend, layout, view);
}

function drawRamp(
  {titles, ends, shades, inks}: Extract<BoardLegend, {kind: 'ramp'}>,
  {legendWidth, hasTexts}: BoardLayout,
  {frame}: MatrixView,
): Mark[] {
  const {smallSize: size, unit} = frame;
  const [low, high] = ends;
  const [from, to] = shades;
  const steps = from < 0 && to > 0 ? RAMP_STEPS * 2 : RAMP_STEPS;
  const right = legendWidth - frame.textWidth(high, size) - unit;
  // Where there is little room, the ramp gives way to its ends.
  const swatch = Math.min(SWATCH, Math.max(1, (right - frame.textWidth(low, size) - unit) / steps));
  const left = right - steps * swatch;
  const y = size * FIRST_LINE;
  const text = {y, size, paint: {fill: 'muted'}} as const;
  const titleRoom = left - frame.textWidth(low, size) - unit * 2;
  const title = titles.find((form) => frame.textWidth(form, size) <= titleRoom);
  return [
    ...(title === undefined ? [] : [label('legend', title, {x: 0, ...text})]),
    label('legend low', low, {x: left - unit, anchor: 'end', ...text}),
    ...Array.from({length: steps}, (_, step) => {
      const t = from + ((step + 0.5) / steps) * (to - from);
      const place = {x: left + step * swatch, y: y - 5, width: swatch, height: 10};
      return {
        ...box('swatch', place, {fill: inks[t < 0 ? 0 : 1], opacity: opacityOf(Math.abs(t), hasTexts)}),
        key: `swatch ${step}`,
      };
    }),
    label('legend high', high, {x: legendWidth, anchor: 'end', ...text}),
  ];
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
