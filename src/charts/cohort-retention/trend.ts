import {wilson} from '../../statistics/proportion.js';
import {type CellState, type CohortTable, COMPLETE, STATES} from './cells.js';
import type {CohortCalendar} from './periods.js';
import {gapToPlan, planFor, type PlanGap} from './plan.js';
import type {PlanRow} from './schema.js';

/** One cohort at the age that is followed through time. */
export interface TrendPoint {
  readonly cohort: string;
  /** Place in time, counted in cohorts; its place in the list where cohorts are no dates. */
  readonly place: number;
  readonly state: CellState;
  readonly isTruncated: boolean;
  readonly n: number | null;
  readonly retained: number | null;
  readonly pending: number | null;
  readonly rate: number | null;
  /** The Wilson interval of a complete cell; null for every other. */
  readonly low: number | null;
  readonly high: number | null;
  /** The planned rate, also of cohorts that are not complete. */
  readonly plan: number | null;
  /** null for cells that are not complete. */
  readonly gap: PlanGap | null;
}

/** What a trend is read from. */
export interface TrendSource {
  readonly table: CohortTable;
  readonly ages: readonly number[];
  readonly age: number;
  readonly calendar: CohortCalendar;
  readonly plan: readonly PlanRow[];
  readonly truncated: ReadonlySet<string>;
  readonly level: number;
}

const given = (value: number): number | null => (Number.isNaN(value) ? null : value);

/** One age through the cohorts, oldest first; empty where the data do not have the age. */
export function trendOf({table, ages, age, calendar, plan, truncated, level}: TrendSource): TrendPoint[] {
  const column = ages.indexOf(age);
  if (column < 0) return [];
  const {states, retained, n, rates, pending} = table.cells;
  return table.cohorts.map((cohort, index) => {
    const cell = index * ages.length + column;
    const counts = {n: given(n[cell]!), retained: given(retained[cell]!), rate: given(rates[cell]!)};
    const isComplete = states[cell] === COMPLETE;
    const point = {...counts, ...(isComplete ? intervalOf(counts, level) : NO_INTERVAL)};
    const planned = planFor(plan, age, {cohort, calendar});
    return {
      ...point,
      cohort,
      place: calendar.placeOf(cohort) ?? index,
      state: STATES[states[cell]!]!,
      isTruncated: truncated.has(cohort),
      pending: given(pending[cell]!),
      plan: planned,
      gap: isComplete ? gapToPlan(point, planned) : null,
    };
  });
}

const NO_INTERVAL = {low: null, high: null};

type Counted = Pick<TrendPoint, 'n' | 'retained' | 'rate'>;

/** None for nobody, and none for a rate against the age before that has risen above 1. */
function intervalOf({n, retained, rate}: Counted, level: number): Pick<TrendPoint, 'low' | 'high'> {
  if (n === null || retained === null || rate === null || rate > 1) return NO_INTERVAL;
  const {low, high} = wilson(retained, n, level) ?? NO_INTERVAL;
  return {low, high};
}
