import type {CommonOptions} from '../../chart/chart.js';
import {projectRetention, type RetentionProjection} from '../../statistics/retention-projection.js';
import {type CohortCells, type CohortTable, COMPLETE, tableOf} from './cells.js';
import {changeAt, compareSeries, type CohortChange, type SeriesComparison, settledAge} from './comparison.js';
import {type Averaging, curveOf, type CurvePoint, type Mean, survivalSteps} from './curve.js';
import type {CohortGrid} from './grid.js';
import {chosenCohorts, groupName, pooledTable, relativeToPrevious, withholdSmall} from './grouping.js';
import {calendarOf, type CohortCalendar} from './periods.js';
import {gapToPlan, planAt, type PlanGap} from './plan.js';
import type {CohortTables} from './rules.js';
import type {Mode, PlanRow, Unit} from './schema.js';
import {trendOf, type TrendPoint} from './trend.js';

/** What a chart of this kind can be asked. */
export interface CohortRetentionOptions extends CommonOptions {
  /** `curves`: by age; `triangle`: cohort × age; `both`: one over the other; `trend`: one age through time. */
  readonly view: 'curves' | 'triangle' | 'both' | 'trend';
  /** Confidence level of every interval, between 0 and 1. */
  readonly level: number;
  /** What a count means; empty: as the data say, else `bounded`. */
  readonly mode: Mode | '';
  /** How cohorts are averaged; empty: `pooled`, or Kaplan–Meier for `still-active`. */
  readonly mean: Exclude<Mean, 'survival'> | '';
  /** Rates against the start, or against the age before. */
  readonly relative: 'start' | 'previous';
  readonly values: 'rates' | 'counts';
  /** Pools cohorts of one calendar month, quarter or year. */
  readonly group: '' | 'month' | 'quarter' | 'year';
  /** Only these cohorts, separated by commas; empty: all. */
  readonly cohorts: string;
  /** The age of `trend`, and the one at which cohorts and series are compared; null: the latest that is well known. */
  readonly age: number | null;
  /** Ages to project beyond the data; 0: none. */
  readonly projection: number;
  /** Lets left-truncated cohorts into means and findings. */
  readonly poolTruncated: boolean;
}

/** One point of the mean with its plan. */
export interface MeanPoint extends CurvePoint {
  /** null where nothing is planned. */
  readonly plan: PlanGap | null;
}

/** The cohorts of one series. */
export interface CohortSeries {
  /** null where the data name no series. */
  readonly series: string | null;
  /** Oldest first, where they are dates. */
  readonly cohorts: readonly string[];
  /** Customers at the start; NaN: not given, or withheld. */
  readonly sizes: Float64Array;
  /** Cohort × age, as columns of numbers. */
  readonly cells: CohortCells;
  readonly mean: Mean;
  readonly curve: readonly MeanPoint[];
  /** The chained mean, in which every step is taken by the same cohorts; null where one set of cohorts made all. */
  readonly likeForLike: readonly CurvePoint[] | null;
  /** First age at which half or fewer are left; null where that was not seen, or counts may rise. */
  readonly medianAge: number | null;
  /** null unless asked for. */
  readonly projection: RetentionProjection | {readonly refused: 'may-rise' | 'gaps'} | null;
  /** Newer cohorts against older ones at `age`; null where too few are complete. */
  readonly change: CohortChange | null;
  readonly trend: readonly TrendPoint[];
}

/** Everything `<insight-cohort-retention>` computed. */
export interface CohortRetentionMetrics {
  readonly unit: Unit;
  readonly asOf: string | null;
  readonly mode: Mode;
  readonly proxy: string | null;
  readonly source: string | null;
  readonly level: number;
  /** All periods in the data, ascending. */
  readonly ages: readonly number[];
  /** The age that is followed and compared; null where no cohort has completed any. */
  readonly age: number | null;
  /** Who says which cells are complete; `nobody`: all given ones are taken for complete. */
  readonly completeness: 'data' | 'as-of' | 'nobody';
  readonly leftTruncated: readonly string[];
  readonly series: readonly CohortSeries[];
  /** Every further series against the first, at `age`. */
  readonly comparisons: readonly SeriesComparison[];
  readonly plan: readonly PlanRow[];
}

