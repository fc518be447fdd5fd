import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {checkoutFunnel, neglectedRungs, regionalLadder} from '../../demo/scripts/ladder-examples.mjs';
import {documentText} from '../../demo/scripts/write-document.mjs';

const examples = {
  'neglected-rungs.json': neglectedRungs(),
  'checkout-funnel.json': checkoutFunnel(),
  'regional-ladder.json': regionalLadder(),
};
const sum = (items, value) => items.reduce((total, item) => total + value(item), 0);

describe('generated ladders', () => {
  for (const [name, document] of Object.entries(examples)) {
    it(`${name} is what the script writes, and says that it is generated`, () => {
      const checkedIn = readFileSync(new URL(`../../demo/data/${name}`, import.meta.url), 'utf8');
      assert.equal(documentText(document), checkedIn);
      assert.match(JSON.parse(checkedIn).source, /^Generated example data/);
    });
  }
});

describe('neglected rungs', () => {
  it('moves balance with opening and closing counts', () => {
    const {rows, moves} = examples['neglected-rungs.json'];
    // Opening counts written down here a second time: a slip of the pen in the moves shows.
    const openings = {
      prospect: 118_000,
      customer: 29_400,
      client: 12_300,
      supporter: 4_900,
      advocate: 1_640,
      partner: 440,
    };
    const closings = {
      prospect: 120_000,
      customer: 30_000,
      client: 11_500,
      supporter: 4_400,
      advocate: 1_430,
      partner: 390,
    };
    for (const {rung, count, previous} of rows) {
      assert.equal(previous, openings[rung]);
      assert.equal(count, closings[rung]);
    }
    const entered = sum(
      moves.filter(({from}) => from === null),
      ({count}) => count,
    );
    const left = sum(
      moves.filter(({to}) => to === null),
      ({count}) => count,
    );
    assert.equal(
      sum(rows, ({previous}) => previous) + entered - left,
      sum(rows, ({count}) => count),
    );
    assert.ok(moves.every(({count, wonBack = 0}) => wonBack <= count));
  });

  it('have 80 % of the spend low on the ladder, 60 % of the value high on it', () => {
    const {rows} = examples['neglected-rungs.json'];
    assert.equal(sum(rows.slice(0, 2), ({spend}) => spend) / sum(rows, ({spend}) => spend), 0.8);
    assert.equal(sum(rows.slice(3), ({value}) => value) / sum(rows, ({value}) => value), 0.6);
  });
});

describe('other generated ladders', () => {
  it('checkout funnel: never more reach a step than the step before', () => {
    const {rows} = examples['checkout-funnel.json'];
    for (const [index, row] of rows.slice(1).entries()) {
      assert.ok(row.count <= rows[index].count && row.previous <= rows[index].previous, row.rung);
    }
  });

  it('regions: add up to the ladder of the company', () => {
    const company = examples['neglected-rungs.json'].rows;
    for (const {rung, count, previous, value} of company) {
      const regions = examples['regional-ladder.json'].rows.filter((row) => row.rung === rung);
      assert.equal(regions.length, 4);
      const total = (field) => sum(regions, (row) => row[field]);
      assert.deepEqual([total('count'), total('previous'), total('value')], [count, previous, value], rung);
    }
  });
});
