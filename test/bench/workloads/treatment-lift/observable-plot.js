/** Links, dots and texts; an area, a line and dots. Plot has no update, so a new plot takes the place of the old one. */
import {areaY, dot, line, link, plot, ruleX, ruleY, text} from '@observablehq/plot';
import {ACCENT, BAND_OPACITY, FONT, GRID, GROUND, INK, isBand, LINE, POINT, SIZE} from './drawing.js';
import {bandOf, PLOT} from './band.js';
import {forestOf} from './intervals.js';

export function mount(place, json, size) {
  const draw = isBand(json) ? drawBand : drawForest;
  let drawn = draw(json, size);
  place.append(drawn);
  return {
    update(next) {
      const newer = draw(next, size);
      drawn.replaceWith(newer);
      drawn = newer;
    },
    destroy: () => drawn.remove(),
  };
}

const frame = ({width, height}, {left, right, top, bottom}) => ({
  ...{width, height, axis: null, marginLeft: left, marginTop: top},
  ...{marginRight: width - right, marginBottom: height - bottom},
  style: {fontFamily: FONT, fontSize: `${SIZE}px`, color: INK, overflow: 'visible'},
});

const ANCHOR = {left: 'start', center: 'middle', right: 'end'};

/** A mark has one anchor and one weight for all its texts. */
function textMarks(texts, {xOf, yOf}) {
  const groups = Map.groupBy(texts, ({align = 'left', weight = 400}) => `${align} ${weight}`);
  return [...groups].map(([key, some]) => {
    const [align, weight] = key.split(' ');
    return text(some, {
      x: ({x}) => xOf(x),
      y: ({y}) => yOf(y),
      text: 'text',
      textAnchor: ANCHOR[align],
      fontWeight: weight,
      fontSize: ({size = SIZE}) => size,
      fill: ({ink = INK}) => ink,
    });
  });
}

/** From pixels to the values of a scale that runs between two pixels. */
const inverse =
  ([low, high], [from, to]) =>
  (pixels) =>
    low + ((pixels - from) / (to - from)) * (high - low);

function drawForest(json, size) {
  const {left, right, top, bottom, scale, intervals, texts} = forestOf(json);
  const domain = [scale.least, scale.most];
  return plot({
    ...frame(size, {left, right, top, bottom}),
    x: {domain},
    y: {domain: [bottom, top]},
    color: {type: 'identity'},
    marks: [
      ruleX(scale.ticks, {x: 'value', stroke: GRID}),
      ruleX([0], {stroke: INK, strokeWidth: 1.5}),
      link(intervals, {x1: 'low', x2: 'high', y: 'y', stroke: 'ink', strokeWidth: LINE}),
      dot(intervals, {
        ...{x: 'estimate', y: 'y', r: POINT, strokeWidth: ({isClear}) => (isClear ? 1.5 : 2)},
        fill: ({isClear, ink}) => (isClear ? ink : GROUND),
        stroke: ({isClear, ink}) => (isClear ? GROUND : ink),
      }),
      ...textMarks(texts, {xOf: inverse(domain, [left, right]), yOf: (y) => y}),
    ],
  });
}

function drawBand(json, size) {
  const {days, estimates, lows, highs, points, scale, first, last, texts} = bandOf(json);
  const {left, right, top, bottom} = PLOT;
  const domain = [scale.least, scale.most];
  return plot({
    ...frame(size, PLOT),
    x: {domain: [first, last], type: 'linear'},
    y: {domain},
    color: {type: 'identity'},
    marks: [
      areaY(days, {x: days, y1: lows, y2: highs, fill: ACCENT, fillOpacity: BAND_OPACITY}),
      ruleY(scale.ticks, {y: 'value', stroke: GRID}),
      ruleY([0], {stroke: INK, strokeWidth: 1.5}),
      line(days, {x: days, y: estimates, stroke: ACCENT, strokeWidth: 2}),
      dot(points, {
        ...{x: (index) => days[index], y: (index) => estimates[index], r: 3},
        ...{fill: ACCENT, stroke: GROUND, strokeWidth: 1},
      }),
      ...textMarks(texts, {xOf: inverse([first, last], [left, right]), yOf: inverse(domain, [bottom, top])}),
    ],
  });
}
