import type {Reading, View} from '../../chart/chart.js';
import type {LoyaltyLadderOptions} from './metrics.js';
import type {LadderWords} from './words.js';

/** How the reader sees the ladder. */
export type LadderView = View<LoyaltyLadderOptions, LadderWords>;

/** A view without a place. */
export type LadderReading = Reading<LoyaltyLadderOptions, LadderWords>;
