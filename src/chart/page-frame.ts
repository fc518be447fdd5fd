import type {Locale} from '../locale/locale.js';
import type {Frame} from './chart.js';
import {textRuler} from './controllers/text-ruler.js';
import {COMPACT_UNIT, LABEL_SIZE, SMALL_SIZE, UNIT} from './frame.js';

/** The size of a root em that our pixel sizes are made for. */
const ROOT_EM = 16;

/** The frame that a page gives: its font, and text as large as its reader wants it. */
export function readFrame(
  element: HTMLElement & {readonly density: string; readonly locale: Locale},
  width: number,
): Frame {
  const scale = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / ROOT_EM || 1;
  return {
    width,
    labelSize: LABEL_SIZE * scale,
    smallSize: SMALL_SIZE * scale,
    unit: element.density === 'compact' ? COMPACT_UNIT : UNIT,
    textWidth: textRuler(element, element.locale.language),
  };
}
