import {withheldInTable, type WithheldTable} from '../../privacy/withheld-table.js';
import {figuresOf, type Group, groupOf, largestFirst, type Mask, sumOfGroups, wholeOf} from './figures.js';
import type {CellMetrics, Figures, GridMetrics} from './metrics.js';
import type {Measure, SegmentMatrixOptions} from './options.js';
import {orderOf} from './rules.js';
import type {SegmentMatrixData} from './schema.js';

/** A figure by the name of its measure. */
export const FIGURE = {
  customers: 'customers',
  value: 'value',
  'value-per-customer': 'valuePerCustomer',
  index: 'index',
  change: 'changeRate',
} as const satisfies Record<Measure, keyof Figures>;

/** Categories × categories with their sums. */
export function measureGrid(data: SegmentMatrixData, {minCell, sorted, measure}: SegmentMatrixOptions): GridMetrics {
  const grid = gridOf(data, minCell);
  const shownMeasure = measure === 'auto' ? tellingMeasure(grid.total) : measure;
  if (!sorted) return {view: 'grid', measure: shownMeasure, ...grid};
  const bySize = (sums: readonly CellMetrics[]) =>
    largestFirst([...sums.keys()], (index) => sums[index]![FIGURE[shownMeasure]]);
  return {view: 'grid', measure: shownMeasure, ...reordered(grid, bySize(grid.rowSums), bySize(grid.columnSums))};
}

/** What a reader came for: worth against numbers, else numbers. */
const tellingMeasure = ({index}: Figures): Measure => (index === null ? 'customers' : 'index');

type Grid = Omit<GridMetrics, 'view' | 'measure'>;

function gridOf(data: SegmentMatrixData, minCell: number): Grid {
  const [rows, columns] = [orderOf(data, 'row'), orderOf(data, 'column')];
  const groups = groupsOf(data, rows, columns);
  const masks = masksOf(groups, minCell);
  const total = sumOfGroups(groups.flat());
  const mask = {customers: masks.customers.total, previous: masks.previous.total};
  const whole = wholeOf(total, mask);
  const cellOf = (names: Pick<CellMetrics, 'row' | 'column'>, group: Group, cellMask: Mask): CellMetrics =>
    Object.freeze(Object.assign(figuresOf(group, whole, cellMask), names));
  const maskAt = (at: (table: WithheldTable) => boolean): Mask => ({
    customers: at(masks.customers),
    previous: at(masks.previous),
  });
  return {
    rows,
    columns,
    cells: groups.flatMap((line, i) =>
      line.map((group, j) =>
        cellOf(
          {row: rows[i]!, column: columns[j]!},
          group,
          maskAt(({cells}) => cells[i]![j]!),
        ),
      ),
    ),
    rowSums: groups.map((line, i) =>
      cellOf(
        {row: rows[i]!, column: null},
        sumOfGroups(line),
        maskAt((table) => table.rows[i]!),
      ),
    ),
    columnSums: columns.map((column, j) =>
      cellOf(
        {row: null, column},
        sumOfGroups(groups.map((line) => line[j]!)),
        maskAt((table) => table.columns[j]!),
      ),
    ),
    total: figuresOf(total, whole, mask),
  };
}

/** Row by row; the rules of a grid say that each of its cells is given once. */
function groupsOf(data: SegmentMatrixData, rows: readonly string[], columns: readonly string[]): Group[][] {
  const [placeOfRow, placeOfColumn] = [rows, columns].map(
    (names) => new Map(names.map((name, place) => [name, place])),
  );
  const groups = rows.map((): Group[] => new Array<Group>(columns.length));
  for (const row of data.rows) groups[placeOfRow!.get(row.row!)!]![placeOfColumn!.get(row.column!)!] = groupOf(row);
  return groups;
}

const masksOf = (groups: readonly (readonly Group[])[], floor: number) => {
  const maskOf = (field: 'customers' | 'previous') =>
    withheldInTable(
      groups.map((line) => line.map((group) => group[field])),
      floor,
    );
  return {customers: maskOf('customers'), previous: maskOf('previous')};
};

const reordered = (grid: Grid, rows: readonly number[], columns: readonly number[]): Grid => ({
  rows: rows.map((row) => grid.rows[row]!),
  columns: columns.map((column) => grid.columns[column]!),
  cells: rows.flatMap((row) => columns.map((column) => grid.cells[row * grid.columns.length + column]!)),
  rowSums: rows.map((row) => grid.rowSums[row]!),
  columnSums: columns.map((column) => grid.columnSums[column]!),
  total: grid.total,
});
