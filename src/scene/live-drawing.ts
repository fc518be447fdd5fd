import type {CellsLayer} from './cells-layer.js';
import {SvgPatch} from './patch-svg.js';
import type {Scene} from './scene.js';

/** A scene as it stands in the page: its marks in an SVG, and its cells, where the chart has any, painted beneath. */
export class LiveDrawing {
  readonly #patch: SvgPatch;
  readonly #cells: CellsLayer | undefined;

  constructor(
    readonly svg: SVGSVGElement,
    Cells: typeof CellsLayer | undefined,
  ) {
    this.#patch = new SvgPatch(svg);
    this.#cells = Cells && new Cells(svg.parentElement!);
  }

  draw(scene: Scene): void {
    this.#patch.draw(scene.marks);
    this.#cells?.draw(scene);
  }
}
