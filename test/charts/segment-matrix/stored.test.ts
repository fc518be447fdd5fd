import campaignRedemption from '../../../demo/data/campaign-redemption.json';
import loyaltyProfitability from '../../../demo/data/loyalty-profitability.json';
import revenueQuarters from '../../../demo/data/revenue-quarters.json';
import recencyFrequency from '../../../demo/data/segment-matrix.json';
import tierMigration from '../../../demo/data/tier-migration.json';
import walletAffinity from '../../../demo/data/wallet-affinity.json';
import '../../support/every-language.js';
import {renderToSvg} from '../../../src/static.js';
import {expectStored} from '../../support/stored-drawing.js';

type Options = Parameters<typeof renderToSvg>[2];
const LOYALTY = {quadrantNames: 'loyalty-profitability', currency: 'EUR'};

/** The small groups of campaigns and tiers are withheld. */
const DRAWINGS: Readonly<Record<string, readonly [json: unknown, options: Options]>> = {
  'grid-index': [recencyFrequency, {view: 'grid', currency: 'GBP'}],
  'grid-withheld': [campaignRedemption, {view: 'grid'}],
  quadrant: [loyaltyProfitability, {view: 'quadrant', ...LOYALTY}],
  share: [revenueQuarters, {view: 'share', currency: 'GBP'}],
  migration: [tierMigration, {view: 'migration'}],
  'narrow-grid-value': [recencyFrequency, {view: 'grid', measure: 'value', currency: 'GBP', width: 320}],
  'narrow-quadrant': [loyaltyProfitability, {view: 'quadrant', ...LOYALTY, width: 320}],
  'narrow-share': [walletAffinity, {view: 'share', currency: 'EUR', width: 320}],
  'narrow-migration': [tierMigration, {view: 'migration', width: 320}],
  'chinese-dark': [tierMigration, {view: 'migration', lang: 'zh', theme: 'dark'}],
};

describe('the stored drawing of the matrix', () => {
  for (const [name, [json, options]] of Object.entries(DRAWINGS))
    it(`as ${name}`, () =>
      expectStored(`segment-matrix-${name}`, renderToSvg('segment-matrix', json, options), '../../scenes'));
});
