/** By hand: no node, attribute or measurement that the picture does not need; an update writes only what changed. */
import {BAR, BAR_INK, countText, FONT, FROM_TOP, INK, NAMES, panelsOf, PITCH, RADIUS, SIZE, TOP} from './drawing.js';

const SVG = 'http://www.w3.org/2000/svg';
const BASELINE = BAR / 2 + SIZE * 0.35;
const LABEL_GAP = 6;

function add(parent, tag, attributes) {
  const node = document.createElementNS(SVG, tag);
  for (const name in attributes) node.setAttribute(name, attributes[name]);
  parent.append(node);
  return node;
}

function write(parent, attributes, text) {
  const node = document.createTextNode(text);
  add(parent, 'text', attributes).append(node);
  return node;
}

export function mount(place, json, size) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('width', size.width);
  svg.setAttribute('height', size.height);
  svg.setAttribute('font-family', FONT);
  svg.setAttribute('font-size', SIZE);
  svg.setAttribute('fill', INK);
  const bars = panelsOf(json, size).flatMap((panel) => drawPanel(svg, panel));
  place.append(svg);
  return {update: (next) => update(bars, panelsOf(next, size)), destroy: () => svg.remove()};
}

function drawPanel(svg, panel) {
  const group = add(svg, 'g', {transform: `translate(${panel.x} ${panel.y})`});
  if (panel.title) write(group, {y: SIZE, 'font-weight': 600}, panel.title);
  return FROM_TOP.map(({name}, index) => {
    const y = TOP + index * PITCH;
    const length = lengthOf(panel, index);
    write(group, {x: NAMES - 8, y: y + BASELINE, 'text-anchor': 'end'}, name);
    const bar = add(group, 'rect', {x: NAMES, y, width: length, height: BAR, rx: RADIUS, fill: BAR_INK});
    const text = write(group, {x: NAMES + length + LABEL_GAP, y: y + BASELINE}, countText(panel.counts[index]));
    return {bar, text};
  });
}

const lengthOf = ({counts, most, longest}, index) => Math.round((counts[index] / most) * longest * 100) / 100;

function update(bars, panels) {
  panels.forEach((panel, which) => {
    panel.counts.forEach((count, index) => {
      const {bar, text} = bars[which * panel.counts.length + index];
      const length = lengthOf(panel, index);
      bar.setAttribute('width', length);
      text.parentNode.setAttribute('x', NAMES + length + LABEL_GAP);
      text.nodeValue = countText(count);
    });
  });
}
