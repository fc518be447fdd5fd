import {paintCanvas} from '../scene/paint-canvas.js';
import type {ColourOf} from '../scene/mark-attributes.js';
import type {Ink, Scene} from '../scene/scene.js';
import {toSvgString} from '../scene/to-svg-string.js';
import {INKS} from '../theme/theme.js';
import type {Picture} from './chart-session.js';
import type {Dense} from './dense.js';

/** An element whose drawing leaves the page. */
type Exported = HTMLElement & {readonly dense: Dense | undefined};

/** The drawing as a file that needs nothing of the page: every colour is resolved. */
export const toSvgFile = (element: Exported, {scene, headline}: Picture): string =>
  toSvgString(scene, {title: headline.text, ...lookOf(element)});

/** The drawing as PNG, `scale` pixels to one of CSS. */
export async function toPngBlob(element: Exported, scene: Scene, scale: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(scene.width * scale);
  canvas.height = Math.ceil(scene.height * scale);
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.scale(scale, scale);
  paintCanvas(context, scene, lookOf(element));
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

/** What stands in files as it does in the page; a dense chart brings what draws its many shapes. */
const lookOf = (element: Exported) => ({
  colourOf: resolvedColours(element),
  fontFamily: getComputedStyle(element).fontFamily,
  ...element.dense,
});

/** A custom property read from script is unresolved text; the colour of a hidden probe is not. */
function resolvedColours(element: HTMLElement): ColourOf {
  const probe = document.createElement('span');
  probe.hidden = true;
  element.shadowRoot?.append(probe);
  const colours = new Map<Ink, string>();
  for (const ink of INKS) {
    probe.style.color = `var(--_${ink})`;
    colours.set(ink, getComputedStyle(probe).color);
  }
  probe.remove();
  return (ink) => colours.get(ink) ?? 'currentColor';
}
