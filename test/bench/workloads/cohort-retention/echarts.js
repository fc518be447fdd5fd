/** A heat map, a line series a cohort, the band as one polygon; texts as one item that needs no data. */
import {CustomChart, HeatmapChart, LineChart} from 'echarts/charts';
import {GridComponent, TooltipComponent, VisualMapContinuousComponent} from 'echarts/components';
import {init, use} from 'echarts/core';
import {CanvasRenderer} from 'echarts/renderers';
import {
  ACCENT,
  accentInk,
  BAND_OPACITY,
  CELLS,
  cellsOf,
  contextInk,
  curvesOf,
  FONT,
  GRID,
  INK,
  isTriangle,
  levels,
  PLOT,
  SIZE,
  tipOf,
  triangleOf,
  WEAKEST,
} from './drawing.js';

use([
  ...[CustomChart, HeatmapChart, LineChart, GridComponent, TooltipComponent],
  ...[VisualMapContinuousComponent, CanvasRenderer],
]);

export function mount(place, json, size) {
  const box = document.createElement('div');
  place.append(box);
  const chart = init(box, null, {width: size.width, height: size.height, devicePixelRatio});
  const optionOf = isTriangle(json) ? triangleOption : curvesOption;
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

const tooltipOf = ({hovers}, formatter) =>
  hovers ? {tooltip: {trigger: 'item', transitionDuration: 0, formatter}} : {};

const textElement = ({text, x, y, size = SIZE, align = 'left', weight = 400, ink = INK}) => ({
  type: 'text',
  silent: true,
  style: {text, x, y, font: `${weight} ${size}px ${FONT}`, fill: ink, align, verticalAlign: 'middle'},
});

/** One item that draws what needs no data. */
const fixedSeries = (elements) => ({
  ...{type: 'custom', silent: true, clip: false, data: [[0, 0]], z: 4},
  renderItem: () => ({type: 'group', children: elements}),
});

function triangleOption(json, size) {
  const drawn = triangleOf(json);
  const {rows, columns, cellWidth, cellHeight, gap, most, strongest, names, texts} = drawn;
  const area = {
    ...{left: CELLS.left, right: CELLS.left + columns * cellWidth},
    ...{top: CELLS.top, bottom: CELLS.top + rows * cellHeight},
  };
  const axis = (count) => ({type: 'category', show: false, data: Array.from({length: count}, (_, index) => index)});
  return {
    grid: gridOf(area, size),
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
      fixedSeries(texts.map(textElement)),
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
    grid: gridOf(PLOT, size),
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
      fixedSeries([
        ...levels.map(({y}) => ({
          ...{type: 'line', silent: true, z2: -1, style: {stroke: GRID, lineWidth: 1}},
          shape: {x1: PLOT.left, x2: PLOT.right, y1: y, y2: y},
        })),
        ...texts.map(textElement),
      ]),
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
