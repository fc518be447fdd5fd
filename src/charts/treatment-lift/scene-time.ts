import {FIRST_LINE, hitArea, label} from '../../scene/marks.js';
import type {GroupMark, Ink, Mark} from '../../scene/scene.js';
import type {BandArrow} from './course-band.js';
import type {CoursePlace, DayPlace, TimeLayout} from './layout-time.js';
import {drawPlot} from './plot.js';
import {line} from './scene-rows.js';
import type {LiftView} from './view.js';

export const drawTime = (layout: TimeLayout, view: LiftView): Mark[] =>
  layout.panels.map((panel) => drawCourse(panel, layout, view));

/** Heading, verdict and title above a plot. */
export function drawHead(
  {heading, word, title, ink}: Pick<CoursePlace, 'heading' | 'word' | 'title' | 'ink'>,
  width: number,
  {frame: {labelSize, smallSize, unit}}: LiftView,
): Mark[] {
  const fill: Ink = ink === 'context' ? 'muted' : ink;
  return [
    label('heading', heading, {x: 0, y: labelSize * FIRST_LINE, size: labelSize, weight: 'bold'}),
    label('word', word, {x: width, y: labelSize * FIRST_LINE, anchor: 'end', size: labelSize, paint: {fill}}),
    label('title', title, {x: 0, y: labelSize + unit + smallSize / 2, size: smallSize, paint: {fill: 'muted'}}),
  ];
}

function drawCourse(panel: CoursePlace, {panelWidth, top}: TimeLayout, view: LiftView): GroupMark {
  const {smallSize, labelSize, unit} = view.frame;
  const {plot, end} = panel;
  const ink = panel.isApart ? 'context' : 'accent';
  const endInk = panel.isApart ? 'muted' : 'accent';
  const path = (key: string, d: string, paint: Mark['paint']): Mark[] =>
    d ? [{kind: 'path', key, part: key, d, ...(paint ? {paint} : {})}] : [];
  const marks: Mark[] = [
    ...path('band', panel.band, {fill: ink, opacity: 0.16}),
    ...path('inner-band', panel.innerBand, {fill: ink, opacity: 0.18}),
    ...drawPlot(plot, view),
    ...path('course', panel.course, {fill: 'none', stroke: ink, strokeWidth: 2}),
    ...panel.arrows.map((arrow, index) => drawArrow(arrow, index, {height: plot.height, ink})),
    ...(end
      ? [
          label('end', end.text, {
            ...(end.isBeside
              ? {x: end.x + unit, y: end.y}
              : {x: panelWidth, y: labelSize + unit + smallSize / 2 - top, anchor: 'end'}),
            ...{size: labelSize, weight: 'bold', paint: {fill: endInk}},
          }),
        ]
      : []),
    ...panel.dayTicks.flatMap(({x, text, anchor}, index) => [
      line(`grid day ${index}`, [x, plot.height, x, plot.height + unit / 2], {stroke: 'context'}),
      label(`day ${index}`, text, {
        ...{x, y: plot.height + unit / 2 + smallSize, anchor, size: smallSize},
        paint: {fill: 'muted'},
      }),
    ]),
    ...panel.days.map((day, index) => drawDay(day, index, {height: plot.height, ink})),
  ];
  return {
    kind: 'group',
    key: panel.key,
    part: 'panel',
    x: panel.x,
    y: panel.y,
    marks: [...drawHead(panel, panelWidth, view), {kind: 'group', key: 'plot', y: top, marks}],
  };
}

/** Open where the limit lies beyond the picture, filled where nothing bounds it. */
interface InPlot {
  readonly height: number;
  readonly ink: Ink;
}

const drawArrow = ({x, isUp, isUnbounded}: BandArrow, index: number, {height, ink}: InPlot): Mark => ({
  ...{kind: 'path', key: `arrow ${index}`, part: 'arrow', x, y: isUp ? 0 : height},
  d: isUp ? `M-6 9L0 2L6 9${isUnbounded ? 'Z' : ''}` : `M-6 -9L0 -2L6 -9${isUnbounded ? 'Z' : ''}`,
  paint: isUnbounded ? {fill: ink} : {fill: 'none', stroke: ink, strokeWidth: 2},
});

const drawDay = ({x, y, width, datum}: DayPlace, index: number, {height, ink}: InPlot): GroupMark => ({
  kind: 'group',
  key: `until ${index}`,
  part: 'point',
  datum,
  marks: [
    hitArea({x: x - width / 2, y: 0, width, height}),
    ...(y === null
      ? []
      : [
          {
            kind: 'circle',
            key: 'estimate',
            part: 'estimate',
            cx: x,
            cy: y,
            r: 3,
            paint: {fill: ink, stroke: 'ground', strokeWidth: 1},
          } as const,
        ]),
  ],
});
