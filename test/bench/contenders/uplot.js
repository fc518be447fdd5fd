/** What every drawing with uPlot needs: its style, columns of numbers, and a hook for texts, as it has none. */
import UPlot from 'uplot';
import css from 'uplot/dist/uPlot.min.css?inline';
import {writeTexts} from './texts.js';

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
document.adoptedStyleSheets.push(sheet);

/** `drawingOf` makes the drawing, `columnsOf` its numbers; the options see in `state.drawn` what is drawn now. */
export function mountColumns(place, size, {json, drawingOf, columnsOf, optionsOf}) {
  const state = {drawn: drawingOf(json)};
  const chart = new UPlot(optionsOf(state, size), columnsOf(state.drawn), place);
  return {
    update(next) {
      state.drawn = drawingOf(next);
      chart.setData(columnsOf(state.drawn));
    },
    destroy: () => chart.destroy(),
  };
}

/** A plot between edges in pixels, without anything around it. */
export const frame = ({width, height}, {left, right, top, bottom}) => ({
  ...{width, height, pxAlign: 0, legend: {show: false}},
  padding: [top, width - right, height - bottom, left],
});

/** No letters and no room: only lines at these values. */
export const levelAxis = (stroke, splits) => ({
  ...{size: 0, gap: 0, ticks: {show: false}, values: (_, values) => values.map(() => '')},
  ...{grid: {stroke, width: 1}, splits},
});

export const hiddenSeries = {stroke: 'transparent', width: 0, points: {show: false}};

/** In pixels of the page; `draw` is for what else the library has not. */
export const textHook =
  (state, letters, draw = () => {}) =>
  ({ctx}) => {
    ctx.save();
    ctx.scale(devicePixelRatio, devicePixelRatio);
    draw(ctx, state.drawn);
    writeTexts(ctx, state.drawn.texts, letters);
    ctx.restore();
  };
