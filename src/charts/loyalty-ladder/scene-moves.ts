import {box, FIRST_LINE, label} from '../../scene/marks.js';
import type {GroupMark, Ink, Mark} from '../../scene/scene.js';
import {datumOfMove} from './datum.js';
import type {MoveCell, MovesLayout, MovesPanel} from './layout-moves.js';
import type {LadderView} from './view.js';

const INK: Readonly<Record<MoveCell['direction'], Ink>> = {
  up: 'gain',
  down: 'loss',
  stay: 'context',
  enter: 'accent',
  leave: 'loss',
};
/** The strongest shade still lets text be read on it; the weakest still shows. */
const STRONGEST = 0.4;
const WEAKEST = 0.06;

export const drawMoves = ({panels}: MovesLayout, view: LadderView): Mark[] =>
  panels.map((panel, index) => drawPanel(panel, index, view));

function drawPanel(panel: MovesPanel, index: number, view: LadderView): GroupMark {
  const {labelSize, smallSize} = view.frame;
  const {series, shownSeries, x, y, columnHeads, corner, rowHeads, cells} = panel;
  const firstColumn = index * rowHeads.length;
  return {
    kind: 'group',
    key: `panel ${index}`,
    part: 'panel',
    x,
    y,
    marks: [
      ...(series === null
        ? []
        : [label('series', shownSeries, {x: 0, y: labelSize * FIRST_LINE, size: labelSize, weight: 'bold'})]),
      label('from', corner.text, {...placeOf(corner), anchor: 'end', size: smallSize, paint: {fill: 'muted'}}),
      ...columnHeads.map((head, column) =>
        label(`to ${column}`, head.text, {...placeOf(head), anchor: 'middle', size: smallSize, paint: {fill: 'muted'}}),
      ),
      ...rowHeads.map((head, row) =>
        label(`from ${row}`, head.text, {...placeOf(head), anchor: 'end', size: labelSize}),
      ),
      ...cells.map((cell) => drawCell(cell, {series, row: cell.row, column: firstColumn + cell.column}, view)),
    ],
  };
}

const placeOf = ({x, y}: {readonly x: number; readonly y: number}) => ({x, y});

interface CellPlace {
  readonly series: string | null;
  readonly row: number;
  readonly column: number;
}

const drawCell = (cell: MoveCell, place: CellPlace, view: LadderView): GroupMark => ({
  kind: 'group',
  key: `${cell.row} ${cell.column}`,
  part: 'move',
  x: cell.x,
  y: cell.y,
  datum: datumOfMove(cell, place, view),
  marks: [...drawShade(cell), ...drawTexts(cell, view)],
});

function drawShade({direction, width, height, count, weight}: MoveCell): Mark[] {
  const area = {x: 0, y: 0, width, height, radius: 2};
  const opacity = count ? WEAKEST + (STRONGEST - WEAKEST) * Math.min(1, weight) : 0;
  return [
    box(direction, area, {fill: INK[direction], opacity}),
    // Stayers are framed: the diagonal can be found without colour.
    box('hit', area, {fill: 'none', ...(direction === 'stay' ? {stroke: 'context'} : {})}),
  ];
}

function drawTexts({rateText, countText, width, height}: MoveCell, {frame}: LadderView): Mark[] {
  const size = frame.smallSize;
  const shift = rateText && countText ? size * 0.55 : 0;
  const place = {x: width / 2, anchor: 'middle', size} as const;
  return [
    ...(rateText ? [label('rate', rateText, {...place, y: height / 2 - shift, weight: 'bold'})] : []),
    ...(countText ? [label('count', countText, {...place, y: height / 2 + shift})] : []),
  ];
}
