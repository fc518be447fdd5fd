import type {ColourOf} from './mark-attributes.js';
import type {CellsMark, DotsMark, Mark, Paint, Scene, TextMark} from './scene.js';

export interface CanvasOptions {
  readonly colourOf: ColourOf;
  readonly fontFamily: string;
  /** For charts that have marks of many shapes at once. */
  readonly paintMany?: PaintMany | undefined;
}

/** Paints a mark that holds many shapes of one colour, from its corner. */
export type PaintMany = (context: CanvasRenderingContext2D, mark: CellsMark | DotsMark, colour: string) => void;

/** What a mark inherits from the groups around it. */
type Inherited = Pick<Paint, 'fill' | 'stroke' | 'strokeWidth' | 'dash'>;

/** Paints a scene on a canvas whose own transform already holds the scale. */
export function paintCanvas(context: CanvasRenderingContext2D, scene: Scene, options: CanvasOptions): void {
  context.fillStyle = options.colourOf('ground');
  context.fillRect(0, 0, scene.width, scene.height);
  for (const mark of scene.marks) paintMark({context, options}, mark, {fill: 'text'});
}

/** A mark that is one outline. */
type Shape = Exclude<Mark, {kind: 'group' | 'text' | 'cells' | 'dots'}>;

interface Brush {
  readonly context: CanvasRenderingContext2D;
  readonly options: CanvasOptions;
}

function paintMark(brush: Brush, mark: Mark, inherited: Inherited): void {
  const {context} = brush;
  const paint = {...inherited, ...mark.paint};
  context.save();
  if (mark.paint?.opacity !== undefined) context.globalAlpha *= mark.paint.opacity;
  if (mark.kind === 'group' || mark.kind === 'path') context.translate(mark.x ?? 0, mark.y ?? 0);
  if (mark.kind === 'group') for (const child of mark.marks) paintMark(brush, child, paint);
  else paintLeaf(brush, mark, paint);
  context.restore();
}

function paintLeaf(brush: Brush, mark: Exclude<Mark, {kind: 'group'}>, paint: Inherited): void {
  if (mark.kind === 'text') paintText(brush, mark, paint);
  else if (mark.kind === 'cells' || mark.kind === 'dots') paintShapes(brush, mark, paint);
  else paintShape(brush, mark, paint);
}

function paintShape({context, options}: Brush, mark: Shape, paint: Inherited): void {
  if (mark.kind === 'path' && mark.mirrored) context.scale(-1, 1);
  const path = pathOf(mark);
  if (mark.kind !== 'line' && paint.fill && paint.fill !== 'none') {
    context.fillStyle = options.colourOf(paint.fill);
    context.fill(path);
  }
  if (!paint.stroke) return;
  context.strokeStyle = options.colourOf(paint.stroke);
  context.lineWidth = paint.strokeWidth ?? 1;
  context.setLineDash([...(paint.dash ?? [])]);
  context.stroke(path);
}

function pathOf(mark: Shape): Path2D {
  if (mark.kind === 'path') return new Path2D(mark.d);
  const path = new Path2D();
  if (mark.kind === 'rect')
    path.roundRect(mark.x, mark.y, mark.width, mark.height, Math.min(mark.radius ?? 0, mark.width / 2));
  if (mark.kind === 'circle') path.arc(mark.cx, mark.cy, mark.r, 0, 2 * Math.PI);
  if (mark.kind === 'line') {
    path.moveTo(mark.x1, mark.y1);
    path.lineTo(mark.x2, mark.y2);
  }
  return path;
}

function paintShapes({context, options}: Brush, mark: CellsMark | DotsMark, paint: Inherited): void {
  if (!paint.fill || paint.fill === 'none') return;
  context.translate(mark.x, mark.y);
  if (mark.mirrored) context.scale(-1, 1);
  options.paintMany?.(context, mark, options.colourOf(paint.fill));
}

function paintText({context, options}: Brush, mark: TextMark, paint: Inherited): void {
  if (!paint.fill || paint.fill === 'none') return;
  context.font = `${mark.weight ? 600 : 400} ${mark.size}px ${options.fontFamily}`;
  context.textAlign = mark.anchor === 'middle' ? 'center' : mark.anchor === 'end' ? 'right' : 'left';
  context.fillStyle = options.colourOf(paint.fill);
  context.fillText(mark.text, mark.x, mark.y);
}
