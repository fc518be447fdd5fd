/** SVG by hand. */
import {FONT} from './texts.js';

const SVG = 'http://www.w3.org/2000/svg';

/** Not yet in the page. */
export function svgOf({width, height}, {size, ink}) {
  const look = {width, height, 'font-family': FONT, 'font-size': size, fill: ink};
  return withAttributes(nodeOf('svg'), look);
}

export function add(parent, tag, attributes) {
  const node = withAttributes(nodeOf(tag), attributes);
  parent.append(node);
  return node;
}

export const nodeOf = (tag) => document.createElementNS(SVG, tag);

function withAttributes(node, attributes) {
  for (const name in attributes) node.setAttribute(name, attributes[name]);
  return node;
}

export const round = (pixels) => Math.round(pixels * 100) / 100;
