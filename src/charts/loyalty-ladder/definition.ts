import {defineChart} from '../../chart/define-chart.js';
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

const defaults: LoyaltyLadderOptions = {view: 'ladder', level: 0.95};

const isEmpty = ({series}: LoyaltyLadderMetrics): boolean =>
  series.every(({rungs, moves}) => !moves.length && rungs.every(({count}) => count === null));

/** Stock and flows of customers between the rungs of loyalty. */
export const loyaltyLadder = defineChart({
  name: 'loyalty-ladder',
  views: ['ladder', 'funnel', 'moves'],
  defaults,
  words: {en, 'zh-CN': zhCN},
  contract,
  parse: parseLoyaltyLadder,
  measure: measureLoyaltyLadder,
  currencyOf: ({currency}) => currency ?? undefined,
  isEmpty,
  headline: headlineOfLadder,
  notes: notesOfLadder,
  tabulate: tabulateLoyaltyLadder,
  layout: layoutLoyaltyLadder,
  draw: drawLoyaltyLadder,
});
