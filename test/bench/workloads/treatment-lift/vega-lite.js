/** Compiled once at mount; an update streams new rows into the running view. Texts stand at pixels of their own data. */
import {parse, View} from 'vega';
import {compile} from 'vega-lite';
import {ACCENT, BAND_OPACITY, FONT, GRID, GROUND, INK, isBand, LINE, POINT, SIZE} from './drawing.js';
import {bandOf, PLOT} from './band.js';
import {forestOf} from './intervals.js';

export async function mount(place, json, size) {
  const box = document.createElement('div');
  place.append(box);
  const [drawingOf, dataOf, layersOf] = isBand(json)
    ? [bandOf, bandData, bandLayers]
    : [forestOf, forestData, forestLayers];
  const drawing = drawingOf(json);
  const {signals, tables} = dataOf(drawing);
  const {spec} = compile({
    ...{...size, padding: 0, autosize: 'none', config: {view: {stroke: null}}},
    params: Object.entries(signals).map(([name, value]) => ({name, value})),
    datasets: tables,
    layer: [...layersOf(drawing), ...textLayers],
  });
  const view = new View(parse(spec), {renderer: 'canvas', container: box, hover: false});
  await view.runAsync();
  return {
    update(next) {
      const given = dataOf(drawingOf(next));
      for (const [name, value] of Object.entries(given.signals)) view.signal(name, value);
      for (const [name, rows] of Object.entries(given.tables)) view.data(name, rows);
      return view.runAsync();
    },
    destroy() {
      view.finalize();
      box.remove();
    },
  };
}

/** A field on a scale from pixel to pixel, without axis. */
const field = (name, [low, high], range) => ({
  field: name,
  type: 'quantitative',
  axis: null,
  scale: {domain: [{expr: low}, {expr: high}], range, nice: false, zero: false},
});
const ink = (name) => ({field: name, type: 'nominal', scale: null});
const number = (name) => ({field: name, type: 'quantitative', scale: null, legend: null});

const ALIGNS = ['left', 'center', 'right'];

/** A text mark has one alignment and one weight. */
const textLayers = ALIGNS.flatMap((align) =>
  [400, 600].map((weight) => ({
    data: {name: 'texts'},
    transform: [{filter: {and: [`datum.align === '${align}'`, `datum.weight === ${weight}`]}}],
    mark: {type: 'text', align, baseline: 'middle', font: FONT, fontWeight: weight},
    encoding: {
      x: {...number('x'), axis: null},
      y: {...number('y'), axis: null},
      text: {field: 'text', type: 'nominal'},
      size: number('size'),
      color: ink('ink'),
    },
  })),
);

const complete = (texts) => texts.map((text) => ({size: SIZE, align: 'left', weight: 400, ink: INK, ...text}));

/** Zero last, above the others. */
const ticksOf = ({ticks}) => [
  ...ticks.map(({at}) => ({at, ink: GRID, width: 1})),
  ...ticks.filter(({value}) => value === 0).map(({at}) => ({at, ink: INK, width: 1.5})),
];

function forestData({scale, intervals, texts}) {
  return {
    signals: {least: scale.least, most: scale.most},
    tables: {
      ticks: ticksOf(scale),
      intervals: intervals.map(({low, high, estimate, y, ink, isClear}) => ({
        ...{low, high, estimate, y, ink, fill: isClear ? ink : GROUND, line: isClear ? GROUND : ink},
        width: isClear ? 1.5 : 2,
      })),
      texts: complete(texts),
    },
  };
}

function forestLayers({left, right, top, bottom}) {
  const x = (name) => field(name, ['least', 'most'], [left, right]);
  const y = {...number('y'), axis: null};
  const at = {...number('at'), axis: null};
  const lines = {x: at, y: {value: top}, y2: {value: bottom}, color: ink('ink'), size: number('width')};
  return [
    {data: {name: 'ticks'}, mark: 'rule', encoding: lines},
    {
      data: {name: 'intervals'},
      mark: {type: 'rule', strokeWidth: LINE},
      encoding: {x: x('low'), x2: {field: 'high'}, y, color: ink('ink')},
    },
    {
      data: {name: 'intervals'},
      mark: {type: 'point', size: (2 * POINT) ** 2, opacity: 1},
      encoding: {x: x('estimate'), y, fill: ink('fill'), stroke: ink('line'), strokeWidth: number('width')},
    },
  ];
}

function bandData({days, estimates, lows, highs, points, scale, first, last, texts}) {
  const rows = days.map((day, index) => ({day, estimate: estimates[index], low: lows[index], high: highs[index]}));
  return {
    signals: {least: scale.least, most: scale.most, first, last},
    tables: {ticks: ticksOf(scale), days: rows, points: points.map((index) => rows[index]), texts: complete(texts)},
  };
}

function bandLayers() {
  const {left, right, top, bottom} = PLOT;
  const x = field('day', ['first', 'last'], [left, right]);
  const y = (name) => field(name, ['least', 'most'], [bottom, top]);
  const at = {...number('at'), axis: null};
  const lines = {y: at, x: {value: left}, x2: {value: right}, color: ink('ink'), size: number('width')};
  return [
    {
      data: {name: 'days'},
      mark: {type: 'area', color: ACCENT, opacity: BAND_OPACITY},
      encoding: {x, y: y('low'), y2: {field: 'high'}},
    },
    {data: {name: 'ticks'}, mark: 'rule', encoding: lines},
    {data: {name: 'days'}, mark: {type: 'line', color: ACCENT, strokeWidth: 2}, encoding: {x, y: y('estimate')}},
    {
      data: {name: 'points'},
      mark: {type: 'point', size: 36, fill: ACCENT, stroke: GROUND, strokeWidth: 1, opacity: 1},
      encoding: {x, y: y('estimate')},
    },
  ];
}
