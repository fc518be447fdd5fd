/** A band between two hidden series, a course with points at some days; texts and zero by a hook, as uPlot has none. */
import UPlot from 'uplot';
import css from 'uplot/dist/uPlot.min.css?inline';
import {ACCENT, BAND_OPACITY, GRID, GROUND, INK} from './drawing.js';
import {bandOf, PLOT} from './band.js';
import {writeTexts} from './canvas-texts.js';

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
document.adoptedStyleSheets.push(sheet);

const hidden = {stroke: 'transparent', width: 0, points: {show: false}};

export function mount(place, json, size) {
  let band = bandOf(json);
  const options = optionsOf(() => band, size);
  const chart = new UPlot(options, columnsOf(band), place);
  return {
    update(next) {
      band = bandOf(next);
      chart.setData(columnsOf(band));
    },
    destroy: () => chart.destroy(),
  };
}

const columnsOf = ({days, estimates, lows, highs}) => [days.map((day) => day / 1000), estimates, lows, highs];

const optionsOf = (current, {width, height}) => ({
  ...{width, height, pxAlign: 0, legend: {show: false}, cursor: {show: false}},
  padding: [PLOT.top, width - PLOT.right, height - PLOT.bottom, PLOT.left],
  scales: {
    x: {time: true},
    y: {range: () => [current().scale.least, current().scale.most]},
  },
  axes: [
    {show: false},
    {
      ...{size: 0, gap: 0, ticks: {show: false}, values: (_, values) => values.map(() => '')},
      grid: {stroke: GRID, width: 1},
      splits: () => current().scale.ticks.map(({value}) => value),
    },
  ],
  series: [{}, courseOf(current), hidden, hidden],
  bands: [{series: [3, 2], fill: `rgb(from ${ACCENT} r g b / ${BAND_OPACITY})`}],
  hooks: {draw: [(chart) => drawBesides(chart.ctx, current())]},
});

const courseOf = (current) => ({
  ...{stroke: ACCENT, width: 2},
  points: {show: true, size: 7, width: 1, fill: ACCENT, stroke: GROUND, filter: () => current().points},
});

function drawBesides(context, {scale, texts}) {
  context.save();
  context.scale(devicePixelRatio, devicePixelRatio);
  context.fillStyle = INK;
  context.fillRect(PLOT.left, scale.at(0) - 0.75, PLOT.right - PLOT.left, 1.5);
  writeTexts(context, texts);
  context.restore();
}
