import {dateOf, dayNumber} from './calendar.mjs';
import {periodsEnding, PERIOD_DAYS} from './loyalty-ladder.mjs';
import {LAST_DAY, ONLINE_RETAIL_SOURCE, pounds, purchasesIn, readOrders} from './online-retail.mjs';
import {isCommand, writeDocument} from './write-document.mjs';

/** Revenue of one customer in a half-year, lowest tier first; `from` in pence, inclusive. */
const TIERS = [
  {name: 'No purchase', from: -Infinity},
  {name: 'Under £250', from: 1},
  {name: '£250 to £999', from: 25_000},
  {name: '£1,000 to £2,999', from: 100_000},
  {name: '£3,000 and more', from: 300_000},
];

const DAY_BANDS = [
  {name: '1 day', from: 1},
  {name: '2–3 days', from: 2},
  {name: '4 days and more', from: 4},
];

/** Revenue of one purchase day; `from` in pence, inclusive. */
const BASKET_BANDS = [
  {name: 'baskets under £200', from: -Infinity},
  {name: 'baskets of £200 to £399', from: 20_000},
  {name: 'baskets of £400 and more', from: 40_000},
];

const QUARTERS = ['Top quarter', 'Second quarter', 'Third quarter', 'Last quarter'];

/**
 * Recency × frequency, both in fifths of all customers; value is revenue. Equal customers always share a score, so the
 * fifths are not of equal size: more than a quarter of the customers bought on one day only.
 * @param {{customer: string, day: number, pence: number}[]} purchases one per customer and day
 * @param {string} asOf last calendar day in the log
 */
export function recencyFrequencyOf(purchases, asOf) {
  const customers = customersIn(purchases, {first: -Infinity, last: dayNumber(asOf)});
  const recency = fifths(customers, ({lastDay}) => lastDay);
  const frequency = fifths(customers, ({days}) => days);
  const rows = [5, 4, 3, 2, 1].flatMap((r) =>
    [1, 2, 3, 4, 5].map((f) => {
      const members = customers.filter((customer) => recency(customer) === r && frequency(customer) === f);
      return {row: `R${r}`, column: `F${f}`, ...sizeOf(members)};
    }),
  );
  return {asOf, source: ONLINE_RETAIL_SOURCE, rows};
}

/** Customers in four quarters by revenue over the whole log, best first, with the share that each contributes. */
export function revenueQuartersOf(purchases, asOf) {
  const customers = customersIn(purchases, {first: -Infinity, last: dayNumber(asOf)});
  const bestFirst = customers.sort((a, b) => b.pence - a.pence || Number(a.customer) - Number(b.customer));
  const rows = QUARTERS.map((segment, quarter) => ({
    segment,
    ...sizeOf(bestFirst.filter((_, rank) => Math.floor((4 * rank) / bestFirst.length) === quarter)),
  }));
  return {asOf, source: ONLINE_RETAIL_SOURCE, rows};
}

/** Customers by spend in one half-year and in the next; everyone who bought in at least one of the two. */
export function tierMigrationOf(purchases, asOf) {
  const periods = periodsEnding(asOf, 2);
  const [later, earlier] = periods.map((period) => byId(customersIn(purchases, period)));
  const ids = [...new Set([...earlier.keys(), ...later.keys()])];
  const tierIn = (customers, id) => bandOf(TIERS, customers.get(id)?.pence ?? 0);
  const rows = TIERS.flatMap(({name: from}) =>
    TIERS.map(({name: to}) => ({
      from,
      to,
      customers: ids.filter((id) => tierIn(earlier, id) === from && tierIn(later, id) === to).length,
    })),
  ).filter(({from, to}) => from !== TIERS[0].name || to !== TIERS[0].name);
  const previousAsOf = dateOf(periods[1].last);
  return {asOf, previousAsOf, source: ONLINE_RETAIL_SOURCE, order: TIERS.map(({name}) => name), rows};
}

/**
 * Segments by purchase days and basket size in the earlier half-year. x: share of them who bought in the next half-year;
 * y: revenue per customer in the earlier one, a proxy of profit. Previous: the same, one half-year before. The thresholds
 * are those of all customers together.
 */
export function loyaltyAndValueOf(purchases, asOf) {
  const [later, earlier, third] = periodsEnding(asOf, 3).map((period) => customersIn(purchases, period));
  const now = segmentsOf(earlier, later);
  const before = segmentsOf(third, earlier);
  const rows = DAY_BANDS.flatMap(({name: days}) =>
    BASKET_BANDS.map(({name: basket}) => `${days}, ${basket}`).map((segment) => ({
      segment,
      ...placeOf(now.get(segment)),
      ...sizeOf(now.get(segment)),
      previousX: placeOf(before.get(segment)).x,
      previousY: placeOf(before.get(segment)).y,
    })),
  );
  return {
    asOf,
    proxy:
      `Revenue per customer in ${PERIOD_DAYS} days stands in for profit (the log has no costs), the share who ` +
      'bought again in the next such period for loyalty.',
    source: ONLINE_RETAIL_SOURCE,
    thresholds: placeOf([...now.values()].flat()),
    rows,
  };
}

function segmentsOf(customers, next) {
  const returning = byId(next);
  const segments = new Map();
  for (const customer of customers) {
    const basket = bandOf(BASKET_BANDS, customer.pence / customer.days);
    const segment = `${bandOf(DAY_BANDS, customer.days)}, ${basket}`;
    const member = {...customer, returned: returning.has(customer.customer)};
    segments.set(segment, [...(segments.get(segment) ?? []), member]);
  }
  return segments;
}

function placeOf(members) {
  const returned = members.filter((member) => member.returned).length;
  return {
    x: Number((returned / members.length).toFixed(4)),
    y: Number((sizeOf(members).value / members.length).toFixed(2)),
  };
}

function sizeOf(members) {
  return {customers: members.length, value: pounds(members.reduce((sum, {pence}) => sum + pence, 0))};
}

// Score 1 to 5: one more than the number of whole fifths of the customers that lie strictly below.
function fifths(customers, measure) {
  const sorted = customers.map(measure).sort((a, b) => a - b);
  const below = new Map();
  sorted.forEach((value, rank) => below.has(value) || below.set(value, rank));
  return (customer) => 1 + Math.floor((5 * below.get(measure(customer))) / customers.length);
}

function customersIn(purchases, {first, last}) {
  const customers = new Map();
  for (const {customer, day, pence} of purchases) {
    if (day < first || day > last) continue;
    const known = customers.get(customer) ?? {customer, days: 0, pence: 0, lastDay: -Infinity};
    known.days += 1;
    known.pence += pence;
    known.lastDay = Math.max(known.lastDay, day);
    customers.set(customer, known);
  }
  return [...customers.values()];
}

function byId(customers) {
  return new Map(customers.map((customer) => [customer.customer, customer]));
}

function bandOf(bands, amount) {
  return bands.findLast(({from}) => amount >= from).name;
}

if (isCommand(import.meta.url)) {
  const purchases = purchasesIn(readOrders());
  writeDocument('segment-matrix.json', recencyFrequencyOf(purchases, LAST_DAY));
  writeDocument('revenue-quarters.json', revenueQuartersOf(purchases, LAST_DAY));
  writeDocument('tier-migration.json', tierMigrationOf(purchases, LAST_DAY));
  writeDocument('loyalty-and-value.json', loyaltyAndValueOf(purchases, LAST_DAY));
}
