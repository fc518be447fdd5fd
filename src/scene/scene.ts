/**
 * The drawing as data. A scene is plain JSON: tests store it, Node prints it, the browser shows it, PNG paints it.
 * It knows roles of ink, never colours, and no DOM.
 */

/** What a mark is painted with, by role. `theme/theme.ts` says which colour that is in light and in dark. */
export type Ink =
  | 'text'
  | 'muted'
  | 'grid'
  | 'ground'
  | 'wash'
  | 'accent'
  | 'context'
  | 'gain'
  | 'loss'
  | 'plan'
  | `series-${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}`;

/** How a mark is painted. What is absent is inherited from the group around it. */
export interface Paint {
  readonly fill?: Ink | 'none';
  readonly stroke?: Ink;
  /** In pixels. */
  readonly strokeWidth?: number;
  /** Lengths of stroke and gap in pixels: `[4, 3]`. */
  readonly dash?: readonly number[];
  /** 0–1, of fill and stroke together. */
  readonly opacity?: number;
}

/** One named value of a datum, already worded in the reader's language. */
export interface DatumLine {
  readonly name: string;
  readonly value: string;
}

/** What a mark stands for: reached by pointer, keyboard and speech; carried by events. */
export interface Datum {
  readonly id: string;
  /** The whole sentence, for speech. */
  readonly label: string;
  /** The name at the head of the tooltip. */
  readonly title: string;
  readonly lines: readonly DatumLine[];
  /** Place in the grid of arrow keys: rows run down, columns run with the reading direction. */
  readonly row: number;
  readonly column: number;
  /** Plain values for the page that listens to `insight-select` and `insight-active`. */
  readonly detail: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}

/** One direction in which a handle moves a value. */
export interface HandleAxis {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** What one press of an arrow key adds. */
  readonly step: number;
  /** What one pixel to the right, or down, adds. */
  readonly perPixel: number;
}

/** What the reader moves or presses by a mark; `controllers/handle.ts` gives it life in the page. */
export interface Handle {
  readonly id: string;
  /** The name, for speech; a handle without one is for the pointer only, its keyboard way is another handle. */
  readonly label?: string;
  /** The state in words, for speech. */
  readonly text?: string;
  readonly x?: HandleAxis;
  readonly y?: HandleAxis;
}

interface MarkBase {
  /** Unique among its siblings; a mark that keeps its key keeps its node. */
  readonly key: string;
  /** Name for `::part()`. */
  readonly part?: string;
  readonly paint?: Paint;
  readonly datum?: Datum;
  readonly handle?: Handle;
}

export interface GroupMark extends MarkBase {
  readonly kind: 'group';
  readonly x?: number;
  readonly y?: number;
  /** Pales in the page while a datum is explored, so that what marks the datum stands out. */
  readonly pales?: boolean;
  readonly marks: readonly Mark[];
}
export interface RectMark extends MarkBase {
  readonly kind: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius?: number;
}
export interface LineMark extends MarkBase {
  readonly kind: 'line';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}
export interface CircleMark extends MarkBase {
  readonly kind: 'circle';
  readonly cx: number;
  readonly cy: number;
  readonly r: number;
}
export interface PathMark extends MarkBase {
  readonly kind: 'path';
  /** SVG path data around the mark's own origin. */
  readonly d: string;
  readonly x?: number;
  readonly y?: number;
  /** Drawn right to left: set by `mirrorScene`, never by a chart. */
  readonly mirrored?: boolean;
}
export interface TextMark extends MarkBase {
  readonly kind: 'text';
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly text: string;
  /** In pixels. */
  readonly size: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly weight?: 'bold';
}

/** A dense grid of shades painted as one image: a thousand cohorts are a million cells, and none of them a node. */
export interface CellsMark extends MarkBase {
  readonly kind: 'cells';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly rows: number;
  readonly columns: number;
  /** The opacity of the fill, 0–255, row by row; 0: nothing there. */
  readonly shades: Uint8Array;
  /** Drawn right to left: set by `mirrorScene`, never by a chart. */
  readonly mirrored?: boolean;
}

/** Thousands of discs painted as one image. */
export interface DotsMark extends MarkBase {
  readonly kind: 'dots';
  /** The area that is painted. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Centre (x, y) and radius of each, one after the other, from the area's own corner. */
  readonly dots: Float32Array;
  /** 0–1, of each: two above each other are less transparent than one. */
  readonly opacity: number;
  /** Drawn right to left: set by `mirrorScene`, never by a chart. */
  readonly mirrored?: boolean;
}

export type Mark = GroupMark | RectMark | LineMark | CircleMark | PathMark | TextMark | CellsMark | DotsMark;

/** A place in the grid of arrow keys. */
export interface DatumPlace extends Pick<Datum, 'row' | 'column'> {
  /** Which part of a drawing that shows the datum more than once. */
  readonly panel?: number;
}

/** Where a datum stands in the drawing, in its pixels. */
export type DatumBox = Pick<RectMark, 'x' | 'y' | 'width' | 'height'>;

/**
 * Datums that are found by arithmetic instead of by their nodes, so that a drawing of a million costs no more than one of
 * ten: worded when they are met, marked in a layer above the drawing. It is the one part of a scene that is no data;
 * stored as JSON it disappears.
 */
export interface DatumField {
  readonly rows: number;
  readonly columns: number;
  /** The place a pointer means, in pixels of the drawing; null for none. */
  readonly at: (x: number, y: number) => DatumPlace | null;
  /** null where a place holds no datum. */
  readonly datumOf: (place: DatumPlace) => Datum | null;
  /** Whether a place holds a datum, without wording it. */
  readonly has: (place: DatumPlace) => boolean;
  readonly boxOf: (place: DatumPlace) => DatumBox;
  /** What marks the datum, in every part of the drawing that shows it. */
  readonly marksOf: (place: DatumPlace) => readonly Mark[];
}

/** A whole drawing. The order of marks is the reading order. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
  /** Instead of datums on marks, where there are too many for a node each. */
  readonly field?: DatumField;
}
