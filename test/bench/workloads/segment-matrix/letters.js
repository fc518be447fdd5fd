/** Letters on a canvas, for those who draw it by hand and for a library that writes none inside its plot. */
import {INK, LEFT, MUTED, SIZE} from './drawing.js';
import {CORNER_SIZE} from './quadrants.js';
import {FONT} from '../../contenders/texts.js';

/** Of all texts that follow, with their middle at `y`. */
export function letters(context, {size = SIZE, weight = 400, ink = INK, align = 'center'}) {
  context.font = `${weight} ${size}px ${FONT}`;
  context.fillStyle = ink;
  context.textAlign = align;
  context.textBaseline = 'middle';
}

/** Names of the quadrants with their sums. */
export function writeCorners(context, corners, width) {
  for (const {name, text, isRight, inset, y, below} of corners) {
    const look = {ink: MUTED, align: isRight ? 'right' : 'left'};
    const x = isRight ? width - inset : LEFT + inset;
    letters(context, {...look, size: CORNER_SIZE});
    context.fillText(name, x, y);
    letters(context, look);
    context.fillText(text, x, y + below);
  }
}
