/** Cells by the library's matrix plugin, a line a cohort. */
import {Chart, Filler, LinearScale, LineController, LineElement, PointElement, Tooltip} from 'chart.js';
import {MatrixController, MatrixElement} from 'chartjs-chart-matrix';
import {contextInk, curvesOf, levels, PLOT} from './curves.js';
import {accentInk, isTriangle, LETTERS, tipOf} from './drawing.js';
import {CELLS, cellsOf, triangleOf} from './triangle.js';
import {ACCENT, BAND_OPACITY, GRID} from '../../contenders/inks.js';
import {mountConfigured} from '../../contenders/chartjs.js';

Chart.register(
  ...[Filler, LinearScale, LineController, LineElement, PointElement, Tooltip, MatrixController, MatrixElement],
);

export function mount(place, json, size) {
  const [drawingOf, configOf] = isTriangle(json) ? [triangleOf, triangleConfig] : [curvesOf, curvesConfig];
  return mountConfigured(place, size, {json, drawingOf, configOf, letters: LETTERS});
}

const optionsOf = ({hovers, width, height}, {left, right, top, bottom}, {mode, label, scales}) => ({
  ...{animation: false, responsive: false, parsing: false, normalized: true, scales},
  ...(hovers ? {interaction: {mode, intersect: false}} : {events: []}),
  layout: {padding: {left, right: width - right, top, bottom: height - bottom}, autoPadding: false},
  plugins: {tooltip: {enabled: Boolean(hovers), animation: false, callbacks: {title: () => '', label}}},
});

const hidden = (min, max, others) => ({type: 'linear', display: false, offset: false, min, max, ...others});

function triangleConfig(drawn, size) {
  const {rows, columns, cellWidth, cellHeight, gap, names} = drawn;
  const cells = cellsOf(drawn);
  const area = {
    ...{left: CELLS.left, right: CELLS.left + columns * cellWidth},
    ...{top: CELLS.top, bottom: CELLS.top + rows * cellHeight},
  };
  return {
    type: 'matrix',
    data: {
      datasets: [
        {
          data: cells.map(({row, column}) => ({x: column + 0.5, y: row + 0.5})),
          backgroundColor: cells.map(({colour}) => colour),
          ...{borderWidth: 0, width: cellWidth - gap, height: cellHeight - gap},
        },
      ],
    },
    options: optionsOf(size, area, {
      mode: 'nearest',
      label({dataIndex}) {
        const {row, column, rate} = cells[dataIndex];
        return tipOf(names[row], column + 1, rate);
      },
      scales: {x: hidden(0, columns), y: hidden(0, rows, {reverse: true})},
    }),
  };
}

/** A scale with exactly these ticks and no letters. */
const levelAxis = {
  ...{type: 'linear', min: 0, max: 1, border: {display: false}, ticks: {display: false}},
  grid: {color: GRID, drawTicks: false, tickLength: 0},
  afterFit: (axis) => Object.assign(axis, {width: 0}),
  afterBuildTicks: (axis) => (axis.ticks = levels.map(({rate: value}) => ({value}))),
};

function curvesConfig({ages, lines, mean, lows, highs}, size) {
  const course = (rates, others) => ({
    ...{data: Array.from(rates, (y, x) => ({x, y})), pointRadius: 0, borderWidth: 0},
    ...others,
  });
  return {
    type: 'line',
    data: {
      datasets: [
        course(mean, {borderColor: ACCENT, borderWidth: 2.5}),
        course(highs, {fill: 2, backgroundColor: accentInk(BAND_OPACITY)}),
        course(lows),
        ...lines.map(({rates, shade, name: label}) =>
          course(rates, {label, borderColor: contextInk(shade), borderWidth: 1.25}),
        ),
      ],
    },
    options: optionsOf(size, PLOT, {
      mode: 'nearest',
      label: ({dataset, raw}) => tipOf(dataset.label ?? 'All cohorts', raw.x, raw.y),
      scales: {x: hidden(0, ages - 1), y: levelAxis},
    }),
  };
}
