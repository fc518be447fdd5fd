/** By hand: no node, attribute or measurement that the picture does not need; an update writes only what changes. */
import {ACCENT, GRID_INK, INK, isGrid, LEFT, LETTERS, MUTED, SIZE} from './drawing.js';
import {gridOf, HEAD_SIZE, RADIUS} from './grid.js';
import {CORNER_SIZE, NAMES, PLOT, quadrantsOf, REACH, TICKS} from './quadrants.js';
import {add, round, svgOf} from '../../contenders/svg.js';

/** The middle of the letters at `y`. */
function write(parent, text, {y, size = SIZE, ...attributes}) {
  const node = document.createTextNode(text);
  add(parent, 'text', {...attributes, y: y + size * 0.35}).append(node);
  return node;
}

export function mount(place, json, size) {
  const svg = svgOf(size, LETTERS);
  const update = isGrid(json) ? drawGrid(svg, json, size) : drawQuadrants(svg, json, size);
  place.append(svg);
  return {update, destroy: () => svg.remove()};
}

function drawGrid(svg, json, size) {
  const grid = gridOf(json, size);
  const {rowNames, columnNames, top, pitch, rowPitch, gap, stepped} = grid;
  const x = new Map(columnNames.map((name, index) => [name, LEFT + index * pitch]));
  const y = new Map(rowNames.map((name, index) => [name, top + index * rowPitch]));
  const heads = add(svg, 'g', {fill: MUTED, 'text-anchor': 'middle'});
  for (const name of stepped) write(heads, name, {x: x.get(name) + pitch / 2, y: top - 14});
  const names = add(svg, 'g', {'font-size': HEAD_SIZE, 'text-anchor': 'end'});
  for (const name of rowNames) write(names, name, {x: LEFT - 8, y: y.get(name) + rowPitch / 2, size: HEAD_SIZE});
  const shades = add(svg, 'g', {fill: ACCENT});
  const look = {width: pitch - gap, height: rowPitch - gap, ...(gap ? {rx: RADIUS} : {})};
  const boxes = grid.cells.map(({row, column, opacity}) =>
    add(shades, 'rect', {x: x.get(column), y: y.get(row), ...look, 'fill-opacity': opacity}),
  );
  const bold = add(svg, 'g', {'font-weight': 600, 'text-anchor': 'middle'});
  const texts = grid.texts.map(({row, column, text}) =>
    write(bold, text, {x: x.get(column) + pitch / 2, y: y.get(row) + rowPitch / 2}),
  );
  return (next) => {
    const newer = gridOf(next, size);
    newer.cells.forEach(({opacity}, index) => boxes[index].setAttribute('fill-opacity', opacity));
    newer.texts.forEach(({text}, index) => (texts[index].nodeValue = text));
  };
}

function drawQuadrants(svg, json, size) {
  const drawn = quadrantsOf(json);
  const {thresholds, isDense, opacity} = drawn;
  const at = scales(size);
  drawAxes(svg, {at, isDense, width: size.width});
  const outline = isDense ? {} : {stroke: '#fff', 'stroke-width': 1.5};
  const swarm = add(svg, 'g', {fill: ACCENT, 'fill-opacity': opacity, ...outline});
  const circles = drawn.bubbles.map(() => add(swarm, 'circle', {}));
  const lines = add(svg, 'g', {stroke: INK, 'stroke-width': 1.5});
  add(lines, 'line', {x1: at.x(thresholds.x), x2: at.x(thresholds.x), y1: PLOT.top, y2: PLOT.bottom});
  add(lines, 'line', {x1: LEFT, x2: size.width, y1: at.y(thresholds.y), y2: at.y(thresholds.y)});
  const sums = drawn.corners.map((corner) => drawCorner(svg, corner, size));
  const names = drawn.named.map(() => write(svg, '', {y: 0}));
  const move = ({bubbles, corners, named}) => {
    bubbles.forEach(({x, y, r}, index) => {
      circles[index].setAttribute('cx', at.x(x));
      circles[index].setAttribute('cy', at.y(y));
      circles[index].setAttribute('r', r);
    });
    corners.forEach(({text}, index) => (sums[index].nodeValue = text));
    named.forEach(({x, y, r, name}, index) => {
      names[index].parentNode.setAttribute('x', at.x(x) + r + 4);
      names[index].parentNode.setAttribute('y', at.y(y) + SIZE * 0.35);
      names[index].nodeValue = name;
    });
  };
  move(drawn);
  return (next) => move(quadrantsOf(next));
}

function drawAxes(svg, {at, isDense, width}) {
  const grid = add(svg, 'g', {stroke: GRID_INK});
  const muted = add(svg, 'g', {fill: MUTED});
  for (const tick of TICKS) {
    const [x, y] = [at.x(tick), at.y(tick)];
    if (!isDense) {
      add(grid, 'line', {x1: x, x2: x, y1: PLOT.top, y2: PLOT.bottom});
      add(grid, 'line', {x1: LEFT, x2: width, y1: y, y2: y});
    }
    write(muted, String(tick), {x, y: PLOT.bottom + SIZE, 'text-anchor': 'middle'});
    write(muted, String(tick), {x: LEFT - 8, y, 'text-anchor': 'end'});
  }
  write(muted, NAMES.y, {x: LEFT, y: SIZE / 2});
  write(muted, NAMES.x, {x: width, y: PLOT.bottom + SIZE * 2.4, 'text-anchor': 'end'});
}

/** The text that an update writes. */
function drawCorner(svg, {name, text, isRight, inset, y, below}, {width}) {
  const look = {x: isRight ? width - inset : LEFT + inset, 'text-anchor': isRight ? 'end' : 'start', fill: MUTED};
  write(svg, name, {...look, y, size: CORNER_SIZE, 'font-size': CORNER_SIZE});
  return write(svg, text, {...look, y: y + below});
}

function scales({width}) {
  const scale = ([low, high], from, to) => {
    return (value) => round(from + ((value - low) / (high - low)) * (to - from));
  };
  return {x: scale(REACH.x, LEFT, width), y: scale(REACH.y, PLOT.bottom, PLOT.top)};
}
