/** Hovering by hand: what lies under a pointer is found by arithmetic and told in one box that is moved. */
import {PLOT, yOf} from './curves.js';
import {tipOf} from './drawing.js';
import {CELLS} from './triangle.js';
import {tipIn} from './tip.js';

/** Calls `show` with what a pointer means on `surface`, once a frame; null for nothing. */
export function onPointing(surface, find, show) {
  const tip = tipIn(() => surface.parentElement);
  let last = null;
  let frame = 0;
  const point = () => {
    frame = 0;
    const found = find(last.offsetX, last.offsetY);
    tip.show(found && tipOf(found.name, found.age, found.rate), last.offsetX, last.offsetY);
    show(found);
  };
  surface.addEventListener('pointermove', (event) => {
    last = event;
    frame ||= requestAnimationFrame(point);
  });
  return () => tip.remove();
}

/** The cell under a pointer, by division. */
export function cellAt({cellWidth, cellHeight, columns, values, names}, x, y) {
  const column = Math.floor((x - CELLS.left) / cellWidth);
  const row = Math.floor((y - CELLS.top) / cellHeight);
  const rate = column < 0 || column >= columns ? undefined : values[row * columns + column];
  return rate >= 0 ? {row, column, name: names[row], age: column + 1, rate} : null;
}

/** First the age, then the nearest line. */
export function lineAt({ages, lines, mean, meanName}, x, y) {
  const age = Math.round(((x - PLOT.left) / (PLOT.right - PLOT.left)) * (ages - 1));
  if (age < 0 || age >= ages) return null;
  let best = {name: meanName, age, rate: mean[age], rates: mean};
  for (const {name, rates} of lines)
    if (Math.abs(yOf(rates[age]) - y) < Math.abs(yOf(best.rate) - y)) best = {name, age, rate: rates[age], rates};
  return best;
}
