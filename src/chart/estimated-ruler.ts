import type {Frame} from './chart.js';

/*
 * Widths of Latin letters by class, in em of DejaVu Sans, the widest of the fonts that stand in for `sans-serif`: a
 * drawing for any reader must rather leave room than cut a letter. Everything else is taken as an average letter.
 */
const NARROW = /[ .,:;'|!iIjl()[\]ft]/;
const WIDE = /[mwMW%@–…]/;
const CAPITAL_OR_DIGIT = /[A-Z0-9]/;
/** Chinese, Japanese and Korean glyphs and full-width forms fill a whole em. */
const FULL =
  /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]|[\ud840-\ud87f][\udc00-\udfff]/;

const emOf = (character: string): number => {
  if (FULL.test(character)) return 1;
  if (NARROW.test(character)) return 0.36;
  if (WIDE.test(character)) return 0.98;
  return CAPITAL_OR_DIGIT.test(character) ? 0.67 : 0.61;
};

/** The width of a text where no font can be asked: Node, and tests that compare drawings. */
export const estimatedTextWidth: Frame['textWidth'] = (text, size, weight) => {
  let em = 0;
  for (const character of text) em += emOf(character);
  return em * size * (weight === 'bold' ? 1.12 : 1);
};
