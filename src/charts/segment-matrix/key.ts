import {fitText} from '../../guides/fit-text.js';
import {label} from '../../scene/marks.js';
import type {Mark} from '../../scene/scene.js';
import type {MatrixView} from './view.js';

/** What a number stands for that is drawn instead of a name. */
export interface KeyLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** More names than this would be a second table. */
export const IN_KEY = 12;
/** Distance of the lines of the key, in em. */
export const KEY_LINE = 1.4;

const FIRST_LETTER = 'A'.codePointAt(0)!;

/** Numbers in place of so many names, or letters: before names that begin with figures a number would be one more. */
export function signsOf(names: readonly string[], {locale}: MatrixView): string[] {
  const isNumeric = names.some((name) => /^\d/.test(name));
  return names.map((_, index) => (isNumeric ? String.fromCodePoint(FIRST_LETTER + index) : locale.count(index + 1)));
}

/** Numbered names one after the other, on as many lines as they need. */
export function placeKey(
  names: readonly string[],
  {width, y: top}: {readonly width: number; readonly y: number},
  {frame}: MatrixView,
): KeyLine[] {
  const size = frame.smallSize;
  let [x, y] = [0, top];
  return names.map((name) => {
    const text = fitText(name, width, {...frame, size});
    const end = frame.textWidth(text, size);
    if (x && x + end > width) [x, y] = [0, y + size * KEY_LINE];
    const line = {text, x, y};
    x += end + frame.unit * 2;
    return line;
  });
}

export const drawKey = (key: readonly KeyLine[], {frame: {smallSize: size}}: MatrixView): Mark[] =>
  key.map(({text, ...place}, index) => label(`key ${index}`, text, {...place, size, paint: {fill: 'muted'}}));
