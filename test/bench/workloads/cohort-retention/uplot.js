/** A series a cohort on one canvas, the mean with its band above. */
import {contextInk, curvesOf, levels, PLOT} from './curves.js';
import {LETTERS, tipOf} from './drawing.js';
import {ACCENT, BAND_OPACITY, GRID} from '../../contenders/inks.js';
import {frame, hiddenSeries, levelAxis, mountColumns, textHook} from '../../contenders/uplot.js';
import {tipIn} from './tip.js';

export const mount = (place, json, size) =>
  mountColumns(place, size, {json, drawingOf: curvesOf, columnsOf, optionsOf});

/** Ages, then every cohort with nulls where it has not come as far, the mean and its limits. */
function columnsOf({ages, lines, mean, lows, highs}) {
  const column = (rates) => Array.from({length: ages}, (_, age) => rates[age] ?? null);
  return [Array.from({length: ages}, (_, age) => age), ...lines.map(({rates}) => column(rates)), mean, lows, highs];
}

function optionsOf(state, size) {
  const {ages, lines} = state.drawn;
  const first = lines.length + 1;
  return {
    ...frame(size, PLOT),
    ...(size.hovers ? POINTING : {cursor: {show: false}}),
    scales: {x: {time: false, range: [0, ages - 1]}, y: {range: [0, 1]}},
    axes: [{show: false}, levelAxis(GRID, () => levels.map(({rate}) => rate))],
    series: [
      {},
      ...lines.map(({shade}) => ({stroke: contextInk(shade), width: 1.25, points: {show: false}})),
      ...[{stroke: ACCENT, width: 2.5, points: {show: false}}, hiddenSeries, hiddenSeries],
    ],
    bands: [{series: [first + 2, first + 1], fill: `rgb(from ${ACCENT} r g b / ${BAND_OPACITY})`}],
    hooks: {
      draw: [textHook(state, LETTERS)],
      ...(size.hovers ? {setSeries: [(_, index) => (state.focused = index)], setCursor: [showTip(state)]} : {}),
    },
  };
}

/** The nearest series comes into focus and the others fade, as in the library's own demos. */
const POINTING = {cursor: {focus: {prox: 30}, points: {show: false}}, focus: {alpha: 0.4}};

function showTip(state) {
  let chart;
  const tip = tipIn(() => chart.over);
  return (now) => {
    chart = now;
    const {left, top, idx} = chart.cursor;
    const line = state.drawn.lines[(state.focused ?? 0) - 1];
    tip.show(line && idx !== null && tipOf(line.name, idx, line.rates[idx]), left, top);
  };
}
