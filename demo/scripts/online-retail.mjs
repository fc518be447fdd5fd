import {readFileSync} from 'node:fs';
import {dayNumber} from './calendar.mjs';
import {readCsv} from './csv.mjs';

/** The attribution that the licence asks for; every chart document made from the log carries it. */
export const ONLINE_RETAIL_SOURCE =
  'Chen, D. (2012), Online Retail II, UCI Machine Learning Repository, https://doi.org/10.24432/C5CG6D, ' +
  'licence CC BY 4.0; changed: order lines summed to metrics.';

/** The last day in the log. It is the 9th: December 2011 is not a complete month. */
export const LAST_DAY = '2011-12-09';

/** @returns {string} the text of the checked-in log, one line per invoice */
export function readOrders() {
  return readFileSync(new URL('../data/source/online-retail-orders.csv', import.meta.url), 'utf8');
}

/**
 * One purchase per customer and calendar day. Sales only: refunds are dropped, and the several invoices of one day are
 * one visit.
 * @param {string} text the log as CSV
 * @returns {{customer: string, day: number, pence: number}[]} day: days since 1970-01-01; pence: whole pence, so that
 *   sums are exact; in the log's order
 */
export function purchasesIn(text) {
  const purchases = new Map();
  for (const order of readCsv(text)) {
    if (order.kind !== 'sale') continue;
    const day = dayNumber(order.ordered_at);
    const key = `${order.customer_id} ${day}`;
    const purchase = purchases.get(key) ?? {customer: order.customer_id, day, pence: 0};
    purchase.pence += penceOf(order.revenue);
    purchases.set(key, purchase);
  }
  return [...purchases.values()];
}

/**
 * @param {number} pence whole pence
 * @returns {number} pounds, with at most two decimals
 */
export function pounds(pence) {
  return pence / 100;
}

function penceOf(revenue) {
  if (!/^-?\d+(\.\d{1,2})?$/.test(revenue)) throw new Error(`not an amount in pounds and pence: ${revenue}`);
  return Math.round(Number(revenue) * 100);
}
