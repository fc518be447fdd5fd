/** A raster of cells, a line a cohort. */
import {areaY, line, plot, pointer, raster, rect, ruleY, tip} from '@observablehq/plot';
import {contextInk, curvesOf, levels, PLOT} from './curves.js';
import {accentInk, isTriangle, LETTERS, tipOf} from './drawing.js';
import {CELLS, cellsOf, triangleOf, WEAKEST} from './triangle.js';
import {ACCENT, BAND_OPACITY, GRID} from '../../contenders/inks.js';
import {frame, inverse, mountReplacing, textMarks} from '../../contenders/observable-plot.js';

export const mount = mountReplacing((json, size) => (isTriangle(json) ? drawTriangle : drawCurves)(json, size));

/** An image where cells touch, else a rectangle each. */
function drawTriangle(json, size) {
  const drawn = triangleOf(json);
  const {rows, columns, cellWidth, cellHeight, gap, values, most, strongest, names} = drawn;
  const area = {
    ...{left: CELLS.left, right: CELLS.left + columns * cellWidth},
    ...{top: CELLS.top, bottom: CELLS.top + rows * cellHeight},
  };
  const cells = gap || size.hovers ? cellsOf(drawn) : [];
  const spot = {x: ({column}) => column + 0.5, y: ({row}) => row + 0.5};
  return plot({
    ...frame(size, area, LETTERS),
    x: {domain: [0, columns]},
    y: {domain: [rows, 0]},
    color: {type: 'linear', domain: [0, most], range: [accentInk(WEAKEST), accentInk(strongest)]},
    marks: [
      gap
        ? rect(cells, {
            ...{x1: 'column', x2: ({column}) => column + 1, y1: 'row', y2: ({row}) => row + 1, fill: 'rate'},
            ...{insetRight: gap, insetBottom: gap},
          })
        : raster(values, {
            ...{width: columns, height: rows, x1: 0, x2: columns, y1: 0, y2: rows},
            ...{interpolate: 'none', imageRendering: 'pixelated', pixelSize: 1},
          }),
      ...textMarks(
        drawn.texts,
        {xOf: inverse([0, columns], [area.left, area.right]), yOf: inverse([0, rows], [area.top, area.bottom])},
        LETTERS,
      ),
      ...(size.hovers
        ? [tip(cells, pointer({...spot, title: ({row, column, rate}) => tipOf(names[row], column + 1, rate)}))]
        : []),
    ],
  });
}

function drawCurves(json, size) {
  const drawn = curvesOf(json);
  const {ages, lines, mean, lows, highs} = drawn;
  const points = lines.flatMap(({name, shade, rates}) => Array.from(rates, (rate, age) => ({name, shade, rate, age})));
  const x = (_, age) => age;
  return plot({
    ...frame(size, PLOT, LETTERS),
    x: {domain: [0, ages - 1]},
    y: {domain: [0, 1]},
    color: {type: 'identity'},
    marks: [
      ruleY(levels, {y: 'rate', stroke: GRID}),
      line(points, {x: 'age', y: 'rate', z: 'name', stroke: ({shade}) => contextInk(shade), strokeWidth: 1.25}),
      areaY(mean, {x, y1: lows, y2: highs, fill: ACCENT, fillOpacity: BAND_OPACITY}),
      line(mean, {x, y: mean, stroke: ACCENT, strokeWidth: 2.5}),
      ...(size.hovers
        ? [tip(points, pointer({x: 'age', y: 'rate', title: ({name, age, rate}) => tipOf(name, age, rate)}))]
        : []),
      ...textMarks(
        drawn.texts,
        {xOf: inverse([0, ages - 1], [PLOT.left, PLOT.right]), yOf: inverse([0, 1], [PLOT.bottom, PLOT.top])},
        LETTERS,
      ),
    ],
  });
}
