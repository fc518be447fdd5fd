import {box, hitArea, label} from '../../scene/marks.js';
import {rounded} from '../../scene/mark-attributes.js';
import type {GroupMark, Ink, Mark, Scene} from '../../scene/scene.js';
import {datumOfRest, datumOfSegment} from './datum.js';
import type {BarPlace, CurveLayout, ShareLayout} from './layout-share.js';
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

function drawBar(
  bar: BarPlace,
  {index, zero}: {readonly index: number; readonly zero: number},
  view: MatrixView,
): GroupMark {
  const {segment, figures, x, y, width, height, texts, textX, textY} = bar;
  const {labelSize, smallSize} = view.frame;
  const place = {row: 0, column: index};
  const lineY = (line: number) => textY + (line ? labelSize * 0.5 + smallSize * (line * 1.3 - 0.4) : 0);
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
        {fill: inkOf(bar), ...(segment ? {} : {stroke: 'context', dash: [4, 3]})},
      ),
      ...texts.map((text, line) =>
        label(`text ${line}`, text, {
          x: textX,
          y: lineY(line),
          size: line ? smallSize : labelSize,
          ...(line ? {paint: {fill: 'muted' as const}} : {weight: 'bold' as const}),
        }),
      ),
    ],
  };
}

function drawScales({plotWidth, zero, average, ticks, bars}: ShareLayout, {frame, words}: MatrixView): Mark[] {
  const {smallSize: size, unit} = frame;
  const foot = Math.max(zero, ...bars.map(({y, height}) => y + height));
  const last = ticks.length - 1;
  const averageX = plotWidth - frame.textWidth(words.average, size);
  // Beneath the line, where no bar is.
  const isFree = bars.every(({x, y, width}) => x + width < averageX || y > average + size * 1.6);
  return [
    {kind: 'line', key: 'zero', x1: 0, y1: zero, x2: plotWidth, y2: zero, paint: {stroke: 'context'}},
    {
      kind: 'line',
      key: 'average',
      part: 'average',
      x1: 0,
      y1: average,
      x2: plotWidth,
      y2: average,
      paint: {stroke: 'text', dash: [2, 3]},
    },
    ...(isFree
      ? [
          label('average text', words.average, {
            x: plotWidth,
            y: average + size * 0.8,
            size,
            anchor: 'end',
            paint: {fill: 'muted'},
          }),
        ]
      : []),
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

function drawCurve(layout: CurveLayout, {frame, words, locale}: MatrixView): Mark[] {
  const {x, y, size: side, concentration, top, bottom, told} = layout;
  const {smallSize: size, unit} = frame;
  const px = (customers: number) => rounded(customers * side);
  const py = (value: number) => rounded(((top - value) / (top - bottom)) * side);
  const line = concentration.curve.map(
    ({customers, value}, index) => `${index ? 'L' : 'M'}${px(customers)} ${py(value)}`,
  );
  const muted = {paint: {fill: 'muted'}} as const;
  const [toldX, toldY] = [px(told.customers), py(told.value)];
  const foot = side + unit + size * 0.4;
  return [
    {
      kind: 'group',
      key: 'curve',
      part: 'curve',
      x,
      y,
      marks: [
        {
          kind: 'path',
          key: 'area',
          d: `${line.join('')}L${px(1)} ${py(0)}L0 ${py(0)}Z`,
          paint: {fill: 'accent', opacity: 0.1},
        },
        {kind: 'line', key: 'foot', x1: 0, y1: py(0), x2: side, y2: py(0), paint: {stroke: 'context'}},
        {kind: 'line', key: 'whole', x1: 0, y1: py(1), x2: side, y2: py(1), paint: {stroke: 'grid'}},
        {
          kind: 'path',
          key: 'equality',
          part: 'equality',
          d: `M0 ${py(0)}L${side} ${py(1)}`,
          paint: {fill: 'none', stroke: 'context'},
        },
        {
          kind: 'path',
          key: 'line',
          part: 'line',
          d: line.join(''),
          paint: {fill: 'none', stroke: 'accent', strokeWidth: 2},
        },
        {kind: 'line', key: 'drop', x1: toldX, y1: toldY, x2: toldX, y2: py(0), paint: {stroke: 'text', dash: [2, 3]}},
        {
          kind: 'circle',
          key: 'told',
          cx: toldX,
          cy: toldY,
          r: 4,
          paint: {fill: 'accent', stroke: 'ground', strokeWidth: 2},
        },
        label('told text', told.text, toldPlace(layout, {x: toldX, y: toldY, size})),
        ...(concentration.gini === null
          ? []
          : [
              label('gini', words.gini(concentration.gini.toFixed(2)), {
                x: side - unit,
                y: py(0) - size,
                anchor: 'end',
                size,
                ...muted,
              }),
            ]),
        label('from', locale.wholePercent(0), {x: 0, y: foot, size, ...muted}),
        label('axis', words.ofCustomers, {x: side / 2, y: foot, anchor: 'middle', size, ...muted}),
        label('to', locale.wholePercent(1), {x: side, y: foot, anchor: 'end', size, ...muted}),
      ],
    },
  ];
}

/** Beside the point, under the curve; where the curve leaves no room, to its left. */
function toldPlace({told}: CurveLayout, {x, y, size}: {readonly x: number; readonly y: number; readonly size: number}) {
  const below = y + size * 1.4;
  return told.isRight
    ? ({x: x + 8, y: below, size, weight: 'bold'} as const)
    : ({x: x - 8, y: below, size, anchor: 'end', weight: 'bold'} as const);
}
