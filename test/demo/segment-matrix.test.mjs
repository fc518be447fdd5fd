import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {purchasesIn, readOrders} from '../../demo/scripts/online-retail.mjs';
import * as matrix from '../../demo/scripts/segment-matrix.mjs';
import {documentText} from '../../demo/scripts/write-document.mjs';
import {checkedIn, customers, sum} from './support/sales.mjs';

const documents = {
  'segment-matrix.json': matrix.recencyFrequencyOf,
  'revenue-quarters.json': matrix.revenueQuartersOf,
  'tier-migration.json': matrix.tierMigrationOf,
  'loyalty-and-value.json': matrix.loyaltyAndValueOf,
};
const [grid, quarters, migration, quadrant] = Object.keys(documents).map((name) => JSON.parse(checkedIn(name)));

const THIRD = ['2010-06-12', '2010-12-10'];
const EARLIER = ['2010-12-11', '2011-06-10'];
const LATER = ['2011-06-11', '2011-12-09'];
const TOTAL = 1_743_130_716;

const within = (date, [first, last]) => date >= first && date <= last;
const daysIn = ({dates}, period) => dates.filter((date) => within(date, period)).length;
const penceIn = ({sales}, period) =>
  sum(
    sales.filter(({date}) => within(date, period)),
    ({pence}) => pence,
  );
const pence = (pounds) => Math.round(pounds * 100);

describe('segments of the log', () => {
  const purchases = purchasesIn(readOrders());
  for (const [name, make] of Object.entries(documents)) {
    it(`${name} is what the script computes, with its attribution`, () => {
      assert.equal(documentText(make(purchases, '2011-12-09')), checkedIn(name));
      assert.match(JSON.parse(checkedIn(name)).source, /Chen, D\..*Online Retail II.*UCI.*CC BY 4\.0/);
    });
  }
});

describe('recency × frequency', () => {
  // Scores by plain counting: how many customers lie strictly below this one.
  const scored = customers.map(({dates, sales}) => {
    const staler = customers.filter((other) => other.dates.at(-1) < dates.at(-1)).length;
    const rarer = customers.filter((other) => other.dates.length < dates.length).length;
    const score = (below) => Math.trunc((below * 5) / customers.length) + 1;
    return {row: `R${score(staler)}`, column: `F${score(rarer)}`, pence: sum(sales, (sale) => sale.pence)};
  });

  it('has 25 cells with customers and revenue as counted', () => {
    assert.equal(grid.rows.length, 25);
    for (const {row, column, customers: count, value} of grid.rows) {
      const members = scored.filter((customer) => customer.row === row && customer.column === column);
      assert.equal(count, members.length, `${row} ${column}`);
      assert.equal(
        pence(value),
        sum(members, (member) => member.pence),
      );
    }
  });

  it('loses no customer and no penny', () => {
    assert.equal(
      sum(grid.rows, (cell) => cell.customers),
      5_878,
    );
    assert.equal(
      sum(grid.rows, (cell) => pence(cell.value)),
      TOTAL,
    );
  });
});

describe('quarters by revenue', () => {
  it('give the top quarter 81.5 % of the revenue', () => {
    const revenues = customers.map(({sales}) => sum(sales, (sale) => sale.pence)).sort((a, b) => b - a);
    const sizes = quarters.rows.map((quarter) => quarter.customers);
    assert.deepEqual(sizes, [1_470, 1_469, 1_470, 1_469]);
    quarters.rows.forEach(({value}, index) => {
      const before = sum(sizes.slice(0, index), (size) => size);
      assert.equal(
        pence(value),
        sum(revenues.slice(before, before + sizes[index]), (revenue) => revenue),
      );
    });
    assert.equal((pence(quarters.rows[0].value) / TOTAL).toFixed(3), '0.815');
  });
});

describe('migration between the half-years', () => {
  const tierOf = (amount) => {
    if (amount === 0) return 'No purchase';
    if (amount < 25_000) return 'Under £250';
    if (amount < 100_000) return '£250 to £999';
    return amount < 300_000 ? '£1,000 to £2,999' : '£3,000 and more';
  };
  const moved = customers.map((customer) => ({
    from: tierOf(penceIn(customer, EARLIER)),
    to: tierOf(penceIn(customer, LATER)),
  }));

  it('has every move between the five tiers, and nobody who bought in neither', () => {
    assert.equal(migration.rows.length, 24);
    for (const {from, to, customers: count} of migration.rows) {
      assert.equal(count, moved.filter((move) => move.from === from && move.to === to).length, `${from} → ${to}`);
    }
    const neither = moved.filter(({from, to}) => from === 'No purchase' && to === 'No purchase').length;
    assert.equal(
      sum(migration.rows, (move) => move.customers),
      5_878 - neither,
    );
  });

  it('lists the tiers from the lowest', () => {
    assert.deepEqual(migration.order, [0, 1, 25_000, 100_000, 300_000].map(tierOf));
  });
});

describe('loyalty and value', () => {
  const segmentOf = (customer, period) => {
    const days = daysIn(customer, period);
    const basket = penceIn(customer, period) / days;
    const often = days === 1 ? '1 day' : days < 4 ? '2–3 days' : '4 days and more';
    const size = basket < 20_000 ? 'under £200' : basket < 40_000 ? 'of £200 to £399' : 'of £400 and more';
    return days === 0 ? null : `${often}, baskets ${size}`;
  };
  const placeOf = (members, period, next) => [
    members.filter((customer) => daysIn(customer, next) > 0).length / members.length,
    sum(members, (customer) => penceIn(customer, period)) / members.length / 100,
  ];
  const close = ([x, y], [otherX, otherY]) => Math.abs(x - otherX) < 6e-5 && Math.abs(y - otherY) < 6e-3;

  it('places nine segments, now and half a year before, as counted', () => {
    assert.equal(new Set(quadrant.rows.map(({segment}) => segment)).size, 9);
    for (const {segment, x, y, previousX, previousY, customers: count, value} of quadrant.rows) {
      const now = customers.filter((customer) => segmentOf(customer, EARLIER) === segment);
      const before = customers.filter((customer) => segmentOf(customer, THIRD) === segment);
      assert.equal(count, now.length, segment);
      assert.equal(
        pence(value),
        sum(now, (customer) => penceIn(customer, EARLIER)),
      );
      assert.ok(close([x, y], placeOf(now, EARLIER, LATER)), segment);
      assert.ok(close([previousX, previousY], placeOf(before, THIRD, EARLIER)), `${segment}, before`);
    }
  });

  it('sets the thresholds to all customers of the period together, and names the proxy', () => {
    const everyone = customers.filter((customer) => daysIn(customer, EARLIER) > 0);
    assert.ok(close([quadrant.thresholds.x, quadrant.thresholds.y], placeOf(everyone, EARLIER, LATER)));
    assert.match(quadrant.proxy, /stands in for profit/);
  });
});
