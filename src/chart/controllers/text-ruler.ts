import type {Frame} from '../chart.js';

/** Texts are measured once at this size and scaled: fonts grow in proportion. */
const MEASURED_AT = 100;

/** Beyond this many texts the page changes its words faster than remembering them helps. */
const MAX_TEXTS = 10_000;

/** Ours are tabular: all as wide as a 0, which a canvas is not told. So other numbers are no other texts. */
const DIGIT = /\d/g;

let context: CanvasRenderingContext2D | null | undefined;
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

type Measure = (text: string, weight: number) => number;

function makeRuler(fontFamily: string): Frame['textWidth'] {
  context ??= document.createElement('canvas').getContext('2d');
  const canvas = context;
  const byCanvas: Measure = (text, weight) => {
    if (!canvas) return 0;
    canvas.font = `${weight} ${MEASURED_AT}px ${fontFamily}`;
    return canvas.measureText(text).width;
  };
  // A page that names no font has another one for every script, under one name, which is all a canvas can be told; and a
  // browser may have canvas switched off against fingerprinting.
  const measure = byPage(SAMPLE, 400) > byCanvas(SAMPLE, 400) * 1.01 ? byPage : byCanvas;
  const widths = new Map<string, number>();
  return (written, size, bold) => {
    const weight = bold ? 600 : 400;
    const text = written.replace(DIGIT, '0');
    const key = `${weight}${text}`;
    let width = widths.get(key);
    if (width === undefined) {
      width = measure(text, weight);
      if (widths.size >= MAX_TEXTS) widths.clear();
      widths.set(key, width);
    }
    return (width / MEASURED_AT) * size;
  };
}

const byPage: Measure = (text, weight) => {
  const probe = document.createElement('span');
  probe.textContent = text;
  probe.style.cssText = `position:absolute;white-space:pre;font-weight:${weight};font-size:${MEASURED_AT}px`;
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
