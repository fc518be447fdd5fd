/** Texts on a canvas, for those who have no marks for texts beside a plot. */
import {FONT, INK, SIZE} from './drawing.js';

export function writeTexts(context, texts) {
  context.textBaseline = 'alphabetic';
  for (const {text, x, y, size = SIZE, align = 'left', weight = 400, ink = INK} of texts) {
    context.font = `${weight} ${size}px ${FONT}`;
    context.textAlign = align;
    context.fillStyle = ink;
    context.fillText(text, x, y + size * 0.35);
  }
}
