/** Grids with the library's matrix plugin; texts inside the plot by a small plugin, as Chart.js has none for them. */
import {BubbleController, CategoryScale, Chart, LinearScale, PointElement} from 'chart.js';
import {MatrixController, MatrixElement} from 'chartjs-chart-matrix';
import {GRID_INK, INK, isGrid, LEFT, MUTED, SIZE} from './drawing.js';
import {gridOf, HEAD_SIZE, RADIUS} from './grid.js';
import {NAMES, PLOT, quadrantsOf, REACH} from './quadrants.js';
import {FONT} from '../../contenders/texts.js';
import {letters, writeCorners} from './letters.js';

Chart.register(BubbleController, CategoryScale, LinearScale, PointElement, MatrixController, MatrixElement);
Chart.defaults.font.family = FONT;
Chart.defaults.font.size = SIZE;
Chart.defaults.color = INK;

/** What the plugins write. */
const drawnIn = new WeakMap();

export function mount(place, json, size) {
  const canvas = document.createElement('canvas');
  canvas.width = size.width;
  canvas.height = size.height;
  place.append(canvas);
  const partOf = isGrid(json) ? grid : quadrants;
  const {type, dataset, drawn, scales, padding, plugin} = partOf(json, size);
  // Beside the options, which Chart.js would wrap in proxies.
  drawnIn.set(canvas, drawn);
  const chart = new Chart(canvas, {
    type,
    data: {datasets: [dataset]},
    options: {animation: false, responsive: false, events: [], layout: {padding, autoPadding: false}, scales},
    plugins: [plugin],
  });
  return {
    update(next) {
      const newer = partOf(next, size);
      Object.assign(chart.data.datasets[0], newer.dataset);
      drawnIn.set(canvas, newer.drawn);
      chart.update('none');
    },
    destroy() {
      chart.destroy();
      canvas.remove();
    },
  };
}

/** No further room for labels that reach beyond the ends of an axis. */
const fix = (axis, size) =>
  Object.assign(axis, {paddingTop: 0, paddingBottom: 0, paddingLeft: 0, paddingRight: 0, ...size});

function grid(json, size) {
  const drawn = gridOf(json, size);
  const {rowNames, columnNames, cells, pitch, rowPitch, gap, right, top, stepped} = drawn;
  const bare = {offset: true, grid: {display: false, tickLength: 0}, border: {display: false}};
  return {
    type: 'matrix',
    drawn,
    padding: {right, left: 0, top: 0, bottom: 0},
    dataset: {
      data: cells.map(({row, column}) => ({x: column, y: row})),
      backgroundColor: cells.map(({colour}) => colour),
      ...{borderWidth: 0, borderRadius: gap ? RADIUS : 0, width: pitch - gap, height: rowPitch - gap},
    },
    scales: {
      x: {
        ...{type: 'category', labels: columnNames, position: 'top', ...bare},
        afterFit: (axis) => fix(axis, {height: top}),
        ticks: {
          ...{color: MUTED, autoSkip: false, maxRotation: 0, padding: 8},
          callback: (index) => (stepped.has(columnNames[index]) ? columnNames[index] : ''),
        },
      },
      y: {
        ...{type: 'category', labels: rowNames, reverse: false, ...bare},
        afterFit: (axis) => fix(axis, {width: LEFT}),
        ticks: {autoSkip: false, padding: 8, font: {size: HEAD_SIZE}},
      },
    },
    plugin: {id: 'texts', afterDatasetsDraw: writeTexts},
  };
}

function writeTexts({ctx: context, scales: {x, y}, canvas}) {
  const {rowNames, columnNames, texts} = drawnIn.get(canvas);
  const at = (scale, names) => new Map(names.map((name, index) => [name, scale.getPixelForValue(index)]));
  const [rows, columns] = [at(y, rowNames), at(x, columnNames)];
  letters(context, {weight: 600});
  for (const {row, column, text} of texts) context.fillText(text, columns.get(column), rows.get(row));
}

function quadrants(json, size) {
  const drawn = quadrantsOf(json);
  const axis = ([min, max]) => ({
    ...{type: 'linear', min, max, border: {display: false}},
    grid: {display: !drawn.isDense, drawTicks: false, tickLength: 0, color: GRID_INK},
    afterBuildTicks: (scale) => (scale.ticks = scale.ticks.filter(({value}) => value >= 0 && value <= 100)),
    ticks: {color: MUTED, padding: 8, stepSize: 20, includeBounds: false},
  });
  const outline = drawn.isDense ? {borderWidth: 0} : {borderColor: '#fff', borderWidth: 1.5};
  return {
    type: 'bubble',
    drawn,
    padding: {right: 0, left: 0, top: PLOT.top, bottom: 0},
    dataset: {
      data: drawn.bubbles,
      ...{normalized: true, clip: false, hoverRadius: 0},
      ...{backgroundColor: `rgba(34, 97, 178, ${drawn.opacity})`, ...outline},
    },
    scales: {
      x: {...axis(REACH.x), afterFit: (scale) => fix(scale, {height: size.height - PLOT.bottom})},
      y: {...axis(REACH.y), afterFit: (scale) => fix(scale, {width: LEFT})},
    },
    plugin: {id: 'texts', afterDatasetsDraw: drawQuadrants},
  };
}

function drawQuadrants({ctx: context, width, scales: {x, y}, canvas}) {
  const {thresholds, corners, named} = drawnIn.get(canvas);
  const [atX, atY] = [x.getPixelForValue(thresholds.x), y.getPixelForValue(thresholds.y)];
  context.strokeStyle = INK;
  context.lineWidth = 1.5;
  context.beginPath();
  context.moveTo(atX, PLOT.top);
  context.lineTo(atX, PLOT.bottom);
  context.moveTo(LEFT, atY);
  context.lineTo(width, atY);
  context.stroke();
  writeCorners(context, corners, width);
  letters(context, {align: 'left'});
  for (const d of named) context.fillText(d.name, x.getPixelForValue(d.x) + d.r + 4, y.getPixelForValue(d.y));
  letters(context, {ink: MUTED, align: 'left'});
  context.fillText(NAMES.y, LEFT, SIZE / 2);
  letters(context, {ink: MUTED, align: 'right'});
  context.fillText(NAMES.x, width, PLOT.bottom + SIZE * 2.4);
}
