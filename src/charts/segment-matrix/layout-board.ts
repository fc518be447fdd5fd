import {inLines, widestText} from '../../guides/fit-text.js';
import {FIRST_LINE} from '../../scene/marks.js';
import type {TextMark} from '../../scene/scene.js';
import type {Board, BoardCell, BoardLegend} from './board.js';
import {IN_KEY, type KeyLine, placeKey, signsOf} from './key.js';
import type {MatrixView} from './view.js';

/** A text with the place of its letters' middle, up and down. */
export interface HeadPlace extends Required<Pick<TextMark, 'anchor'>> {
  /** One line, or a few. */
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
}

/** A line of cells: a row or a column, or the sums at the end. */
export interface Track {
  readonly start: number;
  readonly size: number;
}

export interface BoardLayout {
  readonly kind: 'board';
  readonly width: number;
  readonly height: number;
  readonly legend: BoardLegend;
  readonly legendWidth: number;
  /** Sums last. */
  readonly rows: readonly Track[];
  readonly columns: readonly Track[];
  readonly rowHeads: readonly HeadPlace[];
  readonly columnHeads: readonly HeadPlace[];
  /** The names of columns that bear numbers. */
  readonly key: readonly KeyLine[];
  readonly cells: readonly (readonly BoardCell[])[];
  /** So many cells that their datums have no nodes. */
  readonly isField: boolean;
  /** So many that they have no texts and are painted as one image. */
  readonly isDense: boolean;
  /** Of how many columns one has room for its name and its sum. */
  readonly columnStep: number;
  /** Of cells, of sums of columns and of sums of rows: of some only, one would be taken for the sum of all. */
  readonly forms: Readonly<Record<'cell' | 'column' | 'row', readonly number[]>>;
  /** A form of the measure fits every cell. */
  readonly hasTexts: boolean;
}

const NAMES_AT_MOST = 0.3;
const WIDEST_CELL = 132;
/** Sums stand a little apart. */
const APART = 10;
/** The datums of more cells than this have no nodes: they would cost more than all the rest. */
const NODES = 64;
/** More cells than this are one image. */
const DENSE = 400;
const LEAST_ROW = 7;

/** Lines of the name of a column. */
const HEAD_LINES = 3;

/** Columns without room for their names have numbers or letters: those of their rows where they are the same, else those of a key. */
export function layoutBoard(board: Board, view: MatrixView): BoardLayout {
  const {corner, rowHeads: rowNames, columnHeads: names} = board;
  const layout = placeBoard(board, view);
  if (hasNames(layout, corner !== undefined) || (!corner && names.length > IN_KEY)) return layout;
  const columnHeads = corner ? names.map((_, index) => view.locale.count(index + 1)) : signsOf(names, view);
  const withNumber = (name: string, index: number) => `${columnHeads[index]!} ${name}`;
  if (corner) return placeBoard({...board, columnHeads, rowHeads: rowNames.map(withNumber)}, view);
  const placed = placeBoard({...board, columnHeads}, view);
  const {width, smallSize, unit} = view.frame;
  const key = placeKey(names.map(withNumber), {width, y: placed.height + unit + smallSize * FIRST_LINE}, view);
  return {...placed, key, height: key.at(-1)!.y + smallSize};
}

/** Whether each column has a name, or enough of it to be told from the others; those of a migration none left out. */
function hasNames({columnHeads, columnStep}: BoardLayout, isMigration: boolean): boolean {
  const names = columnHeads.slice(0, isMigration ? -2 : -1).map(({lines}) => lines.join(''));
  return (
    (columnStep === 1 || !isMigration) &&
    new Set(names).size === names.length &&
    names.every((name) => !name.endsWith('…') || [...name].length > 6)
  );
}

/** Heads, cells and sums in even lines as wide as the frame allows. */
function placeBoard(board: Board, view: MatrixView): BoardLayout {
  const {frame} = view;
  const {unit, labelSize, smallSize, width} = frame;
  const [m, n] = [board.rowHeads.length, board.columnHeads.length];
  const [isField, isDense] = [m * n > NODES, m * n > DENSE];
  const {corner = ''} = board;
  const widest = widestText([...board.rowHeads, board.sumHead, corner], labelSize, frame);
  const left = Math.ceil(Math.min(widest, width * NAMES_AT_MOST)) + unit;
  const sums = board.cells.flatMap((line, row) => (row === m ? line : [line[n]!]));
  const sumTexts = sums.flatMap(({linesOf}) => linesOf().map((forms) => forms.at(-1)!));
  const sumWidth = Math.ceil(widestText([...sumTexts, board.sumHead], smallSize, frame)) + unit;
  const room = width - left - APART;
  const pitch = Math.min(
    WIDEST_CELL,
    isDense ? (room - sumWidth) / n : Math.min(room / (n + 1), (room - sumWidth) / n),
  );
  const tall = Math.max(unit * 4.5, labelSize * 2.7);
  const rowPitch = isDense ? Math.max(LEAST_ROW, Math.min(tall, pitch)) : tall;
  const gap = isDense || pitch < 16 ? 0 : 2;
  const columns = tracks(n, {start: left, pitch, gap, last: Math.max(sumWidth, isDense ? 0 : pitch - gap)});
  const columnStep = stepOf(board, pitch - gap, {isDense, view});
  const heads = columnHeads(board, {columns, step: columnStep, rowSize: rowPitch, end: left - unit}, view);
  const most = Math.max(...heads.map(({lines}) => lines.length));
  const top = legendHeight(board.legend, view) + unit * 3 + (most - 1) * smallSize * 1.15;
  const rows = tracks(m, {start: top, pitch: rowPitch, gap, last: tall - 2});
  const [cell, row] = [pitch - gap, columns[n]!.size];
  const forms = formsIn(board, {cell, column: cell * (isField ? columnStep : 1), row, isDense}, view);
  return {
    kind: 'board',
    width,
    height: rows.at(-1)!.start + tall,
    legend: board.legend,
    legendWidth: columns.at(-1)!.start + columns.at(-1)!.size,
    rows,
    columns,
    rowHeads: rowHeads(board, {rows, left}, view),
    columnHeads: heads.map((head) => ({...head, y: top - unit - frame.smallSize / 2})),
    key: [],
    cells: board.cells,
    isField,
    isDense,
    columnStep,
    forms,
    hasTexts: forms.cell[0]! >= 0,
  };
}

