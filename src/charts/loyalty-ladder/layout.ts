import {layoutFunnel, type FunnelLayout} from './layout-funnel.js';
import {layoutLadder, type LadderLayout} from './layout-ladder.js';
import type {LadderView} from './view.js';
import {layoutMoves, type MovesLayout} from './layout-moves.js';
import type {LoyaltyLadderMetrics} from './metrics.js';

export type LoyaltyLadderLayout = LadderLayout | FunnelLayout | MovesLayout;

/** Metrics + frame → places in pixels, by view. */
export function layoutLoyaltyLadder(metrics: LoyaltyLadderMetrics, view: LadderView): LoyaltyLadderLayout {
  switch (view.options.view) {
    case 'ladder':
      return layoutLadder(metrics, view);
    case 'funnel':
      return layoutFunnel(metrics, view);
    case 'moves':
      return layoutMoves(metrics, view);
  }
}
