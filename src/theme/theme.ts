import type {Ink} from '../scene/scene.js';

/** Ink to colour, resolved. */
export type Theme = Readonly<Record<Ink, string>>;

/**
 * The one source of colour. Text holds 4.5:1 and marks hold 3:1 on their own ground; `grid` and `wash` are quiet on
 * purpose and carry nothing that cannot be read elsewhere. Series differ in lightness as much as in hue, so that they
 * stay apart for every colour vision; the first four need no second sign, beyond six none suffices without a label.
 * `test/theme/palette.test.ts` recomputes all of it.
 */
export const light: Theme = {
  text: '#1a222d',
  muted: '#566171',
  grid: '#e2e6eb',
  ground: '#ffffff',
  wash: '#eef1f4',
  accent: '#2261b2',
  context: '#8792a2',
  gain: '#00493b',
  loss: '#b04c26',
  plan: '#1a222d',
  'series-1': '#2261b2',
  'series-2': '#b46b18',
  'series-3': '#05a787',
  'series-4': '#6c3147',
  'series-5': '#464c00',
  'series-6': '#162e73',
  'series-7': '#8586c1',
  'series-8': '#9c4372',
};

export const dark: Theme = {
  text: '#e9edf2',
  muted: '#a4aebc',
  grid: '#2d333d',
  ground: '#16181d',
  wash: '#22262e',
  accent: '#79b2f4',
  context: '#737e8f',
  gain: '#a9ed9a',
  loss: '#ec7b38',
  plan: '#e9edf2',
  'series-1': '#79b2f4',
  'series-2': '#e88a29',
  'series-3': '#257355',
  'series-4': '#7a5699',
  'series-5': '#dfe098',
  'series-6': '#b07ea5',
  'series-7': '#59a171',
  'series-8': '#f7bae2',
};

const FORCED: Partial<Theme> = {
  ground: 'Canvas',
  wash: 'Canvas',
  grid: 'GrayText',
  context: 'GrayText',
  // What is less, or the second of two, is not the same grey as its opposite.
  loss: 'LinkText',
  'series-2': 'LinkText',
};

export const INKS = Object.keys(light) as readonly Ink[];

/**
 * Private custom properties for `:host`. Public ones (`--insight-accent`) are only read, so that a value on the page's
 * `:root` arrives; `light-dark()` follows the page's `color-scheme` without script.
 */
export const themeDeclarations = INKS.map(
  (ink) => `--_${ink}: var(--insight-${ink}, light-dark(${light[ink]}, ${dark[ink]}));`,
).join('');

/** What a reader who has chosen own colours sees: text and data in the text colour, grounds in the ground's. */
export const forcedDeclarations = INKS.map((ink) => `--_${ink}: ${FORCED[ink] ?? 'CanvasText'};`).join('');
