/** Heat map and scatter on one grid, only the parts they need. */
import {HeatmapChart, ScatterChart} from 'echarts/charts';
import {GraphicComponent, GridComponent, MarkLineComponent, VisualMapContinuousComponent} from 'echarts/components';
import {use} from 'echarts/core';
import {CanvasRenderer} from 'echarts/renderers';
import {ACCENT, GRID_INK, INK, isGrid, LEFT, MUTED, SIZE} from './drawing.js';
import {gridOf, HEAD_SIZE, RADIUS} from './grid.js';
import {CORNER_SIZE, NAMES, PLOT, quadrantsOf, REACH, TICKS} from './quadrants.js';
import {chartIn} from '../../contenders/echarts.js';
import {FONT} from '../../contenders/texts.js';

use([
  HeatmapChart,
  ScatterChart,
  GraphicComponent,
  GridComponent,
  MarkLineComponent,
  VisualMapContinuousComponent,
  CanvasRenderer,
]);

const letters = {fontFamily: FONT, fontSize: SIZE, color: INK};
const muted = {...letters, color: MUTED};
const bare = {axisLine: {show: false}, axisTick: {show: false}};

export function mount(place, json, size) {
  const {chart, destroy} = chartIn(place, size);
  const [standing, changing] = isGrid(json) ? [frameOfGrid, figuresOfGrid] : [frameOfQuadrants, figuresOfQuadrants];
  chart.setOption({animation: false, textStyle: letters, ...standing(json, size), ...changing(json, size)});
  return {update: (next) => chart.setOption(changing(next, size)), destroy};
}

function frameOfGrid(json, size) {
  const {rowNames, columnNames, top, right, rowPitch, stepped} = gridOf(json, size);
  return {
    grid: {left: LEFT, right, top, height: rowNames.length * rowPitch},
    xAxis: {
      ...{type: 'category', data: columnNames, position: 'top', ...bare},
      axisLabel: {...muted, interval: (_, name) => stepped.has(name)},
    },
    yAxis: {
      ...{type: 'category', data: rowNames, inverse: true, ...bare},
      axisLabel: {...letters, fontSize: HEAD_SIZE, interval: 0},
    },
  };
}

function figuresOfGrid(json, size) {
  const {cells, texts, most, light, strong, gap} = gridOf(json, size);
  const shade = (opacity) => `rgba(34, 97, 178, ${opacity})`;
  return {
    visualMap: {
      ...{type: 'continuous', show: false, seriesIndex: 0, min: 0, max: most},
      inRange: {color: [shade(light), shade(strong)]},
    },
    series: [
      {
        ...{type: 'heatmap', silent: true, progressive: 0},
        data: cells.map(({row, column, customers}) => [column, row, customers]),
        itemStyle: gap ? {borderColor: '#fff', borderWidth: gap, borderRadius: RADIUS} : {},
      },
      {
        ...{type: 'scatter', silent: true, symbolSize: 0},
        data: texts.map(({row, column, text}) => [column, row, text]),
        label: {...letters, show: true, fontWeight: 600, position: 'inside', formatter: ({value}) => value[2]},
      },
    ],
  };
}

function frameOfQuadrants(json, size) {
  const {isDense} = quadrantsOf(json);
  const axis = ([min, max]) => ({
    ...{type: 'value', min, max, interval: 20, ...bare},
    axisLabel: {...muted, customValues: TICKS},
    axisTick: {show: false, customValues: TICKS},
    splitLine: {show: !isDense, lineStyle: {color: GRID_INK}},
  });
  return {
    grid: {left: LEFT, right: 0, top: PLOT.top, bottom: size.height - PLOT.bottom},
    xAxis: axis(REACH.x),
    yAxis: axis(REACH.y),
  };
}

function figuresOfQuadrants(json) {
  const {bubbles, named, thresholds, isDense, opacity, corners} = quadrantsOf(json);
  return {
    graphic: {elements: [...corners.flatMap((corner, index) => textsOfCorner(corner, index)), ...axisNames()]},
    series: [
      {
        ...{type: 'scatter', silent: true, progressive: 0, clip: false},
        data: bubbles.map(({x, y, r, name}) => [x, y, r, name]),
        symbolSize: ([, , r]) => r * 2,
        itemStyle: {color: ACCENT, opacity, ...(isDense ? {} : {borderColor: '#fff', borderWidth: 1.5})},
        label: {
          ...{...letters, show: named.length > 0, position: 'right', distance: 4},
          formatter: ({value}) => value[3],
        },
        markLine: {
          ...{symbol: 'none', silent: true, label: {show: false}},
          lineStyle: {color: INK, width: 1.5, type: 'solid'},
          data: [{xAxis: thresholds.x}, {yAxis: thresholds.y}],
        },
      },
    ],
  };
}

const textsOfCorner = ({name, text, isRight, inset, y, below}, index) => {
  const write = (id, words, {at, size}) => ({
    ...{type: 'text', id: `${id} ${index}`, silent: true, ...(isRight ? {right: inset} : {left: LEFT + inset})},
    top: at - size / 2,
    style: {text: words, fill: MUTED, font: `${size}px ${FONT}`},
  });
  return [write('name', name, {at: y, size: CORNER_SIZE}), write('sums', text, {at: y + below, size: SIZE})];
};

const axisNames = () =>
  [
    {id: 'name y', left: LEFT, top: 0, text: NAMES.y},
    {id: 'name x', right: 0, top: PLOT.bottom + SIZE * 1.9, text: NAMES.x},
  ].map(({text, ...place}) => ({
    ...{type: 'text', silent: true, ...place},
    style: {text, fill: MUTED, font: `${SIZE}px ${FONT}`},
  }));
