/** By hand: no node, attribute or measurement that the picture does not need; an update writes only what changed. */
import {BAR, BAR_INK, countText, FROM_TOP, LETTERS, NAMES, panelsOf, PITCH, RADIUS, SIZE, TOP} from './drawing.js';
import {add, round, svgOf} from '../../contenders/svg.js';

const BASELINE = BAR / 2 + SIZE * 0.35;
const LABEL_GAP = 6;

function write(parent, attributes, text) {
  const node = document.createTextNode(text);
  add(parent, 'text', attributes).append(node);
  return node;
}

export function mount(place, json, size) {
  const svg = svgOf(size, LETTERS);
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

const lengthOf = ({counts, most, longest}, index) => round((counts[index] / most) * longest);

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
