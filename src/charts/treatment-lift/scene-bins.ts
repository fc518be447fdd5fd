import {fitText} from '../../guides/fit-text.js';
import {hitArea, label} from '../../scene/marks.js';
import type {GroupMark, Mark, Paint} from '../../scene/scene.js';
import type {BinPlace, BinsLayout, QiniPlace, ScorePlace} from './layout-bins.js';
import {drawPlot} from './plot.js';
import {line, pointAt} from './scene-rows.js';
import {drawHead} from './scene-time.js';
import type {LiftView} from './view.js';

export const drawBins = (layout: BinsLayout, view: LiftView): Mark[] =>
  layout.panels.map((panel) => drawScore(panel, layout, view));

function drawScore(panel: ScorePlace, {top, panelWidth}: BinsLayout, view: LiftView): GroupMark {
  const {smallSize} = view.frame;
  const {plot, qini} = panel;
  const below = plot.height + smallSize * 1.1;
  return {
    kind: 'group',
    key: panel.key,
    part: 'panel',
    y: panel.y,
    marks: [
      ...drawHead({...panel, word: '', ink: 'context'}, panelWidth, view),
      {
        kind: 'group',
        key: 'bins',
        y: top,
        marks: [
          ...drawPlot(plot, view),
          ...panel.bins.map((bin) => drawBin(bin, {height: plot.height, y: below, size: smallSize})),
          label('order', fitText(view.words.bestFirst, plot.width, {...view.frame, size: smallSize}), {
            ...{x: plot.left, y: below + smallSize * 1.4, size: smallSize},
            paint: {fill: 'muted'},
          }),
        ],
      },
      ...(qini ? [drawQini(qini, top, view)] : []),
    ],
  };
}

interface BinContext {
  readonly height: number;
  readonly y: number;
  readonly size: number;
}

/** The limit lies beyond the picture. */
const arrow = (key: 'low' | 'high', y: number, {ink}: BinPlace): Mark => ({
  ...{kind: 'path', key, part: 'arrow', y, paint: {fill: ink}},
  d: key === 'high' ? 'M0 0L-6 8H6Z' : 'M0 0L-6 -8H6Z',
});

const drawBin = (bin: BinPlace, {height, y, size}: BinContext): GroupMark => ({
  kind: 'group',
  key: `bin ${bin.key}`,
  part: 'row',
  x: bin.x,
  datum: bin.datum,
  marks: [
    hitArea({x: -bin.width / 2, y: 0, width: bin.width, height: height + size * 1.5}),
    ...(bin.low === null || bin.high === null
      ? []
      : [
          line('interval', [0, bin.low, 0, bin.high], {stroke: bin.ink, strokeWidth: 2.5}),
          ...(bin.lowCut ? [arrow('low', bin.low, bin)] : []),
          ...(bin.highCut ? [arrow('high', bin.high, bin)] : []),
        ]),
    ...(bin.estimate === null ? [] : [pointAt([0, bin.estimate], bin)]),
    ...(bin.withheld
      ? [label('withheld', bin.withheld, {x: 0, y: height / 2, anchor: 'middle', size, paint: {fill: 'muted'}})]
      : []),
    label('bin', bin.text, {x: 0, y, anchor: 'middle', size, paint: {fill: 'muted'}}),
  ],
});

const path = (key: string, d: string, paint: Paint): Mark => ({kind: 'path', key, part: key, d, paint});

function drawQini(qini: QiniPlace, top: number, view: LiftView): GroupMark {
  const {smallSize: size, unit, labelSize} = view.frame;
  const y = labelSize + unit + size / 2;
  return {
    kind: 'group',
    key: 'qini',
    x: qini.x,
    y: qini.y,
    marks: [
      label('title', qini.title, {x: 0, y, size, paint: {fill: 'muted'}}),
      {kind: 'group', key: 'curve', y: top, marks: [...drawCurve(qini, view), ...drawShares(qini, view)]},
    ],
  };
}

const drawCurve = ({plot, area, random, curve, points, ink}: QiniPlace, view: LiftView): Mark[] => [
  path('area', area, {fill: ink, opacity: 0.16}),
  ...drawPlot(plot, view),
  path('random', random, {fill: 'none', stroke: 'context', strokeWidth: 1.5, dash: [4, 3]}),
  path('qini', curve, {fill: 'none', stroke: ink, strokeWidth: 2}),
  ...points.map(([cx, cy], index): Mark => ({
    kind: 'circle',
    key: `point ${index}`,
    cx,
    cy,
    r: 2.5,
    paint: {fill: ink},
  })),
];

function drawShares({plot, ticks, randomLabel}: QiniPlace, {frame, words}: LiftView): Mark[] {
  const {smallSize: size, unit} = frame;
  const y = plot.height + unit / 2 + size / 2;
  const quiet = {size, paint: {fill: 'muted'}} as const;
  return [
    ...(randomLabel
      ? [
          label('random order', fitText(words.random, plot.width, {...frame, size}), {
            ...randomLabel,
            anchor: 'end',
            ...quiet,
          }),
        ]
      : []),
    ...ticks.map(({x, text, anchor}) => label(`share ${anchor}`, text, {x, y, anchor, ...quiet})),
    label('share', fitText(words.shareAxis, plot.width, {...frame, size}), {x: plot.left, y: y + size * 1.4, ...quiet}),
  ];
}
