/**
 * Calendar days as written: `2026-10-31` is that day for every reader in every time zone, so a day is never an instant.
 */

/** Year, month 1–12 and day 1–31 of a day; month and day are absent where the text names only a year or a month. */
export interface CalendarDay {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysIn = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);

/** The calendar repeats itself after so many years, and so many days. */
const [CYCLE, CYCLE_DAYS] = [400, 146_097];

/** The day in milliseconds since 1970, UTC; years below 100 are these years, not the 1900s that `Date` takes them for. */
export const instantOf = ({year, month = 1, day = 1}: CalendarDay): number =>
  Date.UTC(year + CYCLE, month - 1, day) - CYCLE_DAYS * 864e5;

/** Lengths of a year, a month and a day as written. */
const [YEAR, MONTH, DAY] = [4, 7, 10];

/** Reads `2026`, `2026-10` or `2026-10-31`; null for everything else, also for a day that does not exist. */
export function readDay(text: string): CalendarDay | null {
  const year = digitsOf(text, 0, YEAR);
  const [month, day] = [partOf(text, YEAR), partOf(text, MONTH)];
  if (text.length === YEAR) return year < 0 ? null : {year};
  if (year < 0 || month < 1 || month > 12) return null;
  if (text.length === MONTH) return {year, month};
  return text.length === DAY && day >= 1 && day <= daysIn(year, month) ? {year, month, day} : null;
}

/** The two digits after a hyphen at `hyphen`; −1 where there are none. */
const partOf = (text: string, hyphen: number): number =>
  text[hyphen] === '-' ? digitsOf(text, hyphen + 1, hyphen + 3) : -1;

/** Digits as a number; −1 where there is another letter, or none. Without a regular expression: rows come by the thousand. */
function digitsOf(text: string, from: number, to: number): number {
  let value = 0;
  for (let index = from; index < to; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}
