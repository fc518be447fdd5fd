import {fitText} from '../../guides/fit-text.js';
import {box, hitArea, label} from '../../scene/marks.js';
import {rounded} from '../../scene/mark-attributes.js';
import type {GroupMark, Ink, Mark, Paint, Scene} from '../../scene/scene.js';
import {customersHolding} from '../../statistics/concentration.js';
import {datumOfRest, datumOfSegment} from './datum.js';
import {drawKey} from './key.js';
import {type BarPlace, type CurveLayout, giniText, type ShareLayout} from './layout-share.js';
import {lineAt} from './share-texts.js';
import type {MatrixView} from './view.js';

/** Share of customers × share of value. */
export function drawShare(layout: ShareLayout, view: MatrixView): Scene {
  const {width, height, bars, curve} = layout;
  return {
    width,
    height,
    marks: [
      ...bars.map((bar, index) => drawBar(bar, {index, zero: layout.zero}, view)),
      ...drawScales(layout, view),
      ...(curve ? drawCurve(curve, view) : []),
    ],
  };
}

const inkOf = ({segment, figures: {index}}: BarPlace): Ink =>
  segment === null || index === null ? 'wash' : index < 0 ? 'loss' : index < 100 ? 'context' : 'accent';

/** Wider bars than this are told apart by a line of the ground's colour; the length itself stays true. */
const APART = 4;

function drawBar(
  bar: BarPlace,
  {index, zero}: {readonly index: number; readonly zero: number},
  view: MatrixView,
): GroupMark {
  const {segment, figures, x, y, width, height, names, texts, textX, textY} = bar;
  const {labelSize, smallSize} = view.frame;
  const place = {row: 0, column: index};
  return {
    kind: 'group',
    key: segment?.segment ?? '',
    part: 'segment',
    datum: segment ? datumOfSegment(segment, place, view) : datumOfRest(figures, place, view),
    marks: [
      hitArea({x, y: textY - labelSize / 2, width, height: Math.max(zero, y + height) - textY + labelSize / 2}),
      box(
        'bar',
        {x, y, width, height, radius: 1},
        {
          fill: inkOf(bar),
          ...(segment ? (width > APART ? {stroke: 'ground'} : {}) : {stroke: 'context', dash: [4, 3]}),
        },
      ),
      ...[...names, ...texts].map((text, line) => {
        const [isName, count] = [line < names.length, Math.min(line + 1, names.length)];
        return label(`text ${line}`, text, {
          x: textX,
          y: textY + lineAt(view, {names: count, texts: line + 1 - count}),
          ...(isName ? {size: labelSize, weight: 'bold'} : {size: smallSize, paint: {fill: 'muted'}}),
        });
      }),
    ],
  };
}

function drawScales({plotWidth, zero, average, averageName, ticks, bars, key}: ShareLayout, view: MatrixView): Mark[] {
  const {frame, words} = view;
  const {smallSize: size, unit} = frame;
  const foot = Math.max(zero, ...bars.map(({y, height}) => y + height));
  const last = ticks.length - 1;
  return [
    {kind: 'line', key: 'zero', x1: 0, y1: zero, x2: plotWidth, y2: zero, paint: {stroke: 'context'}},
    dotted('average', average, plotWidth),
    ...(averageName.isBelow ? [dotted('average sign', averageName.y, unit * 2)] : []),
    label('average text', words.average, {
      ...(averageName.isBelow ? {x: unit * 2 + 4} : {x: plotWidth, anchor: 'end'}),
      y: averageName.y,
      size,
      paint: {fill: 'muted'},
    }),
    ...drawKey(key, view),
    ...ticks.map(({x, text}, index) =>
      label(`tick ${index}`, text, {
        x,
        y: foot + unit + size * 0.4,
        size,
        anchor: index === 0 ? 'start' : index === last ? 'end' : 'middle',
        paint: {fill: 'muted'},
      }),
    ),
  ];
}

const dotted = (key: string, y: number, width: number): Mark => ({
  ...{kind: 'line', key, part: 'average', x1: 0, y1: y, x2: width, y2: y},
  paint: {stroke: 'text', dash: [2, 3]},
});

