/** By hand on one canvas, painted anew on every update. */
import {ACCENT, GRID_INK, INK, isGrid, LEFT, MUTED, SIZE} from './drawing.js';
import {gridOf, HEAD_SIZE, RADIUS} from './grid.js';
import {NAMES, PLOT, quadrantsOf, REACH, TICKS} from './quadrants.js';
import {mountPainted} from '../../contenders/canvas.js';
import {letters, writeCorners} from './letters.js';

export const mount = mountPainted((context, json, size) => {
  if (isGrid(json)) drawGrid(context, gridOf(json, size));
  else drawQuadrants(context, quadrantsOf(json), size);
});

function drawGrid(context, {rowNames, columnNames, cells, texts, stepped, top, pitch, rowPitch, gap}) {
  const x = new Map(columnNames.map((name, index) => [name, LEFT + index * pitch]));
  const y = new Map(rowNames.map((name, index) => [name, top + index * rowPitch]));
  const [width, height] = [pitch - gap, rowPitch - gap];
  for (const {row, column, colour} of cells) {
    context.fillStyle = colour;
    if (!gap) {
      context.fillRect(x.get(column), y.get(row), width, height);
      continue;
    }
    context.beginPath();
    context.roundRect(x.get(column), y.get(row), width, height, RADIUS);
    context.fill();
  }
  letters(context, {ink: MUTED});
  for (const name of stepped) context.fillText(name, x.get(name) + pitch / 2, top - 14);
  letters(context, {size: HEAD_SIZE, align: 'right'});
  for (const name of rowNames) context.fillText(name, LEFT - 8, y.get(name) + rowPitch / 2);
  letters(context, {weight: 600});
  for (const {row, column, text} of texts) context.fillText(text, x.get(column) + pitch / 2, y.get(row) + rowPitch / 2);
}

function drawQuadrants(context, {bubbles, named, corners, thresholds, isDense, opacity}, size) {
  const at = scales(size);
  drawAxes(context, {at, isDense, width: size.width});
  context.fillStyle = ACCENT;
  context.strokeStyle = '#fff';
  context.lineWidth = 1.5;
  context.globalAlpha = opacity;
  for (const {x, y, r} of bubbles) {
    context.beginPath();
    context.arc(at.x(x), at.y(y), r, 0, 2 * Math.PI);
    context.fill();
    if (!isDense) context.stroke();
  }
  context.globalAlpha = 1;
  context.strokeStyle = INK;
  context.beginPath();
  line(context, [at.x(thresholds.x), PLOT.top], [at.x(thresholds.x), PLOT.bottom]);
  line(context, [LEFT, at.y(thresholds.y)], [size.width, at.y(thresholds.y)]);
  context.stroke();
  writeCorners(context, corners, size.width);
  letters(context, {align: 'left'});
  for (const {x, y, r, name} of named) context.fillText(name, at.x(x) + r + 4, at.y(y));
}

function drawAxes(context, {at, isDense, width}) {
  if (!isDense) {
    context.strokeStyle = GRID_INK;
    context.lineWidth = 1;
    context.beginPath();
    for (const tick of TICKS) {
      line(context, [at.x(tick), PLOT.top], [at.x(tick), PLOT.bottom]);
      line(context, [LEFT, at.y(tick)], [width, at.y(tick)]);
    }
    context.stroke();
  }
  letters(context, {ink: MUTED});
  for (const tick of TICKS) context.fillText(String(tick), at.x(tick), PLOT.bottom + SIZE);
  letters(context, {ink: MUTED, align: 'right'});
  for (const tick of TICKS) context.fillText(String(tick), LEFT - 8, at.y(tick));
  context.fillText(NAMES.x, width, PLOT.bottom + SIZE * 2.4);
  letters(context, {ink: MUTED, align: 'left'});
  context.fillText(NAMES.y, LEFT, SIZE / 2);
}

function line(context, [x1, y1], [x2, y2]) {
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
}

function scales({width}) {
  const scale = ([low, high], from, to) => {
    return (value) => from + ((value - low) / (high - low)) * (to - from);
  };
  return {x: scale(REACH.x, LEFT, width), y: scale(REACH.y, PLOT.bottom, PLOT.top)};
}
