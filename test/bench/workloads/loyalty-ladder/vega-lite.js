/** Facets of bars; the end of the scale is a signal. */
import {compile} from 'vega-lite';
import {
  BANDS,
  BANDS_TOP,
  BAR,
  BAR_INK,
  columnsFor,
  countText,
  FROM_TOP,
  GAP,
  INK,
  NAME_OF,
  NAMES,
  panelsOf,
  PITCH,
  RADIUS,
  scaleEnd,
  SIZE,
} from './drawing.js';
import {FONT} from '../../contenders/texts.js';
import {stream, viewIn} from '../../contenders/vega-lite.js';

export async function mount(place, json, size) {
  const panels = panelsOf(json, size);
  const {spec} = compile(specOf(json, panels, size));
  // With the size given Vega need not measure what it has drawn; Vega-Lite does not offer that for facets.
  const {view, destroy} = await viewIn(place, {...spec, ...fixed(panels, size)});
  const update = (next) =>
    stream(view, {signals: {end: scaleEnd(panelsOf(next, size)[0])}, tables: {rows: rowsOf(next)}});
  return {update, destroy};
}

const fixed = (panels, {width, height}) => ({
  autosize: 'none',
  width: width - NAMES,
  height: height - BANDS_TOP,
  padding: {left: NAMES, top: BANDS_TOP, right: 0, bottom: 0},
});

const rowsOf = ({rows}) => rows.map((row) => ({...row, name: NAME_OF[row.rung], label: countText(row.count)}));

function specOf(json, panels, size) {
  const isSeries = panels.length > 1;
  const panel = drawPanel(panels[0]);
  return {
    params: [{name: 'end', value: scaleEnd(panels[0])}],
    data: {name: 'rows', values: rowsOf(json)},
    ...(isSeries ? facets(panels, panel, columnsFor(panels.length, size.width)) : panel),
    config,
  };
}

const facets = (panels, panel, columns) => ({
  facet: {field: 'series', type: 'nominal', title: null, sort: panels.map(({title}) => title), header: headerStyle},
  columns,
  bounds: 'flush',
  spacing: {column: NAMES + GAP, row: panels[0].height + GAP - BANDS},
  resolve: {axis: {y: 'independent'}},
  spec: panel,
});

const headerStyle = {
  labelAnchor: 'start',
  labelFont: FONT,
  labelFontSize: SIZE,
  labelFontWeight: 600,
  labelColor: INK,
  labelPadding: 0,
};

const drawPanel = ({width}) => ({
  width: width - NAMES,
  height: {step: PITCH},
  encoding: {
    y: {field: 'name', type: 'nominal', title: null, sort: FROM_TOP.map(({name}) => name), scale: {padding: 0}},
    x: {field: 'count', type: 'quantitative', axis: null, scale: {domain: [0, {expr: 'end'}], nice: false}},
  },
  layer: [
    {mark: {type: 'bar', color: BAR_INK, height: BAR, cornerRadius: RADIUS}},
    {
      mark: {type: 'text', align: 'left', dx: 6, color: INK, font: FONT, fontSize: SIZE},
      encoding: {text: {field: 'label'}},
    },
  ],
});

const config = {
  view: {stroke: null},
  axis: {
    domain: false,
    ticks: false,
    grid: false,
    labelFont: FONT,
    labelFontSize: SIZE,
    labelColor: INK,
    labelPadding: 8,
  },
};
