import {circlesPath} from '../../guides/line-path.js';
import {rounded} from '../../scene/mark-attributes.js';
import {box, FIRST_LINE, label} from '../../scene/marks.js';
import type {DatumBox, DatumPlace, Mark} from '../../scene/scene.js';
import {middleOf} from './layout-heads.js';
import type {TrianglePanel} from './layout-triangle.js';
import {drawn, path} from './scene-axes.js';
import {drawLegend, framePath, HATCHED, strokesIn, WITHHELD_RADIUS} from './scene-legend.js';
import type {CohortView} from './view.js';

export function drawTriangle(panel: TrianglePanel, view: CohortView): Mark[] {
  const {frame, words} = view;
  const small = {size: frame.smallSize};
  const quiet = {...small, paint: {fill: 'muted'}} as const;
  const headY = panel.meanY - frame.smallSize * 2.5;
  return drawn([
    ...(panel.title
      ? [
          label('title', panel.title, {
            x: 0,
            y: panel.top + frame.labelSize * FIRST_LINE,
            size: frame.labelSize,
            weight: 'bold',
          }),
        ]
      : []),
    label('axis', panel.axis, {...quiet, x: panel.x, y: headY}),
    ...(panel.sizeX === null
      ? []
      : [label('customers', words.customers, {...quiet, x: panel.sizeX, y: headY, anchor: 'end'})]),
    ...panel.columnHeads.map(({text, x, y}, index) => label(`age ${index}`, text, {...quiet, x, y, anchor: 'middle'})),
    path('running sizes', sizesPath(panel, view), HATCHED),
    ...panel.rowHeads.flatMap((head, index) => drawRowHead(head, {panel, index}, view)),
    ...drawShades(panel),
    path('gaps', gapsPath(panel), {fill: 'none', stroke: 'ground', strokeWidth: 1}),
    path('running', hatchPath(panel), HATCHED),
    path('unknown', dashPath(panel), {fill: 'none', stroke: 'muted', strokeWidth: 1.25}),
    path('withheld', dotsPath(panel), {fill: 'muted'}),
    path('empty', emptyPath(panel), {fill: 'none', stroke: 'muted', strokeWidth: 1, opacity: 0.55}),
    ...panel.texts.map(({text, x, y}, index) =>
      label(`value ${index}`, text, {...small, x, y, anchor: 'middle', ...(y < panel.y ? {weight: 'bold'} : {})}),
    ),
    ...drawLegend(panel, view),
  ]);
}

interface HeadContext {
  readonly panel: TrianglePanel;
  readonly index: number;
}

function drawRowHead(
  head: TrianglePanel['rowHeads'][number],
  {panel, index}: HeadContext,
  {frame}: CohortView,
): Mark[] {
  const place = {y: head.y, size: frame.smallSize};
  const bar = {x: panel.barX, y: head.y - 4, width: head.bar, height: 8};
  const isThin = panel.cellHeight < 10;
  return [
    label(`row ${index}`, head.text, {...place, x: head.x, ...(head.isMean ? {weight: 'bold'} : {})}),
    ...(head.size && panel.sizeX !== null
      ? [
          label(`size ${index}`, head.size, {
            ...place,
            x: panel.sizeX,
            anchor: 'end',
            paint: {fill: head.isGrowing ? 'text' : 'muted'},
          }),
        ]
      : []),
    ...(head.bar && !isThin ? [{...box('size', bar, {fill: 'context', opacity: 0.6}), key: `bar ${index}`}] : []),
  ];
}

/** The mean and the cohorts as one image each. */
function drawShades(panel: TrianglePanel): Mark[] {
  const {x, y, meanY, columns, rows, cellWidth, cellHeight, shades} = panel;
  const common = {kind: 'cells', x, width: columns * cellWidth, columns, paint: {fill: 'accent'}} as const;
  const mean = boxOfCell(panel, 0);
  return [
    ...(y > meanY
      ? [{...common, key: 'mean', y: meanY, height: mean.height, rows: 1, shades: shades.subarray(0, columns)}]
      : []),
    {...common, key: 'cells', y, height: rows * cellHeight, rows, shades: shades.subarray(columns)},
  ];
}

/** Lines of ground around cells that are large enough to have some, and only around those that are there. */
function gapsPath(panel: TrianglePanel): string {
  const {x, y, meanY, cellWidth, cellHeight} = panel;
  if (cellWidth < 6 || cellHeight < 6) return '';
  const {widths, heights} = extentsOf(panel);
  const [ofMean = 0, ...ofCohorts] = widths;
  const lines = (counts: readonly number[], lineOf: (place: number, count: number) => string) =>
    counts.map((count, place) => (count ? lineOf(place, count) : '')).join('');
  const upright = (column: number, from: number, length: number) =>
    `M${rounded(x + column * cellWidth)} ${rounded(from)}v${rounded(length)}`;
  return [
    lines(new Array<number>(ofMean + 1).fill(1), (column) => upright(column, meanY, y - meanY)),
    lines(edgesOf(heights), (column, rows) => upright(column, y, rows * cellHeight)),
    lines(
      edgesOf(ofCohorts),
      (row, columns) => `M${rounded(x)} ${rounded(y + row * cellHeight)}h${rounded(columns * cellWidth)}`,
    ),
  ].join('');
}

