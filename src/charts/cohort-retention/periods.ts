import {readDay} from '../../locale/calendar.js';
import type {Unit} from './schema.js';

/** What the name of a cohort says of the calendar, in days since 1970. */
export interface NamedSpan {
  readonly dating: 'day' | 'week' | 'month' | 'quarter' | 'year';
  readonly first: number;
  readonly last: number;
  /** The month it begins in, counted from year 0. */
  readonly month: number;
}

/** How a cohort is named: by the calendar, or not at all. */
export const datingOf = (cohort: string): NamedSpan['dating'] | 'name' => readSpan(cohort)?.dating ?? 'name';

/** Like a date, though it may be none: there is no 2026-13. */
export const looksDated = (name: string): boolean => /^\d{4}-(\d\d(-\d\d)?|Q\d|W\d\d)$/.test(name);

const DAY = 86_400_000;
/** Days since 1970 of the first day of a month counted from year 0: `Date.UTC` takes the year 99 for 1999. */
const firstDay = (months: number): number => Date.UTC(2000, months - 24_000, 1) / DAY;

/** Reads `2026`, `2026-Q4`, `2026-10`, `2026-W44` (ISO, from Monday) or `2026-10-31`; null for everything else. */
export function readSpan(name: string): NamedSpan | null {
  const found = readDay(name);
  if (!found) return readPart(name);
  const {year, month, day} = found;
  if (!month) return monthsFrom('year', year * 12);
  const at = year * 12 + month - 1;
  if (!day) return monthsFrom('month', at);
  const first = firstDay(at) + day - 1;
  return {dating: 'day', first, last: first, month: at};
}

function readPart(name: string): NamedSpan | null {
  const [, year, quarter, week] = /^(\d{4})-(?:Q([1-4])|W(\d\d))$/.exec(name) ?? [];
  if (quarter) return monthsFrom('quarter', Number(year) * 12 + Number(quarter) * 3 - 3);
  const first = firstMonday(Number(year)) + Number(week) * 7 - 7;
  if (!(Number(week) > 0 && first < firstMonday(Number(year) + 1))) return null;
  const day = new Date(first * DAY);
  return {dating: 'week', first, last: first + 6, month: day.getUTCFullYear() * 12 + day.getUTCMonth()};
}

const LENGTH = {day: 0, week: 0, month: 1, quarter: 3, year: 12} as const;

const monthsFrom = (dating: 'month' | 'quarter' | 'year', month: number): NamedSpan => {
  return {dating, first: firstDay(month), last: firstDay(month + LENGTH[dating]) - 1, month};
};

/** The Monday of the week with 4 January; 1970 began on a Thursday. */
function firstMonday(year: number): number {
  const fourth = firstDay(year * 12) + 3;
  return fourth - ((((fourth + 3) % 7) + 7) % 7);
}

/** Where cohorts stand in time, and which of their ages were over when the data end. */
export interface CohortCalendar {
  /** Place in time, counted in cohorts: one month after the other is 1; null for a cohort that is no date. */
  readonly placeOf: (cohort: string) => number | null;
  /** The highest age that the last customer of the cohort has passed, below 0 for none; null where no date says it. */
  readonly passedAge: (cohort: string) => number | null;
  /** The highest age that its first customer has begun; null where no date says it. */
  readonly begunAge: (cohort: string) => number | null;
}

const MONTHS: Readonly<Partial<Record<Unit, number>>> = {month: 1, quarter: 3, year: 12};
const MEAN_MONTH = 30.436875;
/** Some months in a row are this much longer, in days, than as many mean ones; never claim that an age is over early. */
const LONG_MONTHS = 1.6;
/** And some this much shorter; never claim that an age cannot have begun. */
const SHORT_MONTHS = 2.5;

const beginsMonth = ({first, month}: NamedSpan): boolean => first === firstDay(month);
/** The month of the last day. */
const lastMonth = ({month, dating}: NamedSpan): number => month + Math.max(0, LENGTH[dating] - 1);

