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

const WIDE = /[\u2e80-\uffef\u{20000}-\u{3ffff}]/u;
const OPENS = /[\p{Ps}\p{Pi}]/u;
const CLOSES = /[\p{Pe}\p{Pf}\p{Po}\p{Lm}]/u;

/** At a space, or between Chinese characters; no line begins with punctuation that closes or ends with one that opens. */
const isBreak = (before: string, letter: string): boolean =>
  /\s/.test(letter) || (WIDE.test(before) && WIDE.test(letter) && !OPENS.test(before) && !CLOSES.test(letter));

/** A text on as few lines as hold it, at most so many; what does not fit the last is shortened. */
export function inLines(
  text: string,
  width: number,
  {most, ...ruler}: Parameters<typeof fitText>[2] & {readonly most: number},
): readonly string[] {
  const fits = (part: string) => ruler.textWidth(part, ruler.size, ruler.weight) <= width;
  if (most < 2 || fits(text)) return [fitText(text, width, ruler)].filter(Boolean);
  let [at, index, before] = [0, 0, ''];
  // From the start: of a text of thousands of words a few are measured.
  for (const letter of text) {
    if (isBreak(before, letter)) {
      if (!fits(text.slice(0, index))) break;
      at = index;
    }
    index += letter.length;
    before = letter;
  }
  const rest = inLines(text.slice(at).trim(), width, {...ruler, most: at ? most - 1 : 1});
  return at ? [text.slice(0, at), ...rest] : rest;
}

/** The widest of some texts at one size, in pixels; 0 without texts. */
export const widestText = (texts: readonly string[], size: number, {textWidth}: Pick<Frame, 'textWidth'>): number =>
  texts.reduce((widest, text) => Math.max(widest, textWidth(text, size)), 0);
