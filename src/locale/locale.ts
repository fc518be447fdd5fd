import {instantOf, readDay} from './calendar.js';
import {en} from './en.js';
import {languageOf, Vocabulary, type Language} from './vocabulary.js';
import type {SharedWords} from './words.js';

/** Numbers, days and shared words of one language, ready to use. Formats are made once and kept. */
export interface Locale {
  readonly language: Language;
  readonly words: SharedWords;
  /** A whole number with groups: 12,345. */
  readonly count: (value: number) => string;
  /** A short number: 12K, 1.2万. */
  readonly compact: (value: number) => string;
  /** A number with its sign: +120, −3. */
  readonly change: (value: number) => string;
  /** A rate of 0–1 as percent with one decimal: 12.3%. */
  readonly percent: (rate: number) => string;
  /** A rate as percent without decimals: 12%. */
  readonly wholePercent: (rate: number) => string;
  /** A rate of change with its sign: +12.3%. */
  readonly percentChange: (rate: number) => string;
  /** A difference of two rates in percentage points, with its sign. */
  readonly points: (difference: number) => string;
  /** An amount in the currency given by data or attribute; a plain number where none is. */
  readonly money: (amount: number) => string;
  /** The same with the digits a small value needs: rates of 0.57%, 0.03 points, 1.42 a customer. */
  readonly fine: FineFormats;
  /** For numbers of a scale, whose digits its steps decide. */
  readonly formatOf: (unit: ScaleUnit, digits: Intl.NumberFormatOptions) => Intl.NumberFormat;
  /** A calendar day, month or year as written in the data; the text itself where it is none. */
  readonly day: (text: string) => string;
  /** A time that has passed, in minutes: 5 minutes ago, 2 hours ago. */
  readonly ago: (minutes: number) => string;
  /** Items in one phrase: a, b and c. */
  readonly list: (items: readonly string[]) => string;
}

export type ScaleUnit = 'decimal' | 'percent' | 'money';

/** Formats that keep two or three digits of a small value; `change` and `moneyChange` carry their sign. */
export interface FineFormats {
  readonly percent: (rate: number) => string;
  readonly percentChange: (rate: number) => string;
  readonly points: (difference: number) => string;
  readonly number: (value: number) => string;
  readonly change: (value: number) => string;
  readonly money: (amount: number) => string;
  readonly moneyChange: (amount: number) => string;
}

/** The words that all charts share. */
export const sharedWords = new Vocabulary<SharedWords>(en, async () => (await import('./zh-cn.js')).sharedZhCN);

const locales = new Map<string, Locale>();

/**
 * The locale of a BCP 47 tag and an ISO 4217 currency. Numbers follow the region of the tag when we speak its language
 * (`en-IN`), else English, so that words and numbers never disagree; so also where the language has not been learned.
 */
export function localeOf(tag: string, currency?: string): Locale {
  const spoken = languageOf(tag);
  const language = sharedWords.knows(spoken) ? spoken : 'en';
  const key = `${language} ${tag} ${currency ?? ''}`;
  const known = locales.get(key);
  if (known) return known;
  const made = makeLocale(language, tag, currency);
  locales.set(key, made);
  return made;
}

const REGIONAL_ENGLISH = /^en(-[A-Za-z]{2})?$/;