/**
 * Cohorts in time. A cohort lasts as long as its name says; one named by a day until the next may begin: a month, or the
 * shortest gap between days (weeks named by their Monday last seven days).
 */
export function calendarOf(cohorts: readonly string[], unit: Unit, asOf: string | null): CohortCalendar {
  const end = asOf === null ? null : readSpan(asOf);
  const spans = new Map(cohorts.map((cohort) => [cohort, readSpan(cohort)]));
  const spanOf = (cohort: string) => spans.get(cohort) ?? readSpan(cohort);
  const dated = [...spans.values()].filter((span) => span !== null);
  const step = MONTHS[unit];
  const time = step !== undefined && dated.every(beginsMonth) ? monthsOf(dated, step) : daysOf(dated, unit);
  const reading = (cohort: string, read: (found: NamedSpan, end: NamedSpan) => number): number | null => {
    const found = spanOf(cohort);
    return found && end ? read(found, end) : null;
  };
  return {
    placeOf: (cohort) => {
      const found = spanOf(cohort);
      return found && time.place(found);
    },
    passedAge: (cohort) => reading(cohort, time.passed),
    begunAge: (cohort) => reading(cohort, time.begun),
  };
}

interface TimeReading {
  readonly place: (found: NamedSpan) => number;
  readonly passed: (found: NamedSpan, end: NamedSpan) => number;
  readonly begun: (found: NamedSpan, end: NamedSpan) => number;
}

const monthGap = (dated: readonly NamedSpan[]): number =>
  shortestGap(
    dated.map(({month}) => month),
    dated.reduce((least, {dating}) => Math.max(least, LENGTH[dating]), 1),
  );

/** Ages in months of cohorts that begin with a month: age 1 of October's cohort is November. */
function monthsOf(dated: readonly NamedSpan[], step: number): TimeReading {
  const span = monthGap(dated);
  return {
    place: ({month}) => month / span,
    passed: ({month}, end) => {
      const isOver = end.last + 1 === firstDay(lastMonth(end) + 1);
      return Math.floor((lastMonth(end) + Number(isOver) - month - Math.max(span, step)) / step);
    },
    begun: ({month}, end) => Math.floor((lastMonth(end) - month) / step),
  };
}

function daysOf(dated: readonly NamedSpan[], unit: Unit): TimeReading {
  const months = MONTHS[unit];
  const length = months ? months * MEAN_MONTH : unit === 'week' ? 7 : 1;
  const [slack, early] = months ? [LONG_MONTHS, SHORT_MONTHS] : [0, 0];
  // One day alone may begin a month without being its name.
  const isMonthly = dated.every((span) => beginsMonth(span) && (span.dating !== 'day' || dated.length > 1));
  const gap = isMonthly ? monthGap(dated) : shortestGap(firstDays(dated), leastDays(dated, unit));
  const lastCustomer = ({dating, last, first, month}: NamedSpan): number =>
    dating !== 'day' ? last : isMonthly ? firstDay(month + gap) - 1 : first + gap - 1;
  return {
    place: ({first, month}) => (isMonthly ? month : first) / gap,
    passed: (found, end) => Math.floor((end.last - lastCustomer(found) - slack) / length),
    begun: ({first}, end) => Math.floor((end.last - first + early) / length),
  };
}

const firstDays = (dated: readonly NamedSpan[]): number[] => dated.map(({first}) => first);

const leastDays = (dated: readonly NamedSpan[], unit: Unit): number =>
  unit === 'week' || dated.some(({dating}) => dating === 'week') ? 7 : 1;

/** The shortest distance between neighbours, at least `least`; `least` where there is only one. */
function shortestGap(places: readonly number[], least: number): number {
  const sorted = [...new Set(places)].sort((a, b) => a - b);
  const gaps = sorted.slice(1).map((place, index) => place - sorted[index]!);
  return gaps.length
    ? Math.max(
        least,
        gaps.reduce((a, b) => Math.min(a, b)),
      )
    : least;
}
