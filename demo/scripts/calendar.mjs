// Calendar days by whole-number arithmetic only: a day in the log is the day as written, in every time zone.
// Formulas: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days_from_civil, civil_from_days).

const DAYS_IN_400_YEARS = 146_097;
const DAYS_FROM_YEAR_0_TO_1970 = 719_468;

/**
 * @param {string} date calendar day as `yyyy-mm-dd`; text after the tenth character (a time) is not looked at
 * @returns {number} whole days since 1970-01-01
 * @throws {Error} when the text is not a calendar day
 */
export function dayNumber(date) {
  const written = date.slice(0, 10);
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(written);
  const day = match ? daysFromCivil(Number(match[1]), Number(match[2]), Number(match[3])) : NaN;
  if (Number.isNaN(day) || dateOf(day) !== written) throw new Error(`not a calendar day: ${date}`);
  return day;
}

/**
 * @param {number} day whole days since 1970-01-01
 * @returns {string} the calendar day as `yyyy-mm-dd`
 */
export function dateOf(day) {
  const shifted = day + DAYS_FROM_YEAR_0_TO_1970;
  const era = Math.floor(shifted / DAYS_IN_400_YEARS);
  const dayOfEra = shifted - era * DAYS_IN_400_YEARS;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return [digits(year, 4), digits(month, 2), digits(dayOfMonth, 2)].join('-');
}

/**
 * @param {number} day whole days since 1970-01-01
 * @returns {number} the Monday of its ISO week, as a day number
 */
export function weekStart(day) {
  // Day 0 was a Thursday; adding whole weeks keeps the remainder positive for days before 1970.
  return day - ((((day + 3) % 7) + 7) % 7);
}

/**
 * @param {number} day whole days since 1970-01-01
 * @returns {number} its calendar month, counted in months since the year 0
 */
export function monthNumber(day) {
  const [year, month] = dateOf(day).split('-').map(Number);
  return year * 12 + month - 1;
}

/**
 * @param {number} month months since the year 0
 * @returns {string} the month as `yyyy-mm`
 */
export function monthOf(month) {
  return `${digits(Math.floor(month / 12), 4)}-${digits((month % 12) + 1, 2)}`;
}

function daysFromCivil(year, month, dayOfMonth) {
  // The year is counted from March, so that the leap day is its last one.
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_IN_400_YEARS + dayOfEra - DAYS_FROM_YEAR_0_TO_1970;
}

function digits(number, width) {
  return String(number).padStart(width, '0');
}
