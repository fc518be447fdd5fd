import type {Frame} from '../chart.js';

/** Beyond this many texts the page changes its words faster than remembering them helps. */
const MAX_TEXTS = 10_000;

/** Ours are tabular: all as wide as a 0, which a canvas is not told. So other numbers are no other texts. */
const DIGIT = /\d/g;

const rulers = new Map<string, Frame['textWidth']>();
/** Where the element stands that measures now; a ruler outlives it and holds on to none. */
let place: WeakRef<ParentNode> | undefined;

/** A ruler for the font that an element has in a language; widths already measured are kept. */
export function textRuler(element: HTMLElement, language: string): Frame['textWidth'] {
  const {fontFamily} = getComputedStyle(element);
  place = new WeakRef<ParentNode>(element.shadowRoot!);
  const key = language + fontFamily;
  const ruler = rulers.get(key) ?? makeRuler(fontFamily);
  rulers.set(key, ruler);
  return ruler;
}

const SAMPLE = 'Loyalty 12';

/** Each size is measured: where letters are fitted to the pixels of a screen, small ones are not large ones made smaller. */
type Measure = (text: string, size: number, weight: number) => number;

function makeRuler(fontFamily: string): Frame['textWidth'] {
  const canvas = document.createElement('canvas').getContext('2d');
  const byCanvas: Measure = (text, size, weight) => {
    if (!canvas) return 0;
    canvas.font = `${weight} ${size}px ${fontFamily}`;
    return canvas.measureText(text).width;
  };
  // A page that names no font has another one for every script, under one name, which is all a canvas can be told; and a
  // browser may have canvas switched off against fingerprinting.
  const measure = byPage(SAMPLE, 16, 400) > byCanvas(SAMPLE, 16, 400) * 1.01 ? byPage : byCanvas;
  const widths = new Map<string, number>();
  return (written, size, bold) => {
    const weight = bold ? 600 : 400;
    const text = written.replace(DIGIT, '0');
    const key = `${weight} ${size}px ${text}`;
    const known = widths.get(key);
    if (known !== undefined) return known;
    const width = measure(text, size, weight);
    if (widths.size > MAX_TEXTS) widths.clear();
    widths.set(key, width);
    return width;
  };
}

const byPage: Measure = (text, size, weight) => {
  const probe = document.createElement('span');
  probe.textContent = text;
  probe.style.cssText = `position:absolute;white-space:pre;font-weight:${weight};font-size:${size}px`;
  place?.deref()?.append(probe);
  const {width} = probe.getBoundingClientRect();
  probe.remove();
  return width;
};

/** Tells when a font has arrived late: what was measured before is wrong then, and forgotten. */
export function onFontsLoaded(listener: () => void): void {
  document.fonts.addEventListener('loadingdone', () => {
    rulers.clear();
    listener();
  });
}
