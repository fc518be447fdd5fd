/**
 * Calendar days as written: `2026-10-31` is that day for every reader in every time zone, so a day is never an instant.
 */

/** Year, month 1–12 and day 1–31 of a day; month and day are absent where the text names only a year or a month. */
export interface CalendarDay {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

const DAY = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysIn = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);

/** The day in milliseconds since 1970, UTC; years below 100 are these years, not the 1900s. */
export const instantOf = ({year, month = 1, day = 1}: CalendarDay): number =>
  new Date(0).setUTCFullYear(year, month - 1, day);

/** Reads `2026`, `2026-10` or `2026-10-31`; null for everything else, also for a day that does not exist. */
export function readDay(text: string): CalendarDay | null {
  const match = DAY.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? Number.NaN), Number(match[3] ?? Number.NaN)];
  if (Number.isNaN(month)) return {year};
  if (month < 1 || month > 12) return null;
  if (Number.isNaN(day)) return {year, month};
  return day >= 1 && day <= daysIn(year, month) ? {year, month, day} : null;
}
