import {rounded} from './mark-attributes.js';
import type {CellsMark} from './scene.js';

/** All cells of one shade. */
export interface ShadePath {
  /** 0–1 */
  readonly opacity: number;
  /** SVG path data around the mark's own origin. */
  readonly d: string;
}

/** Shades are told apart in this many steps: more than an eye can, few enough for a file. */
const STEPS = 32;

/** A grid of shades as one path a shade, for files: cells of one shade that lie side by side are one rectangle. */
export function shadePaths({rows, columns, width, height, shades}: CellsMark): ShadePath[] {
  const paths = new Map<number, string[]>();
  const [cellWidth, cellHeight] = [width / columns, height / rows];
  const stepOf = (cell: number) => Math.ceil((shades[cell]! / 255) * STEPS);
  const draw = (row: number, from: number, to: number) => {
    const step = stepOf(row * columns + from);
    if (!step) return;
    const [x, y, w] = [from * cellWidth, row * cellHeight, (to - from) * cellWidth].map(rounded);
    const path = paths.get(step);
    const d = `M${x} ${y}h${w}v${rounded(cellHeight)}h-${w}z`;
    if (path) path.push(d);
    else paths.set(step, [d]);
  };
  for (let row = 0; row < rows; row++) {
    let from = 0;
    for (let column = 1; column <= columns; column++) {
      const isSame = column < columns && stepOf(row * columns + column) === stepOf(row * columns + from);
      if (isSame) continue;
      draw(row, from, column);
      from = column;
    }
  }
  return [...paths].map(([step, parts]) => ({opacity: rounded(step / STEPS), d: parts.join('')}));
}
