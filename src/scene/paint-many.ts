import type {PaintMany} from './paint-canvas.js';
import type {CellsMark, DotsMark} from './scene.js';

/** Paints a grid of shades or a swarm of discs into a larger drawing. */
export const paintMany: PaintMany = (context, mark, colour) => {
  const image = document.createElement('canvas');
  paintImage(mark, image, {colour, scale: context.getTransform().a});
  context.imageSmoothingEnabled = false;
  if (image.width && image.height) context.drawImage(image, 0, 0, mark.width, mark.height);
};

/** How an image is painted. */
export interface ImageLook {
  readonly colour: string;
  /** Pixels of the image to one of the drawing, where it is more than a pixel a cell. */
  readonly scale: number;
}

/** Paints a mark of many shapes as one image that fills the canvas. */
export function paintImage(mark: CellsMark | DotsMark, canvas: HTMLCanvasElement, {colour, scale}: ImageLook): void {
  const isGrid = mark.kind === 'cells';
  canvas.width = isGrid ? mark.columns : Math.ceil(mark.width * Math.abs(scale));
  canvas.height = isGrid ? mark.rows : Math.ceil(mark.height * Math.abs(scale));
  const {width, height} = canvas;
  const context = canvas.getContext('2d');
  if (!context || !width || !height) return;
  context.fillStyle = colour;
  if (isGrid) cells(mark, context);
  else discs(mark, context);
}

/** What shades say is the alpha channel alone; the colour, in whatever notation, is poured in afterwards. */
function cells({shades}: CellsMark, context: CanvasRenderingContext2D): void {
  const {width, height} = context.canvas;
  const image = context.createImageData(width, height);
  const {data} = image;
  for (let cell = 0; cell < shades.length; cell++) data[cell * 4 + 3] = shades[cell]!;
  context.putImageData(image, 0, 0);
  context.globalCompositeOperation = 'source-in';
  context.fillRect(0, 0, width, height);
}

/** A fill each: in one path they would not show where they lie above each other. */
function discs({dots, width, opacity}: DotsMark, context: CanvasRenderingContext2D): void {
  const scale = context.canvas.width / width;
  context.globalAlpha = opacity;
  for (let at = 0; at < dots.length; at += 3) {
    context.beginPath();
    context.arc(dots[at]! * scale, dots[at + 1]! * scale, dots[at + 2]! * scale, 0, 2 * Math.PI);
    context.fill();
  }
}
