import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {loyaltyGroups, loyaltyProfitability, walletAffinity} from '../../demo/scripts/segment-examples.mjs';
import {documentText} from '../../demo/scripts/write-document.mjs';
import {checkedIn, sum} from './support/sales.mjs';

const examples = {
  'loyalty-groups.json': loyaltyGroups(),
  'loyalty-profitability.json': loyaltyProfitability(),
  'wallet-affinity.json': walletAffinity(),
};

describe('generated segments', () => {
  for (const [name, document] of Object.entries(examples)) {
    it(`${name} is what the script writes, and says that it is generated`, () => {
      assert.equal(documentText(document), checkedIn(name));
      assert.match(JSON.parse(checkedIn(name)).source, /^Generated example data/);
    });
  }

  it('31 % are loyal, 21 % satisfied, 48 % rovers; the loyal bring most', () => {
    const {rows} = examples['loyalty-groups.json'];
    const all = sum(rows, ({customers}) => customers);
    assert.deepEqual(
      rows.map(({customers}) => customers / all),
      [0.31, 0.21, 0.48],
    );
    assert.equal(Math.max(...rows.map(({value}) => value)), rows[0].value);
  });

  it('loyalty × profitability has segments in all four quadrants, and one that loses money', () => {
    const {rows, thresholds} = examples['loyalty-profitability.json'];
    const quadrants = rows.map(
      ({x, y}) => `${x >= thresholds.x ? 'loyal' : 'not'} ${y >= thresholds.y ? 'good' : 'poor'}`,
    );
    assert.deepEqual([...new Set(quadrants)].sort(), ['loyal good', 'loyal poor', 'not good', 'not poor']);
    assert.deepEqual(
      rows.filter(({value}) => value < 0).map(({segment}) => segment),
      ['Frequent returners'],
    );
    assert.ok(rows.every(({customers, y, value}) => value === customers * y));
  });

  it('share of wallet × affinity has segments in all four quadrants, each with a whole profile', () => {
    const {rows, thresholds} = examples['wallet-affinity.json'];
    assert.equal(new Set(rows.map(({x, y}) => `${x >= thresholds.x} ${y >= thresholds.y}`)).size, 4);
    for (const row of rows) {
      for (const field of ['style', 'motive', 'profit', 'productNeeds', 'serviceNeeds']) assert.ok(row[field]);
      assert.ok(row.y > 0 && row.y < 1 && row.value > 0);
    }
  });
});
