/** Compiled once at mount; an update streams new rows into the running view. Texts stand at pixels of their own data. */
import {parse, View} from 'vega';
import {compile} from 'vega-lite';
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

export async function mount(place, json, size) {
  const box = document.createElement('div');
  place.append(box);
  const [drawingOf, dataOf, layersOf] = isTriangle(json)
    ? [triangleOf, triangleData, triangleLayers]
    : [curvesOf, curvesData, curvesLayers];
  const drawing = drawingOf(json);
  const {signals, tables} = dataOf(drawing, size);
  const {width, height, hovers} = size;
  const {spec} = compile({
    ...{width, height, padding: 0, autosize: 'none', config: {view: {stroke: null}}},
    params: Object.entries(signals).map(([name, value]) => ({name, value})),
    datasets: tables,
    layer: [...layersOf(drawing, size), ...textLayers],
  });
  const view = new View(parse(spec), {renderer: 'canvas', container: box, hover: Boolean(hovers)});
  if (hovers) view.tooltip(tooltipIn(box));
  await view.runAsync();
  return {
    update(next) {
      const given = dataOf(drawingOf(next), size);
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

/** Where the library's own tooltips are a further package, a box by hand. */
function tooltipIn(box) {
  const tip = document.createElement('div');
  tip.style.cssText = 'position:absolute;top:0;left:0;padding:4px 8px;background:#fff;border:1px solid #ccc';
  return (...[, event, , value]) => {
    if (!tip.isConnected) box.append(tip);
    tip.style.visibility = value ? 'visible' : 'hidden';
    if (!value) return;
    tip.textContent = value;
    tip.style.translate = `${event.offsetX + 12}px ${event.offsetY + 12}px`;
  };
}

/** A field on a scale from pixel to pixel, without axis. */
const field = (name, [low, high], range) => ({
  field: name,
  type: 'quantitative',
  axis: null,
  scale: {domain: [{expr: String(low)}, {expr: String(high)}], range, nice: false, zero: false},
});
const ink = (name) => ({field: name, type: 'nominal', scale: null});
const number = (name) => ({field: name, type: 'quantitative', scale: null, legend: null});
const tooltip = {field: 'tip', type: 'nominal'};

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

function triangleData(drawn, {hovers}) {
  const cells = cellsOf(drawn).map(({row, column, rate}) => ({
    ...{row, column, rate, foot: row + 1, end: column + 1},
    ...(hovers ? {tip: tipOf(drawn.names[row], column + 1, rate)} : {}),
  }));
  return {signals: {most: drawn.most}, tables: {cells, texts: complete(drawn.texts)}};
}

function triangleLayers({rows, columns, cellWidth, cellHeight, gap, strongest}, {hovers}) {
  const {left, top} = CELLS;
  return [
    {
      data: {name: 'cells'},
      mark: {type: 'rect', x2Offset: -gap, y2Offset: -gap},
      encoding: {
        x: field('column', [0, columns], [left, left + columns * cellWidth]),
        x2: {field: 'end'},
        y: field('row', [0, rows], [top, top + rows * cellHeight]),
        y2: {field: 'foot'},
        color: {
          ...{field: 'rate', type: 'quantitative', legend: null},
          scale: {domain: [0, {expr: 'most'}], range: [accentInk(WEAKEST), accentInk(strongest)]},
        },
        ...(hovers ? {tooltip} : {}),
      },
    },
  ];
}

function curvesData({lines, mean, lows, highs, meanName, texts}, {hovers}) {
  const pointsOf = ({name, shade, rates}) =>
    Array.from(rates, (rate, age) => ({
      ...{name, age, rate, ink: contextInk(shade ?? 0)},
      ...(hovers ? {tip: tipOf(name, age, rate)} : {}),
    }));
  return {
    signals: {},
    tables: {
      points: lines.flatMap(pointsOf),
      mean: pointsOf({name: meanName, rates: mean}).map((d) => ({...d, low: lows[d.age], high: highs[d.age]})),
      levels: levels.map(({y}) => ({at: y})),
      texts: complete(texts),
    },
  };
}

function curvesLayers({ages}, {hovers}) {
  const {left, right, top, bottom} = PLOT;
  const x = field('age', [0, ages - 1], [left, right]);
  const y = (name) => field(name, [0, 1], [bottom, top]);
  const at = {...number('at'), axis: null};
  return [
    {
      data: {name: 'levels'},
      mark: {type: 'rule', color: GRID},
      encoding: {y: at, x: {value: left}, x2: {value: right}},
    },
    {
      data: {name: 'points'},
      mark: {type: 'line', strokeWidth: 1.25},
      encoding: {x, y: y('rate'), detail: {field: 'name'}, stroke: ink('ink'), ...(hovers ? {tooltip} : {})},
    },
    {
      data: {name: 'mean'},
      mark: {type: 'area', color: ACCENT, opacity: BAND_OPACITY},
      encoding: {x, y: y('low'), y2: {field: 'high'}},
    },
    {data: {name: 'mean'}, mark: {type: 'line', color: ACCENT, strokeWidth: 2.5}, encoding: {x, y: y('rate')}},
  ];
}
