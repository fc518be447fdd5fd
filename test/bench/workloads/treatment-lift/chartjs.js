/** Floating bars and a line without its line for intervals, lines filled to one another for a band. */
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
} from 'chart.js';
import {GROUND, isBand, LETTERS, LINE, POINT} from './drawing.js';
import {ACCENT, BAND_OPACITY, GRID, INK} from '../../contenders/inks.js';
import {bandOf, PLOT} from './band.js';
import {forestOf} from './intervals.js';
import {mountConfigured} from '../../contenders/chartjs.js';

Chart.register(
  ...[BarController, BarElement, CategoryScale, Filler, LinearScale, LineController, LineElement, PointElement],
);

export function mount(place, json, size) {
  const [drawingOf, configOf] = isBand(json) ? [bandOf, bandConfig] : [forestOf, forestConfig];
  return mountConfigured(place, size, {json, drawingOf, configOf, letters: LETTERS});
}

const optionsOf = (others) => ({
  ...{animation: false, responsive: false, events: []},
  ...others,
});

const gridOf = {
  color: ({tick}) => (tick.value === 0 ? INK : GRID),
  lineWidth: ({tick}) => (tick.value === 0 ? 1.5 : 1),
  drawTicks: false,
};

/** A scale with exactly these ticks and no letters. */
const valueAxis = ({least, most, ticks}) => ({
  ...{type: 'linear', min: least, max: most, grid: gridOf, border: {display: false}, ticks: {display: false}},
  afterBuildTicks: (axis) => (axis.ticks = ticks.map(({value}) => ({value}))),
});

function forestConfig({top, bottom, left, right, scale, intervals}, {width, height}) {
  const inks = intervals.map(({ink}) => ink);
  const perPoint = (clear, open) => intervals.map((d) => (d.isClear ? clear(d) : open(d)));
  return {
    type: 'line',
    data: {
      datasets: [
        {
          ...{pointRadius: POINT, showLine: false, clip: false},
          data: intervals.map(({estimate: x, y}) => ({x, y})),
          pointBackgroundColor: perPoint(
            ({ink}) => ink,
            () => GROUND,
          ),
          pointBorderColor: perPoint(
            () => GROUND,
            ({ink}) => ink,
          ),
          pointBorderWidth: perPoint(
            () => 1.5,
            () => 2,
          ),
        },
        {
          ...{type: 'bar', barThickness: LINE, backgroundColor: inks, borderSkipped: false},
          data: intervals.map(({low, high, y}) => ({x: [low, high], y})),
        },
      ],
    },
    options: optionsOf({
      indexAxis: 'y',
      layout: {padding: {left, right: width - right, top, bottom: height - bottom}},
      scales: {
        x: valueAxis(scale),
        y: {type: 'linear', display: false, offset: false, reverse: true, min: top, max: bottom},
      },
    }),
  };
}

function bandConfig({days, estimates, lows, highs, points, scale, first, last}, {width, height}) {
  const line = (values, others) => ({
    ...{data: days.map((x, index) => ({x, y: values[index]})), pointRadius: 0, borderWidth: 0},
    ...others,
  });
  const shown = new Set(points);
  return {
    type: 'line',
    data: {
      datasets: [
        line(estimates, {
          ...{borderColor: ACCENT, borderWidth: 2, pointBackgroundColor: ACCENT, pointBorderColor: GROUND},
          ...{pointBorderWidth: 1, pointRadius: days.map((_, index) => (shown.has(index) ? 3 : 0)), clip: false},
        }),
        line(highs, {fill: 2, backgroundColor: `rgb(34, 97, 178, ${BAND_OPACITY})`}),
        line(lows),
      ],
    },
    options: optionsOf({
      ...{parsing: false, normalized: true},
      layout: {
        padding: {left: PLOT.left, right: width - PLOT.right, top: PLOT.top, bottom: height - PLOT.bottom},
      },
      scales: {x: {type: 'linear', display: false, min: first, max: last}, y: valueAxis(scale)},
    }),
  };
}
