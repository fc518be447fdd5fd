import type {Frame} from '../chart/chart.js';

/**
 * The text itself where it fits in a width of pixels, else as much of it as fits with an ellipsis; empty where not even
 * that fits. The full text stays in tooltip and table.
 */
export function fitText(
  text: string,
  width: number,
  {textWidth, size, weight}: Pick<Frame, 'textWidth'> & {readonly size: number; readonly weight?: 'bold'},
): string {
  if (textWidth(text, size, weight) <= width) return text;
  const characters = [...text];
  let [fits, tooLong] = [0, characters.length];
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    if (textWidth(`${characters.slice(0, middle).join('')}…`, size, weight) <= width) fits = middle;
    else tooLong = middle;
  }
  return fits ? `${characters.slice(0, fits).join('').trimEnd()}…` : '';
}

/** The widest of some texts at one size, in pixels; 0 without texts. */
export const widestText = (texts: readonly string[], size: number, {textWidth}: Pick<Frame, 'textWidth'>): number =>
  texts.reduce((widest, text) => Math.max(widest, textWidth(text, size)), 0);
