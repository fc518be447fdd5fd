import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {goldCardCustomers, goldCardLift, goldCardShare, winBackTest} from '../../demo/scripts/lift-examples.mjs';
import {normal, randomFrom, shuffled} from '../../demo/scripts/random.mjs';
import {documentText} from '../../demo/scripts/write-document.mjs';
import {checkedIn, sum} from './support/sales.mjs';

const customers = goldCardCustomers();
const examples = {
  'gold-card-lift.json': goldCardLift(customers),
  'gold-card-share.json': goldCardShare(customers),
  'win-back-test.json': winBackTest(),
};

describe('generated tests', () => {
  for (const [name, document] of Object.entries(examples)) {
    it(`${name} is what the seed gives, and says that it is generated`, () => {
      assert.equal(documentText(document), checkedIn(name));
      assert.match(JSON.parse(checkedIn(name)).source, /^Generated example data/);
    });
  }
});

describe('the Gold Card', () => {
  const {rows} = examples['gold-card-lift.json'];

  it('25 % of the customers make 33 % of the sales: index 132', () => {
    const [card, others] = examples['gold-card-share.json'].rows;
    assert.equal(card.customers / (card.customers + others.customers), 0.25);
    const valueShare = card.value / (card.value + others.value);
    assert.ok(Math.abs(valueShare - 0.33) < 1e-6, `${valueShare}`);
    assert.equal(
      Math.round((card.value + others.value) * 100),
      sum(customers, ({pence}) => pence),
    );
  });

  it('has counts, mean and sd of the customers, by sums of squares', () => {
    for (const {metric, arm, n, conversions, mean, sd} of rows) {
      const group = arm === 'Control' ? 'control' : 'card';
      const members = customers.filter((customer) => customer.group === group);
      const squares = sum(members, ({pence}) => (pence / 100) ** 2);
      const total = sum(members, ({pence}) => pence / 100);
      assert.equal(n, members.length);
      if (metric === 'Bought in the quarter') assert.equal(conversions, n - members.filter((c) => !c.pence).length);
      if (metric === 'Returned an order') assert.equal(conversions, members.filter((c) => c.returned).length);
      if (metric === 'Spend per customer') {
        assert.ok(Math.abs(mean - total / n) < 1e-5);
        assert.ok(Math.abs(sd - Math.sqrt((squares - total ** 2 / n) / (n - 1))) < 1e-5);
      }
    }
  });

  it('looks eight times better against all others than against its control group', () => {
    const [control, card] = rows.filter(({metric}) => metric === 'Spend per customer').map(({mean}) => mean);
    const others = examples['gold-card-share.json'].rows[1];
    const naive = card / (others.value / others.customers) - 1;
    const honest = card / control - 1;
    assert.equal((naive * 100).toFixed(1), '47.8');
    assert.equal((honest * 100).toFixed(1), '5.7');
  });
});

describe('the win-back test', () => {
  it('counts up week by week and ends on 2.36 % and 2.81 %, 360 customers a week of 80,000', () => {
    for (const [arm, last] of Object.entries({'No letter': 944, Letter: 1_124})) {
      const rows = examples['win-back-test.json'].rows.filter((row) => row.arm === arm);
      assert.equal(rows.length, 10);
      rows.slice(1).forEach((row, week) => {
        assert.ok(row.date > rows[week].date && row.n > rows[week].n && row.conversions >= rows[week].conversions);
      });
      assert.deepEqual([rows.at(-1).n, rows.at(-1).conversions], [40_000, last]);
    }
    assert.equal(Math.round(80_000 * (1_124 / 40_000 - 944 / 40_000)), 360);
  });
});

describe('seeded draws', () => {
  it('are those of mulberry32', () => {
    const random = randomFrom(1);
    assert.deepEqual([random(), random(), random()], [0.6270739405881613, 0.002735721180215478, 0.5274470399599522]);
  });

  it('have the moments of their distributions', () => {
    const random = randomFrom(7);
    const draws = Array.from({length: 20_000}, () => normal(random));
    assert.ok(Math.abs(sum(draws, (x) => x) / 20_000) < 0.03);
    assert.ok(Math.abs(sum(draws, (x) => x * x) / 20_000 - 1) < 0.04);
  });

  it('shuffle without losing or repeating an item, each order about equally often', () => {
    const random = randomFrom(3);
    const orders = {};
    for (let turn = 0; turn < 6_000; turn += 1) {
      const order = shuffled(['a', 'b', 'c'], random).join('');
      orders[order] = (orders[order] ?? 0) + 1;
    }
    assert.deepEqual(Object.keys(orders).sort(), ['abc', 'acb', 'bac', 'bca', 'cab', 'cba']);
    assert.ok(Object.values(orders).every((times) => Math.abs(times - 1_000) < 120));
  });
});
