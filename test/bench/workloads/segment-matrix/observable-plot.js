/** Cells and dots with marks of their own for every kind of text. */
import {axisX, axisY, cell, dot, gridX, gridY, plot, ruleX, ruleY, text} from '@observablehq/plot';
import {ACCENT, GRID_INK, INK, isGrid, LEFT, MUTED, SIZE} from './drawing.js';
import {gridOf, HEAD_SIZE, RADIUS} from './grid.js';
import {CORNER_SIZE, NAMES, PLOT, quadrantsOf, REACH, TICKS} from './quadrants.js';
import {mountReplacing} from '../../contenders/observable-plot.js';
import {FONT} from '../../contenders/texts.js';

export const mount = mountReplacing((json, size) => (isGrid(json) ? drawGrid : drawQuadrants)(json, size));

const frame = ({width, height}) => ({
  width,
  height,
  marginLeft: LEFT,
  style: {fontFamily: FONT, fontSize: `${SIZE}px`, color: INK},
});

function drawGrid(json, size) {
  const {rowNames, columnNames, cells, texts, stepped, top, right, gap} = gridOf(json, size);
  const inset = {insetRight: gap, insetBottom: gap};
  return plot({
    ...frame(size),
    ...{marginTop: top, marginRight: right, marginBottom: 0},
    x: {domain: columnNames, padding: 0, label: null},
    y: {domain: rowNames, padding: 0, label: null},
    color: {type: 'identity'},
    marks: [
      axisX([...stepped], {anchor: 'top', tickSize: 0, tickPadding: 8, fontSize: SIZE, color: MUTED}),
      axisY({tickSize: 0, tickPadding: 8, fontSize: HEAD_SIZE}),
      cell(cells, {x: 'column', y: 'row', fill: 'colour', ...(gap ? {rx: RADIUS} : {}), ...inset}),
      text(texts, {x: 'column', y: 'row', text: 'text', fontWeight: 600}),
    ],
  });
}

function drawQuadrants(json, size) {
  const {bubbles, named, corners, thresholds, isDense, opacity} = quadrantsOf(json);
  const lines = {ticks: TICKS, stroke: GRID_INK, strokeOpacity: 1};
  const ticks = {ticks: TICKS, tickSize: 0, tickPadding: 8, fontSize: SIZE, color: MUTED, label: null};
  const muted = {fill: MUTED, frameAnchor: 'top-left'};
  return plot({
    ...frame(size),
    ...{marginTop: PLOT.top, marginRight: 0, marginBottom: size.height - PLOT.bottom},
    x: {domain: REACH.x},
    y: {domain: REACH.y},
    r: {type: 'identity'},
    marks: [
      ...(isDense ? [] : [gridX(lines), gridY(lines)]),
      axisX(ticks),
      axisY(ticks),
      dot(bubbles, {
        ...{x: 'x', y: 'y', r: 'r', sort: null, fill: ACCENT, fillOpacity: opacity},
        ...(isDense ? {} : {stroke: '#fff', strokeWidth: 1.5}),
      }),
      ruleX([thresholds.x], {stroke: INK, strokeWidth: 1.5}),
      ruleY([thresholds.y], {stroke: INK, strokeWidth: 1.5}),
      ...corners.flatMap((corner) => drawCorner(corner)),
      // The distance of a name from its bubble is not an option by bubble: one mark each.
      ...named.map((bubble) => text([bubble], {x: 'x', y: 'y', text: 'name', textAnchor: 'start', dx: bubble.r + 4})),
      text([NAMES.y], {...muted, dy: -PLOT.top + SIZE / 2}),
      text([NAMES.x], {fill: MUTED, frameAnchor: 'bottom-right', dy: SIZE * 2.9}),
    ],
  });
}

function drawCorner({name, text: sums, isRight, inset, y, below}) {
  const place = {frameAnchor: `top-${isRight ? 'right' : 'left'}`, dx: isRight ? -inset : inset, fill: MUTED};
  return [
    text([name], {...place, dy: y - PLOT.top - CORNER_SIZE / 2, fontSize: CORNER_SIZE}),
    text([sums], {...place, dy: y - PLOT.top + below - SIZE / 2}),
  ];
}
