import type {Frame} from '../../src/chart/chart.js';
import {estimatedTextWidth} from '../../src/chart/estimated-ruler.js';
import type {Mark, Scene, TextMark} from '../../src/scene/scene.js';

/** A mark's box in the drawing, in pixels. */
export interface Box {
  /** What the box belongs to, for the message of a failed test. */
  readonly name: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Chinese glyphs reach this far above the baseline, and Latin descenders this far below, in em. */
const ASCENT = 0.88;
const DESCENT = 0.2;
/** Boxes may touch; rounding is no overlap. In pixels. */
const TOLERANCE = 0.5;

interface Place {
  readonly x: number;
  readonly y: number;
  readonly path: string;
}
const ORIGIN: Place = {x: 0, y: 0, path: ''};

const within = (mark: Mark, {x, y, path}: Place): Place => {
  const moved = mark.kind === 'group' || mark.kind === 'path';
  return {x: x + (moved ? (mark.x ?? 0) : 0), y: y + (moved ? (mark.y ?? 0) : 0), path: `${path}/${mark.key}`};
};

/** The boxes of all texts of a scene as a ruler measures them; empty texts have none, nor has the rim around a text. */
export function textBoxesOf(scene: Scene, textWidth: Frame['textWidth'] = estimatedTextWidth): Box[] {
  const boxesIn = (marks: readonly Mark[], place: Place): Box[] =>
    marks.flatMap((mark) => {
      const at = within(mark, place);
      if (mark.kind === 'group') return boxesIn(mark.marks, at);
      return mark.kind === 'text' && mark.text && mark.part !== 'rim' ? [textBox(mark, at, textWidth)] : [];
    });
  return boxesIn(scene.marks, ORIGIN);
}

function textBox(mark: TextMark, {x, y, path}: Place, textWidth: Frame['textWidth']): Box {
  const width = textWidth(mark.text, mark.size, mark.weight);
  const start = {start: 0, middle: width / 2, end: width}[mark.anchor ?? 'start'];
  const left = x + mark.x - start;
  const baseline = y + mark.y;
  const [top, bottom] = [baseline - mark.size * ASCENT, baseline + mark.size * DESCENT];
  return {name: `${path} "${mark.text}"`, left, right: left + width, top, bottom};
}

/** The boxes of all rects, lines and circles that can be seen; a path tells its place only. */
export function shapeBoxesOf(scene: Scene): Box[] {
  const boxesIn = (marks: readonly Mark[], place: Place): Box[] =>
    marks.flatMap((mark) => {
      const at = within(mark, place);
      if (mark.kind === 'group') return boxesIn(mark.marks, at);
      const isSeen = mark.paint?.fill !== 'none' || mark.paint.stroke !== undefined;
      return isSeen ? shapeBox(mark, at) : [];
    });
  return boxesIn(scene.marks, ORIGIN);
}

function shapeBox(mark: Mark, {x, y, path: name}: Place): Box[] {
  switch (mark.kind) {
    case 'rect':
      return [
        {name, left: x + mark.x, right: x + mark.x + mark.width, top: y + mark.y, bottom: y + mark.y + mark.height},
      ];
    case 'line': {
      const [left, right] = [Math.min(mark.x1, mark.x2), Math.max(mark.x1, mark.x2)];
      const [top, bottom] = [Math.min(mark.y1, mark.y2), Math.max(mark.y1, mark.y2)];
      return [{name, left: x + left, right: x + right, top: y + top, bottom: y + bottom}];
    }
    case 'circle': {
      const [cx, cy] = [x + mark.cx, y + mark.cy];
      return [{name, left: cx - mark.r, right: cx + mark.r, top: cy - mark.r, bottom: cy + mark.r}];
    }
    case 'path':
      return [{name, left: x, right: x, top: y, bottom: y}];
    default:
      return [];
  }
}

const describe = ({name, left, right, top, bottom}: Box): string =>
  `${name} [${[left, right].map(Math.round).join('–')} × ${[top, bottom].map(Math.round).join('–')}]`;

const isBeyond = (a: number, b: number): boolean => a - b > TOLERANCE;

/** Pairs of boxes that cover one another, in words; empty when all can be read. */
export function overlapsAmong(boxes: readonly Box[]): string[] {
  const byTop = [...boxes].sort((a, b) => a.top - b.top);
  return byTop.flatMap((a, index) => {
    const found: string[] = [];
    for (let next = index + 1; next < byTop.length && isBeyond(a.bottom, byTop[next]!.top); next++) {
      const b = byTop[next]!;
      if (isBeyond(a.right, b.left) && isBeyond(b.right, a.left)) found.push(`${describe(a)} over ${describe(b)}`);
    }
    return found;
  });
}

/** Boxes that leave the drawing, in words. */
export const outsideOf = ({width, height}: Scene, boxes: readonly Box[]): string[] =>
  boxes
    .filter(
      (box) =>
        isBeyond(0, box.left) || isBeyond(box.right, width) || isBeyond(0, box.top) || isBeyond(box.bottom, height),
    )
    .map(describe);

/** What is wrong with the places of a scene: texts over one another, anything out of the drawing. */
export function misplacedIn(scene: Scene, textWidth?: Frame['textWidth']): string[] {
  const texts = textBoxesOf(scene, textWidth);
  return [...overlapsAmong(texts), ...outsideOf(scene, [...texts, ...shapeBoxesOf(scene)])];
}
