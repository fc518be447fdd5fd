import {wilson} from '../../statistics/proportion.js';
import {type CellState, type CohortTable, COMPLETE, STATES} from './cells.js';
import type {CohortGrid} from './grid.js';
import {groupName} from './grouping.js';
import type {CohortCalendar} from './periods.js';
import {gapToPlan, type PlaceOf, type PlanGap, plansOf} from './plan.js';
import type {PlanRow} from './schema.js';

/** One cohort at the age that is followed through time. */
export interface TrendPoint {
  readonly cohort: string;
  /** Place in time, counted in cohorts; in the order of all cohorts where they are no dates. */
  readonly place: number;
  readonly state: CellState;
  /** It also holds customers from before the data begin, and is in no finding. */
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

/** Why there is no value to draw. */
export type Valueless = 'withheld' | 'unknown' | 'nobody';

/** null for a point with a value, and for one that nobody has reached. */
export function valuelessOf({state, rate, n}: TrendPoint): Valueless | null {
  if (state === 'withheld' || state === 'unknown') return state;
  if (state !== 'complete' || rate !== null) return null;
  return n === 0 ? 'nobody' : 'unknown';
}

/** What a trend is read from. */
export interface TrendSource {
  readonly table: CohortTable;
  readonly ages: readonly number[];
  readonly age: number;
  readonly calendar: CohortCalendar;
  readonly plan: readonly PlanRow[];
  /** The cohorts of all series before any was chosen or pooled. */
  readonly grids: readonly Pick<CohortGrid, 'series' | 'cohorts' | 'sizes'>[];
  readonly series: string | null;
  readonly options: {
    readonly group: '' | 'month' | 'quarter' | 'year';
    readonly cohorts: string;
    readonly poolTruncated: boolean;
  };
  readonly truncated: ReadonlySet<string>;
  readonly level: number;
}

/** Where cohorts and groups of them stand in time, and what is planned for them. */
function timeOf({grids, series, calendar, plan, age, options: {group, cohorts: list}}: TrendSource) {
  const groupOf = (cohort: string) => (group ? groupName(cohort, group) : cohort);
  const groups = grids.map(({cohorts}) => ({cohorts: [...new Set(cohorts.map(groupOf))]}));
  const members = grids.flatMap((grid) => (grid.series === series ? chosenMembers(grid, list) : []));
  return {
    placeOf: placesOf(group ? [...grids, ...groups] : grids, calendar),
    planOf: plansOf(plan, age, {members, groupOf, placeOf: placesOf(grids, calendar)}),
  };
}

/**
 * Places of cohorts in time. Where one of them is no date: in the order of the lists together, of which each keeps its
 * own; what only a later list has stands before what it shares with the earlier ones, or after all.
 */
function placesOf(lists: readonly Pick<CohortTable, 'cohorts'>[], {placeOf}: CohortCalendar): PlaceOf {
  if (lists.every(({cohorts}) => cohorts.every((cohort) => placeOf(cohort) !== null))) return placeOf;
  const order: string[] = [];
  for (const {cohorts} of lists) {
    const [placed, own] = [new Set(order), new Set(cohorts)];
    const shared = order.findIndex((cohort) => own.has(cohort));
    let next = shared < 0 ? order.length : shared;
    for (const cohort of cohorts) {
      if (placed.has(cohort)) next = order.indexOf(cohort);
      else order.splice(next, 0, cohort);
      next++;
    }
  }
  const places = new Map(order.map((cohort, place) => [cohort, place]));
  return (cohort) => places.get(cohort) ?? null;
}

function chosenMembers({cohorts, sizes}: Pick<CohortGrid, 'cohorts' | 'sizes'>, list: string): [string, number][] {
  const chosen = list.split(',').map((name) => name.trim());
  return cohorts.flatMap((cohort, index) => (!list.trim() || chosen.includes(cohort) ? [[cohort, sizes[index]!]] : []));
}

const given = (value: number): number | null => (Number.isNaN(value) ? null : value);

/** One age through the cohorts, oldest first; empty where the data do not have the age. */
export function trendOf(source: TrendSource): TrendPoint[] {
  const {table, ages, age, truncated, level} = source;
  const column = ages.indexOf(age);
  if (column < 0) return [];
  const {placeOf, planOf} = timeOf(source);
  const {states, retained, n, rates, pending} = table.cells;
  return table.cohorts.map((cohort, index) => {
    const cell = index * ages.length + column;
    const counts = {n: given(n[cell]!), retained: given(retained[cell]!), rate: given(rates[cell]!)};
    const isComplete = states[cell] === COMPLETE;
    const point = {...counts, ...(isComplete ? intervalOf(counts, level) : NO_INTERVAL)};
    const planned = planOf(cohort);
    return {
      ...point,
      cohort,
      place: placeOf(cohort) ?? 0,
      state: STATES[states[cell]!]!,
      isTruncated: !source.options.poolTruncated && truncated.has(cohort),
      pending: given(pending[cell] ?? NaN),
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
