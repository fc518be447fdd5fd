import type {Scene} from '../../scene/scene.js';
import type {SegmentMatrixLayout} from './layout.js';
import {drawBoard} from './scene-board.js';
import {drawQuadrant} from './scene-quadrant.js';
import {drawShare} from './scene-share.js';
import type {MatrixView} from './view.js';

/** Places → marks with inks and words. */
export function drawSegmentMatrix(layout: SegmentMatrixLayout, view: MatrixView): Scene {
  switch (layout.kind) {
    case 'board':
      return drawBoard(layout, view);
    case 'quadrant':
      return drawQuadrant(layout, view);
    case 'share':
      return drawShare(layout, view);
  }
}
