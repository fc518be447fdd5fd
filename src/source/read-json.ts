import type {DataIssue} from '../validation/data-issue.js';
import {describeValue} from '../validation/describe-value.js';

/** The text of an answer read: the body, or why there is none. */
export type BodyReading = {readonly body: unknown} | {readonly issue: DataIssue};

/** Turns the text of an answer into a body; never throws. */
export type ReadBody = (text: string, contentType: string) => BodyReading;

/** No backend nests rows deeper than this; recursive code overflows at some thousands. */
export const MAX_DEPTH = 200;

/** Reads JSON, unless it is nested too deep to be handled safely. */
export const readJson: ReadBody = (text) => {
  const {deepest, isOpen} = brackets(text);
  if (deepest > MAX_DEPTH) return {issue: {path: '', code: 'too_deep', expected: String(MAX_DEPTH)}};
  try {
    return {body: JSON.parse(text)};
  } catch {
    return {issue: isOpen ? {path: '', code: 'truncated'} : {path: '', code: 'not_json', got: describeValue(text)}};
  }
};

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING = [0x5b, 0x7b];
const CLOSING = [0x5d, 0x7d];

interface Brackets {
  /** Levels of lists and objects; counting stops one beyond the limit. */
  readonly deepest: number;
  /** Whether the text ends inside a list or an object. */
  readonly isOpen: boolean;
}

/** One pass over the text, without a stack: parsing is not safe before the depth is known. */
function brackets(text: string): Brackets {
  let depth = 0;
  let deepest = 0;
  for (let index = 0; index < text.length && deepest <= MAX_DEPTH; index++) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) {
      index = endOfString(text, index);
      if (index < 0) return {deepest, isOpen: depth > 0};
    } else if (code === OPENING[0] || code === OPENING[1]) deepest = Math.max(deepest, ++depth);
    else if (code === CLOSING[0] || code === CLOSING[1]) depth--;
  }
  return {deepest, isOpen: depth > 0};
}

/** The index of the quote that ends the string begun at a quote; −1 where none does. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end > 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end;
}

function isEscaped(text: string, index: number): boolean {
  let first = index;
  while (text.charCodeAt(first - 1) === BACKSLASH) first--;
  return (index - first) % 2 === 1;
}
