/** By hand on one canvas, painted anew on every update; what a pointer means is marked on a second one above it. */
import {contextInk, curvesOf, levels, PLOT, SHADES, xOf, yOf} from './curves.js';
import {accentInk, isTriangle, LETTERS} from './drawing.js';
import {CELLS, opacityOf, triangleOf} from './triangle.js';
import {ACCENT, BAND_OPACITY, GRID, INK} from '../../contenders/inks.js';
import {canvasIn} from '../../contenders/canvas.js';
import {writeTexts} from '../../contenders/texts.js';
import {cellAt, lineAt, onPointing} from './pointing.js';

const RED_GREEN_BLUE = [34, 97, 178];

function layerIn(place, size) {
  const context = canvasIn(place, size);
  Object.assign(context.canvas.style, {position: 'absolute', top: 0, left: 0});
  return context;
}

export function mount(place, json, size) {
  const context = layerIn(place, size);
  const {drawingOf, draw, find, mark} = isTriangle(json) ? triangle : curves;
  let drawn;
  const update = (given) => {
    drawn = drawingOf(given);
    context.clearRect(0, 0, size.width, size.height);
    draw(context, drawn);
  };
  update(json);
  const above = size.hovers && layerIn(place, size);
  const drop = above
    ? onPointing(
        above.canvas,
        (x, y) => find(drawn, x, y),
        (found) => {
          above.clearRect(0, 0, size.width, size.height);
          if (found) mark(above, drawn, found);
        },
      )
    : () => {};
  return {
    update,
    destroy() {
      drop();
      place.replaceChildren();
    },
  };
}

const triangle = {
  drawingOf: triangleOf,
  draw: drawTriangle,
  find: cellAt,
  mark(context, {cellWidth, cellHeight}, {row, column}) {
    context.lineWidth = 2;
    context.strokeStyle = INK;
    context.strokeRect(CELLS.left + column * cellWidth, CELLS.top + row * cellHeight, cellWidth, cellHeight);
  },
};

/** One pixel a cell, stretched without smoothing; gaps are cleared. */
function drawTriangle(context, drawn) {
  const {rows, columns, values, cellWidth, cellHeight, gap, texts} = drawn;
  const small = new OffscreenCanvas(columns, rows);
  const image = new ImageData(columns, rows);
  for (let cell = 0; cell < values.length; cell++) {
    if (!(values[cell] >= 0)) continue;
    image.data.set(RED_GREEN_BLUE, cell * 4);
    image.data[cell * 4 + 3] = opacityOf(drawn, values[cell]) * 255;
  }
  small.getContext('2d').putImageData(image, 0, 0);
  context.imageSmoothingEnabled = false;
  const {left, top} = CELLS;
  context.drawImage(small, left, top, columns * cellWidth, rows * cellHeight);
  if (gap) {
    for (let column = 1; column <= columns; column++)
      context.clearRect(left + column * cellWidth - gap, top, gap, rows * cellHeight);
    for (let row = 1; row <= rows; row++)
      context.clearRect(left, top + row * cellHeight - gap, columns * cellWidth, gap);
  }
  writeTexts(context, texts, LETTERS);
}

const curves = {
  drawingOf: curvesOf,
  draw: drawCurves,
  find: lineAt,
  mark: (context, drawn, {rates}) => strokeLines(context, [rates], {drawn, ink: INK, width: 2.5}),
};

function drawCurves(context, drawn) {
  context.strokeStyle = GRID;
  context.lineWidth = 1;
  context.beginPath();
  for (const {y} of levels) {
    context.moveTo(PLOT.left, y);
    context.lineTo(PLOT.right, y);
  }
  context.stroke();
  SHADES.forEach((_, shade) => {
    const own = drawn.lines.filter((line) => line.shade === shade).map(({rates}) => rates);
    strokeLines(context, own, {drawn, ink: contextInk(shade), width: 1.25});
  });
  context.beginPath();
  drawn.highs.forEach((high, age) => context.lineTo(xOf(drawn, age), yOf(high)));
  for (let age = drawn.ages - 1; age >= 0; age--) context.lineTo(xOf(drawn, age), yOf(drawn.lows[age]));
  context.fillStyle = accentInk(BAND_OPACITY);
  context.fill();
  strokeLines(context, [drawn.mean], {drawn, ink: ACCENT, width: 2.5});
  writeTexts(context, drawn.texts, LETTERS);
}

function strokeLines(context, lines, {drawn, ink, width}) {
  context.beginPath();
  for (const rates of lines)
    for (let age = 0; age < rates.length; age++)
      if (age) context.lineTo(xOf(drawn, age), yOf(rates[age]));
      else context.moveTo(xOf(drawn, 0), yOf(rates[0]));
  context.strokeStyle = ink;
  context.lineWidth = width;
  context.stroke();
}
