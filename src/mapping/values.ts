import {ageOf, firstDay, readDate, type DateUnit} from './dates.js';

/**
 * How single values are read: the value, null for a total that is no ordinary group, undefined for what cannot be
 * read – never 0, never a guess.
 */

/** How a backend writes its values, declared in a map, a preset or the options. */
export interface ValueSettings {
  /** `percent`: rates are 0–100. `magnitude`: the sign of a number only says a direction. */
  readonly scale?: 'fraction' | 'percent' | 'magnitude';
  /** What plain numbers in date roles are. Without it, only 12–13 digits are read, as milliseconds. */
  readonly dates?: DateUnit;
  /** The decimal mark of numbers that are text; "." unless declared. */
  readonly decimal?: '.' | ',';
}

/** Null, absent, `false`, `""` and `"-"` are "not given"; 0 is zero. */
export const isGiven = (value: unknown): boolean =>
  typeof value === 'string'
    ? !['', '-'].includes(value.trim())
    : value !== undefined && value !== null && value !== false;

/** `{"$numberLong": "5"}` (MongoDB extended JSON): the value inside. */
function unwrapped(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const keys = Object.keys(value);
  return keys.length === 1 && keys[0]!.startsWith('$') ? (value as Readonly<Record<string, unknown>>)[keys[0]!] : value;
}

const NUMBER =
  /^([+-]?)((?:\d{1,30}|\d{1,3}(?:,\d{3}){1,9}|\d{1,3}(?:[ \u00a0\u2009\u202f'’]\d{3}){1,9})?(?:\.\d{1,30})?)((?:e[+-]?\d{1,3})?)\s?([%％万萬亿億]?)$/i;
const PLAIN = /^-?\d{1,15}(\.\d{1,15})?$/;
const POWERS: Readonly<Record<string, number>> = {'%': -2, '％': -2, 万: 4, 萬: 4, 亿: 8, 億: 8};

/**
 * A number: plain, with thousands separators, with `%` (÷ 100) or `万` `亿` (× 10⁴, 10⁸), or wrapped. Nothing is
 * guessed from size: a fraction or a percent is declared, a `%` sign decides by itself and is none for a count.
 */
function readNumber(value: unknown, kind: string, settings: ValueSettings): number | undefined {
  const plain = typeof value === 'number' && !settings.scale;
  const number = plain ? value : numberOf(numberText(value, settings.decimal), isPercent(kind, settings) ? -2 : 0);
  if (!Number.isFinite(number) || (kind === 'count' && /[%％]/.test(String(value)))) return undefined;
  return settings.scale === 'magnitude' ? Math.abs(number) : number;
}

/** NaN for what is no number. The exponent is added as text, so that "98.3%" is the double nearest to 0.983. */
function numberOf(text: string, power: number): number {
  if (!power && PLAIN.test(text)) return Number(text);
  const [, sign, digits, exponent, mark] = NUMBER.exec(text) ?? [];
  if (!digits) return Number.NaN;
  return Number(`${sign!}${digits.replace(/[^\d.]/g, '')}e${Number(exponent!.slice(1)) + (POWERS[mark!] ?? power)}`);
}

const isPercent = (kind: string, {scale}: ValueSettings): boolean => kind === 'rate' && scale === 'percent';

function numberText(value: unknown, decimal = '.'): string {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return '';
  const text = value.trim().replace('\u2212', '-');
  // A decimal comma: with the two marks swapped it is the usual form.
  return decimal === ',' ? text.replace(/[.,]/g, (mark) => (mark === ',' ? '.' : ',')) : text;
}

/** True or false; 1, 0, "yes", "no" too. */
function readFlag(value: unknown): boolean | undefined {
  const text = String(value).toLowerCase();
  return ['true', '1', 'yes'].includes(text) || (['false', '0', 'no'].includes(text) ? false : undefined);
}

/** A name. The codes that backends send for pooled and nameless groups get a readable label; a total gives null. */
function readText(value: unknown): string | null {
  const text = `${value as string | number | boolean}`;
  if (text === 'RESERVED_TOTAL') return null;
  if (!text.startsWith('$$_')) return text;
  return text.includes('_other') ? 'Other' : '(not set)';
}

/** A date or a name; not a number whose unit nobody declared, or a day that does not exist. */
const readCohort = (value: unknown, dates?: DateUnit): string | null | undefined =>
  readDate(value, dates) ?? (/^[\d.-]+$|^\d{4}-\d\d/.test(String(value)) ? undefined : readText(value));

/** What a value needs to know beside itself: how values are written, its row so far, and the fields beside the rows. */
export interface ValueFacts {
  readonly settings: ValueSettings;
  readonly document: Readonly<Record<string, unknown>>;
  row: Readonly<Record<string, unknown>>;
}

const NAMED_PERIOD =
  /^[\p{L}\s_#:]{0,40}?(\d{1,6})\s?(?:(?:day|week|month|quarter|year)s?|个?[天日周週月季年期]度?)?$/iu;

/**
 * An age in whole periods, 0 or more: a number, padded text ("0003"), text around one number ("Month 3"), or a date,
 * which becomes the age of the cohort at that date.
 */
function readPeriod(value: unknown, {row, document, settings: {dates}}: ValueFacts): number | undefined {
  const {unit} = document;
  const text = String(value).trim();
  const number = /^\d+(\.0+)?$/.test(text) ? Number(text) : Number.NaN;
  // In years, 2026 is a date.
  if (number < (unit === 'year' ? 1000 : 1e6)) return number;
  const date = readDate(text, dates);
  const age = date
    ? ageOf(firstDay(date), firstDay(String(row['cohort'])), String(unit))
    : Number(NAMED_PERIOD.exec(text)?.[1]);
  return age >= 0 ? age : undefined;
}

/** A value of a kind of role (see `roles.ts`), read as that kind. */
export function readAs(kind: string, raw: unknown, facts: ValueFacts): unknown {
  if (kind === 'json') return raw;
  const value = unwrapped(raw);
  if (typeof value === 'object') return undefined;
  const {dates} = facts.settings;
  switch (kind) {
    case 'cohort!':
      return readCohort(value, dates);
    case 'day!':
    case 'day':
      return readDate(value, dates);
    case 'period!':
      return readPeriod(value, facts);
    case 'flag':
      return readFlag(value);
    case 'text!':
    case 'text':
      return readText(value);
    default:
      return readNumber(value, kind, facts.settings);
  }
}
