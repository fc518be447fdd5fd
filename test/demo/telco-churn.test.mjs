import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import {describe, it} from 'node:test';
import {readTelcoCustomers, stillActiveOf} from '../../demo/scripts/telco-churn.mjs';
import {documentText} from '../../demo/scripts/write-document.mjs';
import {checkedIn, sum} from './support/sales.mjs';

const {source, rows} = JSON.parse(checkedIn('telco-churn.json'));
const customers = readTelcoCustomers()
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))
  .map(([tenure, contract, churn]) => ({tenure: Number(tenure), contract, churned: churn === 'Yes'}));

// The product-limit estimate from single customers: who was seen at least k months, and who left at k.
function survivalOf(contract, months) {
  const seen = customers.filter((customer) => customer.contract === contract);
  let survival = 1;
  for (let month = 1; month <= months; month += 1) {
    const atRisk = seen.filter(({tenure}) => tenure >= month).length;
    const left = seen.filter(({tenure, churned}) => churned && tenure === month).length;
    survival *= 1 - left / atRisk;
  }
  return survival;
}

// The same from the document's cohorts, as a chart reads them: each step over the cohorts that are seen through it.
function survivalInRows(series, months) {
  const ofSeries = rows.filter((row) => row.series === series);
  let survival = 1;
  for (let month = 1; month <= months; month += 1) {
    const now = ofSeries.filter(({period}) => period === month);
    const cohorts = new Set(now.map(({cohort}) => cohort));
    const before = ofSeries.filter(({period, cohort}) => period === month - 1 && cohorts.has(cohort));
    survival *= sum(now, ({retained}) => retained) / sum(before, ({retained}) => retained);
  }
  return survival;
}

describe('still active by contract', () => {
  it('is what the script computes, with source and licence', () => {
    assert.equal(documentText(stillActiveOf(readTelcoCustomers())), checkedIn('telco-churn.json'));
    assert.match(source, /IBM.*github\.com\/IBM\/telco-customer-churn-on-icp4d.*Apache-2\.0.*no real company/);
    const licence = '../../demo/data/source/telco-churn-LICENSE-APACHE-2.0.txt';
    assert.ok(existsSync(new URL(licence, import.meta.url)));
  });

  it('holds each of the 7,043 customers once', () => {
    const starts = rows.filter(({period}) => period === 0);
    assert.equal(customers.length, 7_043);
    assert.equal(
      sum(starts, ({size}) => size),
      7_043,
    );
  });

  it('never rises, and every cohort is full until its last month', () => {
    for (const {cohort, size, period, retained} of rows) {
      const last = Number(cohort.split(' ')[1]);
      assert.ok(period === last ? retained <= size : retained === size, cohort);
    }
  });

  for (const contract of ['Month-to-month', 'One year', 'Two year']) {
    it(`gives the product-limit estimate of the ${contract} customers`, () => {
      for (const months of [1, 12, 35, 72]) {
        assert.ok(Math.abs(survivalInRows(contract, months) - survivalOf(contract, months)) < 1e-12, `${months}`);
      }
    });
  }
});
