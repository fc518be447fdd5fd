/** A chart a panel, since one chart has one plot; counts and title by a small plugin, as Chart.js has none for them. */
import {BarController, BarElement, CategoryScale, Chart, LinearScale} from 'chart.js';
import {
  BANDS,
  BANDS_TOP,
  BAR,
  BAR_INK,
  countText,
  FROM_TOP,
  INK,
  panelsOf,
  RADIUS,
  scaleEnd,
  SIZE,
  NAMES,
} from './drawing.js';
import {FONT} from '../../contenders/texts.js';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);
Chart.defaults.font.family = FONT;
Chart.defaults.font.size = SIZE;
Chart.defaults.color = INK;

const labels = {
  id: 'labels',
  afterDatasetsDraw(chart) {
    const {ctx: context} = chart;
    context.fillStyle = INK;
    context.textBaseline = 'middle';
    context.textAlign = 'left';
    context.font = `${SIZE}px ${FONT}`;
    const {data} = chart.data.datasets[0];
    chart.getDatasetMeta(0).data.forEach(({x, y}, index) => context.fillText(countText(data[index]), x + 6, y));
    if (!chart.options.title) return;
    context.font = `600 ${SIZE}px ${FONT}`;
    context.fillText(chart.options.title, 0, SIZE / 2 + 2);
  },
};

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
  const canvas = document.createElement('canvas');
  canvas.width = panel.width;
  canvas.height = BANDS_TOP + BANDS;
  Object.assign(canvas.style, {position: 'absolute', left: `${panel.x}px`, top: `${panel.y}px`});
  place.append(canvas);
  return new Chart(canvas, {
    type: 'bar',
    data: {
      labels: FROM_TOP.map(({name}) => name),
      datasets: [
        {data: panel.counts, backgroundColor: BAR_INK, borderRadius: RADIUS, borderSkipped: false, barThickness: BAR},
      ],
    },
    options: {
      animation: false,
      responsive: false,
      indexAxis: 'y',
      title: panel.title,
      layout: {padding: {top: BANDS_TOP}},
      scales: {
        x: {display: false, max: scaleEnd(panel)},
        y: {grid: {display: false}, border: {display: false}, ticks: {autoSkip: false, padding: 5}, afterFit: fixNames},
      },
    },
    plugins: [labels],
  });
}

const fixNames = (axis) => (axis.width = NAMES);

function updateChart(chart, panel) {
  chart.data.datasets[0].data = panel.counts;
  chart.options.scales.x.max = scaleEnd(panel);
  chart.update('none');
}

function removeChart(chart) {
  chart.destroy();
  chart.canvas?.remove();
}
