import type {LiftMetric} from './metrics.js';
import {levelText, type Unit} from './values.js';
import type {LiftReading} from './view.js';

/** A tick among all of its axis, which have the same decimals. */
export type TickFormat = (value: number, all: readonly number[]) => string;

/** Ticks in few letters: the unit of points stands in the title. */
export function tickFormat(unit: Unit | 'lift', {locale}: LiftReading): TickFormat {
  const {fine} = locale;
  if (unit === 'lift') return (value) => `${fine.change(value * 100)}%`;
  if (unit === 'money') return moneyTicks(fine.moneyChange, locale, {signDisplay: 'exceptZero'});
  return unit === 'rate' ? (value) => fine.change(value * 100) : fine.change;
}

/** Without cents where no tick has any. */
export function moneyTicks(
  precise: (amount: number) => string,
  locale: LiftReading['locale'],
  sign: Intl.NumberFormatOptions,
): TickFormat {
  const whole = locale.formatOf('money', {...sign, maximumFractionDigits: 0});
  return (value, all) => (all.every(Number.isInteger) ? whole.format(value) : precise(value));
}

/** What a scale shows, against whom, how sure. */
export function axisTitle(metric: LiftMetric, relative: boolean, {words, locale}: LiftReading): string {
  const axis = relative ? words.liftAxis : metric.measure === 'rate' ? words.pointsAxis : words.differenceAxis;
  const level = levelOf(metric);
  const control = metric.control || words.control;
  return level === null ? words.reportedAxis(control) : axis(control, levelText(level, locale));
}

/** Of the intervals that are ours; null where all are the back-end's. */
export const levelOf = ({measure, level}: LiftMetric): number | null => (measure === null ? null : level);
