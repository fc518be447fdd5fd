import type {Frame} from '../chart.js';

/** Texts are measured once at this size and scaled: fonts grow in proportion. */
const MEASURED_AT = 100;

/** In em: for a browser whose canvas is switched off against fingerprinting. */
const AVERAGE_LETTER = 0.6;
/** Beyond this many texts the page changes its words faster than remembering them helps. */
const MAX_TEXTS = 10_000;

/** Ours are tabular: all as wide as a 0, which a canvas is not told. So other numbers are no other texts. */
const DIGIT = /\d/g;

let context: CanvasRenderingContext2D | null | undefined;
const rulers = new Map<string, Frame['textWidth']>();

/** A ruler for one font family; widths already measured are kept. A rough guess where the page has no canvas. */
export function textRuler(fontFamily: string): Frame['textWidth'] {
  const known = rulers.get(fontFamily);
  if (known) return known;
  const ruler = makeRuler(fontFamily);
  rulers.set(fontFamily, ruler);
  return ruler;
}

function makeRuler(fontFamily: string): Frame['textWidth'] {
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return (text, size) => text.length * size * AVERAGE_LETTER;
  const canvas = context;
  const widths = new Map<string, number>();
  return (written, size, weight) => {
    const text = written.replace(DIGIT, '0');
    const key = weight ? `${weight} ${text}` : text;
    let width = widths.get(key);
    if (width === undefined) {
      canvas.font = `${weight ? 600 : 400} ${MEASURED_AT}px ${fontFamily}`;
      width = canvas.measureText(text).width;
      if (widths.size >= MAX_TEXTS) widths.clear();
      widths.set(key, width);
    }
    return (width / MEASURED_AT) * size;
  };
}

/** Tells when a font has arrived late: what was measured before is wrong then, and forgotten. */
export function onFontsLoaded(listener: () => void): void {
  document.fonts.addEventListener('loadingdone', () => {
    rulers.clear();
    listener();
  });
}
