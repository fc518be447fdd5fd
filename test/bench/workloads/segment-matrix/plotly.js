/** A heat map is one image, bubbles one trace. */
import {ACCENT, GRID_INK, INK, isGrid, LEFT, LETTERS, MUTED, SIZE} from './drawing.js';
import {gridOf, HEAD_SIZE} from './grid.js';
import {CORNER_SIZE, NAMES, PLOT, quadrantsOf, REACH, TICKS} from './quadrants.js';
import {annotations, bareAxis, layoutOf, mountFigure} from '../../contenders/plotly.js';

export const mount = mountFigure((json, size) => (isGrid(json) ? gridFigure : quadrantsFigure)(json, size));

const bare = {...bareAxis, tickfont: {color: MUTED}};

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
      letters: LETTERS,
      annotations: annotations(
        texts.map(({row, column, text}) => ({text, x: x.get(column), y: y.get(row), align: 'center', weight: 600})),
        area,
        LETTERS,
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
  const nameOf = ({x, y, r, name}) => ({text: name, x: atX(x) + r + 4, y: atY(y)});
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
      letters: LETTERS,
      shapes: [
        {...line, x0: thresholds.x, x1: thresholds.x, yref: 'paper', y0: 0, y1: 1},
        {...line, xref: 'paper', x0: 0, x1: 1, y0: thresholds.y, y1: thresholds.y},
      ],
      annotations: annotations([...quadrantTexts(corners, size), ...named.map(nameOf)], area, LETTERS),
      xaxis: axis(REACH.x),
      yaxis: axis(REACH.y),
    }),
  };
}

/** Of the corners and of both axes. */
function quadrantTexts(corners, {width}) {
  const ink = MUTED;
  return [
    ...corners.flatMap(({name, text, isRight, inset, y, below}) => {
      const at = {x: isRight ? width - inset : LEFT + inset, align: isRight ? 'right' : 'left', ink};
      return [
        {...at, text: name, y, size: CORNER_SIZE},
        {...at, text, y: y + below},
      ];
    }),
    {text: NAMES.y, x: LEFT, y: SIZE / 2, ink},
    {text: NAMES.x, x: width, y: PLOT.bottom + SIZE * 2.4, align: 'right', ink},
  ];
}
