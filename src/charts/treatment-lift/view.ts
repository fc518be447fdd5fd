import type {Reading, View} from '../../chart/chart.js';
import type {TreatmentLiftOptions} from './metrics.js';
import type {LiftWords} from './words.js';

/** How the reader sees the test. */
export type LiftView = View<TreatmentLiftOptions, LiftWords>;

/** A view without a place. */
export type LiftReading = Reading<TreatmentLiftOptions, LiftWords>;