/** JSON contract → numbers; no pixels, no words. */
export function measureCohortRetention(data: CohortTables, options: CohortRetentionOptions): CohortRetentionMetrics {
  const unit = data.unit ?? 'month';
  const asOf = data.asOf ?? null;
  const calendar = calendarOf(
    data.grids.flatMap(({cohorts}) => cohorts),
    unit,
    asOf,
  );
  const tables = data.grids.map((grid) => ({
    series: grid.series,
    table: preparedTable(grid, {data, options, calendar}),
  }));
  const truncated = truncatedNames(data, options);
  const averagings = tables.map(({table}): Averaging => ({
    table,
    ages: data.ages,
    level: options.level,
    enters: (cohort) => options.poolTruncated || !truncated.has(table.cohorts[cohort]!),
  }));
  const age = options.age ?? settledAge(averagings);
  const series = tables.map((part, index) =>
    measureSeries(part.series, averagings[index]!, {data, options, calendar, truncated, age}),
  );
  return {
    ...{unit, asOf, mode: data.mode, proxy: data.proxy ?? null, source: data.source ?? null, level: options.level},
    ...{ages: data.ages, age, completeness: completenessOf(data, calendar), leftTruncated: [...truncated]},
    series,
    comparisons:
      age === null
        ? []
        : compareSeries(
            series.map((d) => d.series),
            averagings,
            {age, mean: meanFor(data.mode, options)},
          ),
    plan: data.plan,
  };
}

interface Preparing {
  readonly data: CohortTables;
  readonly options: CohortRetentionOptions;
  readonly calendar: CohortCalendar;
}

/** Chosen, grouped, related and withheld, in this order: a group is as small as the cohorts in it together. */
function preparedTable(grid: CohortGrid, {data: {ages}, options, calendar}: Preparing): CohortTable {
  const whole = chosenCohorts(tableOf(grid, ages, calendar), options.cohorts, ages.length);
  const {group} = options;
  const grouped = group ? pooledTable(whole, ages.length, (cohort) => groupName(cohort, group)) : whole;
  const related = options.relative === 'previous' ? relativeToPrevious(grouped, ages.length) : grouped;
  return withholdSmall(related, options.minCell);
}

function truncatedNames({leftTruncated}: CohortTables, {group}: CohortRetentionOptions): ReadonlySet<string> {
  return new Set(leftTruncated?.map((cohort) => (group ? groupName(cohort, group) : cohort)));
}

function completenessOf({grids}: CohortTables, {passedAge}: CohortCalendar): CohortRetentionMetrics['completeness'] {
  if (grids.some(({incomplete}) => incomplete.includes(1) || incomplete.includes(2))) return 'data';
  return grids.some(({cohorts}) => cohorts.some((cohort) => passedAge(cohort) !== null)) ? 'as-of' : 'nobody';
}

interface SeriesContext extends Preparing {
  readonly truncated: ReadonlySet<string>;
  readonly age: number | null;
}

function measureSeries(series: string | null, averaging: Averaging, context: SeriesContext): CohortSeries {
  const {data, options, calendar, truncated, age} = context;
  const {table, ages, level} = averaging;
  const mean = meanFor(data.mode, options);
  const curve = curveOf(mean, averaging);
  const isChanging = mean === 'pooled' && options.relative === 'start' && cohortsChange(averaging);
  return {
    series,
    ...table,
    mean,
    curve: curve.map((point) => ({...point, plan: gapToPlan(point, planAt(data.plan, point.age))})),
    likeForLike: isChanging ? curveOf('chained', averaging) : null,
    medianAge: data.mode === 'bounded' ? null : halfLeftAt(curve),
    projection: options.projection > 0 ? projectionOf(averaging, data.mode, options) : null,
    change: age === null ? null : changeAt(averaging, {age, mean}),
    trend:
      age === null
        ? []
        : trendOf({table, ages, age, calendar, plan: data.plan, truncated, level, grids: data.grids, series, options}),
  };
}

const meanFor = (mode: Mode, {mean, relative}: CohortRetentionOptions): Mean =>
  mean || (mode === 'still-active' && relative === 'start' ? 'survival' : 'pooled');

const halfLeftAt = (curve: readonly CurvePoint[]): number | null =>
  curve.find(({rate}) => rate !== null && rate <= 0.5)?.age ?? null;

/** Whether one age is completed by other cohorts than the age before. */
function cohortsChange({table, ages, enters}: Averaging): boolean {
  return table.cohorts.some((_, cohort) => {
    const first = cohort * ages.length;
    const isFull = (column: number) => table.cells.states[first + column] === COMPLETE;
    return enters(cohort) && ages.some((_, column) => column > 0 && isFull(column) !== isFull(column - 1));
  });
}

function projectionOf(
  averaging: Averaging,
  mode: Mode,
  {projection}: CohortRetentionOptions,
): CohortSeries['projection'] {
  if (mode === 'bounded') return {refused: 'may-rise'};
  const ages = averaging.ages.filter((age) => age > 0);
  if (ages.some((age, index) => age !== index + 1)) return {refused: 'gaps'};
  const steps = survivalSteps(averaging);
  return projectRetention(steps, steps.findLastIndex(({n}) => n > 0) + 1 + projection);
}
