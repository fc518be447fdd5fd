import {fitText} from '../../guides/fit-text.js';
import type {RowGroup, RowItem, RowPanel} from './panels.js';
import {type Columns, columnsOf} from './row-columns.js';
import {type Axis, axisOf, placeOn, rangeAroundZero, type Reach, reachesOf} from './scale.js';
import type {LiftView} from './view.js';

/** Where an interval lies, in pixels of the plot; null where there is nothing to draw. */
export interface IntervalPlace {
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** The limit lies beyond the scale, or nowhere: an arrow. */
  readonly lowCut: boolean;
  readonly highCut: boolean;
}

/** A row with its place. */
export interface RowPlace extends RowItem {
  readonly shownName: string;
  /** Lines under the name. */
  readonly shownDetails: readonly string[];
  readonly shownWord: string;
  readonly y: number;
  readonly height: number;
  readonly place: IntervalPlace;
  readonly secondPlace: IntervalPlace | null;
  /** Half the width of the margin in pixels. */
  readonly marginWidth: number | null;
  readonly row: number;
}

export interface PanelPlace {
  readonly key: string;
  readonly heading: string;
  readonly title: string;
  readonly y: number;
  /** Of the grid, relative to the panel. */
  readonly top: number;
  readonly bottom: number;
  readonly zero: number | null;
  /** Middle of the scale's labels at the head, where its foot is out of sight from there; null for a short panel. */
  readonly headY: number | null;
  readonly ticks: readonly {readonly x: number; readonly text: string}[];
  readonly groups: readonly {readonly heading: string; readonly y: number}[];
  /** From where to where grid and zero are drawn: no line runs through words. */
  readonly bands: readonly (readonly [top: number, bottom: number])[];
  readonly rows: readonly RowPlace[];
}

export interface RowsLayout extends Columns {
  readonly width: number;
  readonly height: number;
  readonly panels: readonly PanelPlace[];
}

export function layoutRows(panels: readonly RowPanel[], view: LiftView): RowsLayout {
  const {frame} = view;
  const items = panels.flatMap(({groups}) => groups.flatMap((group) => group.items));
  const columns = columnsOf(items, view);
  const places: PanelPlace[] = [];
  let [y, row] = [0, 0];
  for (const panel of panels) {
    const place = placePanel(panel, {columns, y, row}, view);
    places.push(place);
    y += place.bottom + frame.smallSize * 2 + frame.unit * 2;
    row += place.rows.length;
  }
  return {...columns, width: frame.width, height: Math.max(0, y - frame.unit), panels: places};
}

interface PanelContext {
  readonly columns: Columns;
  readonly y: number;
  readonly row: number;
}

/** A panel of more pixels than a low screen has its scale at the head, too. */
const TALL = 600;

function placePanel(panel: RowPanel, {columns, y, row}: PanelContext, view: LiftView): PanelPlace {
  const {unit, labelSize, smallSize, width} = view.frame;
  const axis = panelAxis(panel, columns.plotWidth);
  const isTall = itemsOf(panel.groups).length * columns.pitch > TALL;
  const titled = (panel.heading === null ? 0 : labelSize + unit) + smallSize + unit;
  const top = titled + (isTall ? smallSize + unit / 2 : 0);
  const rows: RowPlace[] = [];
  const groups: PanelPlace['groups'][number][] = [];
  let bottom = top;
  for (const group of panel.groups) {
    if (group.heading !== null) {
      const heading = fitText(group.heading, width, {...view.frame, size: labelSize});
      groups.push({heading, y: bottom + unit + labelSize / 2});
      bottom += labelSize + unit * 1.5;
    }
    for (const item of group.items) {
      rows.push(placeRow(item, {axis, columns, y: bottom, row: row + rows.length}, view));
      bottom += columns.pitch;
    }
  }
  return {
    key: panel.key,
    heading: panel.heading ?? '',
    title: fitText(panel.title, width - columns.plotX, {...view.frame, size: smallSize}),
    ...{y, top, bottom, groups, rows, bands: bandsOf(rows, {groups, columns, top}, view)},
    headY: isTall ? titled + smallSize / 2 : null,
    zero: panel.hasZero ? axis.place(0) : null,
    ticks: fittingTicks(panel, {axis, plotX: columns.plotX}, view),
  };
}

