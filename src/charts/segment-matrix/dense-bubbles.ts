import {box} from '../../scene/marks.js';
import type {DatumField, DotsMark, Mark} from '../../scene/scene.js';
import {datumOfBubble, datumOfQuadrant} from './datum.js';
import type {Bubble, QuadrantLayout} from './quadrant-places.js';
import type {MatrixView} from './view.js';

/** Bubbles too many for a node each, as one image. */
export function drawDots({bubbles, plot}: QuadrantLayout): DotsMark {
  const {left, top, right, bottom} = plot;
  const dots = new Float32Array(bubbles.length * 3);
  let at = 0;
  for (const {cx, cy, r} of bubbles) {
    dots[at++] = cx - left;
    dots[at++] = cy - top;
    dots[at++] = r;
  }
  return {
    ...{kind: 'dots', key: 'bubbles', part: 'bubbles dimmable'},
    ...{x: left, y: top, width: right - left, height: bottom - top, dots},
    paint: {fill: 'accent', opacity: 0.5},
  };
}

/** In the order of the arrow keys. */
export const fromLeft = (bubbles: readonly Bubble[]): readonly Bubble[] => bubbles.toSorted((a, b) => a.cx - b.cx);

/** The side of a square of the index, and how near a pointer has to be, in pixels. */
const SQUARE = 16;
const NEAR = 10;

/** Quadrants in the first row, bubbles from left to right in the second. */
export function fieldOfBubbles({metrics, corners, bubbles}: QuadrantLayout, view: MatrixView): DatumField {
  // Both are made when someone first asks: most drawings are never touched.
  let sorted: readonly Bubble[] | undefined;
  let index: ReadonlyMap<string, readonly number[]> | undefined;
  const byX = () => (sorted ??= fromLeft(bubbles));
  const has: DatumField['has'] = ({row, column}) =>
    column >= 0 && column < (row === 0 ? corners.length : bubbles.length);
  const boxOf: DatumField['boxOf'] = ({row, column}) => {
    if (row === 0) {
      const {x, y, width, anchor} = corners[column]!;
      return {x: anchor === 'end' ? x - width : x, y: y - SQUARE, width, height: SQUARE * 4};
    }
    const {cx, cy, r} = byX()[column]!;
    return {x: cx - r - 2, y: cy - r - 2, width: r * 2 + 4, height: r * 2 + 4};
  };
  return {
    rows: 2,
    columns: Math.max(bubbles.length, corners.length),
    has,
    boxOf,
    at: (x, y) => {
      const column = nearest(byX(), (index ??= squaresOf(byX())), {x, y});
      return column === null ? null : {row: 1, column};
    },
    datumOf: (place) => {
      if (!has(place)) return null;
      const context = {metrics, row: place.row, column: place.column};
      return place.row === 0
        ? datumOfQuadrant(corners[place.column]!, context, view)
        : datumOfBubble(byX()[place.column]!.segment, context, view);
    },
    marksOf: (place): Mark[] => {
      if (place.row === 0) return [box('marker', boxOf(place), {fill: 'none', stroke: 'text'})];
      const {cx, cy, r} = byX()[place.column]!;
      const paint = {fill: 'accent', stroke: 'text', strokeWidth: 2} as const;
      return [{kind: 'circle', key: 'marker', part: 'marker', cx, cy, r: r + 1, paint}];
    },
  };
}

const squareAt = (x: number, y: number): string => `${Math.floor(x / SQUARE)} ${Math.floor(y / SQUARE)}`;

function squaresOf(bubbles: readonly Bubble[]): Map<string, number[]> {
  const squares = new Map<string, number[]>();
  for (const [index, {cx, cy}] of bubbles.entries()) {
    const key = squareAt(cx, cy);
    const square = squares.get(key);
    if (square) square.push(index);
    else squares.set(key, [index]);
  }
  return squares;
}

/** The bubble whose middle is nearest, among the squares around; null where none is near. */
function nearest(
  bubbles: readonly Bubble[],
  squares: ReadonlyMap<string, readonly number[]>,
  {x, y}: {readonly x: number; readonly y: number},
): number | null {
  let [best, bestAway] = [null as number | null, NEAR];
  for (const dx of [-SQUARE, 0, SQUARE])
    for (const dy of [-SQUARE, 0, SQUARE])
      for (const index of squares.get(squareAt(x + dx, y + dy)) ?? []) {
        const {cx, cy} = bubbles[index]!;
        const away = Math.hypot(cx - x, cy - y);
        if (away < bestAway) [best, bestAway] = [index, away];
      }
  return best;
}
