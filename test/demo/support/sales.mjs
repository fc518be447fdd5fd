// The second way of counting, for the tests: sorted lines of text, without the scripts' own reading, days or grouping.
import {readFileSync} from 'node:fs';

const log = readFileSync(new URL('../../../demo/data/source/online-retail-orders.csv', import.meta.url), 'utf8');

/** Every sale of the log, by customer, then by day as text. */
export const sales = log
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))
  .filter((fields) => fields[3] === 'sale')
  .map((fields) => ({customer: fields[1], date: fields[2].slice(0, 10), pence: Math.round(Number(fields[5]) * 100)}))
  .sort((a, b) => (a.customer + a.date < b.customer + b.date ? -1 : 1));

/** Every buyer with the sales and the different days of purchase, in order. */
export const customers = [];
for (const sale of sales) {
  if (customers.at(-1)?.id !== sale.customer) customers.push({id: sale.customer, dates: [], sales: []});
  const customer = customers.at(-1);
  if (customer.dates.at(-1) !== sale.date) customer.dates.push(sale.date);
  customer.sales.push(sale);
}

/** The sum of one number per item. */
export const sum = (items, value) => items.reduce((total, item) => total + value(item), 0);

/** The calendar day some days later, by the platform's own calendar in UTC. */
export function daysAfter(date, days) {
  const [year, month, day] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

/** A checked-in document of demo/data, as text. */
export function checkedIn(name) {
  return readFileSync(new URL(`../../../demo/data/${name}`, import.meta.url), 'utf8');
}
