import type {CommonOptions} from '../../chart/chart.js';
import {projectRetention, type RetentionProjection} from '../../statistics/retention-projection.js';
import {ShownSums} from '../../privacy/shown-sums.js';
import {type CohortCells, type CohortTable, tableOf} from './cells.js';
import {changeAt, compareSeries, type CohortChange, type SeriesComparison, settledAge} from './comparison.js';
import {type Averaging, curveOf, type CurvePoint, type Mean, pooledSums, stepsFromStart, sumsOf} from './curve.js';
import type {CohortGrid} from './grid.js';
import {
  chosenCohorts,
  groupName,
  type HiddenColumns,
  isSmallCohort,
  pooledTable,
  relativeToPrevious,
  smallCounts,
  withCompanions,
  withholdSmall,
} from './grouping.js';
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
  /** Cohort × age, as columns of numbers. Typed arrays cannot be frozen: only read them; the next drawing has its own. */
  readonly cells: CohortCells;
  readonly mean: Mean;
  readonly curve: readonly MeanPoint[];
  /** The chained mean, in which every step is taken by the same cohorts; null where one set of cohorts made all. */
  readonly likeForLike: readonly CurvePoint[] | null;
  /** First age at which half or fewer are left; null where that was not seen, or counts may rise. */
  readonly medianAge: number | null;
  /** null unless asked for. */
  readonly projection: RetentionProjection | {readonly refused: 'may-rise' | 'gaps' | 'stepwise' | 'withheld'} | null;
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

/** JSON contract → numbers; no pixels, no words. Means first, of all that is there; then what is small is withheld. */
export function measureCohortRetention(data: CohortTables, options: CohortRetentionOptions): CohortRetentionMetrics {
  const {ages, mode} = data;
  const completeness = completenessOf(data);
  const truncated = truncatedNames(data, options);
  const {minCell} = options;
  const isStepwise = options.relative === 'previous';
  const mean = meanFor(mode, options);
  const averagings = data.grids.map((grid): Hiding => {
    const table = preparedTable(grid, data, options);
    const enters = (cohort: number) =>
      !isSmallCohort(table, cohort, minCell) && (options.poolTruncated || !truncated.has(table.cohorts[cohort]!));
    const averaging = {table, ages, level: options.level, isStepwise, enters};
    const small = smallCounts(table, ages.length, minCell);
    const has = ages.map((_, column) => pooledSums(averaging, column)[0]!.has);
    // Counts that only fall are told by their neighbours, a step shows again what the one before has hidden, and a mean
    // of rates hides nothing in a sum.
    const isHelped = mode === 'bounded' && mean !== 'simple' && !isStepwise;
    const limits = {floor: minCell, most: isHelped ? Infinity : minCell - 1};
    const hidden = isHelped
      ? withCompanions(small, table, {limits, has: (cohort, column) => ages[column]! > 0 && has[column]!(cohort)})
      : small;
    return {...averaging, hidden, shown: new ShownSums(hidden, limits)};
  });
  // In the order of their worth: the first sum that is shown may forbid the next.
  const curves = averagings.map((averaging) => curveOf(mean, averaging));
  const age = options.age ?? settledAge(curves, ages) ?? settledAge(averagings.map(simpleCurve), ages);
  const comparisons =
    age === null
      ? []
      : compareSeries(
          data.grids.map((grid) => grid.series),
          averagings,
          {age, mean},
        );
  // A plan is of the start, and so is no plan for a step.
  const plan = isStepwise ? [] : data.plan;
  const context = {data: {...data, plan}, options, truncated, age, mean};
  const series = averagings.map((averaging, index) =>
    measureSeries(data.grids[index]!.series, averaging, {...context, curve: curves[index]!}),
  );
  return {
    ...{unit: data.unit ?? 'month', asOf: data.asOf ?? null, mode, level: options.level, plan},
    ...{proxy: data.proxy ?? null, source: data.source ?? null, leftTruncated: [...truncated]},
    ...{ages, age, completeness, series, comparisons},
  };
}

/** What is averaged, and what is hidden afterwards. */
interface Hiding extends Averaging {
  readonly hidden: HiddenColumns;
}

const simpleCurve = (averaging: Averaging): CurvePoint[] => curveOf('simple', averaging);