/** Before, between and after neighbours: as far as the longer of the two. */
const edgesOf = (counts: readonly number[]): number[] =>
  [...counts, 0].map((count, place) => Math.max(count, counts[place - 1] ?? 0));

/** How many columns each row takes (the mean is row 0), and how many rows each column, to the last cell that is there. */
function extentsOf({shades, running, unknown, withheld, empty, columns, rows}: TrianglePanel) {
  const widths = new Array<number>(rows + 1).fill(0);
  const heights = new Array<number>(columns).fill(0);
  const take = (cell: number) => {
    const [row, column] = [Math.floor(cell / columns), cell % columns];
    widths[row] = Math.max(widths[row]!, column + 1);
    heights[column] = Math.max(heights[column]!, row);
  };
  shades.forEach((shade, cell) => shade && take(cell));
  for (const cells of [running, unknown, withheld, empty]) cells.forEach(take);
  return {widths, heights};
}

/** Strokes from the lower left to the upper right through every unfinished cell. */
function hatchPath(panel: TrianglePanel): string {
  return panel.running.map((cell) => strokesIn(boxOfCell(panel, cell))).join('');
}

/** The same strokes behind sizes that are not finished; behind the name where no size is shown. */
const sizesPath = ({rowHeads, sizeX, cellHeight}: TrianglePanel, {frame}: CohortView): string =>
  rowHeads
    .map(({isGrowing: isHatched, size, y, width}) => {
      const height = Math.min(cellHeight, frame.smallSize * 1.5);
      const x = size && sizeX !== null ? sizeX - width : 0;
      return isHatched ? strokesIn({x, y: y - height / 2, width, height}) : '';
    })
    .join('');

const middleIn = (panel: TrianglePanel, cell: number): {x: number; y: number} => {
  const {x, y, width, height} = boxOfCell(panel, cell);
  return {x: x + width / 2, y: y + height / 2};
};

/** A dash in every cell that is not known. */
const dashPath = (panel: TrianglePanel): string => {
  const half = Math.min(4, panel.cellWidth / 3);
  return panel.unknown
    .map((cell) => {
      const {x, y} = middleIn(panel, cell);
      return `M${rounded(x - half)} ${rounded(y)}h${rounded(half * 2)}`;
    })
    .join('');
};

/** An empty frame where there is nobody of whom a share could be retained. */
const emptyPath = (panel: TrianglePanel): string =>
  panel.empty.map((cell) => framePath(boxOfCell(panel, cell))).join('');

/** A dot in every cell that is withheld. */
function dotsPath(panel: TrianglePanel): string {
  const radius = Math.min(WITHHELD_RADIUS, rounded(Math.min(panel.cellWidth, panel.cellHeight) / 4));
  return circlesPath(
    panel.withheld.map((cell) => middleIn(panel, cell)),
    radius,
  );
}

/** The place of a cell, counted from the first drawn column; the first row is the mean. */
function boxOfCell(panel: TrianglePanel, cell: number): DatumBox {
  const row = Math.floor(cell / panel.columns);
  const height = row === 0 ? Math.max(panel.cellHeight, (middleOf(panel, 0) - panel.meanY) * 2) : panel.cellHeight;
  const x = panel.x + (cell % panel.columns) * panel.cellWidth;
  return {x, y: middleOf(panel, row) - height / 2, width: panel.cellWidth, height};
}

/** The place under a pointer, by division; beside a row its first one, as its name and size are the cohort's. */
export function cellAt(panel: TrianglePanel, x: number, y: number): DatumPlace | null {
  const column = Math.max(0, Math.floor((x - panel.x) / panel.cellWidth));
  if (x < 0 || column >= panel.columns || y < panel.meanY) return null;
  const row = y < panel.y ? 0 : 1 + Math.floor((y - panel.y) / panel.cellHeight);
  if (row > panel.rows || (row === 0 && panel.y === panel.meanY)) return null;
  return {row: panel.firstRow + row, column: column + panel.firstColumn};
}

/** The box of a place; null where the panel does not show it. */
export function cellBox(panel: TrianglePanel, {row, column}: DatumPlace): DatumBox | null {
  const [own, drawn] = [row - panel.firstRow, column - panel.firstColumn];
  const isMean = own === 0 && panel.y > panel.meanY;
  if (drawn < 0 || drawn >= panel.columns || own > panel.rows || (own <= 0 && !isMean)) return null;
  return boxOfCell(panel, own * panel.columns + drawn);
}

/** The cell, its cohort and its age. */
export function markCell(panel: TrianglePanel, place: DatumPlace): Mark[] {
  const cell = cellBox(panel, place);
  if (!cell) return [];
  const foot = panel.y + panel.rows * panel.cellHeight;
  const faint = {fill: 'none', stroke: 'muted', strokeWidth: 1} as const;
  const width = panel.columns * panel.cellWidth;
  return [
    box('row', {x: 0, y: cell.y, width: panel.x + width, height: cell.height}, faint),
    box('column', {x: cell.x, y: panel.meanY, width: cell.width, height: foot - panel.meanY}, faint),
    box('cell', cell, {fill: 'none', stroke: 'text', strokeWidth: 2}),
  ];
}
