/** A raster of cells, a line a cohort. Plot has no update, so a new plot takes the place of the old one. */
import {areaY, line, plot, pointer, raster, rect, ruleY, text, tip} from '@observablehq/plot';
import {
  ACCENT,
  accentInk,
  BAND_OPACITY,
  CELLS,
  cellsOf,
  contextInk,
  curvesOf,
  FONT,
  GRID,
  INK,
  isTriangle,
  levels,
  PLOT,
  SIZE,
  tipOf,
  triangleOf,
  WEAKEST,
} from './drawing.js';

export function mount(place, json, size) {
  const draw = isTriangle(json) ? drawTriangle : drawCurves;
  let drawn = draw(json, size);
  place.append(drawn);
  return {
    update(next) {
      const newer = draw(next, size);
      drawn.replaceWith(newer);
      drawn = newer;
    },
    destroy: () => drawn.remove(),
  };
}

const frame = ({width, height}, {left, right, top, bottom}) => ({
  ...{width, height, axis: null, marginLeft: left, marginTop: top},
  ...{marginRight: width - right, marginBottom: height - bottom},
  style: {fontFamily: FONT, fontSize: `${SIZE}px`, color: INK, overflow: 'visible'},
});

const ANCHOR = {left: 'start', center: 'middle', right: 'end'};

/** A mark has one anchor and one weight for all its texts. */
function textMarks(texts, {atX, atY}) {
  const groups = Map.groupBy(texts, ({align = 'left', weight = 400}) => `${align} ${weight}`);
  return [...groups].map(([key, some]) => {
    const [align, weight] = key.split(' ');
    return text(some, {
      x: ({x}) => atX(x),
      y: ({y}) => atY(y),
      text: 'text',
      textAnchor: ANCHOR[align],
      fontWeight: weight,
      fontSize: ({size = SIZE}) => size,
      fill: ({ink = INK}) => ink,
    });
  });
}

/** From pixels to the values of a scale that runs between two pixels. */
const inverse =
  ([low, high], [from, to]) =>
  (pixels) =>
    low + ((pixels - from) / (to - from)) * (high - low);

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
    ...frame(size, area),
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
      ...textMarks(drawn.texts, {
        atX: inverse([0, columns], [area.left, area.right]),
        atY: inverse([0, rows], [area.top, area.bottom]),
      }),
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
    ...frame(size, PLOT),
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
      ...textMarks(drawn.texts, {
        atX: inverse([0, ages - 1], [PLOT.left, PLOT.right]),
        atY: inverse([0, 1], [PLOT.bottom, PLOT.top]),
      }),
    ],
  });
}
