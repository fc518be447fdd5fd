import {layoutCurves, type CurvesPanel} from './layout-curves.js';
import {layoutTrend, type TrendPanel} from './layout-trend.js';
import {layoutTriangle, type TrianglePanel} from './layout-triangle.js';
import type {CohortRetentionMetrics} from './metrics.js';
import type {CohortView} from './view.js';

export type CohortPanel = CurvesPanel | TrianglePanel | TrendPanel;

export interface CohortRetentionLayout {
  readonly metrics: CohortRetentionMetrics;
  readonly width: number;
  readonly height: number;
  readonly panels: readonly CohortPanel[];
}

/** Metrics + frame → places in pixels: panels one beneath the other. */
export function layoutCohortRetention(metrics: CohortRetentionMetrics, view: CohortView): CohortRetentionLayout {
  const gap = view.frame.unit * 3;
  const panels: CohortPanel[] = [];
  let top = 0;
  for (const place of placersFor(metrics, view)) {
    const panel = place(top);
    panels.push(panel);
    top += panel.height + gap;
  }
  return {metrics, width: view.frame.width, height: Math.ceil(Math.max(0, top - gap)), panels};
}

function placersFor(metrics: CohortRetentionMetrics, view: CohortView): ((top: number) => CohortPanel)[] {
  const curves = (top: number) => layoutCurves(metrics, view, top);
  let firstRow = 0;
  const triangles = metrics.series.map((series, index) => {
    const place = {index, firstRow};
    firstRow += series.cohorts.length + 1;
    return (top: number) => layoutTriangle(metrics, view, {...place, top});
  });
  switch (view.options.view) {
    case 'curves':
      return [curves];
    case 'triangle':
      return triangles;
    case 'both':
      return [curves, ...triangles];
    case 'trend':
      return [(top) => layoutTrend(metrics, view, top)];
  }
}
