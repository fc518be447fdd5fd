import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {monthlyRetentionOf, secondPurchaseOf, winBackOf} from '../../demo/scripts/cohort-retention.mjs';
import {purchasesIn, readOrders} from '../../demo/scripts/online-retail.mjs';
import {documentText} from '../../demo/scripts/write-document.mjs';
import {checkedIn, customers, daysAfter, sum} from './support/sales.mjs';

const AS_OF = '2011-12-09';
const documents = {
  'cohort-retention.json': monthlyRetentionOf,
  'second-purchase.json': secondPurchaseOf,
  'win-back.json': winBackOf,
};
const [monthly, secondPurchase, winBack] = Object.keys(documents).map((name) => JSON.parse(checkedIn(name)));

function monthAfter(month, months) {
  const [year, of12] = month.split('-').map(Number);
  return new Date(Date.UTC(year, of12 - 1 + months, 1)).toISOString().slice(0, 7);
}

describe('cohorts of the log', () => {
  const purchases = purchasesIn(readOrders());
  for (const [name, make] of Object.entries(documents)) {
    it(`${name} is what the script computes, with its attribution`, () => {
      assert.equal(documentText(make(purchases, AS_OF)), checkedIn(name));
      assert.match(JSON.parse(checkedIn(name)).source, /Chen, D\..*Online Retail II.*UCI.*CC BY 4\.0/);
    });
  }
});

describe('monthly cohorts', () => {
  it('are 25, from age 0 to December 2011, and hold every customer once', () => {
    assert.equal(monthly.rows.length, (25 * 26) / 2);
    const starts = monthly.rows.filter(({period}) => period === 0);
    assert.deepEqual([starts[0].cohort, starts.at(-1).cohort], ['2009-12', '2011-12']);
    assert.equal(
      sum(starts, ({size}) => size),
      customers.length,
    );
    assert.ok(starts.every(({size, retained}) => size === retained && size > 0));
  });

  it('count who bought in the very month, as text says', () => {
    for (const {cohort, size, period, retained} of monthly.rows) {
      const members = customers.filter(({dates}) => dates[0].startsWith(cohort));
      const month = monthAfter(cohort, period);
      assert.equal(size, members.length, cohort);
      assert.equal(retained, members.filter(({dates}) => dates.some((date) => date.startsWith(month))).length, month);
    }
  });

  it('name the month in which the log starts, and the day on which it ends', () => {
    assert.deepEqual(monthly.leftTruncated, ['2009-12']);
    assert.equal(customers.map(({dates}) => dates[0]).sort()[0], '2009-12-01');
    assert.equal(
      customers
        .map(({dates}) => dates.at(-1))
        .sort()
        .at(-1),
      monthly.asOf,
    );
  });
});

describe('second purchase within 45 days', () => {
  it('counts each week of first purchases, and who is still pending', () => {
    for (const {cohort, size, period, retained, pending, incomplete} of secondPurchase.rows) {
      const end = daysAfter(cohort, 7);
      const members = customers.filter(({dates}) => dates[0] >= cohort && dates[0] < end);
      const again = members.filter(({dates}) => dates[1] <= daysAfter(dates[0], 45));
      const open = members.filter(({dates}) => daysAfter(dates[0], 45) > AS_OF);
      assert.equal(period, 45);
      assert.deepEqual([size, retained, pending ?? 0], [members.length, again.length, open.length], cohort);
      assert.equal(incomplete, daysAfter(cohort, 6 + 45) > AS_OF || undefined, cohort);
    }
  });

  it('covers every week from Monday 30 November 2009, weeks without new customers too', () => {
    secondPurchase.rows.forEach(({cohort}, week) => assert.equal(cohort, daysAfter('2009-11-30', 7 * week)));
    assert.equal(secondPurchase.rows.length, 106);
    assert.equal(
      sum(secondPurchase.rows, ({size}) => size),
      customers.length,
    );
    assert.deepEqual(
      secondPurchase.leftTruncated,
      secondPurchase.rows.slice(0, 5).map(({cohort}) => cohort),
    );
  });
});

describe('win-back', () => {
  it('counts who was idle 45 to 90 days at the start of the week and bought in it', () => {
    for (const {cohort, size, retained, incomplete} of winBack.rows) {
      const [earliest, latest, end] = [-90, -45, 7].map((days) => daysAfter(cohort, days));
      const idle = customers.filter(({dates}) => {
        const last = dates.filter((date) => date < cohort).at(-1);
        return last >= earliest && last <= latest;
      });
      const back = idle.filter(({dates}) => dates.some((date) => date >= cohort && date < end));
      assert.deepEqual([size, retained], [idle.length, back.length], cohort);
      assert.equal(incomplete, daysAfter(cohort, 6) > AS_OF, cohort);
    }
  });

  it('starts where the log can look back 90 days, and only the last week is not over', () => {
    assert.equal(winBack.rows[0].cohort, daysAfter('2009-12-01', 90));
    assert.deepEqual(
      winBack.rows.filter(({incomplete}) => incomplete).map(({cohort}) => cohort),
      ['2011-12-05'],
    );
  });
});
