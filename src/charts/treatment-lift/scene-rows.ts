import {box, FIRST_LINE, hitArea, label} from '../../scene/marks.js';
import {rounded} from '../../scene/mark-attributes.js';
import type {GroupMark, Ink, LineMark, Mark, Paint} from '../../scene/scene.js';
import type {IntervalPlace, PanelPlace, RowPlace, RowsLayout} from './layout-rows.js';
import type {Columns} from './row-columns.js';
import type {LiftView} from './view.js';

export const drawRows = (layout: RowsLayout, view: LiftView): Mark[] =>
  layout.panels.map((panel) => drawPanel(panel, layout, view));

/** A straight line of the drawing. */
export const line = (
  key: string,
  [x1, y1, x2, y2]: readonly [number, number, number, number],
  paint: LineMark['paint'],
): LineMark => ({kind: 'line', key, part: key.split(' ')[0]!, x1, y1, x2, y2, ...(paint ? {paint} : {})});

function drawPanel(panel: PanelPlace, columns: RowsLayout, view: LiftView): GroupMark {
  const {labelSize, smallSize, unit} = view.frame;
  const titleX = columns.kind === 'stacked' ? 0 : columns.plotX;
  const heading: Mark[] = panel.heading
    ? [label('heading', panel.heading, {x: 0, y: labelSize * FIRST_LINE, size: labelSize, weight: 'bold'})]
    : [];
  const titled = panel.headY === null ? panel.top : panel.headY - smallSize / 2;
  const titleY = titled - unit - smallSize * (1 - FIRST_LINE);
  const title = {x: titleX, y: titleY, size: smallSize, paint: {fill: 'muted'}} as const;
  return {
    kind: 'group',
    key: panel.key,
    part: 'panel',
    y: panel.y,
    marks: [
      ...heading,
      label('title', panel.title, title),
      ...drawGrid(panel, columns, view),
      ...panel.groups.map(({heading: text, y}, index) =>
        label(`group ${index}`, text, {x: 0, y, size: labelSize, weight: 'bold'}),
      ),
      ...panel.rows.map((row) => drawRow(row, columns, view)),
    ],
  };
}

/** Outlined, so that intervals in grey are seen on it where a reader has chosen two colours for everything. */
const MARGIN: Paint = {fill: 'wash', stroke: 'grid', strokeWidth: 1};

/** Hairlines where values are read off; margins as ground; zero above all. */
function drawGrid(
  panel: PanelPlace,
  {plotX, kind, middle, pitch}: Columns,
  {frame: {smallSize, unit}}: LiftView,
): Mark[] {
  const {bottom, ticks, zero, rows, bands, headY} = panel;
  const footY = bottom + unit / 2 + smallSize / 2;
  const labelsAt = (y: number, key: string): Mark[] =>
    ticks.map(({x, text}, index) =>
      label(`${key} ${index}`, text, {x: plotX + x, y, anchor: 'middle', size: smallSize, paint: {fill: 'muted'}}),
    );
  const [gap, height] = kind === 'stacked' ? [middle - unit, unit * 2] : [0, pitch];
  return [
    ...rows.flatMap(({key, marginWidth: half, y: rowY}): Mark[] =>
      half === null || zero === null
        ? []
        : [
            {
              ...box('margin', {x: plotX + zero - half, y: rowY + gap, width: half * 2, height}, MARGIN),
              key: `margin ${key}`,
            },
          ],
    ),
    ...bands.flatMap(([top, end], band): Mark[] => [
      ...ticks.map(({x}, index) => line(`grid ${band} ${index}`, [plotX + x, top, plotX + x, end], {stroke: 'grid'})),
      ...(zero === null
        ? []
        : [line(`zero ${band}`, [plotX + zero, top, plotX + zero, end], {stroke: 'text', strokeWidth: 1.5})]),
    ]),
    ...(headY === null ? [] : labelsAt(headY, 'head')),
    ...labelsAt(footY, 'tick'),
  ];
}

function drawRow(row: RowPlace, columns: RowsLayout, view: LiftView): GroupMark {
  const {plotX, middle: y} = columns;
  return {
    kind: 'group',
    key: row.key,
    part: 'row',
    y: row.y,
    datum: row.datum(row.row),
    marks: [
      hitArea({x: -4, y: 1, width: columns.width + 8, height: row.height - 2}),
      ...drawWords(row, columns, view),
      (columns.kind === 'dense' ? wholeInterval(row, columns) : null) ?? {
        ...{kind: 'group', key: 'interval', x: plotX, y},
        marks: drawInterval(row),
      },
    ],
  };
}

/** Ink of a word: greys that serve marks are too pale for text. */
const wordInk = (ink: Ink): Ink => (ink === 'context' ? 'muted' : ink);

