import {measureGrid} from './measure-grid.js';
import {measureMigration} from './measure-migration.js';
import {measureQuadrants, measureShare} from './measure-segments.js';
import type {Figures, SegmentMatrixMetrics, ViewMetrics} from './metrics.js';
import {type MatrixView, type SegmentMatrixOptions, viewOf} from './options.js';
import type {SegmentMatrixData} from './schema.js';

const MEASURE: Readonly<Record<MatrixView, (data: SegmentMatrixData, options: SegmentMatrixOptions) => ViewMetrics>> = {
  grid: measureGrid,
  share: measureShare,
  quadrant: measureQuadrants,
  migration: measureMigration,
};

/** JSON contract → numbers; no pixels, no words. */
export function measureSegmentMatrix(data: SegmentMatrixData, options: SegmentMatrixOptions): SegmentMatrixMetrics {
  const metrics = MEASURE[viewOf(options, data.rows)](data, options);
  return {
    ...metrics,
    asOf: data.asOf ?? null,
    previousAsOf: data.previousAsOf ?? null,
    proxy: data.proxy ?? null,
    source: data.source ?? null,
    currency: data.currency ?? null,
    isWithheld: [partsOf(metrics), sumsOf(metrics)].some(anyWithheld),
  };
}

type AnyGroup = Pick<Figures, 'isWithheld' | 'customers'> & Partial<Pick<Figures, 'isPreviousWithheld'>>;

const anyWithheld = (groups: readonly AnyGroup[]): boolean => groups.some((d) => d.isWithheld || d.isPreviousWithheld);

/** Every group that the rows of the data name. */
export function partsOf(metrics: ViewMetrics): readonly AnyGroup[] {
  switch (metrics.view) {
    case 'grid':
      return metrics.cells;
    case 'migration':
      return metrics.moves;
    default:
      return metrics.segments;
  }
}

/** The sums of those groups. */
function sumsOf(metrics: ViewMetrics): readonly AnyGroup[] {
  switch (metrics.view) {
    case 'grid':
      return [...metrics.rowSums, ...metrics.columnSums, metrics.total];
    case 'migration':
      return [...metrics.fromSums, ...metrics.toSums];
    default:
      return [metrics.total];
  }
}
