/**
 * Calendar days as a backend writes them. A day stays the day as written: no shift to UTC, no time zone of the machine.
 */

/** How plain numbers count time: seconds or days since 1970, spreadsheet serials, or `20261031`. */
export type DateUnit = 'seconds' | 'days' | 'serial' | 'compact';

const DAY_MS = 86_400_000;
/** Day 0 of spreadsheets, 1899-12-30, in days since 1970. */
const SERIAL_0 = 25_569;

const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';

type Form = readonly [form: RegExp, read: (match: readonly (string | undefined)[]) => string | undefined];

/** ISO text and its relatives, by their parts. */
const FORMS: readonly Form[] = [
  [
    /^(\d{4})[-/年](\d{1,2})(?:[-/月](\d{1,2})日?|月)?(?:[T ]\d{1,2}:.{0,40}|Z|[+-]\d\d:\d\d)?$/,
    ([, year, month, day]) => isoDay(year, Number(month), day),
  ],
  // OData; the offset says how the day was written.
  [
    /^\/Date\((-?\d{1,15})([+-]\d\d)?(\d\d)?\)\/$/,
    ([, ms, hours = 0, minutes = 0]) => dayOfMs(Number(ms) + (Number(hours) * 60 + Number(minutes)) * 60_000),
  ],
  // Google's visualisation tables: months from 0.
  [
    /^Date\((\d{4}), ?(\d{1,2})(?:, ?(\d{1,2}))?[\d, ]{0,20}\)$/,
    ([, year, month, day]) => isoDay(year, Number(month) + 1, day),
  ],
  [
    /^([a-z]{3})[a-z]{0,6}[ .,-]{1,2}(\d{4})$/i,
    ([, name, year]) => isoDay(year, MONTHS.indexOf(name!.toLowerCase()) / 3 + 1),
  ],
  [/^(\d{4})[- ]?Q([1-4])$/i, ([, year, quarter]) => `${year!}-Q${quarter!}`],
  [/^Q([1-4])[ /-](\d{4})$/i, ([, quarter, year]) => `${year!}-Q${quarter!}`],
  [/^\d{4}-W\d\d$/, ([week]) => week],
];

/**
 * A date as ISO text (`2026`, `2026-01`, `2026-01-31`), or a quarter (`2026-Q1`) or ISO week (`2026-W05`); undefined when
 * it is none. Month names (`Jun 2026`) become the ISO month, so that each reader sees them in the own language. Numbers
 * of 12–13 digits are milliseconds; other numbers are read only when `dates` declares them.
 */
export function readDate(value: unknown, dates?: DateUnit): string | undefined {
  const text = String(value).trim();
  if (/^-?\d+(\.\d+)?$/.test(text)) return dayOfNumber(text, dates);
  for (const [form, read] of FORMS) {
    const match = form.exec(text);
    if (match) return read(match);
  }
  return undefined;
}

function dayOfNumber(text: string, dates?: DateUnit): string | undefined {
  const number = Number(text);
  const compact = dates === 'compact' ? /^(\d{4})(\d\d)(\d\d)?$/.exec(text) : null;
  if (compact) return isoDay(compact[1], Number(compact[2]), compact[3]);
  if (dates === 'seconds') return dayOfMs(number * 1000);
  if (dates === 'days') return dayOfMs(number * DAY_MS);
  if (dates === 'serial') return dayOfMs((number - SERIAL_0) * DAY_MS);
  if (/^\d{12,13}$/.test(text)) return dayOfMs(number);
  return /^[12]\d{3}$/.test(text) ? text : undefined;
}

const dayOfMs = (ms: number): string | undefined =>
  Math.abs(ms) < 2.5e14 ? new Date(ms).toISOString().slice(0, 10) : undefined;

/** The day, or the month where no day is given; undefined for one that does not exist, such as 30 February. */
function isoDay(year: string | undefined, month: number, day?: string): string | undefined {
  const iso = `${year!}-${String(month).padStart(2, '0')}-${(day ?? '1').padStart(2, '0')}`;
  return new Date(iso).getUTCMonth() === month - 1 ? iso.slice(0, day ? 10 : 7) : undefined;
}

/** The first day of a date that `readDate` gave, in days since 1970; NaN for a week and for what is no date. */
export function firstDay(label: string): number {
  const iso = label.replace(/Q(\d)$/, (_, quarter: string) => String(Number(quarter) * 3 - 2).padStart(2, '0'));
  return /^\d{4}(-\d\d){0,2}$/.test(iso) ? Date.parse(iso) / DAY_MS : Number.NaN;
}

const MONTHS_IN: Readonly<Record<string, number>> = {month: 1, quarter: 3, year: 12};
const DAYS_IN: Readonly<Record<string, number>> = {day: 1, week: 7};

const monthOf = (day: number, unit: string): number => {
  const date = new Date(day * DAY_MS);
  return Math.floor((date.getUTCFullYear() * 12 + date.getUTCMonth()) / (MONTHS_IN[unit] ?? Number.NaN));
};

/** Whole units from the period that holds one day to the period that holds another; NaN for an unknown unit. */
export const ageOf = (day: number, since: number, unit: string): number =>
  DAYS_IN[unit] ? Math.floor((day - since) / DAYS_IN[unit]) : monthOf(day, unit) - monthOf(since, unit);

/** The day after the given period of a cohort, in days since 1970; NaN for an unknown unit. */
export function endOfPeriod(since: number, period: number, unit: string): number {
  if (DAYS_IN[unit]) return since + (period + 1) * DAYS_IN[unit];
  const start = new Date(since * DAY_MS);
  return start.setUTCMonth(start.getUTCMonth() + (period + 1) * (MONTHS_IN[unit] ?? Number.NaN)) / DAY_MS;
}
