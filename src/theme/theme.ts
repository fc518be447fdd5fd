import type {Ink} from '../scene/scene.js';

/** Ink to colour, resolved. */
export type Theme = Readonly<Record<Ink, string>>;

/**
 * The one source of colour. Text holds 4.5:1 and marks hold 3:1 on their own ground; `grid` and `wash` are quiet on
 * purpose and carry nothing that cannot be read elsewhere. `test/theme/palette.test.ts` recomputes all of it.
 */
export const light: Theme = {
  text: '#1a222d',
  muted: '#566171',
  grid: '#e2e6eb',
  ground: '#ffffff',
  wash: '#eef1f4',
  accent: '#1c62b5',
  context: '#8792a2',
  gain: '#0b7a5b',
  loss: '#b8452a',
  plan: '#1a222d',
  'series-1': '#1c62b5',
  'series-2': '#c4560c',
  'series-3': '#0a8276',
  'series-4': '#9a3d9e',
  'series-5': '#8a6d00',
  'series-6': '#c22d5b',
  'series-7': '#5560c8',
  'series-8': '#4f7a1c',
};

export const dark: Theme = {
  text: '#e9edf2',
  muted: '#a4aebc',
  grid: '#2d333d',
  ground: '#16181d',
  wash: '#22262e',
  accent: '#79b2f4',
  context: '#737e8f',
  gain: '#4bc596',
  loss: '#f28f70',
  plan: '#e9edf2',
  'series-1': '#79b2f4',
  'series-2': '#f0954d',
  'series-3': '#3cc4b4',
  'series-4': '#d58ade',
  'series-5': '#d3b03c',
  'series-6': '#f27a9f',
  'series-7': '#a0a8ff',
  'series-8': '#9cc45f',
};

const FORCED: Partial<Theme> = {ground: 'Canvas', wash: 'Canvas', grid: 'GrayText', context: 'GrayText'};

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
