/** One plot whose facets are the panels. */
import {axisY, barX, plot, text} from '@observablehq/plot';
import {
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
  TOP,
} from './drawing.js';
import {mountReplacing} from '../../contenders/observable-plot.js';
import {FONT} from '../../contenders/texts.js';

export const mount = mountReplacing((json, size) => {
  const panels = panelsOf(json, size);
  return panels.length === 1 ? drawOne(json.rows, panels[0], size) : drawFacets(json.rows, panels, size);
});

const frame = ({width, height}) => ({
  width,
  height,
  marginLeft: NAMES,
  marginRight: 0,
  marginBottom: 0,
  style: {fontFamily: FONT, fontSize: `${SIZE}px`, color: INK},
});
const rungs = {domain: FROM_TOP.map(({id}) => id), paddingInner: 1 - BAR / PITCH, paddingOuter: 0, label: null};
const bars = {x: 'count', y: 'rung', fill: BAR_INK, rx: RADIUS};
const counts = {x: 'count', y: 'rung', text: (row) => countText(row.count), textAnchor: 'start', dx: 6};
const names = {tickSize: 0, tickFormat: (id) => NAME_OF[id], fontSize: SIZE, label: null};

function drawOne(rows, panel, size) {
  return plot({
    ...frame(size),
    marginTop: TOP,
    x: {axis: null, domain: [0, scaleEnd(panel)]},
    y: rungs,
    marks: [axisY(names), barX(rows, bars), text(rows, counts)],
  });
}

function drawFacets(rows, panels, size) {
  const columns = columnsFor(panels.length, size.width);
  const at = new Map(panels.map(({title}, index) => [title, index]));
  const facet = {fx: ({series}) => at.get(series) % columns, fy: ({series}) => Math.floor(at.get(series) / columns)};
  const place = {
    fx: (panel) => at.get(panel.title) % columns,
    fy: (panel) => Math.floor(at.get(panel.title) / columns),
  };
  return plot({
    ...frame(size),
    marginTop: TOP,
    fx: {axis: null, paddingOuter: 0, paddingInner: (GAP + NAMES) / (panels[0].width + GAP)},
    fy: {axis: null, paddingOuter: 0, paddingInner: (GAP + TOP) / (panels[0].height + GAP)},
    x: {axis: null, domain: [0, scaleEnd(panels[0])]},
    y: rungs,
    marks: [
      axisY({...names, facetAnchor: null}),
      barX(rows, {...bars, ...facet}),
      text(rows, {...counts, ...facet}),
      text(panels, {...place, text: 'title', frameAnchor: 'top-left', dx: -NAMES, dy: -TOP, fontWeight: 600}),
    ],
  });
}
