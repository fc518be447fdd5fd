import {attributesOf, rounded, TAG_OF, type ColourOf} from './mark-attributes.js';
import type {CellsMark, DotsMark, Mark, Scene} from './scene.js';

/** What a free-standing drawing needs beside its scene. */
export interface SvgStringOptions {
  /** Ink to colour; without `var(`, since the file leaves the page. */
  readonly colourOf: ColourOf;
  /** The finding in words: the drawing's accessible name. */
  readonly title: string;
  /** A list of font families. */
  readonly fontFamily: string;
  /** For charts that have marks of many shapes at once. */
  readonly writeMany?: WriteMany | undefined;
}

/** Writes the shapes of a mark that holds many of one colour. */
export type WriteMany = (mark: CellsMark | DotsMark) => string;

const ESCAPES: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'};

/** Text for XML: escaped, and without the characters that XML 1.0 forbids even when escaped. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    // eslint-disable-next-line no-control-regex -- these are the characters XML 1.0 forbids
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);

const attribute = ([name, value]: [string, string | number]): string => ` ${name}="${escaped(String(value))}"`;

/**
 * The scene as one self-contained SVG file: no script, no foreignObject, no reference to anything outside.
 * Runs without a DOM.
 */
export function toSvgString(scene: Scene, {title, colourOf, fontFamily, writeMany}: SvgStringOptions): string {
  const width = rounded(scene.width);
  const height = rounded(scene.height);
  const root =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"` +
    ` role="graphics-document"${attribute(['aria-label', title])}${attribute(['font-family', fontFamily])}` +
    `${attribute(['fill', colourOf('text')])}>`;
  const ground = `<rect width="${width}" height="${height}"${attribute(['fill', colourOf('ground')])}/>`;
  return `${root}${ground}${scene.marks.map((mark) => markString(mark, colourOf, writeMany)).join('')}</svg>`;
}

/** One mark and all below it; exported so that tests can hold the live drawing against it. */
export function markString(mark: Mark, colourOf: ColourOf, writeMany?: WriteMany): string {
  const tag = TAG_OF[mark.kind];
  const attributes = Object.entries(attributesOf(mark, colourOf)).map(attribute).join('');
  return `<${tag}${attributes}>${contentOf(mark, colourOf, writeMany)}</${tag}>`;
}

function contentOf(mark: Mark, colourOf: ColourOf, writeMany?: WriteMany): string {
  if (mark.kind === 'group') return mark.marks.map((child) => markString(child, colourOf, writeMany)).join('');
  if (mark.kind === 'cells' || mark.kind === 'dots') return writeMany?.(mark) ?? '';
  return mark.kind === 'text' ? escaped(mark.text) : '';
}
