import {arrowPath} from '../../guides/arrow.js';
import {box, FIRST_LINE, hitArea, label} from '../../scene/marks.js';
import type {GroupMark, LineMark, Mark} from '../../scene/scene.js';
import {datumOfRung} from './datum.js';
import {type ColumnPlace, LEGEND_SQUARE, LEGEND_WORD, type MoneyBars, moneyShift} from './layout-columns.js';
import {type FlowPlace, type LadderLayout, type LadderPanel, type RungPlace, TARGET_OVERHANG} from './layout-ladder.js';
import type {LadderView} from './view.js';

export const drawLadder = ({panels}: LadderLayout, view: LadderView): Mark[] =>
  panels.map((panel, index) => drawPanel(panel, index, view));

const drawPanel = (panel: LadderPanel, index: number, view: LadderView): GroupMark => ({
  kind: 'group',
  key: `panel ${index}`,
  part: 'panel',
  x: panel.x,
  y: panel.y,
  marks: [
    ...drawHeader(panel, view),
    ...panel.rungs.map((rung, row) => drawRung(rung, {panel, row, index}, view)),
    ...panel.flows.map((flow) => drawFlow(flow, panel, view)),
  ],
});

function drawHeader(panel: LadderPanel, {frame, words}: LadderView): Mark[] {
  const {labelSize, smallSize: size} = frame;
  const {shownSeries} = panel;
  const name = shownSeries
    ? [label('series', shownSeries, {x: 0, y: labelSize * FIRST_LINE, size: labelSize, weight: 'bold'})]
    : [];
  if (panel.isMultiple) return name;
  const head = (key: string, text: string, place: {readonly x: number; readonly anchor?: 'end'}) =>
    label(key, text, {...place, y: size * FIRST_LINE, size, paint: {fill: 'muted'}});
  const heads = panel.flows.length
    ? [
        head('climbed', panel.climbedHead, {x: panel.plotX}),
        head('slipped', panel.slippedHead, {x: panel.plotX + panel.plotWidth / 2}),
      ]
    : [head('customers', words.customers, {x: panel.plotX})];
  return [
    ...name,
    ...heads,
    ...panel.columns.flatMap(({field, header, x, legend}) =>
      header
        ? [head(field, header, {x, anchor: 'end'})]
        : legend.flatMap((entry) => [
            drawKey(entry.field, x + entry.x, size * FIRST_LINE),
            head(`${entry.field} head`, entry.text, {x: x + entry.x + LEGEND_WORD}),
          ]),
    ),
  ];
}

const MONEY_INK = {spend: 'context', value: 'accent'} as const;

const drawKey = (field: keyof typeof MONEY_INK, x: number, y: number): Mark =>
  box(
    field,
    {x, y: y - LEGEND_SQUARE / 2, width: LEGEND_SQUARE, height: LEGEND_SQUARE, radius: 1},
    {fill: MONEY_INK[field]},
  );

interface RungContext {
  readonly panel: LadderPanel;
  readonly row: number;
  readonly index: number;
}

function drawRung(rung: RungPlace, {panel, row, index}: RungContext, view: LadderView): GroupMark {
  const {labelSize: size, unit} = view.frame;
  const {plotX, width, barHeight} = panel;
  const y = barHeight / 2;
  const isMeasured = rung.count !== null;
  return {
    kind: 'group',
    key: `rung ${rung.rung}`,
    part: 'rung',
    y: rung.y,
    datum: datumOfRung(rung, {series: panel.series, row, column: index}, view),
    marks: [
      hitArea({x: -4, y: -3, width: width + 8, height: barHeight + 6}),
      label('name', rung.shownName, {x: plotX - unit, y, anchor: 'end', size}),
      ...drawBar(rung, panel),
      label('count', rung.countText, {
        x: plotX + rung.countX,
        y,
        size,
        ...(isMeasured ? {} : {paint: {fill: 'muted'}}),
      }),
      ...panel.columns.flatMap((column) => drawColumn(column, {panel, row, index}, view)),
    ],
  };
}

/** Half the stroke of the outline that shows the previous count. */
const OUTLINE = 0.75;

function drawBar({bar, previousBar, targetX}: RungPlace, {plotX: x, barHeight}: LadderPanel): Mark[] {
  const outline = {x, y: OUTLINE, height: barHeight - OUTLINE * 2, radius: 2};
  return [
    ...(bar === null ? [] : [box('bar', {x, y: 0, width: bar, height: barHeight, radius: 2}, {fill: 'accent'})]),
    ...(previousBar === null
      ? []
      : [
          box(
            'previous',
            {...outline, width: previousBar},
            {fill: 'none', stroke: 'context', strokeWidth: OUTLINE * 2},
          ),
        ]),
    ...(targetX === null ? [] : [drawTarget(x + targetX, barHeight)]),
  ];
}

const drawTarget = (x: number, barHeight: number): LineMark => ({
  kind: 'line',
  key: 'target',
  part: 'target',
  x1: x,
  x2: x,
  y1: -TARGET_OVERHANG,
  y2: barHeight + TARGET_OVERHANG,
  paint: {stroke: 'plan', strokeWidth: 2},
});

/** From the end of an arrow's shaft, over its head, to its words. */
const ARROW_TO_WORDS = 9;

function drawFlow(
  {key, direction, x, y, width, height, text}: FlowPlace,
  panel: LadderPanel,
  view: LadderView,
): GroupMark {
  const isUp = direction === 'up';
  const arrow: Mark = {
    kind: 'path',
    key: 'arrow',
    part: isUp ? 'climb' : 'slip',
    d: arrowPath(width, height, direction),
    paint: {fill: isUp ? 'gain' : 'loss'},
  };
  const rate = label('rate', text, {x: width + ARROW_TO_WORDS, y: height / 2, size: view.frame.smallSize});
  return {kind: 'group', key, x: panel.plotX + x, y, marks: [...(width ? [arrow] : []), rate]};
}

function drawColumn(column: ColumnPlace, {panel, row}: RungContext, {frame}: LadderView): Mark[] {
  const {x, field} = column;
  const y = panel.barHeight / 2;
  const bars = column.bars[row];
  if (bars) return drawMoney(bars, {x, y, size: frame.smallSize});
  const text = column.texts[row];
  if (!text) return [];
  const emphasis = field === 'netPromotion' ? ({weight: 'bold', paint: {fill: 'accent'}} as const) : {};
  return [label(field, text, {x, y, anchor: 'end', size: frame.labelSize, ...emphasis})];
}

const MONEY_HEIGHT = 9;

/** Spend above in grey, value beneath in the accent: the eye compares the two ends. */
function drawMoney(
  {spend, value, spendText, valueText}: MoneyBars,
  {x, y, size}: {readonly x: number; readonly y: number; readonly size: number},
): Mark[] {
  const shift = moneyShift({smallSize: size});
  const bar = (key: 'spend' | 'value', width: number | null, text: string): Mark[] => {
    if (width === null) return [];
    const middle = key === 'spend' ? y - shift : y + shift;
    const place = {x, y: middle - MONEY_HEIGHT / 2, width, height: MONEY_HEIGHT, radius: 1};
    return [box(key, place, {fill: MONEY_INK[key]}), label(`${key} share`, text, {x: x + width + 4, y: middle, size})];
  };
  return [...bar('spend', spend, spendText), ...bar('value', value, valueText)];
}
