import {COMPLETE, RUNNING} from './cells.js';
import type {GridRow} from './grid-rows.js';
import type {CohortRetentionMetrics} from './metrics.js';
import {calendarOf, type CohortCalendar} from './periods.js';

const calendars = new WeakMap<CohortRetentionMetrics, CohortCalendar>();

/** Whether customers can still join a cohort, so that even its size is one so far: as the data say of age 0, else by date. */
export function isGrowing(metrics: CohortRetentionMetrics, {series: {cohorts, cells}, cohort}: GridRow): boolean {
  const {ages, unit, asOf} = metrics;
  const start = ages[0] === 0 ? cells.states[cohort * ages.length] : undefined;
  if (start === RUNNING || start === COMPLETE) return start === RUNNING;
  let calendar = calendars.get(metrics);
  if (!calendar) {
    const names = metrics.series.flatMap((one) => one.cohorts);
    calendars.set(metrics, (calendar = calendarOf(names, unit, asOf)));
  }
  return (calendar.passedAge(cohorts[cohort]!) ?? 0) < 0;
}
