/** Links, dots and texts; an area, a line and dots. */
import {areaY, dot, line, link, plot, ruleX, ruleY} from '@observablehq/plot';
import {GROUND, isBand, LETTERS, LINE, POINT} from './drawing.js';
import {ACCENT, BAND_OPACITY, GRID, INK} from '../../contenders/inks.js';
import {bandOf, PLOT} from './band.js';
import {forestOf} from './intervals.js';
import {frame, inverse, mountReplacing, textMarks} from '../../contenders/observable-plot.js';

export const mount = mountReplacing((json, size) => (isBand(json) ? drawBand : drawForest)(json, size));

function drawForest(json, size) {
  const {left, right, top, bottom, scale, intervals, texts} = forestOf(json);
  const domain = [scale.least, scale.most];
  return plot({
    ...frame(size, {left, right, top, bottom}, LETTERS),
    x: {domain},
    y: {domain: [bottom, top]},
    color: {type: 'identity'},
    marks: [
      ruleX(scale.ticks, {x: 'value', stroke: GRID}),
      ruleX([0], {stroke: INK, strokeWidth: 1.5}),
      link(intervals, {x1: 'low', x2: 'high', y: 'y', stroke: 'ink', strokeWidth: LINE}),
      dot(intervals, {
        ...{x: 'estimate', y: 'y', r: POINT, strokeWidth: ({isClear}) => (isClear ? 1.5 : 2)},
        fill: ({isClear, ink}) => (isClear ? ink : GROUND),
        stroke: ({isClear, ink}) => (isClear ? GROUND : ink),
      }),
      ...textMarks(texts, {xOf: inverse(domain, [left, right]), yOf: (y) => y}, LETTERS),
    ],
  });
}

function drawBand(json, size) {
  const {days, estimates, lows, highs, points, scale, first, last, texts} = bandOf(json);
  const {left, right, top, bottom} = PLOT;
  const domain = [scale.least, scale.most];
  return plot({
    ...frame(size, PLOT, LETTERS),
    x: {domain: [first, last], type: 'linear'},
    y: {domain},
    color: {type: 'identity'},
    marks: [
      areaY(days, {x: days, y1: lows, y2: highs, fill: ACCENT, fillOpacity: BAND_OPACITY}),
      ruleY(scale.ticks, {y: 'value', stroke: GRID}),
      ruleY([0], {stroke: INK, strokeWidth: 1.5}),
      line(days, {x: days, y: estimates, stroke: ACCENT, strokeWidth: 2}),
      dot(points, {
        ...{x: (index) => days[index], y: (index) => estimates[index], r: 3},
        ...{fill: ACCENT, stroke: GROUND, strokeWidth: 1},
      }),
      ...textMarks(texts, {xOf: inverse([first, last], [left, right]), yOf: inverse(domain, [bottom, top])}, LETTERS),
    ],
  });
}
