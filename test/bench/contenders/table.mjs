/** All who are ever measured, in the order of the tables. */
import {existsSync} from 'node:fs';

/** `file` is the name of a contender's files; `kind` is `ours`, `peer` or `bare` (written by hand). */
const CONTENDERS = [
  {file: 'insight-elements', name: 'insight-elements', kind: 'ours'},
  {file: 'observable-plot', name: 'Observable Plot', kind: 'peer'},
  {file: 'vega-lite', name: 'Vega-Lite', kind: 'peer'},
  {file: 'chartjs', name: 'Chart.js', kind: 'peer'},
  {file: 'echarts', name: 'ECharts', kind: 'peer'},
  {file: 'highcharts', name: 'Highcharts', kind: 'peer'},
  {file: 'plotly', name: 'Plotly', kind: 'peer'},
  {file: 'uplot', name: 'uPlot', kind: 'peer'},
  {file: 'svg', name: 'bare SVG', kind: 'bare'},
  {file: 'canvas', name: 'bare canvas', kind: 'bare'},
];

/** Those who have a drawing of this chart: a file in its folder. */
export const contendersFor = (chart) =>
  CONTENDERS.filter(({file}) => existsSync(new URL(`../workloads/${chart}/${file}.js`, import.meta.url)));
