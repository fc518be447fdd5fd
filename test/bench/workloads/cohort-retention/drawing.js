/** The one drawing that everybody makes: same places, same letters, same colours. Sizes in pixels are those of our own. */
import {wilson} from '../../../../src/statistics/proportion.ts';

export const FONT = 'sans-serif';
export const SIZE = 12;
export const INK = '#1a222d';
export const MUTED = '#566171';
export const GRID = '#e2e6eb';
export const ACCENT = '#2261b2';
export const BAND_OPACITY = 0.16;
/** Of the lines of cohorts, from the oldest quarter to the newest. */
export const SHADES = [0.3, 0.45, 0.6, 0.8];
export const contextInk = (shade) => `rgba(135, 146, 162, ${SHADES[shade]})`;
export const accentInk = (opacity) => `rgba(34, 97, 178, ${opacity.toFixed(3)})`;

/** Edges of the plot of curves. */
export const PLOT = {left: 39, right: 680, top: 12, bottom: 332};
/** Edges of the cells of a triangle, and the tallest of them. */
export const CELLS = {left: 180, right: 800, top: 60, bottom: 680, tallest: 21};
const LEVELS = [0, 0.2, 0.4, 0.6, 0.8, 1];
const Z_LEVEL = 0.95;
const MEAN = 'All cohorts';

const percents = new Intl.NumberFormat('en', {style: 'percent', maximumFractionDigits: 1});
const wholePercents = new Intl.NumberFormat('en', {style: 'percent', maximumFractionDigits: 0});
const days = new Intl.DateTimeFormat('en', {timeZone: 'UTC', year: 'numeric', month: 'short', day: 'numeric'});

export const isTriangle = ({view}) => view === 'triangle';

/** What a tooltip says. */
export const tipOf = (name, age, rate) => `${name} · Week ${age}: ${percents.format(rate)}`;

/** Cohort × age, as everybody has to make it of rows; NaN where a cohort has not come as far. */
function gridOf({data: {rows}}) {
  const names = [];
  const sizes = [];
  const places = new Map();
  let ages = 0;
  for (const {cohort, size, period} of rows) {
    if (!places.has(cohort)) {
      places.set(cohort, names.length);
      names.push(days.format(Date.parse(cohort)));
      sizes.push(size);
    }
    ages = Math.max(ages, period + 1);
  }
  const rates = new Float64Array(names.length * ages).fill(NaN);
  const sums = Array.from({length: ages}, () => ({n: 0, retained: 0}));
  for (const {cohort, size, period, retained} of rows) {
    rates[places.get(cohort) * ages + period] = retained / size;
    sums[period].n += size;
    sums[period].retained += retained;
  }
  return {names, sizes, ages, rates, sums};
}

/** A shade for each cell, the mean as the first row; age 0, where all are, is left out. */
export function triangleOf(json) {
  const {names, sizes, ages, rates, sums} = gridOf(json);
  const [rows, columns] = [names.length + 1, ages - 1];
  const values = new Float64Array(rows * columns);
  for (let column = 0; column < columns; column++) values[column] = sums[column + 1].retained / sums[column + 1].n;
  for (let row = 1; row < rows; row++) values.set(rates.subarray((row - 1) * ages + 1, row * ages), row * columns);
  const place = {
    ...{rows, columns, cellWidth: Math.min(56, (CELLS.right - CELLS.left) / columns)},
    cellHeight: Math.min(CELLS.tallest, (CELLS.bottom - CELLS.top) / rows),
  };
  const hasTexts = place.cellHeight > 15 && place.cellWidth > 20;
  const most = values.reduce((a, b) => (b > a ? b : a), 0);
  const drawn = {...place, values, most, names: [MEAN, ...names], strongest: hasTexts ? 0.5 : 0.95};
  return {
    ...{...drawn, gap: place.cellWidth < 6 ? 0 : 1},
    texts: [...headTexts(drawn, sizes), ...(hasTexts ? cellTexts(drawn) : [])],
  };
}

export const WEAKEST = 0.055;
export const opacityOf = ({most, strongest}, value) => WEAKEST + ((strongest - WEAKEST) * value) / most;

