import {fitText} from '../../guides/fit-text.js';
import {box, FIRST_LINE, hitArea, label} from '../../scene/marks.js';
import {rounded} from '../../scene/mark-attributes.js';
import type {GroupMark, HandleAxis, LineMark, Mark, Scene, TextMark} from '../../scene/scene.js';
import {datumOfBubble, datumOfQuadrant, sentenceOfThresholds} from './datum.js';
import {drawSwarm, fieldOfSwarm} from './dense-bubbles.js';
import {type AxisPlace, type Bubble, type Corner, CORNER_LINE, type QuadrantLayout} from './quadrant-places.js';
import type {MatrixView} from './view.js';

/** Room for a finger around a line, in pixels. */
const GRIP = 24;

/** Segments on two axes with movable thresholds. */
export function drawQuadrant(layout: QuadrantLayout, view: MatrixView): Scene {
  const {width, height, bubbles, corners, labels, swarm} = layout;
  const {smallSize: size} = view.frame;
  if (!bubbles.length && !swarm) return drawWithheld(view);
  const ground = [
    ...drawAxes(layout, view),
    ...corners.map((corner, index) => drawCorner(corner, {layout, index}, view)),
    ...drawThresholds(layout, view),
  ];
  const knob = drawKnob(layout, view);
  if (swarm) {
    const marks = [drawSwarm(swarm, layout.plot), ...ground, knob];
    return {width, height, marks, field: fieldOfSwarm(swarm, layout, view)};
  }
  const fromLeft = bubbles.toSorted((a, b) => a.cx - b.cx);
  const columns = new Map(fromLeft.map((bubble, index) => [bubble, index]));
  return {
    width,
    height,
    marks: [
      ...ground,
      ...bubbles.flatMap((bubble) => drawArrow(bubble)),
      ...bubbles.map((bubble) => drawBubble(bubble, {layout, column: columns.get(bubble)!}, view)),
      ...labels.map(({segment, text, x, y, anchor}) => label(`name ${segment}`, text, {x, y, anchor, size})),
      knob,
    ],
  };
}

/** Axes of nobody would be invented. */
function drawWithheld({frame, words, locale}: MatrixView): Scene {
  const {width, unit, labelSize: size} = frame;
  const text = words.labelled(words.measure.customers, locale.words.withheldInWords);
  const place = {x: width / 2, y: unit * 5, anchor: 'middle', size, paint: {fill: 'muted'}} as const;
  return {width, height: unit * 10, marks: [label('withheld', text, place)]};
}

function drawAxes({plot, x, y, swarm}: QuadrantLayout, {frame}: MatrixView): Mark[] {
  const {smallSize: size, unit} = frame;
  const muted = {size, paint: {fill: 'muted'}} as const;
  // Thousands of bubbles are painted beneath: lines would cut through them.
  const grid = (key: string, line: Omit<LineMark, 'kind' | 'key'>): Mark[] =>
    swarm ? [] : [{kind: 'line', key, ...line, paint: {stroke: 'grid'}}];
  const foot = plot.bottom + size;
  const [first, second = first] = y.ticks;
  const every = Math.max(1, Math.ceil((size * 1.1) / Math.abs((second?.at ?? 0) - (first?.at ?? 0) || size * 2)));
  return [
    ...y.ticks.flatMap(({at, text}, index) => {
      // The threshold's own number stands in its place.
      const isFree = index % every === 0 && Math.abs(at - y.at(y.threshold)) > size * 1.2;
      return [
        ...grid(`grid y ${index}`, {x1: plot.left, y1: at, x2: plot.right, y2: at}),
        ...(isFree ? [numberOfY(`tick y ${index}`, {at, text}, {plot, frame, paint: muted.paint})] : []),
      ];
    }),
    ...x.ticks.flatMap(({at, text}, index) => {
      const half = frame.textWidth(text, size) / 2;
      const reach = half + frame.textWidth(x.format(x.threshold), size, 'bold') / 2 + unit / 2;
      const isFree = Math.abs(at - x.at(x.threshold)) > reach;
      const isInside = at - half >= plot.left - unit && at + half <= plot.right && isFree;
      return [
        ...grid(`grid x ${index}`, {x1: at, y1: plot.top, x2: at, y2: plot.bottom}),
        ...(isInside ? [label(`tick x ${index}`, text, {x: at, y: foot, anchor: 'middle', ...muted})] : []),
      ];
    }),
    label('name y', `↑ ${y.name}`, {x: plot.left, y: size * FIRST_LINE, ...muted}),
    label('name x', `${x.name} →`, {x: plot.right, y: foot + size * 1.4, anchor: 'end', ...muted}),
  ];
}