function makeLocale(language: Language, tag: string, currency: string | undefined): Locale {
  const region = language === 'en' ? (REGIONAL_ENGLISH.test(tag) ? tag : 'en') : language;
  const words = sharedWords.in(language);
  // "negative" and "exceptZero": JSON knows −0, readers do not.
  const number = (options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(region, {signDisplay: 'negative', ...options});
  const count = number({maximumFractionDigits: 0});
  const compact = number({notation: 'compact', maximumFractionDigits: 1});
  const change = number({signDisplay: 'exceptZero', maximumFractionDigits: 0});
  const percent = number({style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1});
  const wholePercent = number({style: 'percent', maximumFractionDigits: 0});
  const percentChange = number({
    style: 'percent',
    signDisplay: 'exceptZero',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const points = number({signDisplay: 'exceptZero', minimumFractionDigits: 1, maximumFractionDigits: 1});
  const money = isCurrency(currency) ? number({...moneyIn(currency), maximumFractionDigits: 0}) : count;
  const relative = new Intl.RelativeTimeFormat(region, {numeric: 'auto'});
  const list = new Intl.ListFormat(region, {type: 'conjunction'});
  return {
    language,
    words,
    count: (value) => count.format(value),
    compact: (value) => compact.format(value),
    change: (value) => change.format(value),
    percent: (rate) => percent.format(rate),
    wholePercent: (rate) => wholePercent.format(rate),
    percentChange: (rate) => percentChange.format(rate),
    points: (difference) => words.points(points.format(difference * 100)),
    money: (value) => money.format(value),
    fine: fineFormats(number, words, currency),
    formatOf: (unit, digits) => number({...(unit === 'money' ? moneyIn(currency) : {style: unit}), ...digits}),
    day: dayFormat(region),
    ago: (minutes) =>
      minutes < 60
        ? relative.format(-Math.floor(minutes), 'minute')
        : relative.format(-Math.floor(minutes / 60), 'hour'),
    list: (items) => list.format(items),
  };
}

function fineFormats(
  number: (options: Intl.NumberFormatOptions) => Intl.NumberFormat,
  words: SharedWords,
  currency: string | undefined,
): FineFormats {
  const format = (digits: Intl.NumberFormatOptions, options: Intl.NumberFormatOptions = {}) => {
    const made = number({roundingPriority: 'morePrecision', ...digits, ...options});
    return (value: number) => made.format(value);
  };
  const signed = {signDisplay: 'exceptZero'} as const;
  const oneDecimal = {minimumFractionDigits: 1, maximumFractionDigits: 1};
  const digits = (least: number) => ({...oneDecimal, minimumSignificantDigits: least, maximumSignificantDigits: least});
  const cents = {minimumFractionDigits: 2, maximumFractionDigits: 2};
  const inCurrency = moneyIn(currency);
  const points = format(digits(2), signed);
  const short = {maximumFractionDigits: 0, maximumSignificantDigits: 3};
  // Cents are noise beside thousands, and of less than ten not all there is.
  const amount = (sign: Intl.NumberFormatOptions) => {
    const [tiny, small, large] = [
      {...cents, maximumSignificantDigits: 2},
      {...cents, roundingPriority: 'auto' as const},
      short,
    ].map((digits) => format(digits, {...inCurrency, ...sign}));
    return (value: number) => (Math.abs(value) < 0.0995 ? tiny! : Math.abs(value) < 1000 ? small! : large!)(value);
  };
  return {
    percent: format(digits(3), {style: 'percent'}),
    percentChange: format(digits(2), {style: 'percent', ...signed}),
    points: (difference) => words.points(points(difference * 100)),
    number: format(short),
    change: format(short, signed),
    money: amount({}),
    moneyChange: amount(signed),
  };
}

const moneyIn = (currency: string | undefined): Intl.NumberFormatOptions =>
  isCurrency(currency) ? {style: 'currency', currency, currencyDisplay: 'narrowSymbol'} : {};

/** Whether `Intl` takes a text as a currency: three letters; it throws for everything else. */
export const isCurrency = (currency: string | undefined): currency is string => /^[A-Za-z]{3}$/.test(currency ?? '');

function dayFormat(region: string): Locale['day'] {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(region, {timeZone: 'UTC', ...options});
  const ofDay = format({year: 'numeric', month: 'short', day: 'numeric'});
  const ofMonth = format({year: 'numeric', month: 'short'});
  return (text) => {
    const day = readDay(text);
    if (!day?.month) return text;
    // Noon-free: the instant is built in UTC and printed in UTC, so no zone can move the day.
    return (day.day ? ofDay : ofMonth).format(instantOf(day));
  };
}
