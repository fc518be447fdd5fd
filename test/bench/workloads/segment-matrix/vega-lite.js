/** A grid's axes are the library's own, texts of the quadrants stand at pixels. */
import {compile} from 'vega-lite';
import {ACCENT, GRID_INK, INK, isGrid, LEFT, MUTED, SIZE} from './drawing.js';
import {gridOf, HEAD_SIZE, RADIUS} from './grid.js';
import {CORNER_SIZE, NAMES, PLOT, quadrantsOf, REACH, TICKS} from './quadrants.js';
import {FONT} from '../../contenders/texts.js';
import {stream, viewIn} from '../../contenders/vega-lite.js';

export async function mount(place, json, size) {
  const [specOf, tablesOf] = isGrid(json) ? [specOfGrid, tablesOfGrid] : [specOfQuadrants, tablesOfQuadrants];
  const {top, width, height, ...drawing} = specOf(json, size);
  const {spec} = compile({...drawing, width, height, datasets: tablesOf(json, size), config});
  // With the size given Vega need not measure what it has drawn.
  const right = size.width - LEFT - width;
  const padding = {left: LEFT, top, right, bottom: size.height - top - height};
  const fixed = {autosize: 'none', padding, width, height};
  const {view, destroy} = await viewIn(place, {...spec, ...fixed});
  return {update: (next) => stream(view, {tables: tablesOf(next, size)}), destroy};
}

const letters = {type: 'text', font: FONT, fontSize: SIZE, color: INK};
const nominal = (field, domain, axis) => ({field, type: 'nominal', sort: null, scale: {domain, padding: 0}, axis});

function tablesOfGrid(json, size) {
  const {cells, texts} = gridOf(json, size);
  return {cells, texts};
}

function specOfGrid(json, size) {
  const {rowNames, columnNames, top, right, rowPitch, gap, stepped} = gridOf(json, size);
  const columns = {orient: 'top', values: [...stepped], labelAngle: 0, labelColor: MUTED, title: null};
  return {
    ...{top, width: size.width - LEFT - right, height: rowNames.length * rowPitch},
    encoding: {
      x: nominal('column', columnNames, columns),
      y: nominal('row', rowNames, {labelFontSize: HEAD_SIZE, title: null}),
    },
    layer: [
      {
        data: {name: 'cells'},
        mark: {type: 'rect', ...(gap ? {stroke: '#fff', strokeWidth: gap, cornerRadius: RADIUS} : {})},
        encoding: {color: {field: 'colour', type: 'nominal', scale: null}},
      },
      {data: {name: 'texts'}, mark: {...letters, fontWeight: 600}, encoding: {text: {field: 'text'}}},
    ],
  };
}

function tablesOfQuadrants(json) {
  const {bubbles, named, corners, thresholds} = quadrantsOf(json);
  return {
    // Vega's size of a circle is its area.
    bubbles: bubbles.map(({x, y, r}) => ({x, y, area: Math.PI * r * r})),
    named: named.map(({x, y, r, name}) => ({x, y, name, offset: r + 4})),
    corners: corners.map(({text}, index) => ({text, index})),
    thresholds: [thresholds],
  };
}

function specOfQuadrants(json, size) {
  const {corners, isDense, opacity} = quadrantsOf(json);
  const axis = {values: TICKS, grid: !isDense, title: null, labelColor: MUTED};
  const place = (field, domain) => ({field, type: 'quantitative', scale: {domain, nice: false, zero: false}, axis});
  const [x, y] = [place('x', REACH.x), place('y', REACH.y)];
  const outline = isDense ? {} : {stroke: '#fff', strokeWidth: 1.5};
  const rule = {type: 'rule', color: INK, strokeWidth: 1.5};
  const width = size.width - LEFT;
  return {
    ...{top: PLOT.top, width, height: PLOT.bottom - PLOT.top},
    layer: [
      {
        data: {name: 'bubbles'},
        mark: {type: 'circle', color: ACCENT, opacity, ...outline},
        encoding: {x, y, size: {field: 'area', type: 'quantitative', scale: null}},
      },
      {data: {name: 'thresholds'}, mark: rule, encoding: {x}},
      {data: {name: 'thresholds'}, mark: rule, encoding: {y}},
      {
        data: {name: 'named'},
        mark: {...letters, align: 'left', baseline: 'middle', dx: {expr: 'datum.offset'}},
        encoding: {x, y, text: {field: 'name'}},
      },
      ...corners.flatMap((corner, index) => textsOfCorner(corner, index, width)),
      write(NAMES.y, {x: 0, y: SIZE / 2 - PLOT.top, align: 'left'}),
      write(NAMES.x, {x: width, y: PLOT.bottom - PLOT.top + SIZE * 2.4, align: 'right'}),
    ],
  };
}

const write = (text, place) => ({
  data: {values: [{}]},
  mark: {...letters, color: MUTED, ...place},
  encoding: {text: {value: text}},
});

function textsOfCorner({name, isRight, inset, y, below}, index, width) {
  const place = {x: isRight ? width - inset : inset, align: isRight ? 'right' : 'left'};
  return [
    write(name, {...place, y: y - PLOT.top, fontSize: CORNER_SIZE}),
    {
      data: {name: 'corners'},
      transform: [{filter: `datum.index === ${index}`}],
      mark: {...letters, color: MUTED, ...place, y: y - PLOT.top + below},
      encoding: {text: {field: 'text'}},
    },
  ];
}

const config = {
  view: {stroke: null},
  axis: {
    ...{domain: false, ticks: false, grid: false, gridColor: GRID_INK},
    ...{labelFont: FONT, labelFontSize: SIZE, labelColor: INK, labelPadding: 8, labelOverlap: false},
  },
};
