/** By hand: no node, attribute or measurement that the picture does not need; an update writes only what changes. */
import {contextInk, curvesOf, levels, PLOT, SHADES, xOf, yOf} from './curves.js';
import {accentInk, isTriangle, LETTERS} from './drawing.js';
import {CELLS, cellsOf, opacityOf, triangleOf} from './triangle.js';
import {ACCENT, BAND_OPACITY, GRID, INK} from '../../contenders/inks.js';
import {add, round, svgOf} from '../../contenders/svg.js';
import {ANCHOR} from '../../contenders/texts.js';
import {cellAt, lineAt, onPointing} from './pointing.js';

export function mount(place, json, size) {
  const svg = svgOf(size, LETTERS);
  const chart = isTriangle(json) ? drawTriangle(svg, json) : drawCurves(svg, json);
  place.append(svg);
  const drop = size.hovers ? onPointing(svg, chart.find, chart.show) : () => {};
  return {
    update: chart.update,
    destroy() {
      drop();
      svg.remove();
    },
  };
}

/** Texts that stay where they are; those that change are written over. */
function writeTexts(svg, texts) {
  const nodes = texts.map(({text, x, y, size = LETTERS.size, align = 'left', weight = 400, ink = INK}) => {
    const place = {x: round(x), y: round(y + size * 0.35), 'text-anchor': ANCHOR[align], fill: ink};
    const node = add(svg, 'text', {...place, ...(weight > 400 ? {'font-weight': weight} : {}), 'font-size': size});
    node.textContent = text;
    return node;
  });
  let before = texts;
  return (next) => {
    next.forEach(({text, y, size = LETTERS.size}, index) => {
      if (text !== before[index].text) nodes[index].firstChild.nodeValue = text;
      if (y !== before[index].y) nodes[index].setAttribute('y', round(y + size * 0.35));
    });
    before = next;
  };
}

function drawTriangle(svg, json) {
  let drawn = triangleOf(json);
  const {cellWidth, cellHeight, gap} = drawn;
  const look = {width: round(cellWidth - gap), height: round(cellHeight - gap)};
  const shades = add(svg, 'g', {fill: ACCENT});
  const boxes = cellsOf(drawn).map(({row, column, rate}) => {
    const at = {x: round(CELLS.left + column * cellWidth), y: round(CELLS.top + row * cellHeight)};
    return add(shades, 'rect', {...at, ...look, 'fill-opacity': opacityOf(drawn, rate).toFixed(3)});
  });
  const rewrite = writeTexts(svg, drawn.texts);
  const rim = add(svg, 'rect', {...look, fill: 'none', stroke: INK, 'stroke-width': 2, visibility: 'hidden'});
  return {
    update(next) {
      drawn = triangleOf(next);
      cellsOf(drawn).forEach(({rate}, index) => {
        boxes[index].setAttribute('fill-opacity', opacityOf(drawn, rate).toFixed(3));
      });
      rewrite(drawn.texts);
    },
    find: (x, y) => cellAt(drawn, x, y),
    show(found) {
      rim.setAttribute('visibility', found ? 'visible' : 'hidden');
      if (!found) return;
      rim.setAttribute('x', CELLS.left + found.column * cellWidth);
      rim.setAttribute('y', CELLS.top + found.row * cellHeight);
    },
  };
}

const pathOf = (drawn, rates) => {
  let d = '';
  for (let age = 0; age < rates.length; age++)
    d += `${age ? 'L' : 'M'}${round(xOf(drawn, age))} ${round(yOf(rates[age]))}`;
  return d;
};

/** The lines of one shade are one path. */
const shadePaths = (drawn) =>
  SHADES.map((_, shade) =>
    drawn.lines
      .filter((line) => line.shade === shade)
      .map(({rates}) => pathOf(drawn, rates))
      .join(''),
  );

const bandPath = (drawn) => {
  const back = drawn.lows.map((low, age) => `${round(xOf(drawn, age))} ${round(yOf(low))}`).reverse();
  return `${pathOf(drawn, drawn.highs)}L${back.join('L')}Z`;
};

function drawCurves(svg, json) {
  let drawn = curvesOf(json);
  const line = (d, stroke, width) => add(svg, 'path', {d, fill: 'none', stroke, 'stroke-width': width});
  line(levels.map(({y}) => `M${PLOT.left} ${y}H${PLOT.right}`).join(''), GRID, 1);
  const shades = shadePaths(drawn).map((d, shade) => line(d, contextInk(shade), 1.25));
  const band = add(svg, 'path', {d: bandPath(drawn), fill: accentInk(BAND_OPACITY)});
  const mean = line(pathOf(drawn, drawn.mean), ACCENT, 2.5);
  const rewrite = writeTexts(svg, drawn.texts);
  const marked = line('', INK, 2.5);
  return {
    update(next) {
      drawn = curvesOf(next);
      shadePaths(drawn).forEach((d, shade) => shades[shade].setAttribute('d', d));
      band.setAttribute('d', bandPath(drawn));
      mean.setAttribute('d', pathOf(drawn, drawn.mean));
      rewrite(drawn.texts);
    },
    find: (x, y) => lineAt(drawn, x, y),
    show: (found) => marked.setAttribute('d', found ? pathOf(drawn, found.rates) : ''),
  };
}