/** Large letters need more than the rhythm gives. */
const legendHeight = ({kind}: BoardLegend, {frame: {smallSize, unit}}: MatrixView): number =>
  smallSize + (kind === 'parts' ? unit * 4 : Math.max(unit * 2, smallSize * 1.2 - unit * 2));

interface TrackSizes {
  readonly start: number;
  readonly pitch: number;
  readonly gap: number;
  readonly last: number;
}

const tracks = (count: number, {start, pitch, gap, last}: TrackSizes): Track[] => [
  ...Array.from({length: count}, (_, index) => ({start: start + index * pitch, size: pitch - gap})),
  {start: start + count * pitch + APART, size: last},
];

interface CellSizes {
  readonly cell: number;
  readonly column: number;
  readonly row: number;
  readonly isDense: boolean;
}

function formsIn({cells}: Board, {cell, column, row, isDense}: CellSizes, view: MatrixView): BoardLayout['forms'] {
  const ofRows = cells.map((line) => line.at(-1)!);
  const inner = isDense ? [] : cells.slice(0, -1).flatMap((line) => line.slice(0, -1));
  return {
    cell: formsThatFit(inner, cell - 6, view),
    column: formsThatFit(cells.at(-1)!.slice(0, -1), column, view),
    row: formsThatFit(ofRows, row, view),
  };
}

/** The longest form of each line that fits all cells, so that all look alike; −1: none does, or no cell has such a line. */
function formsThatFit(cells: readonly BoardCell[], room: number, {frame}: MatrixView): readonly number[] {
  const formOf = (line: number) => {
    const texts = cells.flatMap(({linesOf}) => [linesOf()[line] ?? []]).filter(({length}) => length);
    const fits = (form: number) =>
      texts.every(
        (forms) => frame.textWidth(forms[Math.min(form, forms.length - 1)]!, frame.smallSize, 'bold') <= room,
      );
    return texts.length ? [0, 1, 2].findIndex(fits) : -1;
  };
  const main = formOf(0);
  // What stands beneath the measure would be taken for it where it stood alone.
  return [main, main < 0 ? -1 : formOf(1)];
}

function rowHeads(
  {rowHeads: names, sumHead}: Board,
  {rows, left}: {readonly rows: readonly Track[]; readonly left: number},
  {frame}: MatrixView,
): HeadPlace[] {
  const every = Math.ceil((frame.labelSize * 1.1) / rows[0]!.size);
  return [...names, sumHead].flatMap((name, index): HeadPlace[] => {
    const {start, size} = rows[index]!;
    // Heads that would stand on each other are dropped, never those of the sums.
    if (index % every && index < names.length) return [];
    const ruler = {...frame, size: frame.labelSize};
    const lines = inLines(name, left - frame.unit, {...ruler, most: size < ruler.size * 2.4 ? 1 : 2});
    return [{lines, x: left - frame.unit, y: start + size / 2, anchor: 'end'}];
  });
}

/** Names are shortened while a few letters can stand; where they cannot, or sums cannot, only some columns have them. */
function stepOf(
  {columnHeads: names, cells}: Board,
  cell: number,
  {isDense, view: {frame}}: {readonly isDense: boolean; readonly view: MatrixView},
): number {
  const size = frame.smallSize;
  const sums = isDense
    ? cells
        .at(-1)!
        .slice(0, -1)
        .map(({linesOf}) => linesOf()[0]!.at(-1)!)
    : [];
  // Of a dense grid few columns have names, which then are whole.
  const most = size * (isDense ? 6 : 2);
  const least = Math.max(Math.min(widestText(names, size, frame), most), widestText(sums, size, frame) + 4) + 4;
  return Math.max(1, Math.ceil(least / cell));
}

interface ColumnSizes {
  readonly columns: readonly Track[];
  readonly step: number;
  readonly rowSize: number;
  /** Where the names of rows end. */
  readonly end: number;
}

/** The names of columns, as yet at the top. */
function columnHeads(
  {columnHeads: names, sumHead, corner}: Board,
  {columns, step, rowSize, end}: ColumnSizes,
  {frame}: MatrixView,
): HeadPlace[] {
  const size = frame.smallSize;
  const heads = [...names, sumHead].flatMap((name, index): HeadPlace[] => {
    const track = columns[index]!;
    const isSum = index === names.length;
    // Rows too low for letters have their sums in tooltip and table only.
    if (isSum && rowSize < size) return [];
    if (!isSum && (index % step || (step > 1 && index + step > names.length))) return [];
    const room = isSum ? track.size : columns[0]!.size * step - 4;
    const lines = inLines(name, room, {...frame, size, most: HEAD_LINES});
    // Where a name stands for several columns it begins with the first.
    if (!isSum && step > 1) return [{lines, x: track.start, y: 0, anchor: 'start'}];
    return [{lines, x: track.start + track.size / 2, y: 0, anchor: 'middle'}];
  });
  return corner ? [...heads, {lines: [corner], x: end, y: 0, anchor: 'end'}] : heads;
}
