import type {Paint, RectMark, TextMark} from './scene.js';

/** Where a text stands: `y` is the middle of its letters, not their baseline. */
export interface TextPlace extends Pick<TextMark, 'x' | 'size' | 'anchor' | 'weight' | 'paint'> {
  readonly y: number;
}

/** Half the height of capitals, in em: from the middle of a letter down to its baseline. */
const HALF_CAPITAL = 0.35;

/** Where the first line of a drawing has its middle, in em: accents and Chinese glyphs stay inside. */
export const FIRST_LINE = 0.6;

/** A label whose letters stand in the middle of `y`. */
export const label = (key: string, text: string, {y, ...place}: TextPlace): TextMark => ({
  kind: 'text',
  key,
  part: 'label',
  text,
  y: y + place.size * HALF_CAPITAL,
  ...place,
});

/** A rectangle named for `::part()` as it is keyed. */
export const box = (key: string, place: Omit<RectMark, 'kind' | 'key' | 'part' | 'paint'>, paint: Paint): RectMark => ({
  kind: 'rect',
  key,
  part: key,
  paint,
  ...place,
});

/** The invisible ground of a datum: what the pointer meets and what the focus ring runs around. */
export const hitArea = (place: Omit<RectMark, 'kind' | 'key' | 'part' | 'paint' | 'radius'>): RectMark =>
  box('hit', {...place, radius: 3}, {fill: 'none'});
