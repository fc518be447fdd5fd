import type {Frame} from '../../chart/chart.js';
import {fitText} from '../../guides/fit-text.js';
import type {Bubble, LabelPlace, QuadrantLayout} from './quadrant-places.js';

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const GAP = 4;

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Of its width, what of a name is tried where the whole has no room. */
const LENGTHS = [1, 0.75, 0.5];

/** Whether a name that may have been shortened still tells something. */
export const isReadable = (text: string, name: string): boolean => text === name || [...text].length > 5;

/** Names for as many bubbles as there is room, the largest first; shortened where no place holds the whole. */
export function placeLabels(
  bubbles: readonly Bubble[],
  {corners, plot, x: axisX, y: axisY}: Pick<QuadrantLayout, 'corners' | 'plot' | 'x' | 'y'>,
  frame: Frame,
): LabelPlace[] {
  const size = frame.smallSize;
  const [atX, atY] = [axisX.at(axisX.threshold), axisY.at(axisY.threshold)];
  const taken: Box[] = [
    {left: atX - GAP, right: atX + GAP, top: plot.top, bottom: plot.bottom},
    {left: plot.left, right: plot.right, top: atY, bottom: atY},
    ...corners.map(({box: {x, y, width, height}}) => ({left: x, right: x + width, top: y, bottom: y + height})),
    ...bubbles.map(boxOfBubble),
    ...bubbles.flatMap(boxesOfArrow),
  ];
  const isFree = (box: Box) =>
    box.left >= plot.left &&
    box.right <= plot.right &&
    box.top >= plot.top &&
    box.bottom <= plot.bottom &&
    !taken.some((other) => overlap(box, other));
  return bubbles.flatMap((bubble) => {
    const {segment} = bubble.segment;
    const whole = frame.textWidth(segment, size);
    for (const length of LENGTHS) {
      const text = fitText(segment, whole * length, {...frame, size});
      if (!isReadable(text, segment)) break;
      const width = frame.textWidth(text, size);
      for (const {x, y, anchor} of offersAround(bubble, size)) {
        const left = x - width * SHIFT[anchor];
        const box = {left, right: left + width, top: y - size * 0.6, bottom: y + size * 0.6};
        if (!isFree(box)) continue;
        taken.push(box);
        return [{segment, text, x, y, anchor}];
      }
    }
    return [];
  });
}

/** How much of a text lies to the left of where it stands. */
const SHIFT = {start: 0, middle: 0.5, end: 1} as const;

/** Beside a bubble, above, below, aslant; then above and below from its edges. */
function offersAround({cx, cy, r}: Bubble, size: number): readonly Omit<LabelPlace, 'segment' | 'text'>[] {
  const beside = r + GAP;
  const over = beside + size / 2;
  const aslant = r * Math.SQRT1_2 + GAP;
  return [
    {x: cx + beside, y: cy, anchor: 'start'},
    {x: cx - beside, y: cy, anchor: 'end'},
    {x: cx, y: cy - over, anchor: 'middle'},
    {x: cx, y: cy + over, anchor: 'middle'},
    {x: cx + aslant, y: cy + aslant, anchor: 'start'},
    {x: cx + aslant, y: cy - aslant, anchor: 'start'},
    {x: cx - aslant, y: cy + aslant, anchor: 'end'},
    {x: cx - aslant, y: cy - aslant, anchor: 'end'},
    {x: cx - r, y: cy - over, anchor: 'start'},
    {x: cx - r, y: cy + over, anchor: 'start'},
    {x: cx + r, y: cy - over, anchor: 'end'},
    {x: cx + r, y: cy + over, anchor: 'end'},
  ];
}

/** How long a piece of an arrow is that a box stands for, in pixels. */
const PIECE = 12;

/** An arrow as a row of small boxes. */
function boxesOfArrow({cx, cy, before}: Bubble): Box[] {
  if (!before) return [];
  const pieces = Math.max(1, Math.ceil(Math.hypot(cx - before.x, cy - before.y) / PIECE));
  if (!Number.isFinite(pieces) || pieces > 200) return [];
  return Array.from({length: pieces}, (_, piece) => {
    const [x1, x2] = [piece, piece + 1].map((at) => before.x + ((cx - before.x) * at) / pieces) as [number, number];
    const [y1, y2] = [piece, piece + 1].map((at) => before.y + ((cy - before.y) * at) / pieces) as [number, number];
    return {
      ...{left: Math.min(x1, x2), right: Math.max(x1, x2)},
      ...{top: Math.min(y1, y2) - 1, bottom: Math.max(y1, y2) + 1},
    };
  });
}

const boxOfBubble = ({cx, cy, r}: Bubble): Box => ({
  left: cx - r * 0.8,
  right: cx + r * 0.8,
  top: cy - r * 0.8,
  bottom: cy + r * 0.8,
});
