/** A band between two hidden series, a course with points at some days. */
import {GROUND, LETTERS} from './drawing.js';
import {ACCENT, BAND_OPACITY, GRID, INK} from '../../contenders/inks.js';
import {bandOf, PLOT} from './band.js';
import {frame, hiddenSeries, levelAxis, mountColumns, textHook} from '../../contenders/uplot.js';

export const mount = (place, json, size) => mountColumns(place, size, {json, drawingOf: bandOf, columnsOf, optionsOf});

const columnsOf = ({days, estimates, lows, highs}) => [days.map((day) => day / 1000), estimates, lows, highs];

const optionsOf = (state, size) => ({
  ...{...frame(size, PLOT), cursor: {show: false}},
  scales: {
    x: {time: true},
    y: {range: () => [state.drawn.scale.least, state.drawn.scale.most]},
  },
  axes: [{show: false}, levelAxis(GRID, () => state.drawn.scale.ticks.map(({value}) => value))],
  series: [{}, courseOf(state), hiddenSeries, hiddenSeries],
  bands: [{series: [3, 2], fill: `rgb(from ${ACCENT} r g b / ${BAND_OPACITY})`}],
  hooks: {draw: [textHook(state, LETTERS, drawZero)]},
});

const courseOf = (state) => ({
  ...{stroke: ACCENT, width: 2},
  points: {show: true, size: 7, width: 1, fill: ACCENT, stroke: GROUND, filter: () => state.drawn.points},
});

/** Above the other levels, and wider. */
function drawZero(context, {scale}) {
  context.fillStyle = INK;
  context.fillRect(PLOT.left, scale.at(0) - 0.75, PLOT.right - PLOT.left, 1.5);
}
