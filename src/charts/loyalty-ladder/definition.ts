import {defineChart} from '../../chart/define-chart.js';
import {traditional} from '../../locale/traditional.js';
import {headlineOfLadder} from './headline.js';
import {layoutLoyaltyLadder} from './layout.js';
import {measureLoyaltyLadder, type LoyaltyLadderMetrics, type LoyaltyLadderOptions} from './metrics.js';
import {notesOfLadder} from './notes.js';
import {parseLoyaltyLadder} from './rules.js';
import {drawLoyaltyLadder} from './scene.js';
import {contract} from './schema.js';
import {tabulateLoyaltyLadder} from './table.js';
import {en} from './words-en.js';
import {zhCN} from './words-zh-cn.js';
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
  words: {en, 'zh-CN': zhCN, 'zh-TW': traditional(zhCN)},
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
