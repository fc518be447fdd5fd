/** Rules and points for intervals; an area, a line and points for a band. */
import {GROUND, isBand, LETTERS, LINE, POINT} from './drawing.js';
import {ACCENT, BAND_OPACITY, GRID, INK} from '../../contenders/inks.js';
import {bandOf, PLOT} from './band.js';
import {forestOf} from './intervals.js';
import {field, ink, mountInPixels, number, textRows} from '../../contenders/vega-lite-pixels.js';

export function mount(place, json, size) {
  const [drawingOf, dataOf, layersOf] = isBand(json)
    ? [bandOf, bandData, bandLayers]
    : [forestOf, forestData, forestLayers];
  return mountInPixels(place, size, {json, drawingOf, dataOf, layersOf});
}

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
      texts: textRows(texts, LETTERS),
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
    tables: {
      ticks: ticksOf(scale),
      days: rows,
      points: points.map((index) => rows[index]),
      texts: textRows(texts, LETTERS),
    },
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
