/** The library's cartesian bundle: a heat map is one image, a line a cohort one trace; texts as annotations. */
import Plotly from 'plotly.js-cartesian-dist-min';
import {
  ACCENT,
  accentInk,
  BAND_OPACITY,
  CELLS,
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

export async function mount(place, json, size) {
  const box = document.createElement('div');
  place.append(box);
  const figureOf = isTriangle(json) ? triangleFigure : curvesFigure;
  const {data, layout} = figureOf(json, size);
  await Plotly.newPlot(box, data, layout, {staticPlot: !size.hovers, displayModeBar: false});
  return {
    update(next) {
      const newer = figureOf(next, size);
      return Plotly.react(box, newer.data, newer.layout);
    },
    destroy() {
      Plotly.purge(box);
      box.remove();
    },
  };
}

const bare = {showgrid: false, zeroline: false, showticklabels: false, ticks: '', fixedrange: true};

const layoutOf = ({width, height, hovers}, {left, right, top, bottom}, {texts, ...others}) => ({
  ...{width, height, autosize: false, showlegend: false, hovermode: hovers ? 'closest' : false},
  margin: {l: left, r: width - right, t: top, b: height - bottom, pad: 0},
  font: {family: FONT, size: SIZE, color: INK},
  annotations: texts.map((text) => annotation(text, {width, height, left, right, top, bottom})),
  ...others,
});

/** Places relative to the plot, its lower left corner first. */
const annotation = (
  {text, x, y, size = SIZE, align = 'left', weight = 400, ink = INK},
  {left, right, top, bottom},
) => ({
  ...{text, showarrow: false, xref: 'paper', yref: 'paper', xanchor: align, yanchor: 'middle'},
  ...{x: (x - left) / (right - left), y: (bottom - y) / (bottom - top)},
  font: {size, color: ink, weight},
});

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
      texts,
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
      texts,
      xaxis: {...bare, range: [0, ages - 1]},
      yaxis: {...bare, range: [0, 1], showgrid: true, gridcolor: GRID, tickvals: levels.map(({rate}) => rate)},
    }),
  };
}