/** Chosen, grouped and related, in this order: a group is as small as the cohorts in it together. */
function preparedTable(
  grid: CohortGrid,
  {ages, calendar}: CohortTables,
  {cohorts, group, relative}: CohortRetentionOptions,
): CohortTable {
  const whole = chosenCohorts(tableOf(grid, ages, calendar), cohorts, ages.length);
  const grouped = group ? pooledTable(whole, ages.length, (cohort) => groupName(cohort, group)) : whole;
  return relative === 'previous' ? relativeToPrevious(grouped, ages) : grouped;
}

function truncatedNames({leftTruncated}: CohortTables, {group}: CohortRetentionOptions): ReadonlySet<string> {
  return new Set(leftTruncated?.map((cohort) => (group ? groupName(cohort, group) : cohort)));
}

function completenessOf({grids, isSaid, calendar: {passedAge}}: CohortTables): CohortRetentionMetrics['completeness'] {
  if (isSaid) return 'data';
  return grids.some(({cohorts}) => cohorts.some((cohort) => passedAge(cohort) !== null)) ? 'as-of' : 'nobody';
}

interface SeriesContext {
  readonly data: CohortTables;
  readonly options: CohortRetentionOptions;
  readonly truncated: ReadonlySet<string>;
  readonly age: number | null;
  readonly mean: Mean;
  readonly curve: readonly CurvePoint[];
}

function measureSeries(series: string | null, averaging: Hiding, context: SeriesContext): CohortSeries {
  const {data, options, truncated, age, mean, curve} = context;
  const {ages, level, isStepwise} = averaging;
  const change = age === null ? null : changeAt(averaging, {age, mean});
  const isChanging = mean === 'pooled' && !isStepwise && cohortsChange(averaging);
  const likeForLike = isChanging ? curveOf('chained', averaging) : null;
  const projection = options.projection > 0 ? projectionOf(averaging, data.mode, options) : null;
  // From here on nothing is averaged.
  const table = withholdSmall(averaging.table, {minCell: options.minCell, hidden: averaging.hidden});
  const {calendar, plan} = data;
  return {
    series,
    ...table,
    mean,
    curve: curve.map((point) => ({...point, plan: gapToPlan(point, planAt(plan, point.age))})),
    likeForLike,
    medianAge: data.mode === 'bounded' || isStepwise ? null : halfLeftAt(curve),
    projection,
    change,
    trend:
      age === null
        ? []
        : trendOf({table, ages, age, calendar, plan, truncated, level, grids: data.grids, series, options}),
  };
}

/** The mean of steps is pooled: chained, they would be of the start again. */
const meanFor = (mode: Mode, {mean, relative}: CohortRetentionOptions): Mean =>
  relative === 'previous'
    ? mean === 'simple'
      ? mean
      : 'pooled'
    : mean || (mode === 'still-active' ? 'survival' : 'pooled');

/** null as well where an age before may have been the first. */
function halfLeftAt(curve: readonly CurvePoint[]): number | null {
  const found = curve.find(({rate, isWithheld}) => isWithheld || (rate !== null && rate <= 0.5));
  return found && !found.isWithheld ? found.age : null;
}

/** Whether one age is completed by other cohorts than the age before. */
function cohortsChange(averaging: Averaging): boolean {
  const {cohorts, paired} = sumsOf(averaging);
  return cohorts.some(
    (count, column) => column > 0 && count > 0 && !(count === paired[column] && count === cohorts[column - 1]),
  );
}

function projectionOf(
  averaging: Averaging,
  mode: Mode,
  {projection}: CohortRetentionOptions,
): CohortSeries['projection'] {
  if (mode === 'bounded') return {refused: 'may-rise'};
  if (averaging.isStepwise) return {refused: 'stepwise'};
  const ages = averaging.ages.filter((age) => age > 0);
  if (ages.some((age, index) => age !== index + 1)) return {refused: 'gaps'};
  const known = stepsFromStart(averaging);
  if (!known) return {refused: 'withheld'};
  const {share, steps} = known;
  const made = projectRetention(steps, steps.findLastIndex(({n}) => n > 0) + 1 + projection);
  return made.refused === null ? {...made, rates: made.rates.map((rate) => rate * share)} : made;
}
