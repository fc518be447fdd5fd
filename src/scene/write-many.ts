import type {DotsMark} from './scene.js';
import {rounded} from './mark-attributes.js';
import {type ShadePath, shadePaths} from './shade-paths.js';
import type {WriteMany} from './to-svg-string.js';

/** A grid of shades as a path a shade, a swarm as a circle a disc. */
export const writeMany: WriteMany = (mark) =>
  mark.kind === 'cells' ? shadePaths(mark).map(shadeString).join('') : discString(mark);

const shadeString = ({opacity, d}: ShadePath): string => `<path opacity="${opacity}" d="${d}"/>`;

/** A circle each: as one path they would not show where they lie above each other. */
function discString({dots}: DotsMark): string {
  const circles: string[] = [];
  for (let at = 0; at < dots.length; at += 3) {
    const [x, y, r] = [dots[at]!, dots[at + 1]!, dots[at + 2]!].map(rounded) as [number, number, number];
    circles.push(`<circle cx="${x}" cy="${y}" r="${r}"/>`);
  }
  return circles.join('');
}
