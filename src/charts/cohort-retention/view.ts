import type {Reading, View} from '../../chart/chart.js';
import type {CohortRetentionOptions} from './metrics.js';
import type {CohortWords} from './words.js';

/** How the reader sees the cohorts. */
export type CohortView = View<CohortRetentionOptions, CohortWords>;

/** A view without a place. */
export type CohortReading = Reading<CohortRetentionOptions, CohortWords>;
