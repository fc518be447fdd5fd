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

/** What places cohorts in time; null for one that has no place. */
export type PlaceOf = (cohort: string) => number | null;

/**
 * The planned rate of an age for one cohort: of the path that began last, start + step × cohorts since then, held after
 * its end; before all paths what is planned for all cohorts.
 */
function planFor(plan: readonly PlanRow[], cohort: string, placeOf: PlaceOf): number | null {
  const place = (name: string | null | undefined, other: number): number => (name ? placeOf(name) : null) ?? other;
  const at = place(cohort, -Infinity);
  const started = plan.filter((row) => place(row.cohort, Infinity) <= at);
  const [path] = started.sort((a, b) => place(b.cohort, 0) - place(a.cohort, 0));
  if (!path) return plan.find((row) => !row.cohort)?.rate ?? null;
  const walked = Math.min(at, place(path.until, Infinity)) - place(path.cohort, 0);
  return Math.min(1, Math.max(0, path.rate + (path.step ?? 0) * walked));
}

/** The planned rates of an age by cohort; those of a group's members pooled by their size, so each must have one. */
export function plansOf(
  plan: readonly PlanRow[],
  age: number,
  {members, groupOf, placeOf}: Planned,
): (cohort: string) => number | null {
  const rows = plan.filter((row) => row.period === age);
  const groups = new Map<string, Share[]>();
  if (rows.length)
    for (const [cohort, n] of members) {
      const share = {rate: planFor(rows, cohort, placeOf) ?? NaN, n};
      const name = groupOf(cohort);
      groups.set(name, [...(groups.get(name) ?? []), share]);
    }
  return (cohort) => pooled(groups.get(cohort) ?? []);
}

interface Planned {
  /** Every cohort with its size. */
  readonly members: readonly (readonly [string, number])[];
  /** What a cohort is pooled under: its own name where it is not. */
  readonly groupOf: (cohort: string) => string;
  readonly placeOf: PlaceOf;
}

interface Share {
  readonly rate: number;
  readonly n: number;
}

/** null where a part has no rate; sizes matter only where the rates differ. */
function pooled(shares: readonly Share[]): number | null {
  const [first] = shares;
  const sum = (read: (share: Share) => number) => shares.reduce((total, share) => total + read(share), 0);
  const isOne = shares.every(({rate}) => rate === first?.rate);
  const rate = isOne ? (first?.rate ?? NaN) : sum(({rate: part, n}) => part * n) / sum(({n}) => n);
  return Number.isNaN(rate) ? null : rate;
}
