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

type Format = (value: number) => string;

/** A level such as 14.0%. */
export const levelFormat = (unit: Unit, {fine}: Locale): Format =>
  ({rate: fine.percent, money: fine.money, number: fine.number})[unit];

/** A difference with its sign, such as +2.0 pp. */
export const changeFormat = (unit: Unit, {fine}: Locale): Format =>
  ({rate: fine.points, money: fine.moneyChange, number: fine.change})[unit];

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
  (value) =>
    format(Math.abs(value)).replace('+', '');

/** A range in words; an end that nothing bounds says so. */
export function rangeText(
  [low, high]: readonly [number | null, number | null],
  format: Format,
  {words, locale}: LiftReading,
): string {
  if (low === null) return high === null ? locale.words.none : words.orLess(format(high));
  return high !== null && Number.isFinite(high)
    ? locale.words.interval(format(low), format(high))
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
