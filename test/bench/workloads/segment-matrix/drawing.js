/** What both drawings share. Sizes in pixels are those of our own. */

export const SIZE = 12;
export const INK = '#1c2128';
export const MUTED = '#57606a';
export const LETTERS = {size: SIZE, ink: INK};
export const GRID_INK = '#e3e5e8';
export const ACCENT = '#2261b2';
export const LEFT = 32;

const format = new Intl.NumberFormat('en', {maximumFractionDigits: 0});
export const countText = (count) => format.format(count);

/** More cells than this have no numbers and no gaps, more bubbles no outlines. */
export const DENSE = 400;

export const isGrid = ({rows}) => rows[0].segment === undefined;