function drawCurve(layout: CurveLayout, view: MatrixView): Mark[] {
  const {x, y, size: side, concentration, top, bottom, told} = layout;
  const px = (customers: number) => rounded(customers * side);
  const py = (value: number) => rounded(((top - value) / (top - bottom)) * side);
  const d = concentration.curve
    .map(({customers, value}, index) => `${index ? 'L' : 'M'}${px(customers)} ${py(value)}`)
    .join('');
  const [toldX, toldY, foot] = [px(told.customers), py(told.value), py(0)];
  const line = (key: string, at: number, stroke: Ink): Mark => ({
    kind: 'line',
    key,
    x1: 0,
    y1: at,
    x2: side,
    y2: at,
    paint: {stroke},
  });
  const path = (part: string, data: string, paint: Paint): Mark => ({kind: 'path', key: part, part, d: data, paint});
  const marks: Mark[] = [
    path('area', `${d}L${px(1)} ${foot}L0 ${foot}Z`, {fill: 'accent', opacity: 0.1}),
    line('foot', foot, 'context'),
    line('whole', py(1), 'grid'),
    path('equality', `M0 ${foot}L${side} ${py(1)}`, {fill: 'none', stroke: 'context'}),
    path('line', d, {fill: 'none', stroke: 'accent', strokeWidth: 2}),
    path('drop', `M${toldX} ${toldY}V${foot}`, {stroke: 'text', dash: [2, 3]}),
    {
      kind: 'circle',
      key: 'told',
      cx: toldX,
      cy: toldY,
      r: 4,
      paint: {fill: 'accent', stroke: 'ground', strokeWidth: 2},
    },
    ...curveTexts(layout, {x: toldX, y: toldY, foot, whole: py(1)}, view),
  ];
  return [{kind: 'group', key: 'curve', part: 'curve', x, y, marks}];
}

function curveTexts(
  layout: CurveLayout,
  {x, y, foot, whole}: {readonly x: number; readonly y: number; readonly foot: number; readonly whole: number},
  {frame, words, locale}: MatrixView,
): Mark[] {
  const {size: side, concentration, top, told, axisLine} = layout;
  const {smallSize: size, unit} = frame;
  const muted = {size, paint: {fill: 'muted'}} as const;
  const below = side + unit + size * 0.4;
  const gini = giniText(concentration, words);
  // At the upper edge, which is more than 100 % where the curve rises above that; then its line bears a number only, and
  // none where it is so little lower that the two would meet.
  const valueName = words.labelled(words.valueShare, locale.wholePercent(top));
  const all = locale.wholePercent(1);
  const isAllFree =
    whole > size * 1.2 && frame.textWidth(all, size) + unit < customersHolding(concentration.curve, 1) * side;
  return [
    ...(told.text ? [label('told text', told.text, toldPlace(layout, {x, y, size}))] : []),
    ...(gini ? [label('gini', gini, {x: side - unit, y: foot - size, anchor: 'end', ...muted})] : []),
    label('top text', fitText(valueName, side, {...frame, size}), {x: 0, y: -size * 0.8, ...muted}),
    ...(isAllFree ? [label('whole text', all, {x: 0, y: whole - size * 0.8, ...muted})] : []),
    label('from', locale.wholePercent(0), {x: 0, y: below, ...muted}),
    label('axis', fitText(words.ofCustomers, side, {...frame, size}), {
      ...{x: side / 2, y: below + size * axisLine, anchor: 'middle', ...muted},
    }),
    label('to', all, {x: side, y: below, anchor: 'end', ...muted}),
  ];
}

/** Beside the point, under the curve; where the curve leaves no room, to its left. */
function toldPlace({told}: CurveLayout, {x, y, size}: {readonly x: number; readonly y: number; readonly size: number}) {
  const below = y + size * 1.4;
  return told.isRight
    ? ({x: x + 8, y: below, size, weight: 'bold'} as const)
    : ({x: x - 8, y: below, size, anchor: 'end', weight: 'bold'} as const);
}
