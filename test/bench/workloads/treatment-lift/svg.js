/** By hand: no node, attribute or measurement that the picture does not need; an update writes only what changed. */
import {GROUND, isBand, LETTERS, LINE, POINT} from './drawing.js';
import {ACCENT, BAND_OPACITY, GRID, INK} from '../../contenders/inks.js';
import {bandOf, PLOT} from './band.js';
import {forestOf} from './intervals.js';
import {nodeOf, round, svgOf} from '../../contenders/svg.js';
import {ANCHOR} from '../../contenders/texts.js';

export function mount(place, json, size) {
  const svg = svgOf(size, LETTERS);
  const marksOf = isBand(json) ? bandMarks : forestMarks;
  let drawn = [];
  const update = (given) => {
    const marks = marksOf(given);
    drawn = marks.map((mark, index) => put(svg, drawn[index], mark));
    while (svg.childNodes.length > marks.length) svg.lastChild.remove();
  };
  update(json);
  place.append(svg);
  return {update, destroy: () => svg.remove()};
}

/** Writes a mark over the one that stands at its place, where that is of the same kind. */
function put(svg, before, mark) {
  if (before?.tag === mark.tag) return write(before.node, mark, before);
  const node = nodeOf(mark.tag);
  if (before) before.node.replaceWith(node);
  else svg.append(node);
  return write(node, mark, {attributes: {}});
}

function write(node, {tag, text, ...attributes}, before) {
  for (const name in attributes)
    if (before.attributes[name] !== attributes[name]) node.setAttribute(name, attributes[name]);
  if (before.text !== text) node.textContent = text;
  return {tag, text, attributes, node};
}

function forestMarks(json) {
  const {top, bottom, scale, intervals, texts} = forestOf(json);
  const upright = (x) => `M${round(x)} ${top}V${bottom}`;
  return [
    {tag: 'path', d: scale.ticks.map(({at}) => upright(at)).join(''), stroke: GRID},
    {tag: 'path', d: upright(scale.at(0)), stroke: INK, 'stroke-width': 1.5},
    ...intervals.flatMap(({low, high, estimate, y, ink, isClear}) => [
      {tag: 'path', d: `M${round(scale.at(low))} ${y}H${round(scale.at(high))}`, stroke: ink, 'stroke-width': LINE},
      {
        ...{tag: 'circle', cx: round(scale.at(estimate)), cy: y, r: POINT, fill: isClear ? ink : GROUND},
        ...{stroke: isClear ? GROUND : ink, 'stroke-width': isClear ? 1.5 : 2},
      },
    ]),
    ...texts.map(textMark),
  ];
}

function bandMarks(json) {
  const {days, estimates, lows, highs, points, scale, xOf, texts} = bandOf(json);
  const xs = days.map((day) => round(xOf(day)));
  const spot = (values, index) => `${xs[index]} ${round(scale.at(values[index]))}`;
  const level = (y) => `M${PLOT.left} ${round(y)}H${PLOT.right}`;
  const through = (values) => xs.map((_, index) => spot(values, index));
  const band = [...through(highs), ...through(lows).reverse()];
  return [
    {tag: 'path', d: `M${band.join('L')}Z`, fill: ACCENT, opacity: BAND_OPACITY},
    {tag: 'path', d: scale.ticks.map(({at}) => level(at)).join(''), stroke: GRID},
    {tag: 'path', d: level(scale.at(0)), stroke: INK, 'stroke-width': 1.5},
    {tag: 'path', d: `M${through(estimates).join('L')}`, fill: 'none', stroke: ACCENT, 'stroke-width': 2},
    ...points.map((index) => ({
      ...{tag: 'circle', cx: xs[index], cy: round(scale.at(estimates[index])), r: 3},
      ...{fill: ACCENT, stroke: GROUND, 'stroke-width': 1},
    })),
    ...texts.map(textMark),
  ];
}

const textMark = ({text, x, y, size = LETTERS.size, align = 'left', weight = 400, ink = INK}) => ({
  ...{tag: 'text', text, x: round(x), y: round(y + size * 0.35), 'font-size': size, fill: ink},
  ...{'font-weight': weight, 'text-anchor': ANCHOR[align]},
});
