/** By hand on one canvas, painted anew on every update. */
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
  RADIUS,
  REACH,
  SIZE,
  TICKS,
} from './drawing.js';

export function mount(place, json, size) {
  const canvas = document.createElement('canvas');
  canvas.width = size.width * devicePixelRatio;
  canvas.height = size.height * devicePixelRatio;
  canvas.style.width = `${size.width}px`;
  const context = canvas.getContext('2d');
  context.scale(devicePixelRatio, devicePixelRatio);
  context.textBaseline = 'middle';
  place.append(canvas);
  const draw = (given) => {
    context.clearRect(0, 0, size.width, size.height);
    if (isGrid(given)) drawGrid(context, gridOf(given, size));
    else drawQuadrants(context, quadrantsOf(given), size);
  };
  draw(json);
  return {update: draw, destroy: () => canvas.remove()};
}

function letters(context, {size = SIZE, weight = 400, ink = INK, align = 'center'}) {
  context.font = `${weight} ${size}px ${FONT}`;
  context.fillStyle = ink;
  context.textAlign = align;
}

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
  for (const {name, text, isRight, inset, y, below} of corners) {
    const x = isRight ? size.width - inset : LEFT + inset;
    letters(context, {size: CORNER_SIZE, ink: MUTED, align: isRight ? 'right' : 'left'});
    context.fillText(name, x, y);
    letters(context, {ink: MUTED, align: isRight ? 'right' : 'left'});
    context.fillText(text, x, y + below);
  }
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
