import {hitArea, label} from '../../scene/marks.js';
import type {GroupMark, Mark} from '../../scene/scene.js';
import type {BinPlace, BinsLayout, QiniPlace, ScorePlace} from './layout-bins.js';
import {drawPlot} from './plot.js';
import {line, pointAt} from './scene-rows.js';
import {drawHead} from './scene-time.js';
import type {LiftView} from './view.js';

export const drawBins = (layout: BinsLayout, view: LiftView): Mark[] =>
  layout.panels.map((panel) => drawScore(panel, layout, view));

function drawScore(panel: ScorePlace, {top, panelWidth}: BinsLayout, view: LiftView): GroupMark {
  const {smallSize, unit} = view.frame;
  const {plot, qini} = panel;
  const below = plot.height + unit / 2 + smallSize / 2;
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
          label('order', view.words.bestFirst, {
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
      : [line('interval', [0, bin.low, 0, bin.high], {stroke: bin.ink, strokeWidth: 2.5})]),
    ...(bin.estimate === null ? [] : [pointAt([0, bin.estimate], bin)]),
    label('bin', bin.text, {x: 0, y, anchor: 'middle', size, paint: {fill: 'muted'}}),
  ],
});

function drawQini(qini: QiniPlace, top: number, view: LiftView): GroupMark {
  const {smallSize: size, unit, labelSize} = view.frame;
  const muted = {fill: 'muted'} as const;
  const {plot} = qini;
  const path = (key: string, d: string, paint: Mark['paint']): Mark => ({
    kind: 'path',
    key,
    part: key,
    d,
    ...(paint ? {paint} : {}),
  });
  const y = plot.height + unit / 2 + size / 2;
  return {
    kind: 'group',
    key: 'qini',
    x: qini.x,
    y: qini.y,
    marks: [
      label('title', qini.title, {x: 0, y: labelSize + unit + size / 2, size, paint: muted}),
      {
        kind: 'group',
        key: 'curve',
        y: top,
        marks: [
          path('area', qini.area, {fill: 'accent', opacity: 0.16}),
          ...drawPlot(plot, view),
          path('random', qini.random, {fill: 'none', stroke: 'context', strokeWidth: 1.5, dash: [4, 3]}),
          path('qini', qini.curve, {fill: 'none', stroke: 'accent', strokeWidth: 2}),
          ...qini.points.map(([cx, cy], index): Mark => ({
            kind: 'circle',
            key: `point ${index}`,
            cx,
            cy,
            r: 2.5,
            paint: {fill: 'accent'},
          })),
          label('random', view.words.random, {...qini.randomLabel, size, paint: muted}),
          ...qini.ticks.map(({x, text}, index) =>
            label(`share ${index}`, text, {
              x,
              y,
              anchor: index === 0 ? 'start' : index === 2 ? 'end' : 'middle',
              size,
              paint: muted,
            }),
          ),
          label('share', view.words.shareAxis, {x: plot.left, y: y + size * 1.4, size, paint: muted}),
        ],
      },
    ],
  };
}
