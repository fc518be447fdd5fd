/**
 * Texts of a drawing: `{text, x, y, size, align, weight, ink}`, in pixels, the middle of the letters at `y`. What a text
 * leaves out, the letters of its chart (`{size, ink}`) say; it is then aligned left and of weight 400.
 */
export const FONT = 'sans-serif';

/** What SVG calls an alignment. */
export const ANCHOR = {left: 'start', center: 'middle', right: 'end'};

/** On a canvas; also for libraries that have no marks for texts beside a plot. */
export function writeTexts(context, texts, letters) {
  context.textBaseline = 'alphabetic';
  for (const {text, x, y, size = letters.size, align = 'left', weight = 400, ink = letters.ink} of texts) {
    context.font = `${weight} ${size}px ${FONT}`;
    context.textAlign = align;
    context.fillStyle = ink;
    context.fillText(text, x, y + size * 0.35);
  }
}
