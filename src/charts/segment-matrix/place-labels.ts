import type {Frame} from '../../chart/chart.js';
import type {Bubble, Corner, LabelPlace, QuadrantLayout} from './quadrant-places.js';

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const GAP = 4;

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Names for as many bubbles as there is room, the largest first: beside it, above, below, aslant. */
export function placeLabels(
  bubbles: readonly Bubble[],
  {corners, plot, x: axisX, y: axisY}: Pick<QuadrantLayout, 'corners' | 'plot' | 'x' | 'y'>,
  frame: Frame,
): LabelPlace[] {
  const size = frame.smallSize;
  const [atX, atY] = [axisX.at(axisX.threshold), axisY.at(axisY.threshold)];
  const lines = [
    {left: atX - GAP, right: atX + GAP, top: plot.top, bottom: plot.bottom},
    {left: plot.left, right: plot.right, top: atY, bottom: atY},
  ];
  const taken: Box[] = [
    ...lines,
    ...corners.map((corner) => boxOfCorner(corner, size)),
    ...bubbles.map(boxOfBubble),
    ...bubbles.flatMap(boxesOfArrow),
  ];
  return bubbles.flatMap((bubble) => {
    const {cx, cy, r} = bubble;
    const {segment} = bubble.segment;
    const width = frame.textWidth(segment, size);
    const beside = r + GAP;
    const aslant = r * Math.SQRT1_2 + GAP;
    const offers = [
      {x: cx + beside, y: cy, anchor: 'start', left: cx + beside},
      {x: cx - beside, y: cy, anchor: 'end', left: cx - beside - width},
      {x: cx, y: cy - beside - size / 2, anchor: 'middle', left: cx - width / 2},
      {x: cx, y: cy + beside + size / 2, anchor: 'middle', left: cx - width / 2},
      {x: cx + aslant, y: cy + aslant, anchor: 'start', left: cx + aslant},
      {x: cx + aslant, y: cy - aslant, anchor: 'start', left: cx + aslant},
      {x: cx - aslant, y: cy + aslant, anchor: 'end', left: cx - aslant - width},
      {x: cx - aslant, y: cy - aslant, anchor: 'end', left: cx - aslant - width},
    ] as const;
    for (const {x, y, anchor, left} of offers) {
      const box = {left, right: left + width, top: y - size * 0.6, bottom: y + size * 0.6};
      const isInside =
        box.left >= plot.left && box.right <= plot.right && box.top >= plot.top && box.bottom <= plot.bottom;
      if (!isInside || taken.some((other) => overlap(box, other))) continue;
      taken.push(box);
      return [{segment, x, y, anchor}];
    }
    return [];
  });
}

function boxOfCorner({x, y, anchor, width, lines}: Corner, size: number): Box {
  const left = anchor === 'end' ? x - width : x;
  return {left, right: left + width, top: y - size, bottom: y + lines.length * size * 1.35};
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
