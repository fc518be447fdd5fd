/** Hovering by hand: what lies under a pointer is found by arithmetic and told in one box that is moved. */
import {CELLS, PLOT, tipOf, yOf} from './drawing.js';

/** Calls `show` with what a pointer means on `surface`, once a frame; null for nothing. */
export function onPointing(surface, find, show) {
  const tip = document.createElement('div');
  const look = 'position:absolute;top:0;left:0;padding:4px 8px;background:#fff;border:1px solid #ccc;';
  tip.style.cssText = `${look}pointer-events:none;visibility:hidden`;
  surface.parentElement.append(tip);
  let last = null;
  let frame = 0;
  const point = () => {
    frame = 0;
    const found = find(last.offsetX, last.offsetY);
    tip.style.visibility = found ? 'visible' : 'hidden';
    if (found) {
      tip.textContent = tipOf(found.name, found.age, found.rate);
      tip.style.translate = `${last.offsetX + 12}px ${last.offsetY + 12}px`;
    }
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
