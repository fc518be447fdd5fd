import type {Mark, Scene} from '../../scene/scene.js';
import type {LoyaltyLadderLayout} from './layout.js';
import type {LadderView} from './view.js';
import {drawFunnel} from './scene-funnel.js';
import {drawLadder} from './scene-ladder.js';
import {drawMoves} from './scene-moves.js';

/** Places → marks with inks and words. */
export function drawLoyaltyLadder(layout: LoyaltyLadderLayout, view: LadderView): Scene {
  return {width: layout.width, height: layout.height, marks: marksOf(layout, view)};
}

function marksOf(layout: LoyaltyLadderLayout, view: LadderView): Mark[] {
  switch (layout.kind) {
    case 'ladder':
      return drawLadder(layout, view);
    case 'funnel':
      return drawFunnel(layout, view);
    case 'moves':
      return drawMoves(layout, view);
  }
}