/** A number beside the vertical axis. */
const numberOfY = (
  key: string,
  {at, text}: AxisPlace['ticks'][number],
  {
    plot,
    frame,
    ...look
  }: {readonly frame: MatrixView['frame']} & Pick<QuadrantLayout, 'plot'> & Pick<TextMark, 'paint' | 'weight'>,
): Mark => {
  const [size, room] = [frame.smallSize, plot.left - frame.unit];
  return label(key, fitText(text, room, {...frame, size}), {x: room, y: at, anchor: 'end', size, ...look});
};

interface CornerContext {
  readonly layout: QuadrantLayout;
  readonly index: number;
}

function drawCorner(corner: Corner, {layout, index}: CornerContext, view: MatrixView): GroupMark {
  const {lines, x, y, anchor, box: place} = corner;
  const {frame} = view;
  const step = frame.smallSize * CORNER_LINE;
  return {
    kind: 'group',
    key: `quadrant ${corner.quadrant}`,
    part: 'quadrant',
    // Among thousands of bubbles datums have no nodes.
    ...(layout.swarm ? {} : {datum: datumOfQuadrant(corner, {metrics: layout.metrics, row: 0, column: index}, view)}),
    marks: [
      hitArea(place),
      ...lines.map(({text, size}, line) =>
        label(`line ${line}`, text, {
          x,
          y: y + (line ? frame.labelSize * 0.25 + line * step : 0),
          anchor,
          size,
          paint: {fill: 'muted'},
        }),
      ),
    ],
  };
}

/** The lines can be dragged each, where no bubble lies above. */
function drawThresholds({plot, x, y}: QuadrantLayout, view: MatrixView): Mark[] {
  const {frame} = view;
  const [atX, atY] = [x.at(x.threshold), y.at(y.threshold)];
  const text = {size: frame.smallSize, weight: 'bold'} as const;
  const line = (key: string, [x1, y1, x2, y2]: readonly [number, number, number, number]): Mark => ({
    ...{kind: 'line', key, part: 'threshold', x1, y1, x2, y2},
    paint: {stroke: 'text', strokeWidth: 1.5},
  });
  const grip = (axis: 'x' | 'y', area: Parameters<typeof hitArea>[0]): Mark => ({
    ...hitArea(area),
    part: 'hit grip',
    key: `grip ${axis}`,
    handle: {id: axis, [axis]: handleAxis(axis === 'x' ? x : y)},
  });
  const textX = x.format(x.threshold);
  const half = frame.textWidth(textX, frame.smallSize, 'bold') / 2;
  const middle = Math.max(half, Math.min(atX, plot.right - half));
  return [
    line('threshold x', [atX, plot.top, atX, plot.bottom]),
    line('threshold y', [plot.left, atY, plot.right, atY]),
    grip('x', {x: atX - GRIP / 2, y: plot.top, width: GRIP, height: plot.bottom - plot.top}),
    grip('y', {x: plot.left, y: atY - GRIP / 2, width: plot.right - plot.left, height: GRIP}),
    label('at x', textX, {x: middle, y: plot.bottom + frame.smallSize, anchor: 'middle', ...text}),
    numberOfY('at y', {at: atY, text: y.format(y.threshold)}, {plot, frame, weight: 'bold'}),
    ...(x.threshold !== x.initial || y.threshold !== y.initial ? [drawReset(plot, view)] : []),
  ];
}

