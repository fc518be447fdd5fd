/** What every drawing with Plotly needs: the library's cartesian bundle, texts as annotations. */
import Plotly from 'plotly.js-cartesian-dist-min';
import {FONT} from './texts.js';

/** `figureOf` makes data and layout; an update makes both again, and the library finds what changed. */
export const mountFigure = (figureOf) => async (place, json, size) => {
  const box = document.createElement('div');
  place.append(box);
  const {data, layout} = figureOf(json, size);
  await Plotly.newPlot(box, data, layout, {staticPlot: !size.hovers, displayModeBar: false});
  return {
    update(next) {
      const newer = figureOf(next, size);
      return Plotly.react(box, newer.data, newer.layout);
    },
    destroy() {
      Plotly.purge(box);
      box.remove();
    },
  };
};

/** The plot between edges in pixels. */
export const layoutOf = ({width, height, hovers}, {left, right, top, bottom}, {letters, ...others}) => ({
  ...{width, height, autosize: false, showlegend: false, hovermode: hovers ? 'closest' : false},
  margin: {l: left, r: width - right, t: top, b: height - bottom, pad: 0},
  font: {family: FONT, size: letters.size, color: letters.ink},
  ...others,
});

export const bareAxis = {showgrid: false, zeroline: false, ticks: '', fixedrange: true};

/** Places are relative to the plot, its lower left corner first. */
export const annotations = (texts, {left, right, top, bottom}, letters) =>
  texts.map(({text, x, y, size = letters.size, align = 'left', weight = 400, ink = letters.ink}) => ({
    ...{text, showarrow: false, xref: 'paper', yref: 'paper', xanchor: align, yanchor: 'middle'},
    ...{x: (x - left) / (right - left), y: (bottom - y) / (bottom - top)},
    font: {size, color: ink, weight},
  }));
