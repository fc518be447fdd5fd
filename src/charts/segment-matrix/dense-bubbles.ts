import {box} from '../../scene/marks.js';
import type {DatumField, DotsMark, Mark} from '../../scene/scene.js';
import {datumOfBubble, datumOfQuadrant} from './datum.js';
import type {QuadrantLayout, Swarm} from './quadrant-places.js';
import type {MatrixView} from './view.js';

type Plot = QuadrantLayout['plot'];

/** Bubbles too many for a node each, as one image. */
export const drawSwarm = ({dots}: Swarm, {left, top, right, bottom}: Plot): DotsMark => ({
  ...{kind: 'dots', key: 'bubbles', part: 'bubbles'},
  ...{x: left, y: top, width: right - left, height: bottom - top, dots},
  opacity: 0.5,
  paint: {fill: 'accent'},
});

/** The side of a square of the index, and how near a pointer has to be, in pixels. */
const SQUARE = 16;
const NEAR = 10;

/** Quadrants in the first row, bubbles from left to right in the second. */
export function fieldOfSwarm(
  {segments, dots}: Swarm,
  {metrics, corners, plot}: QuadrantLayout,
  view: MatrixView,
): DatumField {
  // Made when someone first asks: most drawings are never touched.
  let sorted: readonly number[] | undefined;
  let near: ((x: number, y: number) => number | null) | undefined;
  const fromLeft = () => (sorted ??= [...segments.keys()].sort((a, b) => dots[a * 3]! - dots[b * 3]!));
  const discAt = (column: number) => {
    const at = fromLeft()[column]! * 3;
    return {cx: dots[at]! + plot.left, cy: dots[at + 1]! + plot.top, r: dots[at + 2]!};
  };
  const has: DatumField['has'] = ({row, column}) =>
    column >= 0 && column < (row === 0 ? corners.length : segments.length);
  const boxOf: DatumField['boxOf'] = ({row, column}) => {
    if (row === 0) return corners[column]!.box;
    const {cx, cy, r} = discAt(column);
    return {x: cx - r - 2, y: cy - r - 2, width: r * 2 + 4, height: r * 2 + 4};
  };
  return {
    rows: 2,
    columns: Math.max(segments.length, corners.length),
    has,
    boxOf,
    at: (x, y) => {
      near ??= nearestIn(dots, fromLeft());
      const column = near(x - plot.left, y - plot.top);
      if (column !== null) return {row: 1, column};
      const corner = corners.findIndex(({box: b}) => x >= b.x && x <= b.x + b.width && y >= b.y && y <= b.y + b.height);
      return corner < 0 ? null : {row: 0, column: corner};
    },
    datumOf: (place) => {
      if (!has(place)) return null;
      const context = {metrics, row: place.row, column: place.column};
      return place.row === 0
        ? datumOfQuadrant(corners[place.column]!, context, view)
        : datumOfBubble(segments[fromLeft()[place.column]!]!, context, view);
    },
    marksOf: (place): Mark[] => {
      if (place.row === 0) return [box('marker', boxOf(place), {fill: 'none', stroke: 'text'})];
      const {cx, cy, r} = discAt(place.column);
      const paint = {fill: 'accent', stroke: 'text', strokeWidth: 2} as const;
      return [{kind: 'circle', key: 'marker', part: 'marker', cx, cy, r: r + 1, paint}];
    },
  };
}

/** More squares than any drawing is wide. */
const STRIDE = 65_536;

const squareAt = (x: number, y: number): number => Math.floor(x / SQUARE) * STRIDE + Math.floor(y / SQUARE);

/** Finds the disc whose middle is nearest to a point, by its column; null where none is near. */
function nearestIn(dots: Float32Array, order: readonly number[]): (x: number, y: number) => number | null {
  const squares = new Map<number, number[]>();
  for (const [column, index] of order.entries()) {
    const key = squareAt(dots[index * 3]!, dots[index * 3 + 1]!);
    const square = squares.get(key);
    if (square) square.push(column);
    else squares.set(key, [column]);
  }
  return (x, y) => {
    let [best, bestAway] = [null as number | null, NEAR];
    for (const dx of [-SQUARE, 0, SQUARE])
      for (const dy of [-SQUARE, 0, SQUARE])
        for (const column of squares.get(squareAt(x + dx, y + dy)) ?? []) {
          const at = order[column]! * 3;
          const away = Math.hypot(dots[at]! - x, dots[at + 1]! - y);
          if (away < bestAway) [best, bestAway] = [column, away];
        }
    return best;
  };
}
