import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {loyaltyLadderOf, rungOf} from '../../demo/scripts/loyalty-ladder.mjs';
import {purchasesIn, readOrders} from '../../demo/scripts/online-retail.mjs';
import {documentText} from '../../demo/scripts/write-document.mjs';
import {checkedIn, customers as buyers, sales, sum} from './support/sales.mjs';

const text = readOrders();
const written = checkedIn('loyalty-ladder.json');
const ladder = JSON.parse(written);

const THIRD = ['2010-06-12', '2010-12-10'];
const EARLIER = ['2010-12-11', '2011-06-10'];
const LATER = ['2011-06-11', '2011-12-09'];
const NAMES = {0: null, 1: 'customer', 2: 'client', 3: 'client', 4: 'supporter', 5: 'supporter', 6: 'supporter'};

function slowRung(dates, [first, last]) {
  const days = dates.filter((date) => date >= first && date <= last).length;
  if (days >= 12) return 'partner';
  return days >= 7 ? 'advocate' : NAMES[days];
}

const customers = buyers.map((customer) => ({
  ...customer,
  third: slowRung(customer.dates, THIRD),
  earlier: slowRung(customer.dates, EARLIER),
  later: slowRung(customer.dates, LATER),
}));

describe('the log', () => {
  it('holds the sales that its source describes', () => {
    assert.equal(sales.length, 36_959);
    assert.equal(customers.length, 5_878);
    assert.equal(
      sum(sales, ({pence}) => pence),
      1_743_130_716,
    );
    assert.equal(purchasesIn(text).length, 33_101);
    assert.equal(
      sum(purchasesIn(text), ({pence}) => pence),
      1_743_130_716,
    );
  });
});

describe('the ladder of the log', () => {
  it('is what the script computes', () => {
    assert.equal(documentText(loyaltyLadderOf(purchasesIn(text), '2011-12-09')), written);
  });

  it('has 30 moves and 5 entries, each as counted the slow way, one period earlier too', () => {
    assert.equal(ladder.moves.length, 35);
    for (const {from, to, count, previous} of ladder.moves) {
      const name = `${from} → ${to}`;
      assert.equal(count, customers.filter((c) => c.earlier === from && c.later === to).length, name);
      assert.equal(previous, customers.filter((c) => c.third === from && c.earlier === to).length, `${name} before`);
    }
  });

  it('counts as won back who bought before the earlier period, and nobody else', () => {
    for (const {from, to, wonBack} of ladder.moves) {
      const returned = customers.filter((c) => !c.earlier && c.later === to && c.dates[0] < EARLIER[0]);
      assert.equal(wonBack, from === null ? returned.length : undefined, `${from} → ${to}`);
    }
  });

  it('has row sums and column sums that meet the rungs', () => {
    assert.equal(ladder.rows.length, 5);
    for (const {rung, count, previous} of ladder.rows) {
      const into = ladder.moves.filter(({to}) => to === rung);
      const outOf = ladder.moves.filter(({from}) => from === rung);
      assert.equal(
        sum(into, (move) => move.count),
        count,
        `into ${rung}`,
      );
      assert.equal(
        sum(outOf, (move) => move.count),
        previous,
        `out of ${rung}`,
      );
      assert.equal(
        sum(into, (move) => move.previous),
        previous,
        `into ${rung} before`,
      );
    }
  });

  it('has the revenue of the later period, to the penny', () => {
    for (const {rung, value} of ladder.rows) {
      const orders = customers.filter((c) => c.later === rung).flatMap((c) => c.sales);
      const bought = orders.filter(({date}) => date >= LATER[0] && date <= LATER[1]);
      assert.equal(
        sum(bought, ({pence}) => pence),
        Math.round(value * 100),
        rung,
      );
    }
  });
});

describe('what the ladder says of itself', () => {
  it('lists prospects but gives them no row, and says what stands in for a rung', () => {
    assert.deepEqual(
      ladder.rungs.map(({id}) => id),
      ['prospect', 'customer', 'client', 'supporter', 'advocate', 'partner'],
    );
    assert.ok(!ladder.rows.some(({rung}) => rung === 'prospect'));
    assert.match(ladder.proxy, /stand in for the rung.*prospects are not in the log/);
  });

  it('names author, work, place and licence of the source, in the document and beside it', () => {
    const readme = readFileSync(new URL('../../demo/data/README.md', import.meta.url), 'utf8');
    for (const name of ['Chen, D.', 'Online Retail II', 'UCI Machine Learning Repository', 'CC BY 4.0']) {
      assert.ok(ladder.source.includes(name), name);
      assert.ok(readme.includes(name), `${name} in README`);
    }
    assert.match(ladder.source, /https:\/\/doi\.org\/10\.24432\/C5CG6D/);
    assert.match(readme, /https:\/\/creativecommons\.org\/licenses\/by\/4\.0\//);
  });

  const rungOfDays = {0: null, 1: 'customer', 2: 'client', 3: 'client', 4: 'supporter', 6: 'supporter'};
  Object.assign(rungOfDays, {7: 'advocate', 11: 'advocate', 12: 'partner', 99: 'partner'});
  for (const [days, rung] of Object.entries(rungOfDays))
    it(`puts ${days} purchase days on ${rung}`, () => assert.equal(rungOf(Number(days)), rung));
});
