import type {PaintMany} from './paint-canvas.js';
import type {CellsMark, DotsMark} from './scene.js';

/** Paints a grid of shades or a swarm of discs into a larger drawing. */
export const paintMany: PaintMany = (context, mark, colour) => {
  if (mark.kind === 'dots') paintDots(mark, context, colour);
  else if (mark.rows && mark.columns) {
    const image = document.createElement('canvas');
    shadeImage(mark, image, colour);
    context.imageSmoothingEnabled = false;
    context.drawImage(image, 0, 0, mark.width, mark.height);
  }
};

/** Paints a grid of shades as one image. */
export function shadeImage({rows, columns, shades}: CellsMark, canvas: HTMLCanvasElement, colour: string): void {
  canvas.width = columns;
  canvas.height = rows;
  const context = canvas.getContext('2d');
  if (!context || !rows || !columns) return;
  const image = context.createImageData(columns, rows);
  const {data} = image;
  // The shade is the alpha channel alone; the colour, in whatever notation the page gives it, is poured in afterwards.
  for (let cell = 0; cell < shades.length; cell++) data[cell * 4 + 3] = shades[cell]!;
  context.putImageData(image, 0, 0);
  context.globalCompositeOperation = 'source-in';
  context.fillStyle = colour;
  context.fillRect(0, 0, columns, rows);
}

/** Paints discs from the corner of their area. */
export function paintDots({dots}: DotsMark, context: CanvasRenderingContext2D, colour: string): void {
  context.fillStyle = colour;
  for (let at = 0; at < dots.length; at += 3) {
    context.beginPath();
    context.arc(dots[at]!, dots[at + 1]!, dots[at + 2]!, 0, 2 * Math.PI);
    context.fill();
  }
}
