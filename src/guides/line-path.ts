import {rounded} from '../scene/mark-attributes.js';

/** A point in pixels; null: nothing there, so the line breaks. */
export type PathPoint = {readonly x: number; readonly y: number} | null;

/** SVG path data through points; a point alone between two breaks draws nothing. */
export function linePath(points: readonly PathPoint[]): string {
  let isOpen = false;
  return points
    .map((point, index) => {
      const command = isOpen ? 'L' : 'M';
      isOpen = point !== null && (isOpen || Boolean(points[index + 1]));
      return point && isOpen ? `${command}${rounded(point.x)} ${rounded(point.y)}` : '';
    })
    .join('');
}

/** SVG path data of the area between two lines over the same places; it breaks where either does. */
export function bandPath(upper: readonly PathPoint[], lower: readonly PathPoint[]): string {
  const parts: string[] = [];
  let from = 0;
  for (let index = 0; index <= upper.length; index++) {
    if (upper[index] && lower[index]) continue;
    const there = linePath(upper.slice(from, index));
    const back = linePath(lower.slice(from, index).reverse());
    if (index - from > 1) parts.push(`${there}L${back.slice(1)}Z`);
    from = index + 1;
  }
  return parts.join('');
}

/** SVG path data of a circle around each point. */
export const circlesPath = (points: readonly PathPoint[], radius: number): string =>
  points
    .map((point) => {
      if (!point) return '';
      const arc = `a${radius} ${radius} 0 1 0`;
      return `M${rounded(point.x - radius)} ${rounded(point.y)}${arc} ${radius * 2} 0${arc} ${radius * -2} 0`;
    })
    .join('');
