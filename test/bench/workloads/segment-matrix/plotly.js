/** The library's cartesian bundle: a heat map is one image, bubbles one trace; texts as annotations. */
import Plotly from 'plotly.js-cartesian-dist-min';
import {
  ACCENT,
  CORNER_SIZE,
  FONT,
  GRID_INK,
  gridOf,
  HEAD_SIZE,
  INK,
  isGrid,
  LEFT,
  MUTED,
  NAMES,
  PLOT,
  quadrantsOf,
  REACH,
  SIZE,
  TICKS,
} from './drawing.js';

export async function mount(place, json, size) {
  const box = document.createElement('div');
  place.append(box);
  const figureOf = isGrid(json) ? gridFigure : quadrantsFigure;
  const {data, layout} = figureOf(json, size);
  await Plotly.newPlot(box, data, layout, {staticPlot: true, displayModeBar: false});
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

const layoutOf = ({width, height}, {left, right, top, bottom}, others) => ({
  ...{width, height, autosize: false, showlegend: false, hovermode: false},
  margin: {l: left, r: width - right, t: top, b: height - bottom, pad: 0},
  font: {family: FONT, size: SIZE, color: INK},
  ...others,
});

const bare = {showgrid: false, zeroline: false, ticks: '', fixedrange: true, tickfont: {color: MUTED}};

/** Relative to the plot, its lower left corner first, in pixels of the drawing. */
const write = ({text, x, y, align, size = SIZE, ink = MUTED, weight = 400}, {left, right, top, bottom}) => ({
  ...{text, showarrow: false, xref: 'paper', yref: 'paper', xanchor: align, yanchor: 'middle'},
  ...{x: (x - left) / (right - left), y: (bottom - y) / (bottom - top)},
  font: {size, color: ink, weight},
});

function gridFigure(json, size) {
  const {rowNames, columnNames, cells, texts, pitch, rowPitch, gap, top, right, most, light, strong, stepped} = gridOf(
    json,
    size,
  );
  const columns = columnNames.length - 1;
  const z = rowNames.slice(0, -1).map((_, row) => {
    return cells.slice(row * columns, (row + 1) * columns).map(({customers}) => customers);
  });
  const area = {left: LEFT, right: size.width - right, top, bottom: top + rowNames.length * rowPitch};
  const x = new Map(columnNames.map((name, index) => [name, LEFT + (index + 0.5) * pitch]));
  const y = new Map(rowNames.map((name, index) => [name, top + (index + 0.5) * rowPitch]));
  const ink = (opacity) => `rgba(34, 97, 178, ${opacity})`;
  const named = columnNames.flatMap((name, index) => (stepped.has(name) ? [index] : []));
  return {
    data: [
      {
        ...{type: 'heatmap', z, zmin: 0, zmax: most, showscale: false, hoverinfo: 'skip', xgap: gap, ygap: gap},
        colorscale: [
          [0, ink(light)],
          [1, ink(strong)],
        ],
      },
    ],
    layout: layoutOf(size, area, {
      annotations: texts.map(({row, column, text}) =>
        write({text, x: x.get(column), y: y.get(row), align: 'center', ink: INK, weight: 600}, area),
      ),
      xaxis: {
        ...{...bare, side: 'top', range: [-0.5, columns + 0.5]},
        ...{tickvals: named, ticktext: named.map((index) => columnNames[index])},
      },
      yaxis: {
        ...{...bare, range: [rowNames.length - 0.5, -0.5], tickfont: {size: HEAD_SIZE}},
        ...{tickvals: rowNames.map((_, index) => index), ticktext: rowNames},
      },
    }),
  };
}

function quadrantsFigure(json, size) {
  const {bubbles, named, corners, thresholds, isDense, opacity} = quadrantsOf(json);
  const area = {left: LEFT, right: size.width, top: PLOT.top, bottom: PLOT.bottom};
  const [low, high] = REACH.x;
  const atX = (x) => LEFT + ((x - low) / (high - low)) * (size.width - LEFT);
  const atY = (y) => PLOT.bottom - ((y - REACH.y[0]) / (REACH.y[1] - REACH.y[0])) * (PLOT.bottom - PLOT.top);
  const line = {type: 'line', line: {color: INK, width: 1.5}};
  const axis = (range) => ({...bare, range, tickvals: TICKS, showgrid: !isDense, gridcolor: GRID_INK});
  return {
    data: [
      {
        ...{type: 'scatter', mode: 'markers', hoverinfo: 'skip'},
        ...{x: bubbles.map(({x}) => x), y: bubbles.map(({y}) => y)},
        marker: {
          ...{color: ACCENT, opacity, size: bubbles.map(({r}) => 2 * r)},
          line: {color: '#fff', width: isDense ? 0 : 1.5},
        },
      },
    ],
    layout: layoutOf(size, area, {
      shapes: [
        {...line, x0: thresholds.x, x1: thresholds.x, yref: 'paper', y0: 0, y1: 1},
        {...line, xref: 'paper', x0: 0, x1: 1, y0: thresholds.y, y1: thresholds.y},
      ],
      annotations: [
        ...corners.flatMap(({name, text, isRight, inset, y, below}) => {
          const at = {x: isRight ? size.width - inset : LEFT + inset, align: isRight ? 'right' : 'left'};
          return [write({...at, text: name, y, size: CORNER_SIZE}, area), write({...at, text, y: y + below}, area)];
        }),
        ...named.map(({x, y, r, name}) =>
          write({text: name, x: atX(x) + r + 4, y: atY(y), align: 'left', ink: INK}, area),
        ),
        write({text: NAMES.y, x: LEFT, y: SIZE / 2, align: 'left'}, area),
        write({text: NAMES.x, x: size.width, y: PLOT.bottom + SIZE * 2.4, align: 'right'}, area),
      ],
      xaxis: axis(REACH.x),
      yaxis: axis(REACH.y),
    }),
  };
}
