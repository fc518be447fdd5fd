/** A heat map is one image, a line a cohort one trace. */
import {contextInk, curvesOf, levels, PLOT} from './curves.js';
import {accentInk, isTriangle, LETTERS, tipOf} from './drawing.js';
import {CELLS, triangleOf, WEAKEST} from './triangle.js';
import {ACCENT, BAND_OPACITY, GRID} from '../../contenders/inks.js';
import {annotations, bareAxis, layoutOf, mountFigure} from '../../contenders/plotly.js';

export const mount = mountFigure((json, size) => (isTriangle(json) ? triangleFigure : curvesFigure)(json, size));

const bare = {...bareAxis, showticklabels: false};

function triangleFigure(json, size) {
  const {rows, columns, cellWidth, cellHeight, gap, values, most, strongest, names, texts} = triangleOf(json);
  const area = {
    ...{left: CELLS.left, right: CELLS.left + columns * cellWidth},
    ...{top: CELLS.top, bottom: CELLS.top + rows * cellHeight},
  };
  const z = Array.from({length: rows}, (_, row) =>
    Array.from(values.subarray(row * columns, (row + 1) * columns), (rate) => (Number.isNaN(rate) ? null : rate)),
  );
  const named = size.hovers
    ? {hoverinfo: 'text', text: z.map((row, y) => row.map((rate, x) => rate && tipOf(names[y], x + 1, rate)))}
    : {hoverinfo: 'skip'};
  return {
    data: [
      {
        ...{type: 'heatmap', z, zmin: 0, zmax: most, showscale: false, xgap: gap, ygap: gap, ...named},
        colorscale: [
          [0, accentInk(WEAKEST)],
          [1, accentInk(strongest)],
        ],
      },
    ],
    layout: layoutOf(size, area, {
      letters: LETTERS,
      annotations: annotations(texts, area, LETTERS),
      xaxis: {...bare, range: [-0.5, columns - 0.5]},
      yaxis: {...bare, range: [rows - 0.5, -0.5]},
    }),
  };
}

function curvesFigure(json, size) {
  const {ages, lines, mean, lows, highs, meanName, texts} = curvesOf(json);
  const x = Array.from({length: ages}, (_, age) => age);
  const trace = (rates, others) => ({
    ...{type: 'scatter', mode: 'lines', x: x.slice(0, rates.length), y: Array.from(rates), hoverinfo: 'skip'},
    ...others,
  });
  const line = (rates, {color, width, name}) =>
    trace(rates, {
      ...{name, line: {color, width}},
      ...(size.hovers ? {hoverinfo: 'text', text: Array.from(rates, (rate, age) => tipOf(name, age, rate))} : {}),
    });
  return {
    data: [
      ...lines.map(({rates, shade, name}) => line(rates, {color: contextInk(shade), width: 1.25, name})),
      trace(highs, {line: {width: 0}}),
      trace(lows, {line: {width: 0}, fill: 'tonexty', fillcolor: accentInk(BAND_OPACITY)}),
      line(mean, {color: ACCENT, width: 2.5, name: meanName}),
    ],
    layout: layoutOf(size, PLOT, {
      letters: LETTERS,
      annotations: annotations(texts, PLOT, LETTERS),
      xaxis: {...bare, range: [0, ages - 1]},
      yaxis: {...bare, range: [0, 1], showgrid: true, gridcolor: GRID, tickvals: levels.map(({rate}) => rate)},
    }),
  };
}
