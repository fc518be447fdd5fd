/** By hand on one canvas, painted anew on every update. */
import {GROUND, isBand, LETTERS, LINE, POINT} from './drawing.js';
import {ACCENT, BAND_OPACITY, GRID, INK} from '../../contenders/inks.js';
import {bandOf, PLOT} from './band.js';
import {forestOf} from './intervals.js';
import {mountPainted} from '../../contenders/canvas.js';
import {writeTexts} from '../../contenders/texts.js';

export const mount = mountPainted((context, json) => (isBand(json) ? drawBand : drawForest)(context, json));

function drawForest(context, json) {
  const {top, bottom, scale, intervals, texts} = forestOf(json);
  for (const {at} of scale.ticks) drawLine(context, [at, top, at, bottom], {ink: GRID, width: 1});
  drawLine(context, [scale.at(0), top, scale.at(0), bottom], {ink: INK, width: 1.5});
  for (const {low, high, estimate, y, ink, isClear} of intervals) {
    drawLine(context, [scale.at(low), y, scale.at(high), y], {ink, width: LINE});
    const paint = isClear ? {fill: ink, ink: GROUND, width: 1.5} : {fill: GROUND, ink, width: 2};
    drawPoint(context, [scale.at(estimate), y, POINT], paint);
  }
  writeTexts(context, texts, LETTERS);
}

function drawBand(context, json) {
  const {days, estimates, lows, highs, points, scale, xOf, texts} = bandOf(json);
  const xs = days.map(xOf);
  context.beginPath();
  for (let index = 0; index < xs.length; index++) context.lineTo(xs[index], scale.at(highs[index]));
  for (let index = xs.length - 1; index >= 0; index--) context.lineTo(xs[index], scale.at(lows[index]));
  context.globalAlpha = BAND_OPACITY;
  context.fillStyle = ACCENT;
  context.fill();
  context.globalAlpha = 1;
  for (const {at} of scale.ticks) drawLine(context, [PLOT.left, at, PLOT.right, at], {ink: GRID, width: 1});
  drawLine(context, [PLOT.left, scale.at(0), PLOT.right, scale.at(0)], {ink: INK, width: 1.5});
  context.beginPath();
  for (let index = 0; index < xs.length; index++) context.lineTo(xs[index], scale.at(estimates[index]));
  stroke(context, {ink: ACCENT, width: 2});
  for (const index of points)
    drawPoint(context, [xs[index], scale.at(estimates[index]), 3], {fill: ACCENT, ink: GROUND, width: 1});
  writeTexts(context, texts, LETTERS);
}

function drawLine(context, [x1, y1, x2, y2], paint) {
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
  stroke(context, paint);
}

function drawPoint(context, [x, y, radius], {fill, ...paint}) {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = fill;
  context.fill();
  stroke(context, paint);
}

function stroke(context, {ink, width}) {
  context.strokeStyle = ink;
  context.lineWidth = width;
  context.stroke();
}
