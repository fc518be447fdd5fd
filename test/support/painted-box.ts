/** Where a node is painted in the page. */
export interface PaintedBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * The box of a node. Of a text the room that its letters take in a line: Firefox adds what a letter's stroke reaches beyond
 * that, and a pixel on each side in the page.
 */
export function paintedBox(node: Element): PaintedBox {
  const matrix = node instanceof SVGTextElement && node.getScreenCTM();
  if (!matrix) return node.getBoundingClientRect();
  const {x, y, height} = node.getBBox();
  const [left, top] = [matrix.e + matrix.a * x, matrix.f + matrix.d * y];
  return {left, top, right: left + matrix.a * node.getComputedTextLength(), bottom: top + matrix.d * height};
}