/** For those who draw a mark a cell. */
export function cellsOf(drawn) {
  const cells = [];
  for (let cell = 0; cell < drawn.values.length; cell++) {
    const rate = drawn.values[cell];
    if (Number.isNaN(rate)) continue;
    const [row, column] = [Math.floor(cell / drawn.columns), cell % drawn.columns];
    cells.push({row, column, rate, colour: accentInk(opacityOf(drawn, rate))});
  }
  return cells;
}

export const middleOf = ({cellWidth, cellHeight}, row, column) => ({
  x: CELLS.left + (column + 0.5) * cellWidth,
  y: CELLS.top + (row + 0.5) * cellHeight,
});

/** Names and sizes of rows, numbers of columns: as many as have room. */
function headTexts(drawn, sizes) {
  const {names, columns, cellHeight, cellWidth} = drawn;
  const everyRow = Math.ceil((SIZE * 1.3) / cellHeight);
  const everyColumn = Math.ceil(26 / cellWidth);
  const texts = [
    {text: 'Customers', x: CELLS.left - 37, y: 24, align: 'right', ink: MUTED},
    {text: 'Weeks since start, % of cohort', x: CELLS.left, y: 24, ink: MUTED},
    {text: MEAN, x: 0, y: middleOf(drawn, 0, 0).y, weight: 600},
  ];
  for (let row = 1; row < names.length; row += everyRow) {
    const {y} = middleOf(drawn, row, 0);
    texts.push({text: names[row], x: 0, y});
    texts.push({text: String(sizes[row - 1]), x: CELLS.left - 37, y, align: 'right', ink: MUTED});
  }
  for (let column = 0; column < columns; column += everyColumn)
    texts.push({text: String(column + 1), x: middleOf(drawn, 0, column).x, y: 42, align: 'center', ink: MUTED});
  return texts;
}

function cellTexts(drawn) {
  return Array.from(drawn.values, (rate, cell) => {
    const row = Math.floor(cell / drawn.columns);
    const text = Number.isNaN(rate) ? '' : (rate * 100).toFixed(0);
    return {text, ...middleOf(drawn, row, cell % drawn.columns), align: 'center', ...(row ? {} : {weight: 600})};
  }).filter(({text}) => text);
}

/** A line a cohort, and the mean with its interval. */
export function curvesOf(json) {
  const {names, ages, rates, sums} = gridOf(json);
  const lines = names.map((name, cohort) => {
    const own = rates.subarray(cohort * ages, (cohort + 1) * ages);
    const end = own.findIndex(Number.isNaN);
    const shade = Math.min(SHADES.length - 1, Math.floor((cohort / Math.max(1, names.length - 1)) * SHADES.length));
    return {name, shade, rates: end < 0 ? own : own.subarray(0, end)};
  });
  const mean = sums.map(({n, retained}) => wilson(retained, n, Z_LEVEL));
  const meanRates = sums.map(({n, retained}) => retained / n);
  const drawn = {
    ...{ages, lines, meanName: MEAN, mean: meanRates},
    ...{lows: mean.map(({low}) => low), highs: mean.map(({high}) => high)},
  };
  return {...drawn, texts: curveTexts(drawn)};
}

export const xOf = ({ages}, age) => PLOT.left + (age / (ages - 1)) * (PLOT.right - PLOT.left);
export const yOf = (rate) => PLOT.bottom - rate * (PLOT.bottom - PLOT.top);
export const levels = LEVELS.map((rate) => ({rate, y: yOf(rate)}));

function curveTexts(drawn) {
  const last = drawn.mean.at(-1);
  const step = [1, 5, 10, 20, 50].find((every) => drawn.ages / every <= 14);
  const ticks = Array.from({length: Math.ceil(drawn.ages / step)}, (_, index) => index * step);
  return [
    ...levels.map(({rate, y}) => ({
      ...{text: wholePercents.format(rate), x: PLOT.left - 8, y, align: 'right', ink: MUTED},
    })),
    ...ticks.map((age) => ({
      ...{text: String(age), x: xOf(drawn, age), y: PLOT.bottom + 13, align: 'center', ink: MUTED},
    })),
    {text: 'Weeks since start', x: PLOT.right, y: PLOT.bottom + 31, align: 'right', ink: MUTED},
    {text: `${MEAN} ${percents.format(last)}`, x: PLOT.right + 8, y: yOf(last), weight: 600, size: 13},
  ];
}
