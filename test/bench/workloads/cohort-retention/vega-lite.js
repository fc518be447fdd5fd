/** A rectangle a cell, a line a cohort, an area for the band. */
import {contextInk, curvesOf, levels, PLOT} from './curves.js';
import {accentInk, isTriangle, LETTERS, tipOf} from './drawing.js';
import {CELLS, cellsOf, triangleOf, WEAKEST} from './triangle.js';
import {ACCENT, BAND_OPACITY, GRID} from '../../contenders/inks.js';
import {field, ink, mountInPixels, number, textRows} from '../../contenders/vega-lite-pixels.js';
import {tipIn} from './tip.js';

export function mount(place, json, size) {
  const [drawingOf, dataOf, layersOf] = isTriangle(json)
    ? [triangleOf, triangleData, triangleLayers]
    : [curvesOf, curvesData, curvesLayers];
  return mountInPixels(place, size, {
    ...{json, drawingOf, tooltipIn: size.hovers ? tooltipIn : null},
    dataOf: (drawing) => dataOf(drawing, size),
    layersOf: (drawing) => layersOf(drawing, size),
  });
}

/** The library's own tooltips are a further package. */
function tooltipIn(box) {
  const tip = tipIn(() => box);
  return (...[, event, , value]) => tip.show(value, event?.offsetX, event?.offsetY);
}

const tooltip = {field: 'tip', type: 'nominal'};

function triangleData(drawn, {hovers}) {
  const cells = cellsOf(drawn).map(({row, column, rate}) => ({
    ...{row, column, rate, foot: row + 1, end: column + 1},
    ...(hovers ? {tip: tipOf(drawn.names[row], column + 1, rate)} : {}),
  }));
  return {signals: {most: drawn.most}, tables: {cells, texts: textRows(drawn.texts, LETTERS)}};
}

function triangleLayers({rows, columns, cellWidth, cellHeight, gap, strongest}, {hovers}) {
  const {left, top} = CELLS;
  return [
    {
      data: {name: 'cells'},
      mark: {type: 'rect', x2Offset: -gap, y2Offset: -gap},
      encoding: {
        x: field('column', [0, columns], [left, left + columns * cellWidth]),
        x2: {field: 'end'},
        y: field('row', [0, rows], [top, top + rows * cellHeight]),
        y2: {field: 'foot'},
        color: {
          ...{field: 'rate', type: 'quantitative', legend: null},
          scale: {domain: [0, {expr: 'most'}], range: [accentInk(WEAKEST), accentInk(strongest)]},
        },
        ...(hovers ? {tooltip} : {}),
      },
    },
  ];
}

function curvesData({lines, mean, lows, highs, meanName, texts}, {hovers}) {
  const pointsOf = ({name, shade, rates}) =>
    Array.from(rates, (rate, age) => ({
      ...{name, age, rate, ink: contextInk(shade ?? 0)},
      ...(hovers ? {tip: tipOf(name, age, rate)} : {}),
    }));
  return {
    signals: {},
    tables: {
      points: lines.flatMap(pointsOf),
      mean: pointsOf({name: meanName, rates: mean}).map((d) => ({...d, low: lows[d.age], high: highs[d.age]})),
      levels: levels.map(({y}) => ({at: y})),
      texts: textRows(texts, LETTERS),
    },
  };
}

function curvesLayers({ages}, {hovers}) {
  const {left, right, top, bottom} = PLOT;
  const x = field('age', [0, ages - 1], [left, right]);
  const y = (name) => field(name, [0, 1], [bottom, top]);
  const at = {...number('at'), axis: null};
  return [
    {
      data: {name: 'levels'},
      mark: {type: 'rule', color: GRID},
      encoding: {y: at, x: {value: left}, x2: {value: right}},
    },
    {
      data: {name: 'points'},
      mark: {type: 'line', strokeWidth: 1.25},
      encoding: {x, y: y('rate'), detail: {field: 'name'}, stroke: ink('ink'), ...(hovers ? {tooltip} : {})},
    },
    {
      data: {name: 'mean'},
      mark: {type: 'area', color: ACCENT, opacity: BAND_OPACITY},
      encoding: {x, y: y('low'), y2: {field: 'high'}},
    },
    {data: {name: 'mean'}, mark: {type: 'line', color: ACCENT, strokeWidth: 2.5}, encoding: {x, y: y('rate')}},
  ];
}
