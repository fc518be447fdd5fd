import {CellsLayer} from './cells-layer.js';
import {SvgPatch} from './patch-svg.js';
import type {Scene} from './scene.js';

/** A scene as it stands in the page: its marks in an SVG, its cells painted beneath. */
export class LiveDrawing {
  readonly #patch: SvgPatch;
  readonly #cells: CellsLayer;

  constructor(readonly svg: SVGSVGElement) {
    this.#patch = new SvgPatch(svg);
    this.#cells = new CellsLayer(svg.parentElement!);
  }

  draw(scene: Scene): void {
    this.#patch.draw(scene.marks);
    this.#cells.draw(scene);
  }
}
