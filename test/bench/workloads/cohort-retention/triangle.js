/** The triangle that everybody draws: cohorts by age. */
import {accentInk, gridOf, LETTERS, MEAN} from './drawing.js';
import {MUTED} from '../../contenders/inks.js';

/** Edges of the cells of a triangle, and the tallest of them. */
export const CELLS = {left: 180, right: 800, top: 60, bottom: 680, tallest: 21};

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

const middleOf = ({cellWidth, cellHeight}, row, column) => ({
  x: CELLS.left + (column + 0.5) * cellWidth,
  y: CELLS.top + (row + 0.5) * cellHeight,
});

/** Names and sizes of rows, numbers of columns: as many as have room. */
function headTexts(drawn, sizes) {
  const {names, columns, cellHeight, cellWidth} = drawn;
  const everyRow = Math.ceil((LETTERS.size * 1.3) / cellHeight);
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
