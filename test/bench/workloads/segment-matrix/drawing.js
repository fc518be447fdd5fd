/** The one drawing that everybody makes: same places, same letters, same colours. Sizes in pixels are those of our own. */

export const FONT = 'sans-serif';
export const SIZE = 12;
export const HEAD_SIZE = 13;
export const CORNER_SIZE = 17.5;
export const INK = '#1c2128';
export const MUTED = '#57606a';
export const GRID_INK = '#e3e5e8';
export const ACCENT = '#2261b2';
export const LEFT = 32;
/** White between the cells of a grid, and how round they are. */
export const GAP = 2;
export const RADIUS = 2;

const format = new Intl.NumberFormat('en', {maximumFractionDigits: 0});
export const countText = (count) => format.format(count);

/** More cells than this have no numbers and no gaps, more bubbles no outlines. */
const DENSE = 400;
const [GRID_TOP, ROW] = [52, 36];
/** Beside the small cells of a dense grid the sums of rows need more room than a cell has. */
const DENSE_RIGHT = 40;
const STEP = 3;
const SUM = 'All';

export const isGrid = ({rows}) => rows[0].segment === undefined;

/** Cells with their colours, all texts, and one more row and column for the sums; `stepped` are the named columns. */
export function gridOf({rows}, {width}) {
  const rowNames = [...new Set(rows.map(({row}) => row)), SUM];
  const columnNames = [...new Set(rows.map(({column}) => column)), SUM];
  const isDense = rows.length > DENSE;
  const right = isDense ? DENSE_RIGHT : 0;
  const pitch = (width - LEFT - right) / columnNames.length;
  const most = Math.max(...rows.map(({customers}) => customers));
  const strongest = isDense ? 1 : 0.54;
  const cells = rows.map(({row, column, customers}) => {
    const opacity = 0.05 + ((strongest - 0.05) * customers) / most;
    return {row, column, customers, opacity, colour: `rgba(34, 97, 178, ${opacity.toFixed(3)})`};
  });
  const last = columnNames.length - 2;
  const isNamed = (_, index) => !isDense || index > last || (index % STEP === 0 && index + STEP <= last + 1);
  return {
    ...{rowNames, columnNames, cells, isDense, pitch, right, most},
    ...{top: GRID_TOP, rowPitch: isDense ? pitch : ROW, gap: isDense ? 0 : GAP, light: 0.05, strong: strongest},
    stepped: new Set(columnNames.filter(isNamed)),
    texts: textsOf(rows, {rowNames, columnNames: columnNames.filter(isNamed), isDense}),
  };
}

/** Numbers of cells as far as they have room, and of sums. */
function textsOf(rows, {rowNames, columnNames, isDense}) {
  const ofRow = new Map(rowNames.map((name) => [name, 0]));
  const ofColumn = new Map(columnNames.map((name) => [name, 0]));
  let total = 0;
  for (const {row, column, customers} of rows) {
    ofRow.set(row, ofRow.get(row) + customers);
    ofColumn.set(column, ofColumn.get(column) + customers);
    total += customers;
  }
  ofRow.set(SUM, total);
  const text = (row, column, customers) => ({row, column, text: countText(customers)});
  return [
    ...(isDense ? [] : rows.map(({row, column, customers}) => text(row, column, customers))),
    ...rowNames.map((row) => text(row, SUM, ofRow.get(row))),
    ...columnNames.slice(0, -1).map((column) => text(SUM, column, ofColumn.get(column))),
  ];
}

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
