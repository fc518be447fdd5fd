import {MIN_CELL} from '../../../src/chart/define-chart.js';
import {segmentMatrix} from '../../../src/charts/segment-matrix/definition.js';
import type {SegmentMatrixMetrics} from '../../../src/charts/segment-matrix/metrics.js';
import type {SegmentMatrixOptions} from '../../../src/charts/segment-matrix/options.js';

export const optionsOf = (given: Partial<SegmentMatrixOptions> = {}): SegmentMatrixOptions => ({
  ...segmentMatrix.defaults,
  minCell: MIN_CELL,
  ...given,
});

/** The metrics of a view; fails on issues and on another view. */
export function measured<View extends SegmentMatrixMetrics['view']>(
  view: View,
  json: unknown,
  options: Partial<SegmentMatrixOptions> = {},
): Extract<SegmentMatrixMetrics, {view: View}> {
  const {metrics, issues} = segmentMatrix.measure(json, optionsOf(options));
  if (metrics?.view !== view) throw new Error(`${metrics?.view ?? 'nothing'}: ${JSON.stringify(issues)}`);
  return metrics as Extract<SegmentMatrixMetrics, {view: View}>;
}

export const issuesOf = (json: unknown, options: Partial<SegmentMatrixOptions> = {}) =>
  segmentMatrix.measure(json, optionsOf(options)).issues.map(({path, code}) => `${path} ${code}`);

/** A grid from a table of counts; value 10 for each customer unless given. */
export const gridOf = (counts: readonly (readonly (number | null)[])[], valueOf = (count: number) => count * 10) => ({
  rows: counts.flatMap((line, i) =>
    line.map((customers, j) => ({
      row: `R${i}`,
      column: `C${j}`,
      customers,
      value: customers === null ? null : valueOf(customers),
    })),
  ),
});
