import {rounded} from '../../scene/mark-attributes.js';
import {box, FIRST_LINE, hitArea, label} from '../../scene/marks.js';
import type {GroupMark, Mark} from '../../scene/scene.js';
import {datumOfStep} from './datum.js';
import type {FunnelLayout, FunnelPanel, GapPlace, StepPlace} from './layout-funnel.js';
import type {LadderView} from './view.js';

export const drawFunnel = ({panels}: FunnelLayout, view: LadderView): Mark[] =>
  panels.map((panel, index) => drawPanel(panel, index, view));

function drawPanel(panel: FunnelPanel, index: number, view: LadderView): GroupMark {
  const {labelSize: size} = view.frame;
  const {series, shownSeries, x, y, steps} = panel;
  return {
    kind: 'group',
    key: `panel ${index}`,
    part: 'panel',
    x,
    y,
    marks: [
      ...(series === null ? [] : [label('series', shownSeries, {x: 0, y: size * FIRST_LINE, size, weight: 'bold'})]),
      ...steps.map((step, row) => drawStep(step, {panel, row, index}, view)),
    ],
  };
}

interface StepContext {
  readonly panel: FunnelPanel;
  readonly row: number;
  readonly index: number;
}

function drawStep(step: StepPlace, {panel, row, index}: StepContext, view: LadderView): GroupMark {
  const {labelSize: size, unit} = view.frame;
  const {plotX, barHeight, width} = panel;
  const {bar} = step;
  const y = barHeight / 2;
  const muted = {paint: {fill: 'muted'}} as const;
  return {
    kind: 'group',
    key: `rung ${step.rung}`,
    part: 'rung',
    y: step.y,
    datum: datumOfStep(step, {series: panel.series, row, column: index}, view),
    marks: [
      hitArea({x: -4, y: -3, width: width + 8, height: barHeight + 6}),
      ...(step.gap ? drawGap(step.gap, plotX, view) : []),
      label('name', step.shownName, {x: plotX - unit, y, anchor: 'end', size}),
      ...(bar === null
        ? []
        : [box('bar', {x: plotX, y: 0, width: bar, height: barHeight, radius: 2}, {fill: 'accent'})]),
      label('count', step.countText, {x: plotX + (bar ?? 0) + 6, y, size, ...(bar === null ? muted : {})}),
      label('of first', step.ofFirst, {x: width, y, anchor: 'end', size, ...muted}),
    ],
  };
}

function drawGap(gap: GapPlace, plotX: number, {frame}: LadderView): Mark[] {
  const {smallSize: size, unit} = frame;
  const [above, below, height] = [gap.above, gap.below, gap.height].map(rounded) as [number, number, number];
  const y = gap.y + gap.height / 2;
  const emphasis = gap.isLargestLoss
    ? ({weight: 'bold', paint: {fill: 'loss'}} as const)
    : ({paint: {fill: 'muted'}} as const);
  const slope = `M0 0H${above}L${below} ${height}H0Z`;
  return [
    {kind: 'path', key: 'slope', part: 'slope', x: plotX, y: gap.y, d: slope, paint: {fill: 'wash'}},
    label('went on', gap.wentOn, {x: plotX + unit, y, size}),
    label('lost', gap.lost, {x: gap.lostX, y, size, ...emphasis}),
  ];
}
