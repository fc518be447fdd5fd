import type {Mark, Scene} from '../../scene/scene.js';
import type {TreatmentLiftLayout} from './layout.js';
import {drawBins} from './scene-bins.js';
import {drawRows} from './scene-rows.js';
import {drawTime} from './scene-time.js';
import type {LiftView} from './view.js';

/** Places → marks with inks and words. */
export const drawTreatmentLift = (layout: TreatmentLiftLayout, view: LiftView): Scene => ({
  width: layout.of.width,
  height: layout.of.height,
  marks: marksOf(layout, view),
});

function marksOf(layout: TreatmentLiftLayout, view: LiftView): Mark[] {
  switch (layout.kind) {
    case 'rows':
      return drawRows(layout.of, view);
    case 'time':
      return drawTime(layout.of, view);
    case 'bins':
      return drawBins(layout.of, view);
  }
}