/** From the first row to the last where the words stand beside the plot, else row by row. */
function bandsOf(
  rows: readonly RowPlace[],
  {groups, columns, top}: Pick<PanelPlace, 'groups' | 'top'> & {readonly columns: Columns},
  {frame}: LiftView,
): PanelPlace['bands'] {
  const {middle, plotX, pitch, kind} = columns;
  if (kind === 'stacked') return rows.map(({y}) => [y + middle - frame.unit, y + middle + frame.unit]);
  const isBeside = groups.every(({heading}) => frame.textWidth(heading, frame.labelSize, 'bold') < plotX - frame.unit);
  const bottom = (rows.at(-1)?.y ?? top) + pitch;
  return isBeside ? [[top, bottom]] : rows.map(({y}) => [y, y + pitch]);
}

const itemsOf = (groups: readonly RowGroup[]): RowItem[] => groups.flatMap(({items}) => items);

function panelAxis({groups, hasZero}: RowPanel, length: number): Axis {
  const items = itemsOf(groups);
  const all: Reach[] = [...items, ...items.flatMap(({second}) => second?.reach ?? [])];
  if (hasZero) {
    const margins = items.flatMap(({margin}) => (margin === null ? [] : [-margin, margin]));
    return axisOf(rangeAroundZero(reachesOf(all), margins), length);
  }
  const values = all.flatMap(({estimate, low, high}) => [estimate, low, high]).filter((value) => value !== null);
  return axisOf(values.length ? [Math.min(...values), Math.max(...values)] : [0, 1], length);
}

/** Ticks whose labels neither leave the drawing nor touch. */
function fittingTicks(
  {tick}: RowPanel,
  {axis, plotX}: {readonly axis: Axis; readonly plotX: number},
  {frame}: LiftView,
): PanelPlace['ticks'] {
  let free = -Infinity;
  return axis.ticks.flatMap((value) => {
    const [x, text] = [axis.place(value), tick(value, axis.ticks)];
    const half = frame.textWidth(text, frame.smallSize) / 2;
    if (x - half < free || plotX + x - half < 0 || plotX + x + half > frame.width) return [];
    free = x + half + frame.unit;
    return [{x, text}];
  });
}

interface RowContext extends PanelContext {
  readonly axis: Axis;
}

function placeRow(item: RowItem, {axis, columns, y, row}: RowContext, {frame}: LiftView): RowPlace {
  const {labelSize, smallSize, unit} = frame;
  const {second, margin} = item;
  const beside = frame.textWidth(item.figure, smallSize) + unit;
  const detailWidth = columns.kind === 'stacked' ? frame.width - beside : columns.nameWidth;
  return {
    ...item,
    shownName: fitText(item.name, columns.nameWidth, {...frame, size: labelSize}),
    // A number that is cut reads as another number.
    shownDetails: detailsOf(item, columns).filter((text) => frame.textWidth(text, smallSize) <= detailWidth),
    shownWord: fitText(item.word, columns.wordWidth, {...frame, size: labelSize, weight: 'bold'}),
    y,
    row,
    height: columns.pitch,
    place: placeInterval(item, axis),
    secondPlace: second && placeInterval(second.reach, axis),
    marginWidth: margin === null ? null : axis.place(margin) - axis.place(0),
  };
}

function detailsOf({detail, counts}: RowItem, {kind, hasCounts}: Columns): readonly string[] {
  const lines = kind === 'dense' ? [] : ((hasCounts ? counts() : null) ?? [detail()]);
  return lines.filter((text) => text !== '');
}

export const placeInterval = ({estimate, low, high}: Reach, axis: Axis): IntervalPlace => ({
  estimate: placeOn(axis, estimate),
  low: placeOn(axis, low),
  high: placeOn(axis, high),
  lowCut: low !== null && low < axis.low,
  highCut: high !== null && high > axis.high,
});
