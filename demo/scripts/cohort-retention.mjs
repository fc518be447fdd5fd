import {dateOf, dayNumber, monthNumber, monthOf, weekStart} from './calendar.mjs';
import {LAST_DAY, ONLINE_RETAIL_SOURCE, purchasesIn, readOrders} from './online-retail.mjs';
import {isCommand, writeDocument} from './write-document.mjs';

/** The second purchase counts when it comes at most this many days after the day of the first. */
const SECOND_PURCHASE_DAYS = 45;

/** Days since the last purchase, at the start of a week, that make a customer idle but not lost; both inclusive. */
const IDLE_DAYS = {least: 45, most: 90};

const WEEK = 7;

// Whoever bought in the log's first month was in most cases a customer before: no first purchase can be seen there.
const LAST_TRUNCATED_DAY = '2009-12-31';

/**
 * Monthly cohorts by first purchase × months since, "bounded": who bought in that very month. Cells of the month that
 * holds `asOf` are not complete; nothing marks them here, as unit and `asOf` say so.
 * @param {{customer: string, day: number}[]} purchases one per customer and day
 * @param {string} asOf last calendar day in the log
 */
export function monthlyRetentionOf(purchases, asOf) {
  const [firstMonth, lastMonth] = [logStart(purchases), dayNumber(asOf)].map(monthNumber);
  const cohorts = new Map();
  for (const days of daysByCustomer(purchases).values()) {
    const months = [...new Set(days.map(monthNumber))];
    cohorts.set(months[0], [...(cohorts.get(months[0]) ?? []), months]);
  }
  const rows = range(firstMonth, lastMonth).flatMap((cohort) => {
    const members = cohorts.get(cohort) ?? [];
    return range(cohort, lastMonth).map((month) => ({
      cohort: monthOf(cohort),
      size: members.length,
      period: month - cohort,
      retained: members.filter((months) => months.includes(month)).length,
    }));
  });
  return {...heading('month', asOf), leftTruncated: [monthOf(firstMonth)], rows};
}

/**
 * Who of a week's first-time customers bought again within 45 days, by the week of the first purchase. `pending` are
 * the customers whose 45 days are not over; a cohort with such customers is incomplete.
 * @param {{customer: string, day: number}[]} purchases one per customer and day
 * @param {string} asOf last calendar day in the log
 */
export function secondPurchaseOf(purchases, asOf) {
  const lastDay = dayNumber(asOf);
  const firstWeek = weekStart(logStart(purchases));
  const cohorts = new Map(weeksBetween(firstWeek, lastDay).map((week) => [week, []]));
  for (const days of daysByCustomer(purchases).values()) cohorts.get(weekStart(days[0])).push(days);
  const rows = [...cohorts].map(([week, members]) => ({
    cohort: dateOf(week),
    size: members.length,
    period: SECOND_PURCHASE_DAYS,
    retained: members.filter(([first, second]) => second - first <= SECOND_PURCHASE_DAYS).length,
    ...pendingOf(members, lastDay - SECOND_PURCHASE_DAYS),
    // The cohort's last customer may come on the last day of the week, even if nobody has come yet.
    ...(week + WEEK - 1 + SECOND_PURCHASE_DAYS > lastDay && {incomplete: true}),
  }));
  const truncated = weeksBetween(firstWeek, dayNumber(LAST_TRUNCATED_DAY));
  return {...heading('day', asOf), leftTruncated: truncated.map(dateOf), rows};
}

/**
 * Who of the customers idle for 45 to 90 days at the start of a week bought in that week. The first week is the first
 * one whose 90 days of looking back lie within the log. The same customer may be idle in several weeks.
 * @param {{customer: string, day: number}[]} purchases one per customer and day
 * @param {string} asOf last calendar day in the log
 */
export function winBackOf(purchases, asOf) {
  const lastDay = dayNumber(asOf);
  const customers = [...daysByCustomer(purchases).values()];
  const firstWeek = weekStart(logStart(purchases) + IDLE_DAYS.most + WEEK - 1);
  const rows = weeksBetween(firstWeek, lastDay).map((week) => {
    const idle = customers.filter((days) => isIdleAt(days, week));
    return {
      cohort: dateOf(week),
      size: idle.length,
      period: WEEK,
      retained: idle.filter((days) => days.some((day) => day >= week && day < week + WEEK)).length,
      // The week began for all of them on its Monday, which the dates alone do not tell.
      incomplete: week + WEEK - 1 > lastDay,
    };
  });
  return {...heading('day', asOf), rows};
}

function isIdleAt(days, week) {
  const idleDays = week - days.findLast((day) => day < week);
  return idleDays >= IDLE_DAYS.least && idleDays <= IDLE_DAYS.most;
}

function pendingOf(members, lastObservedFirstDay) {
  const pending = members.filter(([first]) => first > lastObservedFirstDay).length;
  return pending > 0 && {pending};
}

function heading(unit, asOf) {
  return {unit, asOf, mode: 'bounded', source: ONLINE_RETAIL_SOURCE};
}

function daysByCustomer(purchases) {
  const days = new Map();
  for (const {customer, day} of [...purchases].sort((a, b) => a.day - b.day)) {
    days.set(customer, [...(days.get(customer) ?? []), day]);
  }
  return days;
}

function logStart(purchases) {
  return purchases.reduce((first, {day}) => Math.min(first, day), Infinity);
}

function weeksBetween(firstWeek, lastDay) {
  return range(0, Math.floor((lastDay - firstWeek) / WEEK)).map((index) => firstWeek + index * WEEK);
}

function range(first, last) {
  return Array.from({length: last - first + 1}, (_, index) => first + index);
}

if (isCommand(import.meta.url)) {
  const purchases = purchasesIn(readOrders());
  writeDocument('cohort-retention.json', monthlyRetentionOf(purchases, LAST_DAY));
  writeDocument('second-purchase.json', secondPurchaseOf(purchases, LAST_DAY));
  writeDocument('win-back.json', winBackOf(purchases, LAST_DAY));
}
