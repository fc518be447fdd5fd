import {paintCanvas, type PaintMany} from '../scene/paint-canvas.js';
import type {ColourOf} from '../scene/mark-attributes.js';
import type {Ink, Scene} from '../scene/scene.js';
import {toSvgString} from '../scene/to-svg-string.js';
import {INKS} from '../theme/theme.js';
import type {Picture} from './chart-session.js';

/** The drawing as a file that needs nothing of the page: every colour is resolved. */
export const toSvgFile = (element: HTMLElement, {scene, headline}: Picture): string =>
  toSvgString(scene, {title: headline.text, colourOf: resolvedColours(element), fontFamily: fontOf(element)});

/** The drawing as PNG, `scale` pixels to one of CSS. */
export async function toPngBlob(
  element: HTMLElement,
  scene: Scene,
  {scale, paintMany}: {readonly scale: number; readonly paintMany: PaintMany | undefined},
): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(scene.width * scale);
  canvas.height = Math.ceil(scene.height * scale);
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.scale(scale, scale);
  paintCanvas(context, scene, {colourOf: resolvedColours(element), fontFamily: fontOf(element), paintMany});
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

const fontOf = (element: HTMLElement): string => getComputedStyle(element).fontFamily;

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
