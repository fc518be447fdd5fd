/** A heat map, a line series a cohort, the band as one polygon; texts as one item that needs no data. */
import {CustomChart, HeatmapChart, LineChart} from 'echarts/charts';
import {GridComponent, TooltipComponent, VisualMapContinuousComponent} from 'echarts/components';
import {use} from 'echarts/core';
import {CanvasRenderer} from 'echarts/renderers';
import {contextInk, curvesOf, levels, PLOT} from './curves.js';
import {accentInk, isTriangle, LETTERS, tipOf} from './drawing.js';
import {CELLS, cellsOf, triangleOf, WEAKEST} from './triangle.js';
import {ACCENT, BAND_OPACITY, GRID} from '../../contenders/inks.js';
import {fixedSeries, gridBetween, lineElement, mountOptions, textElements} from '../../contenders/echarts.js';

use([
  ...[CustomChart, HeatmapChart, LineChart, GridComponent, TooltipComponent],
  ...[VisualMapContinuousComponent, CanvasRenderer],
]);

export const mount = (place, json, size) =>
  mountOptions(place, size, {json, optionOf: isTriangle(json) ? triangleOption : curvesOption});

const tooltipOf = ({hovers}, formatter) =>
  hovers ? {tooltip: {trigger: 'item', transitionDuration: 0, formatter}} : {};

function triangleOption(json, size) {
  const drawn = triangleOf(json);
  const {rows, columns, cellWidth, cellHeight, gap, most, strongest, names, texts} = drawn;
  const area = {
    ...{left: CELLS.left, right: CELLS.left + columns * cellWidth},
    ...{top: CELLS.top, bottom: CELLS.top + rows * cellHeight},
  };
  const axis = (count) => ({type: 'category', show: false, data: Array.from({length: count}, (_, index) => index)});
  return {
    grid: gridBetween(area, size),
    ...tooltipOf(size, ({value: [column, row, rate]}) => tipOf(names[row], column + 1, rate)),
    xAxis: axis(columns),
    yAxis: {...axis(rows), inverse: true},
    visualMap: {
      ...{type: 'continuous', show: false, seriesIndex: 0, min: 0, max: most},
      inRange: {color: [accentInk(WEAKEST), accentInk(strongest)]},
    },
    series: [
      {
        ...{type: 'heatmap', silent: !size.hovers, progressive: 0},
        data: cellsOf(drawn).map(({row, column, rate}) => [column, row, rate]),
        itemStyle: gap ? {borderColor: '#fff', borderWidth: gap} : {},
      },
      fixedSeries(textElements(texts, LETTERS), 4),
    ],
  };
}

function curvesOption(json, size) {
  const drawn = curvesOf(json);
  const {ages, lines, mean, lows, highs, texts} = drawn;
  const pairs = (rates) => Array.from(rates, (rate, age) => [age, rate]);
  const line = (rates, lineStyle, name) => ({
    ...{type: 'line', silent: !size.hovers, triggerLineEvent: Boolean(size.hovers), showSymbol: false},
    ...{data: pairs(rates), lineStyle, name},
  });
  return {
    grid: gridBetween(PLOT, size),
    ...tooltipOf(size, ({seriesName, value}) => (value ? tipOf(seriesName, ...value) : seriesName)),
    xAxis: {type: 'value', show: false, min: 0, max: ages - 1},
    yAxis: {type: 'value', show: false, min: 0, max: 1},
    series: [
      ...lines.map(({rates, shade, name}) => line(rates, {color: contextInk(shade), width: 1.25}, name)),
      {
        ...{type: 'custom', silent: true, z: 2, data: [[0, 0]]},
        renderItem: (_, api) => bandItem(api, {lows, highs}),
      },
      line(mean, {color: ACCENT, width: 2.5}, drawn.meanName),
      fixedSeries(
        [
          ...levels.map(({y}) => ({
            ...lineElement([PLOT.left, y, PLOT.right, y], {stroke: GRID, lineWidth: 1}),
            z2: -1,
          })),
          ...textElements(texts, LETTERS),
        ],
        4,
      ),
    ],
  };
}

function bandItem(api, {lows, highs}) {
  const along = (rates) => rates.map((rate, age) => api.coord([age, rate]));
  return {
    ...{type: 'polygon', silent: true, style: {fill: accentInk(BAND_OPACITY)}},
    shape: {points: [...along(highs), ...along(lows).reverse()]},
  };
}
