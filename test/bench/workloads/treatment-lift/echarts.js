/** Custom series: an interval with its texts an item, a band as one polygon; a line and points at some days. */
import {CustomChart, LineChart, ScatterChart} from 'echarts/charts';
import {GridComponent} from 'echarts/components';
import {use} from 'echarts/core';
import {CanvasRenderer} from 'echarts/renderers';
import {GROUND, isBand, LETTERS, LINE, POINT} from './drawing.js';
import {ACCENT, BAND_OPACITY, GRID, INK} from '../../contenders/inks.js';
import {bandOf, PLOT} from './band.js';
import {forestOf} from './intervals.js';
import {fixedSeries, gridBetween, lineElement, mountOptions, textElements} from '../../contenders/echarts.js';

use([CustomChart, LineChart, ScatterChart, GridComponent, CanvasRenderer]);

export const mount = (place, json, size) =>
  mountOptions(place, size, {json, optionOf: isBand(json) ? bandOption : forestOption});

const hiddenAxis = (min, max) => ({type: 'value', show: false, min, max});

const stroke = (ink, lineWidth) => ({stroke: ink, lineWidth});

function forestOption(json, size) {
  const {top, bottom, left, right, scale, intervals, texts} = forestOf(json);
  return {
    grid: gridBetween({left, right, top, bottom}, size),
    xAxis: hiddenAxis(scale.least, scale.most),
    yAxis: {...hiddenAxis(top, bottom), inverse: true},
    series: [
      fixedSeries(
        [
          ...scale.ticks.map(({at}) => lineElement([at, top, at, bottom], stroke(GRID, 1))),
          lineElement([scale.at(0), top, scale.at(0), bottom], stroke(INK, 1.5)),
          ...textElements(texts, LETTERS),
        ],
        1,
      ),
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
      lineElement([...low, ...high], stroke(ink, LINE)),
      {type: 'circle', shape: {cx: estimate[0], cy: estimate[1], r: POINT}, style: paint, silent: true},
    ],
  };
}

function bandOption(json, size) {
  const {days, estimates, lows, highs, points, scale, first, last, texts} = bandOf(json);
  const {left, right} = PLOT;
  const pairs = days.map((day, index) => [day, estimates[index]]);
  return {
    grid: gridBetween(PLOT, size),
    xAxis: hiddenAxis(first, last),
    yAxis: hiddenAxis(scale.least, scale.most),
    series: [
      {
        ...{type: 'custom', silent: true, z: 1, data: [[first, 0]]},
        renderItem: (_, api) => bandItem(api, {days, lows, highs}),
      },
      fixedSeries(
        [
          ...scale.ticks.map(({at}) => lineElement([left, at, right, at], stroke(GRID, 1))),
          lineElement([left, scale.at(0), right, scale.at(0)], stroke(INK, 1.5)),
          ...textElements(texts, LETTERS),
        ],
        1,
      ),
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