/** Where the lines meet, above all bubbles: moves both, and is what the keyboard holds. */
function drawKnob(layout: QuadrantLayout, view: MatrixView): GroupMark {
  const {x, y} = layout;
  const text = sentenceOfThresholds(layout, view);
  return {
    kind: 'group',
    key: 'crossing',
    part: 'crossing',
    x: x.at(x.threshold),
    y: y.at(y.threshold),
    handle: {id: 'xy', label: view.words.thresholds, text, x: handleAxis(x), y: handleAxis(y)},
    marks: [
      {
        kind: 'circle',
        key: 'knob',
        part: 'knob',
        cx: 0,
        cy: 0,
        r: 6,
        paint: {fill: 'ground', stroke: 'text', strokeWidth: 2},
      },
      hitArea({x: -GRIP / 2, y: -GRIP / 2, width: GRIP, height: GRIP}),
    ],
  };
}

/** For the pointer; the keyboard has Delete. */
function drawReset({left, bottom}: QuadrantLayout['plot'], {frame, words}: MatrixView): Mark {
  const size = frame.smallSize;
  const marks = [
    hitArea({x: left - 4, y: bottom + size * 1.5, width: frame.textWidth(words.reset, size) + 8, height: GRIP}),
    label('reset text', words.reset, {x: left, y: bottom + size * 2.4, size, paint: {fill: 'accent'}}),
  ];
  return {kind: 'group', key: 'reset', part: 'reset', handle: {id: 'reset'}, marks};
}

const handleAxis = ({threshold, low, high, step, at}: AxisPlace): HandleAxis => ({
  value: threshold,
  ...{low, high, step},
  perPixel: (high - low) / (at(high) - at(low)),
});

const HEAD = 5;

/** From where a segment was to the edge of its bubble. */
function drawArrow({segment: {segment}, cx, cy, r, before}: Bubble): Mark[] {
  if (!before) return [];
  const angle = Math.atan2(cy - before.y, cx - before.x);
  const [x, y] = [cx - Math.cos(angle) * (r + 1), cy - Math.sin(angle) * (r + 1)];
  const wing = (turn: number) =>
    `M${rounded(x)} ${rounded(y)}L${rounded(x - HEAD * Math.cos(angle + turn))} ${rounded(y - HEAD * Math.sin(angle + turn))}`;
  const shaft = `M${rounded(before.x)} ${rounded(before.y)}L${rounded(x)} ${rounded(y)}`;
  return [
    {
      kind: 'path',
      key: `arrow ${segment}`,
      part: 'arrow',
      d: `${shaft}${wing(0.5)}${wing(-0.5)}`,
      paint: {fill: 'none', stroke: 'muted', strokeWidth: 1.25},
    },
  ];
}

function drawBubble(
  bubble: Bubble,
  {layout, column}: {readonly layout: QuadrantLayout; readonly column: number},
  view: MatrixView,
): GroupMark {
  const {segment, cx, cy, r} = bubble;
  const reach = Math.max(r, GRIP / 2);
  return {
    kind: 'group',
    key: `bubble ${segment.segment}`,
    part: 'segment',
    datum: datumOfBubble(segment, {metrics: layout.metrics, row: 1, column}, view),
    marks: [
      {
        kind: 'circle',
        key: 'bubble',
        part: 'bubble',
        cx,
        cy,
        r,
        paint: {fill: 'accent', stroke: 'ground', strokeWidth: 1.5, opacity: 0.8},
      },
      box('hit', {x: cx - reach, y: cy - reach, width: reach * 2, height: reach * 2, radius: reach}, {fill: 'none'}),
    ],
  };
}
