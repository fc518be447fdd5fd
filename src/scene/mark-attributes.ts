import type {Ink, Mark, RectMark, TextMark} from './scene.js';

/** The SVG element that draws each kind of mark. */
export const TAG_OF = {
  group: 'g',
  rect: 'rect',
  line: 'line',
  circle: 'circle',
  path: 'path',
  text: 'text',
  // Painted on a canvas beneath; as a file they are shapes.
  cells: 'g',
  dots: 'g',
} as const;

/** Attribute names to values; a number is already rounded. */
export type Attributes = Record<string, string | number>;

/** Turns an ink into a colour: a custom property in the page, a resolved colour elsewhere. */
export type ColourOf = (ink: Ink) => string;

/** Two decimals: enough for the eye, and stored drawings stay stable. */
export const rounded = (value: number): number => Math.round(value * 100) / 100;

/** The attributes of one mark, shared by the live and the static drawing so that they cannot differ. */
export function attributesOf(mark: Mark, colourOf: ColourOf): Attributes {
  const attributes = shapeOf(mark);
  if (mark.part) attributes['part'] = mark.part;
  if (mark.handle) attributes['data-handle'] = mark.handle.id;
  if (mark.paint) addPaint(attributes, mark, colourOf);
  if (mark.datum) {
    attributes['role'] = 'graphics-symbol';
    attributes['aria-label'] = mark.datum.label;
    attributes['data-datum'] = mark.datum.id;
  }
  return attributes;
}

function shapeOf(mark: Mark): Attributes {
  switch (mark.kind) {
    case 'group':
      return {...movedTo(mark), ...(mark.pales && {'data-pales': ''})};
    case 'rect':
      return rectOf(mark);
    case 'line':
      return {x1: rounded(mark.x1), y1: rounded(mark.y1), x2: rounded(mark.x2), y2: rounded(mark.y2)};
    case 'circle':
      return {cx: rounded(mark.cx), cy: rounded(mark.cy), r: rounded(mark.r)};
    case 'path':
      return {d: mark.d, ...movedTo(mark)};
    case 'text':
      return textOf(mark);
    case 'cells':
      return movedTo(mark);
    case 'dots':
      return {...movedTo(mark), 'fill-opacity': mark.opacity};
  }
}

function rectOf({x, y, width, height, radius}: RectMark): Attributes {
  const rect: Attributes = {x: rounded(x), y: rounded(y), width: rounded(width), height: rounded(height)};
  if (radius) rect['rx'] = rounded(Math.min(radius, width / 2));
  return rect;
}

function textOf({x, y, size, anchor, weight}: TextMark): Attributes {
  const text: Attributes = {x: rounded(x), y: rounded(y), 'font-size': rounded(size)};
  if (anchor && anchor !== 'start') text['text-anchor'] = anchor;
  if (weight) text['font-weight'] = '600';
  return text;
}

interface Moved {
  readonly x?: number;
  readonly y?: number;
  readonly mirrored?: boolean;
}

function movedTo({x = 0, y = 0, mirrored}: Moved): Attributes {
  if (!x && !y && !mirrored) return {};
  return {transform: `translate(${rounded(x)} ${rounded(y)})${mirrored ? ' scale(-1 1)' : ''}`};
}

function addPaint(attributes: Attributes, mark: Mark, colourOf: ColourOf): void {
  const paint = mark.paint!;
  if (paint.fill) attributes['fill'] = paint.fill === 'none' ? 'none' : colourOf(paint.fill);
  if (paint.stroke) attributes['stroke'] = colourOf(paint.stroke);
  if (paint.strokeWidth !== undefined) attributes['stroke-width'] = rounded(paint.strokeWidth);
  if (paint.dash) attributes['stroke-dasharray'] = paint.dash.join(' ');
  // Of a shape that is only filled both look the same, but browsers need no layer for its fill.
  const isFill = paint.fill && !paint.stroke && mark.kind !== 'group';
  if (paint.opacity !== undefined) attributes[isFill ? 'fill-opacity' : 'opacity'] = paint.opacity;
}
