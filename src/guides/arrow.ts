import {rounded} from '../scene/mark-attributes.js';

const HEAD = 6;

/** A vertical arrow as path data: its shaft starts at x = 0 and is `width` wide; it fills `height` downwards from y = 0. */
export function arrowPath(width: number, height: number, direction: 'up' | 'down'): string {
  const w = rounded(width);
  const overhang = 3;
  const [tip, neck, foot] = direction === 'up' ? [0, HEAD, height] : [height, height - HEAD, 0];
  const left = -overhang;
  const right = rounded(width + overhang);
  return `M0 ${foot}V${neck}H${left}L${rounded(width / 2)} ${tip}L${right} ${neck}H${w}V${foot}Z`;
}
