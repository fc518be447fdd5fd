import {defineChart} from '../../chart/define-chart.js';
import {Vocabulary} from '../../locale/vocabulary.js';
import {headlineOfLadder} from './headline.js';
import {layoutLoyaltyLadder} from './layout.js';
import {measureLoyaltyLadder, type LoyaltyLadderMetrics, type LoyaltyLadderOptions} from './metrics.js';
import {notesOfLadder} from './notes.js';
import {parseLoyaltyLadder} from './rules.js';
import {drawLoyaltyLadder} from './scene.js';
import {contract} from './schema.js';
import {tabulateLoyaltyLadder} from './table.js';
import {en} from './words-en.js';
import {withholdSmallGroups} from './withhold.js';

const defaults = {view: 'ladder', level: 0.95} as const;

const isEmpty = ({hasMoves, series}: LoyaltyLadderMetrics, {view}: LoyaltyLadderOptions): boolean =>
  view === 'moves'
    ? !hasMoves
    : !hasMoves && series.every(({rungs}) => rungs.every(({count, isWithheld}) => count === null && !isWithheld));

/** Stock and flows of customers between the rungs of loyalty. */
export const loyaltyLadder = defineChart({
  name: 'loyalty-ladder',
  views: ['ladder', 'funnel', 'moves'],
  defaults,
  words: new Vocabulary(en, async () => (await import('./words-zh-cn.js')).ladderZhCN),
  contract,
  parse: parseLoyaltyLadder,
  measure: (data, options) => withholdSmallGroups(measureLoyaltyLadder(data, options), options),
  currencyOf: ({currency}) => currency ?? undefined,
  isEmpty,
  headline: headlineOfLadder,
  notes: notesOfLadder,
  tabulate: tabulateLoyaltyLadder,
  layout: layoutLoyaltyLadder,
  draw: drawLoyaltyLadder,
});
