/** One chart with a grid a panel, only the parts it needs. */
import {BarChart} from 'echarts/charts';
import {GridComponent, TitleComponent} from 'echarts/components';
import {use} from 'echarts/core';
import {CanvasRenderer} from 'echarts/renderers';
import {
  BANDS,
  BANDS_TOP,
  BAR,
  BAR_INK,
  countText,
  FROM_TOP,
  INK,
  NAMES,
  panelsOf,
  RADIUS,
  scaleEnd,
  SIZE,
} from './drawing.js';
import {chartIn} from '../../contenders/echarts.js';
import {FONT} from '../../contenders/texts.js';

use([BarChart, GridComponent, TitleComponent, CanvasRenderer]);

const letters = {fontFamily: FONT, fontSize: SIZE, color: INK};

export function mount(place, json, size) {
  const {chart, destroy} = chartIn(place, size);
  const panels = panelsOf(json, size);
  chart.setOption({
    animation: false,
    textStyle: letters,
    title: panels.filter(({title}) => title).map(titleOf),
    grid: panels.map(gridOf),
    yAxis: panels.map(namesOf),
    ...changing(panels),
  });
  return {update: (next) => chart.setOption(changing(panelsOf(next, size))), destroy};
}

const changing = (panels) => ({
  xAxis: panels.map((panel, index) => ({gridIndex: index, type: 'value', show: false, max: scaleEnd(panel)})),
  series: panels.map(({counts}, index) => ({
    type: 'bar',
    xAxisIndex: index,
    yAxisIndex: index,
    barWidth: BAR,
    data: counts,
    silent: true,
    itemStyle: {color: BAR_INK, borderRadius: RADIUS},
    label: {...letters, show: true, position: 'right', distance: 6, formatter: ({value}) => countText(value)},
  })),
});

const titleOf = ({title, x, y}) => ({
  text: title,
  left: x,
  top: y,
  padding: 0,
  textStyle: {...letters, fontWeight: 600},
});

const gridOf = ({x, y, width}) => ({
  left: x + NAMES,
  top: y + BANDS_TOP,
  width: width - NAMES,
  height: BANDS,
});

const namesOf = (_, index) => ({
  gridIndex: index,
  type: 'category',
  inverse: true,
  data: FROM_TOP.map(({name}) => name),
  axisLine: {show: false},
  axisTick: {show: false},
  axisLabel: {...letters, interval: 0},
});
