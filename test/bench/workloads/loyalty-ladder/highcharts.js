/** A chart a panel, from the library's own modules: what a bar chart with labels needs. Round corners need its pies. */
import Axis from 'highcharts/es-modules/Core/Axis/Axis.js';
import PlotLineOrBand from 'highcharts/es-modules/Core/Axis/PlotLineOrBand/PlotLineOrBand.js';
import Chart from 'highcharts/es-modules/Core/Chart/Chart.js';
import DataLabel from 'highcharts/es-modules/Core/Series/DataLabel.js';
import Series from 'highcharts/es-modules/Core/Series/Series.js';
import ColumnDataLabel from 'highcharts/es-modules/Series/Column/ColumnDataLabel.js';
import BarSeries from 'highcharts/es-modules/Series/Bar/BarSeries.js';
import {BANDS, BANDS_TOP, BAR, BAR_INK, countText, FROM_TOP, INK, NAMES, panelsOf, scaleEnd, SIZE} from './drawing.js';
import {FONT} from '../../contenders/texts.js';

DataLabel.compose(Series);
PlotLineOrBand.compose(Chart, Axis);
ColumnDataLabel.compose(BarSeries);

const letters = {fontFamily: FONT, fontSize: `${SIZE}px`, color: INK};

export function mount(place, json, size) {
  const charts = panelsOf(json, size).map((panel) => makeChart(place, panel));
  return {
    update(next) {
      panelsOf(next, size).forEach((panel, index) => updateChart(charts[index], panel));
    },
    destroy: () => charts.forEach(removeChart),
  };
}

function makeChart(place, panel) {
  const box = document.createElement('div');
  Object.assign(box.style, {position: 'absolute', left: `${panel.x}px`, top: `${panel.y}px`});
  place.append(box);
  return new Chart(box, {
    chart: {
      ...chartOf(panel),
      inverted: true,
      animation: false,
      backgroundColor: 'transparent',
      style: {fontFamily: FONT},
    },
    title: {text: panel.title || null, align: 'left', x: 0, y: SIZE, margin: 0, style: {...letters, fontWeight: '600'}},
    credits: {enabled: false},
    legend: {enabled: false},
    accessibility: {enabled: false},
    tooltip: {enabled: false},
    xAxis: {
      categories: FROM_TOP.map(({name}) => name),
      lineWidth: 0,
      tickLength: 0,
      labels: {x: -8, style: {...letters, textOverflow: 'none', whiteSpace: 'nowrap'}},
    },
    yAxis: {visible: false, min: 0, max: scaleEnd(panel), endOnTick: false, title: {text: null}},
    series: [seriesOf(panel)],
  });
}

const chartOf = ({width}) => ({
  width,
  height: BANDS_TOP + BANDS,
  spacing: [0, 0, 0, 0],
  margin: [BANDS_TOP, 0, 0, NAMES],
});

const seriesOf = ({counts}) => ({
  type: 'bar',
  data: counts,
  animation: false,
  enableMouseTracking: false,
  color: BAR_INK,
  borderWidth: 0,
  pointWidth: BAR,
  dataLabels: {
    enabled: true,
    x: 3,
    crop: false,
    overflow: 'allow',
    allowOverlap: true,
    style: {...letters, fontWeight: '400', textOutline: 'none'},
    formatter() {
      return countText(this.y);
    },
  },
});

function updateChart(chart, panel) {
  chart.yAxis[0].setExtremes(0, scaleEnd(panel), false, false);
  chart.series[0].setData(panel.counts, true, false);
}

function removeChart(chart) {
  const box = chart.renderTo;
  chart.destroy();
  box.remove();
}
