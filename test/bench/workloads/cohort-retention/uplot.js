/** A series a cohort on one canvas, the mean with its band above; texts by a hook, as uPlot has none of its own places. */
import UPlot from 'uplot';
import css from 'uplot/dist/uPlot.min.css?inline';
import {ACCENT, BAND_OPACITY, contextInk, curvesOf, GRID, levels, PLOT, tipOf} from './drawing.js';
import {writeTexts} from './canvas-texts.js';

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
document.adoptedStyleSheets.push(sheet);

const hidden = {stroke: 'transparent', width: 0, points: {show: false}};

export function mount(place, json, size) {
  const state = {drawn: curvesOf(json)};
  const chart = new UPlot(optionsOf(state, size), columnsOf(state.drawn), place);
  return {
    update(next) {
      state.drawn = curvesOf(next);
      chart.setData(columnsOf(state.drawn));
    },
    destroy: () => chart.destroy(),
  };
}

/** Ages, then every cohort with nulls where it has not come as far, the mean and its limits. */
function columnsOf({ages, lines, mean, lows, highs}) {
  const column = (rates) => Array.from({length: ages}, (_, age) => rates[age] ?? null);
  return [Array.from({length: ages}, (_, age) => age), ...lines.map(({rates}) => column(rates)), mean, lows, highs];
}

function optionsOf(state, {width, height, hovers}) {
  const {ages, lines} = state.drawn;
  const first = lines.length + 1;
  const bare = {size: 0, gap: 0, ticks: {show: false}, values: (_, values) => values.map(() => '')};
  return {
    ...{width, height, pxAlign: 0, legend: {show: false}, ...(hovers ? POINTING : {cursor: {show: false}})},
    padding: [PLOT.top, width - PLOT.right, height - PLOT.bottom, PLOT.left],
    scales: {x: {time: false, range: [0, ages - 1]}, y: {range: [0, 1]}},
    axes: [{show: false}, {...bare, grid: {stroke: GRID, width: 1}, splits: () => levels.map(({rate}) => rate)}],
    series: [
      {},
      ...lines.map(({shade}) => ({stroke: contextInk(shade), width: 1.25, points: {show: false}})),
      ...[{stroke: ACCENT, width: 2.5, points: {show: false}}, hidden, hidden],
    ],
    bands: [{series: [first + 2, first + 1], fill: `rgb(from ${ACCENT} r g b / ${BAND_OPACITY})`}],
    hooks: {
      draw: [
        ({ctx}) => {
          ctx.save();
          ctx.scale(devicePixelRatio, devicePixelRatio);
          writeTexts(ctx, state.drawn.texts);
          ctx.restore();
        },
      ],
      ...(hovers ? {setSeries: [(_, index) => (state.focused = index)], setCursor: [showTip(state)]} : {}),
    },
  };
}

/** The nearest series comes into focus and the others fade, as in the library's own demos. */
const POINTING = {cursor: {focus: {prox: 30}, points: {show: false}}, focus: {alpha: 0.4}};

function showTip(state) {
  const tip = document.createElement('div');
  tip.style.cssText = 'position:absolute;top:0;left:0;padding:4px 8px;background:#fff;border:1px solid #ccc';
  return (chart) => {
    const {left, top, idx} = chart.cursor;
    if (!tip.isConnected) chart.over.append(tip);
    const line = state.drawn.lines[(state.focused ?? 0) - 1];
    tip.style.visibility = line && idx !== null ? 'visible' : 'hidden';
    if (!line || idx === null) return;
    tip.textContent = tipOf(line.name, idx, line.rates[idx]);
    tip.style.translate = `${left + 12}px ${top + 12}px`;
  };
}
