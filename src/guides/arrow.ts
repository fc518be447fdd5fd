import {rounded} from '../scene/mark-attributes.js';

const OVERHANG = 3;

/** A wide arrow has a long head, or it would look like a house; half of the shaft stays a shaft. */
const headOf = (width: number, height: number): number => rounded(Math.min(height / 2, 6 + width / 6));

/** A vertical arrow as path data: its shaft starts at x = 0 and is `width` wide; it fills `height` downwards from y = 0. */
export function arrowPath(width: number, height: number, direction: 'up' | 'down'): string {
  const w = rounded(width);
  const head = headOf(width, height);
  const [tip, neck, foot] = direction === 'up' ? [0, head, height] : [height, rounded(height - head), 0];
  const right = rounded(width + OVERHANG);
  return `M0 ${foot}V${neck}H${-OVERHANG}L${rounded(width / 2)} ${tip}L${right} ${neck}H${w}V${foot}Z`;
}
