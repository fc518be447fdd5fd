/** What every drawing with ECharts needs; each registers the parts of the library that it uses. */
import {init} from 'echarts/core';
import {FONT} from './texts.js';

/** An empty chart in a box of its own. */
export function chartIn(place, {width, height}) {
  const box = document.createElement('div');
  place.append(box);
  const chart = init(box, null, {width, height, devicePixelRatio});
  return {
    chart,
    destroy() {
      chart.dispose();
      box.remove();
    },
  };
}

/** A chart of which every update sets all options again. */
export function mountOptions(place, size, {json, optionOf}) {
  const {chart, destroy} = chartIn(place, size);
  chart.setOption({animation: false, ...optionOf(json, size)});
  return {update: (next) => chart.setOption(optionOf(next, size)), destroy};
}

/** The plot between edges in pixels. */
export const gridBetween = ({left, right, top, bottom}, {width, height}) => ({
  ...{left, top, right: width - right, bottom: height - bottom},
});

export const lineElement = ([x1, y1, x2, y2], style) => ({type: 'line', shape: {x1, y1, x2, y2}, style, silent: true});

export const textElements = (texts, letters) =>
  texts.map(({text, x, y, size = letters.size, align = 'left', weight = 400, ink = letters.ink}) => ({
    type: 'text',
    silent: true,
    style: {text, x, y, font: `${weight} ${size}px ${FONT}`, fill: ink, align, verticalAlign: 'middle'},
  }));

/** One item that draws what needs no data, at this height above the other series. */
export const fixedSeries = (elements, z) => ({
  ...{type: 'custom', silent: true, clip: false, data: [[0, 0]], z},
  renderItem: () => ({type: 'group', children: elements}),
});
