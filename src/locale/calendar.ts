/**
 * Calendar days as written: `2026-10-31` is that day for every reader in every time zone, so a day is never an instant.
 */

/** Year, month 1–12 and day 1–31 of a day; month and day are absent where the text names only a year or a month. */
export interface CalendarDay {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

const DAY = /^\d{4}(-\d\d(-\d\d)?)?$/;
/** By the day before the first of the next month; the calendar repeats itself after 400 years. */
export const daysIn = (year: number, month: number): number =>
  new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();

/** The day in milliseconds since 1970, UTC; years below 100 are these years, not the 1900s. */
export const instantOf = ({year, month = 1, day = 1}: CalendarDay): number =>
  new Date(0).setUTCFullYear(year, month - 1, day);

/** Reads `2026`, `2026-10` or `2026-10-31`; null for everything else, also for a day that does not exist. */
export function readDay(text: string): CalendarDay | null {
  if (!DAY.test(text)) return null;
  // Sliced, not matched: rows come by the thousand.
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  if (text.length < 5) return {year};
  if (month < 1 || month > 12) return null;
  if (text.length < 8) return {year, month};
  // Every month has 28 days: no date has to be made for most.
  return day >= 1 && (day <= 28 || day <= daysIn(year, month)) ? {year, month, day} : null;
}
