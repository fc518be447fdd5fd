import {readFileSync} from 'node:fs';
import {readCsv} from './csv.mjs';
import {isCommand, writeDocument} from './write-document.mjs';

const SOURCE =
  'IBM, Telco customer churn sample, https://github.com/IBM/telco-customer-churn-on-icp4d, licence Apache-2.0; ' +
  'a sample made by the vendor, no real company; changed: three columns kept, counted by contract and tenure.';

/** @returns {string} the sample as CSV: tenure in months, contract, churn */
export function readTelcoCustomers() {
  return readFileSync(new URL('../data/source/telco-churn.csv', import.meta.url), 'utf8');
}

/**
 * Still active by months of tenure, one series per contract. A customer without churn is seen up to the tenure and no
 * further (right-censored). So the cohort is "all who were seen for n months": everyone in it is active up to month
 * n − 1, those who churned are gone at n, and the cohort ends there. The product-limit estimate over these cohorts is
 * that over the customers.
 * @param {string} text the sample as CSV
 */
export function stillActiveOf(text) {
  const customers = readCsv(text).map((row) => ({...row, tenure: Number(row.tenure)}));
  const contracts = [...new Set(customers.map(({Contract}) => Contract))];
  const tenures = [...new Set(customers.map(({tenure}) => tenure))].sort((a, b) => a - b);
  const rows = contracts.flatMap((series) =>
    tenures.flatMap((tenure) =>
      cohortRows(
        customers.filter((customer) => customer.Contract === series && customer.tenure === tenure),
        {series, tenure},
      ),
    ),
  );
  return {unit: 'month', mode: 'still-active', source: SOURCE, rows};
}

function cohortRows(members, {series, tenure}) {
  if (members.length === 0) return [];
  const churned = members.filter(({Churn}) => Churn === 'Yes').length;
  return Array.from({length: tenure + 1}, (_, period) => ({
    cohort: `seen ${tenure} months`,
    size: members.length,
    period,
    retained: period < tenure ? members.length : members.length - churned,
    series,
  }));
}

if (isCommand(import.meta.url)) writeDocument('telco-churn.json', stillActiveOf(readTelcoCustomers()));
