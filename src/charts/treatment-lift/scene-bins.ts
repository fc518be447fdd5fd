import {fitText} from '../../guides/fit-text.js';
import {rounded} from '../../scene/mark-attributes.js';
import {hitArea, label} from '../../scene/marks.js';
import type {GroupMark, Mark, Paint} from '../../scene/scene.js';
import type {BinPlace, BinsLayout, ScorePlace} from './layout-bins.js';
import type {CurvePlace, CutPlace} from './layout-curves.js';
import {drawPlot} from './plot.js';
import {line, POINT, pointAt} from './scene-rows.js';
import {drawHead} from './scene-time.js';
import type {LiftView} from './view.js';

export const drawBins = (layout: BinsLayout, view: LiftView): Mark[] =>
  layout.panels.map((panel) => drawScore(panel, layout, view));

function drawScore(panel: ScorePlace, {top, panelWidth}: BinsLayout, view: LiftView): GroupMark {
  const {smallSize} = view.frame;
  const {plot, width} = panel;
  const below = plot.height + smallSize * 1.1;
  return {
    kind: 'group',
    key: panel.key,
    part: 'panel',
    y: panel.y,
    marks: [
      ...drawHead({...panel, word: '', ink: 'context'}, width, view),
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
      ...panel.curves.map((curve) => drawCurve(curve, {top, width: panelWidth}, view)),
    ],
  };
}

interface BinContext {
  readonly height: number;
  readonly y: number;
  readonly size: number;
}

/** Half of what a mark may take of a narrow bin, so that it stays apart from the next. */
const halfOf = (width: number, most: number): number => rounded(Math.min(most, Math.max(1, width / 2 - 0.5)));

/** The limit lies beyond the picture. */
const arrow = (key: 'low' | 'high', y: number, {ink, width}: BinPlace): Mark => {
  const half = halfOf(width, 6);
  const height = rounded((key === 'high' ? half : -half) * (4 / 3));
  return {kind: 'path', key, part: 'arrow', y, paint: {fill: ink}, d: `M0 0L${-half} ${height}H${half}Z`};
};

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
          line('interval', [0, bin.low, 0, bin.high], {
            stroke: bin.ink,
            strokeWidth: Math.max(1, halfOf(bin.width, 4) * 0.625),
          }),
          ...(bin.lowCut ? [arrow('low', bin.low, bin)] : []),
          ...(bin.highCut ? [arrow('high', bin.high, bin)] : []),
        ]),
    ...(bin.estimate === null ? [] : [pointAt([0, bin.estimate], bin, halfOf(bin.width, POINT))]),
    ...(bin.withheld
      ? [label('withheld', bin.withheld, {x: 0, y: height / 2, anchor: 'middle', size, paint: {fill: 'muted'}})]
      : []),
    label('bin', bin.text, {x: 0, y, anchor: 'middle', size, paint: {fill: 'muted'}}),
  ],
});

const path = (key: string, d: string, paint: Paint): Mark => ({kind: 'path', key, part: key, d, paint});

interface CurveContext {
  readonly top: number;
  readonly width: number;
}

function drawCurve(place: CurvePlace, {top, width}: CurveContext, view: LiftView): GroupMark {
  const {plot, area, random, curve, cuts, ink, key, x, y} = place;
  return {
    ...{kind: 'group', key, x, y},
    marks: [
      ...drawHead(place, width, view),
      {
        kind: 'group',
        key: 'curve',
        y: top,
        marks: [
          path('area', area, {fill: ink, opacity: 0.16}),
          ...drawPlot(plot, view),
          path('random', random, {fill: 'none', stroke: 'context', strokeWidth: 1.5, dash: [4, 3]}),
          path(key, curve, {fill: 'none', stroke: ink, strokeWidth: 2}),
          ...drawShares(place, view),
          ...cuts.map((cut, index) => drawCut(cut, index, place)),
        ],
      },
    ],
  };
}

const drawCut = ({x, y, width, datum}: CutPlace, index: number, {ink, plot}: CurvePlace): GroupMark => ({
  ...{kind: 'group', key: `cut ${index}`, part: 'point', datum},
  marks: [
    hitArea({x: x - width, y: 0, width, height: plot.height}),
    {
      kind: 'circle',
      key: 'estimate',
      part: 'estimate',
      cx: x,
      cy: y,
      r: halfOf(width, 2.5),
      paint: {fill: ink},
    },
  ],
});

function drawShares({plot, ticks, randomLabel, share}: CurvePlace, {frame, words}: LiftView): Mark[] {
  const {smallSize: size, unit} = frame;
  const y = plot.height + unit / 2 + size / 2;
  const quiet = {size, paint: {fill: 'muted'}} as const;
  return [
    ...(randomLabel ? [label('random order', words.random, {...randomLabel, anchor: 'end', ...quiet})] : []),
    ...ticks.map(({x, text, anchor}) => label(`share ${anchor}`, text, {x, y, anchor, ...quiet})),
    label('share', share, {x: plot.left, y: y + size * 1.4, ...quiet}),
  ];
}
