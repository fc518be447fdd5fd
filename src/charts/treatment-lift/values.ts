import type {Locale} from '../../locale/locale.js';
import type {Reason} from './compare.js';
import type {Comparison} from './comparison.js';
import type {LiftMetric} from './metrics.js';
import type {LiftReading} from './view.js';
import type {LiftWords} from './words.js';
import {signOf} from './verdict.js';

/** The unit of a metric's level. */
export type Unit = 'rate' | 'money' | 'number';

export const unitOf = ({measure, isMoney}: LiftMetric): Unit =>
  measure === 'rate' ? 'rate' : isMoney ? 'money' : 'number';

type Limits = readonly (number | null)[];

/** Limits, and what stands beside them, are money in the same decimals. */
export type Format = (value: number, limits?: Limits) => string;

/** A level such as 14.0%. */
export const levelFormat = (unit: Unit, locale: Locale): Format =>
  ({rate: locale.fine.percent, money: moneyFormat(locale, 'money'), number: locale.fine.number})[unit];

/** A difference with its sign, such as +2.0 pp. */
export const changeFormat = (unit: Unit, locale: Locale): Format =>
  ({rate: locale.fine.points, money: moneyFormat(locale, 'moneyChange'), number: locale.fine.change})[unit];

/** By the format for one amount alone, in whose place they stand. */
const kept = new WeakMap<Format, Intl.NumberFormat[]>();

function moneyFormat({fine, formatOf}: Locale, kind: 'money' | 'moneyChange'): Format {
  const alone: Format = fine[kind];
  const formats = kept.get(alone) ?? [];
  kept.set(alone, formats);
  const sign = kind === 'money' ? {} : ({signDisplay: 'exceptZero'} as const);
  return (value, limits = []) => {
    const decimals = decimalsOf(limits);
    if (decimals > MOST_DECIMALS) return alone(value);
    const digits = {minimumFractionDigits: decimals, maximumFractionDigits: decimals};
    return (formats[decimals] ??= formatOf('money', {...sign, ...digits})).format(value);
  };
}

/** Nobody reads on beyond a millionth. */
const MOST_DECIMALS = 6;

/**
 * Those that suit the larger limit: two digits of less than ten cents, else cents, none from a thousand on; more where
 * the smaller one would read 0, which it is not.
 */
function decimalsOf(limits: Limits): number {
  const sizes = limits.map((limit) => Math.abs(limit ?? 0)).filter((size) => size > 0 && size < Infinity);
  if (!sizes.length) return Infinity;
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const decimals = most >= 1000 ? 0 : most < 0.0995 ? 1 - Math.floor(Math.log10(most)) : 2;
  return least * 10 ** decimals < 0.5 ? Math.max(2, -Math.floor(Math.log10(least))) : decimals;
}

/** A confidence level: 95%, 99.7% where several share one. */
export const levelText = (level: number, {wholePercent, percent}: Locale): string =>
  (Math.abs(level * 100 - Math.round(level * 100)) < 1e-9 ? wholePercent : percent)(level);

/** A p-value: three digits, or the power of ten beyond which nobody reads on. */
export function pText(p: number): string {
  if (p >= 0.001) return p.toFixed(3);
  return p < 1e-99 ? '< 1e-99' : p.toExponential(1);
}

/** A probability in words: none is certain. */
export const probabilityText = (p: number, {percent}: Locale): string =>
  p > 0.999 ? `> ${percent(0.999)}` : p < 0.001 ? `< ${percent(0.001)}` : percent(p);

/** A percentage of this control would promise more than the data hold: the control is small beside its own uncertainty. */
export const isUnstable = ({g}: Partial<Comparison>): boolean => (g ?? 0) > 0.1;

/** The metric's name: its label, else its id, else the common word. */
export const metricName = ({label, metric}: LiftMetric, {words}: LiftReading): string =>
  label ?? metric ?? words.metric;

/** What a difference makes for all customers: only of groups made by chance an increment. */
export const totalNames = (
  isRandomised: boolean | null,
  {incremental, incrementalValue, totalDifference, differenceInValue}: LiftWords,
): Pick<LiftWords, 'incremental' | 'incrementalValue'> =>
  isRandomised ? {incremental, incrementalValue} : {incremental: totalDifference, incrementalValue: differenceInValue};

/** A p in a sentence: nobody reads on beyond a thousandth. */
export const pPhrase = (p: number | null): string => (p === null || p < 0.001 ? 'p < 0.001' : `p = ${pText(p)}`);

/** A difference without its sign, for words that carry the direction. */
export const unsigned =
  (format: Format): Format =>
  (value, limits) =>
    format(Math.abs(value), limits).replace('+', '');

/** A range in words; an end that nothing bounds says so. */
export function rangeText(
  limits: readonly [number | null, number | null],
  format: Format,
  {words, locale}: LiftReading,
): string {
  const [low, high] = limits;
  if (low === null) return high === null ? locale.words.none : words.orLess(format(high));
  return high !== null && Number.isFinite(high)
    ? locale.words.interval(format(low, limits), format(high, limits))
    : words.orMore(format(low));
}

/** Why there is no interval. */
export const reasonText = (reason: Reason, {words, locale}: LiftReading): string =>
  reason === 'withheld' ? locale.words.withheldInWords : words.reason[reason];

/** The verdict in words: why there is none, and no praise for what chance has not assigned. */
export function verdictText(
  {verdict, noInterval, diff}: Pick<Comparison, 'verdict' | 'noInterval' | 'diff'>,
  isRandomised: boolean,
  reading: LiftReading,
): string {
  const {words} = reading;
  if (verdict === 'no-interval' && noInterval) return reasonText(noInterval, reading);
  if (!isRandomised && signOf(verdict) && diff !== null) return diff > 0 ? words.higher : words.lower;
  return words.verdict[verdict];
}
