import {armPanels} from './arm-panels.js';
import {type BinsLayout, layoutBins} from './layout-bins.js';
import {layoutRows, type RowsLayout} from './layout-rows.js';
import {layoutTime, type TimeLayout} from './layout-time.js';
import type {TreatmentLiftMetrics} from './metrics.js';
import {intervalPanels} from './panels.js';
import type {LiftView} from './view.js';

export type TreatmentLiftLayout =
  | {readonly kind: 'rows'; readonly of: RowsLayout}
  | {readonly kind: 'time'; readonly of: TimeLayout}
  | {readonly kind: 'bins'; readonly of: BinsLayout};

/** Metrics + frame → places in pixels, by view. */
export function layoutTreatmentLift(metrics: TreatmentLiftMetrics, view: LiftView): TreatmentLiftLayout {
  switch (view.options.view) {
    case 'intervals':
      return {kind: 'rows', of: layoutRows(intervalPanels(metrics, view), view)};
    case 'arms':
      return {kind: 'rows', of: layoutRows(armPanels(metrics, view), view)};
    case 'time':
      return {kind: 'time', of: layoutTime(metrics, view)};
    case 'bins':
      return {kind: 'bins', of: layoutBins(metrics, view)};
  }
}
