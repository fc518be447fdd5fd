/** The grid that everybody draws. */
import {countText, DENSE, LEFT} from './drawing.js';

export const HEAD_SIZE = 13;
/** White between the cells of a grid, and how round they are. */
const GAP = 2;
export const RADIUS = 2;
const [GRID_TOP, ROW] = [52, 36];
/** Beside the small cells of a dense grid the sums of rows need more room than a cell has. */
const DENSE_RIGHT = 40;
const STEP = 3;
const SUM = 'All';

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
