import type {CohortCalendar} from './periods.js';
import type {PlanRow} from './schema.js';

/** A rate against its plan: a gap is clear only when the plan lies outside the interval of the rate. */
export interface PlanGap {
  readonly plan: number;
  /** rate − plan, in rate. */
  readonly gap: number;
  /** rate / plan; null for a plan of 0. */
  readonly attainment: number | null;
  readonly verdict: 'above' | 'below' | 'near';
}

interface Measured {
  readonly rate: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** null without a rate or a plan; without an interval no gap is clear. */
export function gapToPlan({rate, low, high}: Measured, plan: number | null): PlanGap | null {
  if (rate === null || plan === null) return null;
  const verdict = low !== null && plan < low ? 'above' : high !== null && plan > high ? 'below' : 'near';
  return {plan, gap: rate - plan, attainment: plan > 0 ? rate / plan : null, verdict};
}

/** The planned rate of an age for all cohorts; null where there is none. */
export const planAt = (plan: readonly PlanRow[], age: number): number | null =>
  plan.find((row) => row.period === age && !row.cohort)?.rate ?? null;

/** The planned rate of an age for one cohort: start + step × cohorts since the start, held after the end of the path. */
export function planFor(
  plan: readonly PlanRow[],
  age: number,
  {cohort, calendar}: {readonly cohort: string; readonly calendar: CohortCalendar},
): number | null {
  const path = plan.find((row) => row.period === age && row.cohort);
  if (!path?.cohort) return planAt(plan, age);
  const place = (name: string | null | undefined) => (name ? calendar.placeOf(name) : null);
  const [at, start] = [place(cohort), place(path.cohort)];
  if (at === null || start === null || at < start) return null;
  const walked = Math.min(at, place(path.until) ?? Infinity) - start;
  return Math.min(1, Math.max(0, path.rate + (path.step ?? 0) * walked));
}
