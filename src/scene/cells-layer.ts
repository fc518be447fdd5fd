import {cssColour} from './patch-svg.js';
import {paintImage} from './paint-many.js';
import type {CellsMark, DotsMark, Mark, Scene} from './scene.js';

/** A grid of shades with the place of its group. */
interface PlacedCells {
  readonly mark: CellsMark | DotsMark;
  readonly x: number;
  readonly y: number;
}

/**
 * The grids of shades of a drawing, each painted on a canvas of one pixel a cell that is stretched beneath the SVG. They
 * follow the page's theme: a colour that changes is a transition, and a transition tells.
 */
export class CellsLayer {
  readonly #stage: Element;
  readonly #canvases: HTMLCanvasElement[] = [];
  #marks: readonly (CellsMark | DotsMark)[] = [];
  #scene: Scene | undefined;

  constructor(stage: Element) {
    this.#stage = stage;
  }

  draw(scene: Scene): void {
    if (scene === this.#scene) return;
    this.#scene = scene;
    const placed = placedCells(scene.marks, 0, 0);
    while (this.#canvases.length > placed.length) this.#canvases.pop()?.remove();
    placed.forEach((cells, index) => place(this.#canvasAt(index), cells, scene));
    this.#marks = placed.map(({mark}) => mark);
    this.#paint();
  }

  #canvasAt(index: number): HTMLCanvasElement {
    const known = this.#canvases[index];
    if (known) return known;
    const made = document.createElement('canvas');
    made.setAttribute('part', 'cells');
    made.setAttribute('aria-hidden', 'true');
    made.addEventListener('transitionend', () => this.#paint());
    this.#stage.prepend(made);
    this.#canvases.push(made);
    return made;
  }

  #paint(): void {
    this.#marks.forEach((mark, index) => {
      const canvas = this.#canvases[index]!;
      paintImage(mark, canvas, {colour: getComputedStyle(canvas).color, scale: devicePixelRatio});
    });
  }
}

function placedCells(marks: readonly Mark[], x: number, y: number): PlacedCells[] {
  return marks.flatMap((mark) => {
    if (mark.kind === 'group') return placedCells(mark.marks, x + (mark.x ?? 0), y + (mark.y ?? 0));
    return mark.kind === 'cells' || mark.kind === 'dots' ? [{mark, x: x + mark.x, y: y + mark.y}] : [];
  });
}

function place(canvas: HTMLCanvasElement, {mark, x, y}: PlacedCells, {width, height}: Scene): void {
  const left = mark.mirrored ? x - mark.width : x;
  const {fill} = mark.paint ?? {};
  canvas.style.left = `${(left / width) * 100}%`;
  canvas.style.top = `${(y / height) * 100}%`;
  canvas.style.width = `${(mark.width / width) * 100}%`;
  canvas.style.height = `${(mark.height / height) * 100}%`;
  canvas.style.transform = mark.mirrored ? 'scaleX(-1)' : '';
  canvas.style.color = fill && fill !== 'none' ? cssColour(fill) : 'transparent';
}
