import {dateOf, dayNumber} from './calendar.mjs';
import {LAST_DAY, ONLINE_RETAIL_SOURCE, pounds, purchasesIn, readOrders} from './online-retail.mjs';
import {isCommand, writeDocument} from './write-document.mjs';

/** Length of one period in days; two of them are a year less one day, and both hold the same days of the week. */
export const PERIOD_DAYS = 182;

/** Rungs that the log can show, lowest first, each with the fewest purchase days in one period that reach it. */
const MEASURED_RUNGS = [
  {id: 'customer', fromDays: 1},
  {id: 'client', fromDays: 2},
  {id: 'supporter', fromDays: 4},
  {id: 'advocate', fromDays: 7},
  {id: 'partner', fromDays: 12},
];

// The log holds buyers only: prospects stay on the ladder, but without a row, as "not measured".
const RUNGS = [{id: 'prospect'}, ...MEASURED_RUNGS.map(({id}) => ({id}))];

const PROXY =
  `Purchase days stand in for the rung: on how many different days a customer bought within ${PERIOD_DAYS} days ` +
  '(1 customer, 2–3 client, 4–6 supporter, 7–11 advocate, 12 or more partner); referrals and prospects are not in the log.';

/**
 * @param {number} purchaseDays different days with a purchase in one period
 * @returns {string | null} the rung; null when there was no purchase: the customer is not on the ladder
 */
export function rungOf(purchaseDays) {
  return MEASURED_RUNGS.findLast(({fromDays}) => purchaseDays >= fromDays)?.id ?? null;
}

/**
 * Back-to-back periods of PERIOD_DAYS days, newest first.
 * @param {string} lastDate last calendar day of the newest period, inclusive
 * @param {number} count how many
 * @returns {{first: number, last: number}[]} day numbers, both inclusive
 */
export function periodsEnding(lastDate, count) {
  return Array.from({length: count}, (_, age) => {
    const last = dayNumber(lastDate) - age * PERIOD_DAYS;
    return {first: last - PERIOD_DAYS + 1, last};
  });
}

/**
 * The loyalty ladder's document: who stands where in the latest period, where each stood in the one before, and how the
 * same moves looked one period earlier.
 * @param {{customer: string, day: number, pence: number}[]} purchases one per customer and day
 * @param {string} asOf last calendar day of the latest period, inclusive
 */
export function loyaltyLadderOf(purchases, asOf) {
  const [later, earlier, third] = periodsEnding(asOf, 3);
  const now = movesBetween(purchases, earlier, later);
  const before = movesBetween(purchases, third, earlier);
  return {
    basis: 'at',
    asOf,
    previousAsOf: dateOf(earlier.last),
    proxy: PROXY,
    source: ONLINE_RETAIL_SOURCE,
    rungs: RUNGS,
    rows: rowsOf(now, revenueByRung(purchases, later)),
    moves: now.map((move, index) => ({...move, previous: before[index].count})),
  };
}

/**
 * Every cell of the matrix from → to, zeros included, in a fixed order. From null: no purchase in the earlier period;
 * of these, `wonBack` bought at some time before it. To null: no purchase in the later period.
 * @param {{customer: string, day: number}[]} purchases one per customer and day
 * @param {{first: number, last: number}} earlier
 * @param {{first: number, last: number}} later
 * @returns {{from: string | null, to: string | null, count: number, wonBack?: number}[]}
 */
function movesBetween(purchases, earlier, later) {
  const ids = [...MEASURED_RUNGS.map(({id}) => id), null];
  const cells = ids.flatMap((from) => ids.map((to) => ({from, to, count: 0, ...(from === null && {wonBack: 0})})));
  const cellAt = new Map(cells.map((cell) => [`${cell.from} ${cell.to}`, cell]));
  for (const days of daysByCustomer(purchases).values()) {
    const cell = cellAt.get(`${rungOf(daysWithin(days, earlier))} ${rungOf(daysWithin(days, later))}`);
    cell.count += 1;
    if (cell.from === null && days.some((day) => day < earlier.first)) cell.wonBack += 1;
  }
  return cells.filter(({from, to}) => from !== null || to !== null);
}

function rowsOf(moves, pence) {
  return MEASURED_RUNGS.map(({id}) => ({
    rung: id,
    count: total(moves.filter(({to}) => to === id)),
    previous: total(moves.filter(({from}) => from === id)),
    value: pounds(pence.get(id) ?? 0),
  }));
}

function revenueByRung(purchases, period) {
  const inPeriod = purchases.filter(({day}) => isWithin(day, period));
  const days = daysByCustomer(inPeriod);
  const pence = new Map();
  for (const purchase of inPeriod) {
    const rung = rungOf(days.get(purchase.customer).length);
    pence.set(rung, (pence.get(rung) ?? 0) + purchase.pence);
  }
  return pence;
}

function daysByCustomer(purchases) {
  const days = new Map();
  for (const {customer, day} of purchases) {
    const known = days.get(customer);
    if (known) known.push(day);
    else days.set(customer, [day]);
  }
  return days;
}

function daysWithin(days, period) {
  return days.filter((day) => isWithin(day, period)).length;
}

function isWithin(day, {first, last}) {
  return day >= first && day <= last;
}

function total(moves) {
  return moves.reduce((sum, {count}) => sum + count, 0);
}

if (isCommand(import.meta.url)) {
  writeDocument('loyalty-ladder.json', loyaltyLadderOf(purchasesIn(readOrders()), LAST_DAY));
}
