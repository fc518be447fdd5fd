import type {LiftMetric} from './metrics.js';
import {levelText, type Unit} from './values.js';
import type {LiftReading} from './view.js';

/** Ticks in few letters: the unit of points stands in the title. */
export function tickFormat(unit: Unit | 'lift', {locale: {fine}}: LiftReading): (value: number) => string {
  if (unit === 'lift') return (value) => `${fine.change(value * 100)}%`;
  return unit === 'rate' ? (value) => fine.change(value * 100) : unit === 'money' ? fine.moneyChange : fine.change;
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
