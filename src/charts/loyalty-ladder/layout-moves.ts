import {sum} from 'd3-array';
import {fitText, widestText} from '../../guides/fit-text.js';
import {type PanelPlace, placePanels} from '../../guides/panels.js';
import {keyOf} from '../../validation/key-of.js';
import type {MoveMetrics} from './flows.js';
import type {LoyaltyLadderMetrics, RungMetrics, SeriesMetrics} from './metrics.js';
import {rungName} from './names.js';
import type {LadderView} from './view.js';

/** One cell of the matrix with its place. */
export interface MoveCell extends MoveMetrics {
  readonly fromName: string;
  readonly toName: string;
  readonly direction: 'up' | 'down' | 'stay' | 'enter' | 'leave';
  readonly row: number;
  readonly column: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** 0–1: rate within the row, or share of all entries. */
  readonly weight: number;
  readonly rateText: string;
  readonly countText: string;
}

interface HeadPlace {
  readonly text: string;
  readonly x: number;
  /** The middle of the letters. */
  readonly y: number;
}

export interface MovesPanel {
  readonly series: string | null;
  readonly shownSeries: string;
  readonly x: number;
  readonly y: number;
  readonly rowHeads: readonly HeadPlace[];
  /** Tells which way the matrix is read: rungs of origin run down. */
  readonly corner: HeadPlace;
  readonly columnHeads: readonly HeadPlace[];
  readonly cells: readonly MoveCell[];
}

export interface MovesLayout {
  readonly kind: 'moves';
  readonly width: number;
  readonly height: number;
  readonly panels: readonly MovesPanel[];
}

const LEAST_PANEL = 440;
const NAMES_AT_MOST = 0.3;
const CELL_GAP = 2;
/** Entries and exits stand a little apart from the ladder's own rungs. */
const APART = 10;

/** From → to: rungs of origin down the side, lowest first; stayers on the diagonal; exits right, entries beneath. */
export function layoutMoves(metrics: LoyaltyLadderMetrics, view: LadderView): MovesLayout {
  const {unit, labelSize, smallSize, width} = view.frame;
  const {series} = metrics;
  const headed = series.some((d) => d.series !== null) ? Math.max(unit * 3, labelSize * 1.2) : 0;
  const top = headed + Math.max(unit * 3, unit * 1.5 + smallSize * 0.7);
  const cellHeight = Math.max(unit * 4.5, labelSize * 2.7);
  const lines = Math.max(...series.map((one) => movedRungs(one).length)) + 1;
  const height = top + lines * cellHeight + APART + 2;
  const panels = placePanels(series.length, width, {least: LEAST_PANEL, height, gap: unit * 4});
  return {
    kind: 'moves',
    width,
    height: panels.height,
    panels: series.map((one, index) => layoutPanel(one, {...panels.places[index]!, top, cellHeight}, view)),
  };
}

/** A rung that nobody came to, left or stayed on has no line in the matrix. */
const movedRungs = ({rungs, moves}: SeriesMetrics): readonly RungMetrics[] =>
  rungs.filter(({rung}) => moves.some(({from, to}) => from === rung || to === rung));

interface PanelContext extends PanelPlace {
  readonly top: number;
  readonly cellHeight: number;
}

/** One line of the matrix: a rung, or the outside at the end. */
interface Line {
  readonly rung: string | null;
  readonly rowName: string;
  readonly columnName: string;
  readonly x: number;
  readonly y: number;
}

/** The grid of a panel: its lines run both ways. */
interface Grid {
  readonly lines: readonly Line[];
  readonly left: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
}

