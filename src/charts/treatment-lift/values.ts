import type {Locale} from '../../locale/locale.js';
import type {Comparison} from './comparison.js';
import type {LiftMetric} from './metrics.js';
import type {LiftReading} from './view.js';
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

/** The metric's name: its label, else its id, else the common word. */
export const metricName = ({label, metric}: LiftMetric, {words}: LiftReading): string =>
  label ?? metric ?? words.metric;

/** A range in words; an end that nothing bounds says so. */
export function rangeText(
  [low, high]: readonly [number | null, number | null],
  format: Format,
  {words, locale}: LiftReading,
): string {
  if (low === null || high === null) return locale.words.none;
  return locale.words.interval(format(low), Number.isFinite(high) ? format(high) : words.unbounded);
}

/** The verdict in words: why there is none, and no praise for what chance has not assigned. */
export function verdictText(
  {verdict, noInterval, diff}: Pick<Comparison, 'verdict' | 'noInterval' | 'diff'>,
  isRandomised: boolean,
  {words}: LiftReading,
): string {
  if (verdict === 'no-interval' && noInterval) return words.reason[noInterval];
  if (!isRandomised && signOf(verdict) && diff !== null) return diff > 0 ? words.higher : words.lower;
  return words.verdict[verdict];
}
