import {readFileSync} from 'node:fs';
import {readCsv} from './csv.mjs';
import {isCommand, writeDocument} from './write-document.mjs';

const SOURCE =
  'The Complete Journey 2.0, 84.51°, as packaged in the R package completejourney 1.1.1 (B. Boehmke, S. Mortimer), CC0; ' +
  'changed: counted by campaign type and coupons redeemed.';

/** Coupons that a household redeemed in one campaign; `from` inclusive. */
const REDEEMED = [
  {name: '0', from: 0},
  {name: '1', from: 1},
  {name: '2', from: 2},
  {name: '3–4', from: 3},
  {name: '5 and more', from: 5},
];

/** @returns {{campaigns: object[], descriptions: object[], redemptions: object[]}} the three tables */
export function readJourney() {
  const [campaigns, descriptions, redemptions] = ['campaigns', 'campaign-descriptions', 'coupon-redemptions'].map(
    (table) => readCsv(readFileSync(new URL(`../data/source/complete-journey/${table}.csv`, import.meta.url), 'utf8')),
  );
  return {campaigns, descriptions, redemptions};
}

/**
 * Type of campaign × number of coupons redeemed. One unit is one receipt: a household that was sent one campaign; a
 * household in three campaigns counts three times.
 */
export function campaignRedemptionOf({campaigns, descriptions, redemptions}) {
  const typeOf = new Map(descriptions.map(({campaign_id, campaign_type}) => [campaign_id, campaign_type]));
  const redeemed = new Map();
  for (const redemption of redemptions) redeemed.set(receipt(redemption), (redeemed.get(receipt(redemption)) ?? 0) + 1);
  const receipts = campaigns.map((campaign) => ({
    type: typeOf.get(campaign.campaign_id),
    band: REDEEMED.findLast(({from}) => (redeemed.get(receipt(campaign)) ?? 0) >= from).name,
  }));
  const rows = [...new Set(typeOf.values())].sort().flatMap((type) =>
    REDEEMED.map(({name}) => ({
      row: type,
      column: name,
      customers: receipts.filter((sent) => sent.type === type && sent.band === name).length,
    })),
  );
  return {source: SOURCE, rows};
}

function receipt({campaign_id, household_id}) {
  return `${campaign_id} ${household_id}`;
}

if (isCommand(import.meta.url)) writeDocument('campaign-redemption.json', campaignRedemptionOf(readJourney()));
