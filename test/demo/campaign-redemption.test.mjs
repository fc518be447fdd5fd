import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {campaignRedemptionOf, readJourney} from '../../demo/scripts/campaign-redemption.mjs';
import {documentText} from '../../demo/scripts/write-document.mjs';
import {checkedIn, sum} from './support/sales.mjs';

const {source, rows} = JSON.parse(checkedIn('campaign-redemption.json'));
const BANDS = {0: [0, 0], 1: [1, 1], 2: [2, 2], '3–4': [3, 4], '5 and more': [5, Infinity]};

// The second way of counting: lines of text without quotes, one pass over all redemptions per receipt.
function linesOf(table) {
  const url = new URL(`../../demo/data/source/complete-journey/${table}.csv`, import.meta.url);
  return readFileSync(url, 'utf8').replaceAll('"', '').trim().split('\n').slice(1);
}

const redemptions = linesOf('coupon-redemptions').map((line) => line.split(','));
const descriptions = linesOf('campaign-descriptions').map((line) => line.split(','));
const receipts = linesOf('campaigns').map((line) => {
  const [campaign, household] = line.split(',');
  const [, type] = descriptions.find(([id]) => id === campaign);
  return {type, times: redemptions.filter((fields) => fields[0] === household && fields[2] === campaign).length};
});

describe('campaigns × redemption', () => {
  it('is what the script computes, with its source and licence', () => {
    assert.equal(documentText(campaignRedemptionOf(readJourney())), checkedIn('campaign-redemption.json'));
    assert.match(source, /Complete Journey 2\.0, 84\.51°.*CC0/);
  });

  it('counts every receipt once, by type and times redeemed', () => {
    assert.equal(rows.length, 15);
    for (const {row, column, customers} of rows) {
      const [least, most] = BANDS[column];
      const sent = receipts.filter(({type, times}) => type === row && times >= least && times <= most);
      assert.equal(customers, sent.length, `${row} ${column}`);
    }
    assert.equal(
      sum(rows, ({customers}) => customers),
      6_589,
    );
  });

  it('loses no redemption: every one belongs to a receipt', () => {
    assert.equal(
      sum(receipts, ({times}) => times),
      2_102,
    );
  });
});