function layoutPanel(series: SeriesMetrics, place: PanelContext, view: LadderView): MovesPanel {
  const {frame, words} = view;
  const {lines, left, cellWidth, cellHeight} = gridOf(series, place, view);
  const fitted = (text: string, width: number, size: number) => fitText(text, width, {...frame, size});
  const end = left - frame.unit;
  const top = place.top - frame.unit * 1.5;
  return {
    series: series.series,
    shownSeries: fitText(series.series ?? '', place.width, {...frame, size: frame.labelSize, weight: 'bold'}),
    x: place.x,
    y: place.y,
    rowHeads: lines.map(({rowName, y}) => ({
      text: fitted(rowName, end, frame.labelSize),
      x: end,
      y: y + cellHeight / 2,
    })),
    corner: {text: fitted(`${words.from} ↓`, end, frame.smallSize), x: end, y: top},
    columnHeads: lines.map(({columnName, x}) => ({
      text: fitted(columnName, cellWidth, frame.smallSize),
      x: x + cellWidth / 2,
      y: top,
    })),
    cells: cellsOf(series, {lines, left, cellWidth, cellHeight}, view),
  };
}

function gridOf(series: SeriesMetrics, place: PanelContext, {frame, words}: LadderView): Grid {
  const named = movedRungs(series).map((d) => {
    const name = rungName(d, words);
    return {rung: d.rung, rowName: name, columnName: name};
  });
  const all = [...named, {rung: null, rowName: words.entered, columnName: words.left}];
  const names = all.map(({rowName}) => rowName);
  const left = Math.ceil(Math.min(widestText(names, frame.labelSize, frame), place.width * NAMES_AT_MOST)) + frame.unit;
  const pitch = Math.max(CELL_GAP, (place.width - left - APART) / all.length);
  const lines = all.map((line, index) => {
    const apart = line.rung === null ? APART : 0;
    return {...line, x: left + index * pitch + apart, y: place.top + index * place.cellHeight + apart};
  });
  return {lines, left, cellWidth: pitch - CELL_GAP, cellHeight: place.cellHeight - CELL_GAP};
}

function cellsOf(
  series: SeriesMetrics,
  {lines, cellWidth: width, cellHeight: height}: Grid,
  view: LadderView,
): MoveCell[] {
  const moves = new Map(series.moves.map((move) => [keyOf(move.from, move.to), move]));
  const entered = sum(series.moves, ({from, count}) => (from === null ? (count ?? 0) : 0));
  const weightOf = ({from, rate, count}: MoveMetrics) =>
    rate ?? (entered && from === null ? (count ?? 0) / entered : 0);
  const textsOf = cellTexts(series.moves, {weightOf, width}, view);
  return lines.flatMap((from, row) =>
    lines.flatMap((to, column): MoveCell[] => {
      const move = moves.get(keyOf(from.rung, to.rung));
      if (!move) return [];
      return [
        {
          ...move,
          ...textsOf(move),
          ...{row, column, weight: weightOf(move), x: to.x, y: from.y, width, height},
          fromName: from.rowName,
          toName: to.columnName,
          direction: directionOf(move, row, column),
        },
      ];
    }),
  );
}

function directionOf({from, to}: MoveMetrics, row: number, column: number): MoveCell['direction'] {
  if (from === null) return 'enter';
  if (to === null) return 'leave';
  if (row === column) return 'stay';
  return column > row ? 'up' : 'down';
}

/** Rate over count, as far as they fit: a rate in every cell or in none, so that no cell seems to lack it. */
function cellTexts(
  moves: readonly MoveMetrics[],
  {weightOf, width}: {readonly weightOf: (move: MoveMetrics) => number; readonly width: number},
  {frame, locale}: LadderView,
): (move: MoveMetrics) => Pick<MoveCell, 'rateText' | 'countText'> {
  const fits = (text: string) => frame.textWidth(text, frame.smallSize, 'bold') <= width - 4;
  const shown = moves.filter(({count}) => count);
  const rateText = [locale.percent, locale.wholePercent].find((form) => shown.every((d) => fits(form(weightOf(d)))));
  return (move) => ({
    rateText: move.count ? (rateText?.(weightOf(move)) ?? '') : '',
    countText:
      move.count === null
        ? locale.words.withheld
        : ([locale.count(move.count), locale.compact(move.count)].find(fits) ?? ''),
  });
}
