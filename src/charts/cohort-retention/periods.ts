import {type CalendarDay, readDay} from '../../locale/calendar.js';
import type {Unit} from './schema.js';

/** How a cohort is named: by calendar day, month or year, or not by the calendar at all. */
export function datingOf(cohort: string): 'day' | 'month' | 'year' | 'name' {
  const found = readDay(cohort);
  if (!found) return 'name';
  return found.day ? 'day' : found.month ? 'month' : 'year';
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

const monthNumber = ({year, month = 1}: CalendarDay): number => year * 12 + month - 1;
/** Days since 1970 of the first day of a month counted from year 0: `Date.UTC` takes the year 99 for 1999. */
const firstDay = (months: number): number => Date.UTC(2000, months - 24_000, 1) / 86_400_000;
const dayNumber = (found: CalendarDay): number => firstDay(monthNumber(found)) + (found.day ?? 1) - 1;
/** The last day of what a text names: of the year for `2026`, of the month for `2026-10`. */
const lastDay = (found: CalendarDay): number =>
  found.day ? dayNumber(found) : firstDay(monthNumber(found) + (found.month ? 1 : 12)) - 1;

/**
 * Cohorts in time. A cohort lasts until the next may begin: a month, a year, or the shortest gap between dated ones
 * (weeks named by their Monday last seven days).
 */
export function calendarOf(cohorts: readonly string[], unit: Unit, asOf: string | null): CohortCalendar {
  const end = asOf === null ? null : readDay(asOf);
  const days = new Map(cohorts.map((cohort) => [cohort, readDay(cohort)]));
  const dayOf = (cohort: string) => days.get(cohort) ?? readDay(cohort);
  const dated = [...days.values()].filter((day) => day !== null);
  const step = MONTHS[unit];
  const isMonthly = step !== undefined && dated.every(({day = 1}) => day === 1);
  const time = isMonthly ? monthsOf(dated, step) : daysOf(dated, unit);
  const reading = (cohort: string, read: (found: CalendarDay, end: CalendarDay) => number): number | null => {
    const found = dayOf(cohort);
    return found && end ? read(found, end) : null;
  };
  return {
    placeOf: (cohort) => {
      const found = dayOf(cohort);
      return found && time.place(found);
    },
    passedAge: (cohort) => reading(cohort, time.passed),
    begunAge: (cohort) => reading(cohort, time.begun),
  };
}

interface TimeReading {
  readonly place: (found: CalendarDay) => number;
  readonly passed: (found: CalendarDay, end: CalendarDay) => number;
  readonly begun: (found: CalendarDay, end: CalendarDay) => number;
}

/** Ages in months of cohorts that begin with a month: age 1 of October's cohort is November. */
function monthsOf(dated: readonly CalendarDay[], step: number): TimeReading {
  const span = shortestGap(dated.map(monthNumber), dated.some(({month}) => !month) ? 12 : 1);
  return {
    place: (found) => monthNumber(found) / span,
    passed: (found, end) => {
      const after = lastDay(end) + 1;
      const isOver = after === firstDay(monthNumber(end) + (end.month ? 1 : 12));
      const over = monthNumber(end) + (end.month ? 0 : 11) + (isOver ? 1 : 0);
      return Math.floor((over - monthNumber(found) - Math.max(span, step)) / step);
    },
    begun: (found, end) => Math.floor((monthNumber(end) + (end.month ? 0 : 11) - monthNumber(found)) / step),
  };
}

function daysOf(dated: readonly CalendarDay[], unit: Unit): TimeReading {
  const months = MONTHS[unit];
  const length = months ? months * MEAN_MONTH : unit === 'week' ? 7 : 1;
  const slack = months ? LONG_MONTHS : 0;
  const isDaily = dated.every(({day}) => day);
  const span = shortestGap(dated.map(dayNumber), unit === 'week' ? 7 : 1);
  const lastCustomer = (found: CalendarDay): number => (isDaily ? dayNumber(found) + span - 1 : lastDay(found));
  return {
    place: (found) => dayNumber(found) / span,
    passed: (found, end) => Math.floor((lastDay(end) - lastCustomer(found) - slack) / length),
    begun: (found, end) => Math.floor((lastDay(end) - dayNumber(found)) / length),
  };
}

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
