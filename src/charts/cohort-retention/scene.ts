import type {DatumBox, DatumField, DatumPlace, Mark, Scene} from '../../scene/scene.js';
import {datumOfCell, datumOfTrend} from './datum.js';
import {type GridRow, readCell, rowsOf} from './grid-rows.js';
import type {CohortPanel, CohortRetentionLayout} from './layout.js';
import {curveAt, curveBox, drawCurves, markCurve} from './scene-curves.js';
import {cellAt, cellBox, drawTriangle, markCell} from './scene-triangle.js';
import {drawTrend, markTrend, trendAt, trendBox} from './scene-trend.js';
import type {CohortView} from './view.js';

/** Places → marks with inks and words; what is pointed at in one panel is marked in all. */
export function drawCohortRetention(layout: CohortRetentionLayout, view: CohortView): Scene {
  const {width, height, panels} = layout;
  const marks = panels.map((panel, index) => grouped(index, drawingOf(panel).draw(panel, view)));
  return {
    width,
    height,
    marks,
    field: view.options.view === 'trend' ? trendField(layout, view) : cellField(layout, view),
  };
}

const grouped = (index: number, marks: readonly Mark[]): Mark => ({
  kind: 'group',
  key: `panel ${index}`,
  part: 'panel',
  marks,
});

/** What one kind of panel knows of itself. */
interface Drawing<Panel> {
  readonly draw: (panel: Panel, view: CohortView) => Mark[];
  readonly at: (panel: Panel, x: number, y: number) => DatumPlace | null;
  readonly boxOf: (panel: Panel, place: DatumPlace) => DatumBox | null;
  readonly mark: (panel: Panel, place: DatumPlace) => Mark[];
}

const DRAWINGS: {readonly [Kind in CohortPanel['kind']]: Drawing<Extract<CohortPanel, {kind: Kind}>>} = {
  curves: {draw: drawCurves, at: curveAt, boxOf: curveBox, mark: markCurve},
  triangle: {draw: drawTriangle, at: cellAt, boxOf: cellBox, mark: markCell},
  trend: {draw: drawTrend, at: trendAt, boxOf: trendBox, mark: markTrend},
};

const drawingOf = ({kind}: CohortPanel) => DRAWINGS[kind] as Drawing<CohortPanel>;

const boxIn = (panel: CohortPanel, place: DatumPlace) => drawingOf(panel).boxOf(panel, place);

/** What all fields share: the panels are asked one after the other. */
function fieldOver(panels: readonly CohortPanel[]): Pick<DatumField, 'at' | 'boxOf' | 'marksOf'> {
  return {
    at: (x, y) => {
      const index = panels.findIndex((panel) => y < panel.top + panel.height);
      const panel = panels[index];
      const place = panel && drawingOf(panel).at(panel, x, y);
      return place ? {...place, panel: index} : null;
    },
    boxOf: (place) => {
      const pointed = panels[place.panel ?? 0];
      const boxes = [pointed, ...panels].flatMap((panel) => (panel ? (boxIn(panel, place) ?? []) : []));
      return boxes[0] ?? {x: 0, y: 0, width: 0, height: 0};
    },
    marksOf: (place) => panels.map((panel, index) => grouped(index, drawingOf(panel).mark(panel, place))),
  };
}

/** What a place is in the triangle of another series: the same cohort at the same age; itself where it has none. */
function placeIn(panel: CohortPanel, place: DatumPlace, rows: readonly GridRow[]): DatumPlace {
  const from = rows[place.row];
  const own = panel.kind === 'triangle' ? rows[panel.firstRow]!.series : from?.series;
  if (panel.kind !== 'triangle' || !from || !own || own === from.series) return place;
  const cohort = from.cohort < 0 ? -1 : own.cohorts.indexOf(from.series.cohorts[from.cohort]!);
  return cohort < 0 && from.cohort >= 0 ? place : {...place, row: panel.firstRow + 1 + cohort};
}

function cellField({panels, metrics}: CohortRetentionLayout, view: CohortView): DatumField {
  const rows = rowsOf(metrics);
  const {ages} = metrics;
  const has = (place: DatumPlace) => panels.some((panel) => boxIn(panel, place) !== null);
  return {
    ...fieldOver(panels),
    marksOf: (place) =>
      panels.map((panel, index) => grouped(index, drawingOf(panel).mark(panel, placeIn(panel, place, rows)))),
    rows: rows.length,
    columns: ages.length,
    has,
    datumOf: (place) =>
      has(place) ? datumOfCell(readCell(rows[place.row]!, place.column, ages), {place, metrics}, view) : null,
  };
}

function trendField({panels, metrics}: CohortRetentionLayout, view: CohortView): DatumField {
  const pointAt = ({row, column}: DatumPlace) => metrics.series[row]?.trend[column];
  return {
    ...fieldOver(panels),
    rows: metrics.series.length,
    columns: Math.max(0, ...metrics.series.map(({trend}) => trend.length)),
    has: (place) => pointAt(place) !== undefined,
    datumOf: (place) => {
      const point = pointAt(place);
      return point ? datumOfTrend(point, {place, metrics, series: metrics.series[place.row]!.series}, view) : null;
    },
  };
}
