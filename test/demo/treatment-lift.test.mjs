import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {emailTestByDecile, emailTestByHistory, emailTestOf, readArms} from '../../demo/scripts/treatment-lift.mjs';
import {documentText} from '../../demo/scripts/write-document.mjs';
import {checkedIn, sum} from './support/sales.mjs';

const documents = {
  'treatment-lift.json': emailTestOf,
  'email-by-history.json': emailTestByHistory,
  'email-by-decile.json': emailTestByDecile,
};
const [overall, byHistory, byDecile] = Object.keys(documents).map((name) => JSON.parse(checkedIn(name)));
const ARMS = {'No e-mail': 'No E-Mail', 'Men’s e-mail': 'Mens E-Mail', 'Women’s e-mail': 'Womens E-Mail'};
const COUNTS = {Visit: 'visit', Purchase: 'conversion'};

describe('the e-mail test', () => {
  for (const [name, make] of Object.entries(documents)) {
    it(`${name} is what the script computes, with its source, one control and the planned thirds`, () => {
      const document = JSON.parse(checkedIn(name));
      assert.equal(documentText(make(readArms())), checkedIn(name));
      assert.match(document.source, /Hillstrom.*Counts and moments.*not included/);
      assert.deepEqual([...new Set(document.rows.filter((row) => row.control).map(({arm}) => arm))], ['No e-mail']);
      assert.deepEqual(document.allocation, {'No e-mail': 1, 'Men’s e-mail': 1, 'Women’s e-mail': 1});
    });
  }

  it('holds 64,000 customers in each metric', () => {
    for (const metric of ['Visit', 'Purchase', 'Spend']) {
      const rows = overall.rows.filter((row) => row.metric === metric);
      assert.equal(
        sum(rows, ({n}) => n),
        64_000,
      );
    }
  });

  it('has counts that give the rates, and means that give the sums, of the source', () => {
    const {overall: source} = readArms();
    for (const {metric, arm, n, conversions, mean} of overall.rows) {
      const {visit, conversion, spend} = source[ARMS[arm]];
      if (metric === 'Visit') assert.equal((conversions / n).toFixed(6), visit.rate.toFixed(6));
      if (metric === 'Purchase') assert.equal((conversions / n).toFixed(6), conversion.rate.toFixed(6));
      if (metric === 'Spend') assert.ok(Math.abs(mean * n - spend.sum) < 0.02, arm);
    }
  });

  for (const [name, document] of Object.entries({byHistory, byDecile})) {
    it(`${name} adds up to the whole test, arm by arm`, () => {
      for (const whole of overall.rows) {
        const parts = document.rows.filter((row) => row.metric === whole.metric && row.arm === whole.arm);
        assert.equal(
          sum(parts, ({n}) => n),
          whole.n,
        );
        if (whole.metric in COUNTS) {
          assert.equal(
            sum(parts, ({conversions}) => conversions),
            whole.conversions,
          );
        } else {
          assert.ok(Math.abs(sum(parts, ({n, mean}) => n * mean) - whole.n * whole.mean) < 0.05, whole.arm);
        }
      }
    });
  }

  it('keeps the order of spend: classes from the lowest, bins from the best', () => {
    const segments = [...new Set(byHistory.rows.map(({segment}) => segment))];
    assert.deepEqual([segments.length, segments[0], segments.at(-1)], [7, '$0 - $100', '$1,000 +']);
    assert.deepEqual([...new Set(byDecile.rows.map(({bin}) => bin))], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const lowest = readArms().by.decile.find(({value}) => value === 1).arms['No E-Mail'];
    const bin10 = byDecile.rows.find(({bin, control}) => bin === 10 && control);
    assert.deepEqual([bin10.n, bin10.conversions], [lowest.n, lowest.visit.count]);
  });
});
