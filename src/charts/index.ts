/** The chart list: everything that serves all charts reads it, and a new chart is one line here. */
export {loyaltyLadder} from './loyalty-ladder/definition.js';
export {segmentMatrix} from './segment-matrix/definition.js';
export {cohortRetention} from './cohort-retention/definition.js';
export {treatmentLift} from './treatment-lift/definition.js';