function drawWords(row: RowPlace, columns: Columns, {frame}: LiftView): Mark[] {
  const {labelSize, smallSize, unit} = frame;
  const muted = {fill: 'muted'} as const;
  const strong = row.isOpen || row.word === '' ? {} : ({weight: 'bold'} as const);
  const paint = {fill: wordInk(row.ink)};
  if (columns.kind === 'stacked') {
    const [first, last] = [labelSize / 2 + unit / 2, columns.middle + unit * 1.5 + smallSize / 2];
    return [
      label('name', row.shownName, {x: 0, y: first, size: labelSize}),
      label('word', row.shownWord, {x: columns.wordX, y: first, anchor: 'end', size: labelSize, paint, ...strong}),
      ...row.shownDetails.map((text) => label('detail', text, {x: 0, y: last, size: smallSize, paint: muted})),
      label('figure', row.figure, {x: columns.figureX, y: last, anchor: 'end', size: smallSize}),
    ];
  }
  const isTwo = columns.kind === 'wide';
  const [upper, lower] = isTwo
    ? [columns.middle - smallSize * 0.65, columns.middle + labelSize * 0.65]
    : [columns.middle, 0];
  const line = (labelSize + smallSize) * 0.65;
  const nameY = columns.middle - (line * row.shownDetails.length) / 2;
  const range = isTwo ? row.range() : '';
  const figureY = range ? upper : columns.middle;
  const second: Mark[] = [
    ...row.shownDetails.map((text, index) =>
      label(`detail ${index}`, text, {x: 0, y: nameY + line * (index + 1), size: smallSize, paint: muted}),
    ),
    label('range', range, {x: columns.figureX, y: lower, anchor: 'end', size: smallSize, paint: muted}),
  ];
  return [
    label('name', row.shownName, {x: 0, y: nameY, size: labelSize}),
    label('figure', row.figure, {x: columns.figureX, y: figureY, anchor: 'end', size: labelSize}),
    ...(isTwo ? second : []),
    label('word', row.shownWord, {x: columns.wordX, y: columns.middle, size: labelSize, paint, ...strong}),
  ];
}

export const POINT = 4.5;
const ARROW = 6;
const LINE = 2.5;

/** Around the middle of the row: line, arrows where nothing bounds it, then the estimate. */
function drawInterval(row: RowPlace): Mark[] {
  const {place, ink} = row;
  return [
    ...drawSecond(row, place.estimate === null ? 0 : POINT * 1.7),
    ...drawLine('interval', place, {stroke: ink, strokeWidth: LINE}),
    ...arrowsOf(place, ink),
    ...(place.estimate === null
      ? []
      : [row.isStrata ? diamondAt(place.estimate, row) : pointAt([place.estimate, 0], row)]),
  ];
}

/** Line and point of one of many in one mark, where there is nothing else to draw. */
function wholeInterval(row: RowPlace, {plotX: x, middle: y}: Columns): Mark | null {
  const {ink, isOpen, isStrata, secondPlace, place} = row;
  const {estimate, low, high, lowCut, highCut} = place;
  if (low === null || high === null || estimate === null) return null;
  if (lowCut || highCut || isStrata || secondPlace) return null;
  const r = POINT - 1;
  const [left, right] = [rounded(estimate - r), rounded(estimate + r)];
  const d = `M${rounded(low)} 0H${left}A${r} ${r} 0 1 1 ${right} 0A${r} ${r} 0 1 1 ${left} 0M${right} 0H${rounded(high)}`;
  const fill = isOpen ? 'ground' : ink;
  return {kind: 'path', key: 'interval', part: 'interval', x, y, d, paint: {fill, stroke: ink, strokeWidth: LINE}};
}

function drawLine(key: string, {low, high}: IntervalPlace, paint: LineMark['paint']): Mark[] {
  return low === null || high === null ? [] : [line(key, [low, 0, high, 0], paint)];
}

const arrowsOf = ({low, high, lowCut, highCut}: IntervalPlace, ink: Ink): Mark[] => {
  const arrow = (key: string, x: number, sign: 1 | -1): Mark => ({
    kind: 'path',
    key,
    part: 'arrow',
    x,
    d: `M${sign * ARROW} 0L${-sign * 2} ${-ARROW}V${ARROW}Z`,
    paint: {fill: ink},
  });
  return [
    ...(low !== null && lowCut ? [arrow('low', low, -1)] : []),
    ...(high !== null && highCut ? [arrow('high', high, 1)] : []),
  ];
};

/** A filled point is a finding; an open one is none yet. */
export const pointAt = (
  [cx, cy]: readonly [number, number],
  {ink, isOpen}: Pick<RowPlace, 'ink' | 'isOpen'>,
  r = POINT,
): Mark => ({
  ...{kind: 'circle', key: 'estimate', part: 'estimate', cx, cy, r},
  paint: pointPaint(ink, isOpen, r / POINT),
});

const pointPaint = (ink: Ink, isOpen: boolean, size = 1): Paint =>
  isOpen
    ? {fill: 'ground', stroke: ink, strokeWidth: 2 * size}
    : {fill: ink, stroke: 'ground', strokeWidth: 1.5 * size};

/** A diamond stands for several segments. */
function diamondAt(x: number, {ink, isOpen}: Pick<RowPlace, 'ink' | 'isOpen'>): Mark {
  const r = POINT * 1.4;
  const d = `M${-r} 0L0 ${-r}L${r} 0L0 ${r}Z`;
  return {kind: 'path', key: 'estimate', part: 'estimate', x, d, paint: pointPaint(ink, isOpen)};
}

/** Dashed and dotted. */
const DASH = {reported: [4, 3], credible: [1.5, 2.5]} as const;

function drawSecond({second, secondPlace: place}: RowPlace, y: number): Mark[] {
  if (!second || !place) return [];
  const {of} = second;
  const paint = {stroke: 'muted', strokeWidth: 1.5, dash: DASH[of]} as const;
  const point: Mark[] =
    place.estimate === null
      ? []
      : [{kind: 'circle', key: 'estimate', cx: place.estimate, cy: 0, r: 3, paint: {fill: 'ground', stroke: 'muted'}}];
  return [
    {
      kind: 'group',
      key: of,
      part: of,
      y,
      marks: [...drawLine('limits', place, paint), ...arrowsOf(place, 'muted'), ...point],
    },
  ];
}
