/** The quadrants that everybody draws. */
import {countText, DENSE} from './drawing.js';

export const CORNER_SIZE = 17.5;
/** Edges of the plot, and the reach of the two axes. */
export const PLOT = {top: 22, bottom: 448};
export const REACH = {x: [-8, 108], y: [-29, 129]};
export const TICKS = [0, 20, 40, 60, 80, 100];
export const NAMES = {x: 'Loyalty →', y: '↑ Profit'};
const LARGEST = 34;
const NAMED = 60;
const CORNERS = [
  {name: 'Profit high, Loyalty low', isRight: false, isTop: true},
  {name: 'Profit high, Loyalty high', isRight: true, isTop: true},
  {name: 'Profit low, Loyalty low', isRight: false, isTop: false},
  {name: 'Profit low, Loyalty high', isRight: true, isTop: false},
];

/** Bubbles from the largest down with radii in pixels, and the quadrants' names with the customers in them. */
export function quadrantsOf({rows, thresholds}) {
  const most = Math.max(...rows.map(({customers}) => customers));
  const largest = Math.max(4, LARGEST * Math.min(1, Math.sqrt(60 / rows.length)));
  const bubbles = rows
    .map(({segment, x, y, customers}) => {
      return {x, y, r: Math.max(1.5, Math.sqrt(customers / most) * largest), name: segment};
    })
    .sort((a, b) => b.r - a.r);
  const isDense = rows.length > DENSE;
  return {
    ...{bubbles, thresholds, isDense, opacity: isDense ? 0.5 : 0.8},
    named: rows.length > NAMED ? [] : bubbles,
    corners: cornersOf(rows, thresholds),
  };
}

function cornersOf(rows, thresholds) {
  const sums = [0, 0, 0, 0];
  let total = 0;
  for (const {x, y, customers} of rows) {
    sums[(y >= thresholds.y ? 0 : 2) + (x >= thresholds.x ? 1 : 0)] += customers;
    total += customers;
  }
  return CORNERS.map(({name, isRight, isTop}, index) => ({
    ...{name, isRight, isTop},
    text: `Customers: ${countText(sums[index])} (${Math.round((sums[index] / total) * 100)}%)`,
    /** In pixels from the left and the top of the drawing; `y` is the middle of the name's letters. */
    inset: 8,
    y: isTop ? PLOT.top + 13 : PLOT.bottom - 28,
    below: 19,
  }));
}
