/** Custom series: an interval with its texts an item, a band as one polygon; a line and points at some days. */
import {CustomChart, LineChart, ScatterChart} from 'echarts/charts';
import {GridComponent} from 'echarts/components';
import {init, use} from 'echarts/core';
import {CanvasRenderer} from 'echarts/renderers';
import {ACCENT, BAND_OPACITY, FONT, GRID, GROUND, INK, isBand, LINE, POINT, SIZE} from './drawing.js';
import {bandOf, PLOT} from './band.js';
import {forestOf} from './intervals.js';

use([CustomChart, LineChart, ScatterChart, GridComponent, CanvasRenderer]);

export function mount(place, json, size) {
  const box = document.createElement('div');
  place.append(box);
  const chart = init(box, null, {...size, devicePixelRatio});
  const optionOf = isBand(json) ? bandOption : forestOption;
  chart.setOption({animation: false, ...optionOf(json, size)});
  return {
    update: (next) => chart.setOption(optionOf(next, size)),
    destroy() {
      chart.dispose();
      box.remove();
    },
  };
}

const gridOf = ({left, right, top, bottom}, {width, height}) => ({
  ...{left, top, right: width - right, bottom: height - bottom},
});

const hiddenAxis = (min, max) => ({type: 'value', show: false, min, max});

const stroke = (ink, lineWidth) => ({stroke: ink, lineWidth});

const lineFrom = ([x1, y1, x2, y2], style) => ({type: 'line', shape: {x1, y1, x2, y2}, style, silent: true});

const textElement = ({text, x, y, size = SIZE, align = 'left', weight = 400, ink = INK}) => ({
  type: 'text',
  silent: true,
  style: {text, x, y, font: `${weight} ${size}px ${FONT}`, fill: ink, align, verticalAlign: 'middle'},
});

/** One item that draws what needs no data. */
const fixedSeries = (elements) => ({
  ...{type: 'custom', silent: true, clip: false, data: [[0, 0]], z: 1},
  renderItem: () => ({type: 'group', children: elements}),
});

function forestOption(json, size) {
  const {top, bottom, left, right, scale, intervals, texts} = forestOf(json);
  return {
    grid: gridOf({left, right, top, bottom}, size),
    xAxis: hiddenAxis(scale.least, scale.most),
    yAxis: {...hiddenAxis(top, bottom), inverse: true},
    series: [
      fixedSeries([
        ...scale.ticks.map(({at}) => lineFrom([at, top, at, bottom], stroke(GRID, 1))),
        lineFrom([scale.at(0), top, scale.at(0), bottom], stroke(INK, 1.5)),
        ...texts.map(textElement),
      ]),
      {
        ...{type: 'custom', silent: true, clip: false, z: 2, encode: {x: [0, 1, 2], y: 3}},
        data: intervals.map(({low, high, estimate, y}) => [low, high, estimate, y]),
        renderItem: ({dataIndex}, api) => intervalItem(api, intervals[dataIndex]),
      },
    ],
  };
}

function intervalItem(api, {ink, isClear}) {
  const [low, high, estimate] = [0, 1, 2].map((dimension) => api.coord([api.value(dimension), api.value(3)]));
  const paint = isClear ? {fill: ink, ...stroke(GROUND, 1.5)} : {fill: GROUND, ...stroke(ink, 2)};
  return {
    type: 'group',
    children: [
      lineFrom([...low, ...high], stroke(ink, LINE)),
      {type: 'circle', shape: {cx: estimate[0], cy: estimate[1], r: POINT}, style: paint, silent: true},
    ],
  };
}

function bandOption(json, size) {
  const {days, estimates, lows, highs, points, scale, first, last, texts} = bandOf(json);
  const {left, right} = PLOT;
  const pairs = days.map((day, index) => [day, estimates[index]]);
  return {
    grid: gridOf(PLOT, size),
    xAxis: hiddenAxis(first, last),
    yAxis: hiddenAxis(scale.least, scale.most),
    series: [
      {
        ...{type: 'custom', silent: true, z: 1, data: [[first, 0]]},
        renderItem: (_, api) => bandItem(api, {days, lows, highs}),
      },
      fixedSeries([
        ...scale.ticks.map(({at}) => lineFrom([left, at, right, at], stroke(GRID, 1))),
        lineFrom([left, scale.at(0), right, scale.at(0)], stroke(INK, 1.5)),
        ...texts.map(textElement),
      ]),
      {type: 'line', silent: true, z: 2, showSymbol: false, data: pairs, lineStyle: {color: ACCENT, width: 2}},
      {
        ...{type: 'scatter', silent: true, z: 3, symbolSize: 6, data: points.map((index) => pairs[index])},
        itemStyle: {color: ACCENT, borderColor: GROUND, borderWidth: 1},
      },
    ],
  };
}

function bandItem(api, {days, lows, highs}) {
  const along = (values) => days.map((day, index) => api.coord([day, values[index]]));
  return {
    type: 'polygon',
    silent: true,
    shape: {points: [...along(highs), ...along(lows).reverse()]},
    style: {fill: ACCENT, opacity: BAND_OPACITY},
  };
}
