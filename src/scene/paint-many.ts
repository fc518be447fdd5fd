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

/**
 * Paints a mark of many shapes as one image that fills the canvas. What the shapes say is the alpha channel alone; the
 * colour, in whatever notation the page gives it, is poured in afterwards.
 */
export function paintImage(mark: CellsMark | DotsMark, canvas: HTMLCanvasElement, {colour, scale}: ImageLook): void {
  const isGrid = mark.kind === 'cells';
  canvas.width = isGrid ? mark.columns : Math.ceil(mark.width * Math.abs(scale));
  canvas.height = isGrid ? mark.rows : Math.ceil(mark.height * Math.abs(scale));
  const {width, height} = canvas;
  const context = canvas.getContext('2d');
  if (!context || !width || !height) return;
  const image = context.createImageData(width, height);
  const {data} = image;
  if (isGrid) for (let cell = 0; cell < mark.shades.length; cell++) data[cell * 4 + 3] = mark.shades[cell]!;
  else discs(mark, image);
  context.putImageData(image, 0, 0);
  context.globalCompositeOperation = 'source-in';
  context.fillStyle = colour;
  context.fillRect(0, 0, width, height);
}

/** Discs by their distance from each pixel's middle: a browser's own path for each takes several times as long. */
function discs({dots, width: across, opacity}: DotsMark, image: ImageData): void {
  const scale = image.width / across;
  for (let at = 0; at < dots.length; at += 3)
    disc(image, {x: dots[at]! * scale - 0.5, y: dots[at + 1]! * scale - 0.5, r: dots[at + 2]! * scale, opacity});
}

interface Disc {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly opacity: number;
}

function disc({data, width, height}: ImageData, {x, y, r, opacity}: Disc): void {
  // Half a pixel around the edge is covered in part.
  const [outer, inner] = [r + 0.5, Math.max(0, r - 0.5)];
  const bottom = Math.min(height - 1, y + outer);
  for (let row = Math.max(0, Math.ceil(y - outer)); row <= bottom; row++) {
    const away = (row - y) ** 2;
    const reach = Math.sqrt(outer ** 2 - away);
    const whole = Math.sqrt(Math.max(0, inner ** 2 - away));
    const right = Math.min(width - 1, x + reach);
    for (let column = Math.max(0, Math.ceil(x - reach)); column <= right; column++) {
      const dx = Math.abs(column - x);
      const covered = dx <= whole ? 1 : Math.min(1, outer - Math.sqrt(dx * dx + away));
      const alpha = (row * width + column) * 4 + 3;
      data[alpha]! += (255 - data[alpha]!) * opacity * covered;
    }
  }
}
