import {estimatedTextWidth} from './estimated-ruler.js';
import type {Frame} from './chart.js';

/** Label and secondary text at the reader's normal size, in pixels. */
export const LABEL_SIZE = 13;
export const SMALL_SIZE = 12;
/** The rhythm of all distances, in pixels. */
export const UNIT = 8;
export const COMPACT_UNIT = 6;
/** Width of a drawing that nobody has given a width: a column of a report. */
const DEFAULT_WIDTH = 720;

/** A frame with our sizes where nothing else is given. */
export const frameOf = (given: Partial<Frame> = {}): Frame => ({
  width: DEFAULT_WIDTH,
  labelSize: LABEL_SIZE,
  smallSize: SMALL_SIZE,
  unit: UNIT,
  textWidth: estimatedTextWidth,
  ...given,
});
