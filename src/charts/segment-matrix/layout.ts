import {boardOfGrid, boardOfMigration} from './board.js';
import {layoutBoard, type BoardLayout} from './layout-board.js';
import {layoutQuadrant} from './layout-quadrant.js';
import type {QuadrantLayout} from './quadrant-places.js';
import {layoutShare, type ShareLayout} from './layout-share.js';
import type {SegmentMatrixMetrics} from './metrics.js';
import type {MatrixView} from './view.js';

export type SegmentMatrixLayout = BoardLayout | QuadrantLayout | ShareLayout;

/** Metrics + frame → places in pixels, by view. */
export function layoutSegmentMatrix(metrics: SegmentMatrixMetrics, view: MatrixView): SegmentMatrixLayout {
  switch (metrics.view) {
    case 'grid':
      return layoutBoard(boardOfGrid(metrics, view), view);
    case 'migration':
      return layoutBoard(boardOfMigration(metrics, view), view);
    case 'share':
      return layoutShare(metrics, view);
    case 'quadrant':
      return layoutQuadrant(metrics, view);
  }
}
