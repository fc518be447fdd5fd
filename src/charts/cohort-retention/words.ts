import type {ChartWords} from '../../chart/chart.js';
import type {CellState} from './cells.js';
import type {Mean} from './curve.js';
import type {PlanGap} from './plan.js';
import type {Unit} from './schema.js';

/** Values already formatted, by name. */
type Formatted<Name extends string> = Readonly<Record<Name, string>>;

/** The words of cohorts. Every value arrives formatted; every sentence is whole. */
export interface CohortWords extends ChartWords {
  readonly cohort: string;
  readonly cohorts: string;
  readonly series: string;
  readonly size: string;
  readonly age: string;
  readonly retained: string;
  readonly rate: string;
  readonly state: string;
  readonly pending: string;
  readonly plan: string;
  readonly gap: string;
  readonly againstPlan: string;
  readonly likeForLike: string;
  readonly projection: string;
  readonly range: string;
  readonly customers: string;
  readonly low: (level: string) => string;
  readonly high: (level: string) => string;
  readonly mean: Readonly<Record<Mean, string>>;
  /** Of a cohort without customers. */
  readonly nobody: string;
  readonly states: Readonly<Record<CellState, string>>;
  readonly verdict: Readonly<Record<PlanGap['verdict'], string>>;
  readonly ageOf: Readonly<Record<Unit, (age: string) => string>>;
  readonly axis: Readonly<Record<Unit, string>>;
  /** The axis of `trend`. */
  readonly trendAxis: (age: string) => string;
  readonly inUnit: (name: string, unit: string) => string;
  readonly percentOfStart: string;
  readonly percentOfPrevious: string;
  /** Of the calendar: `2026-Q4`. */
  readonly quarter: (year: string, quarter: string) => string;
  readonly truncated: (cohort: string) => string;
  readonly seriesOf: (series: string, name: string) => string;
  readonly labelled: (name: string, value: string) => string;
  readonly datum: (cohort: string, age: string) => string;
  readonly counted: (rate: string, retained: string, n: string) => string;
  readonly sentence: (name: string, value: string) => string;
  readonly withState: (value: string, state: string) => string;
  readonly headline: HeadlineWords;
  readonly notes: NoteWords;
}

type Change = Formatted<'age' | 'since' | 'newer' | 'older' | 'low' | 'high'>;
export type ComparisonFacts = Formatted<
  'age' | 'series' | 'rate' | 'baseline' | 'baselineRate' | 'diff' | 'low' | 'high'
>;

export interface HeadlineWords {
  readonly better: (facts: Change) => string;
  readonly worse: (facts: Change) => string;
  readonly same: (facts: Change) => string;
  readonly more: (facts: ComparisonFacts) => string;
  readonly less: (facts: ComparisonFacts) => string;
  readonly alike: (facts: ComparisonFacts) => string;
  readonly above: (facts: Formatted<'cohort' | 'age' | 'rate' | 'plan'>) => string;
  readonly below: (facts: Formatted<'cohort' | 'age' | 'rate' | 'plan'>) => string;
  readonly near: (facts: Formatted<'cohort' | 'age' | 'rate' | 'plan'>) => string;
  readonly level: (facts: Formatted<'age' | 'rate' | 'low' | 'high'>) => string;
  readonly plain: (age: string, rate: string) => string;
  readonly none: string;
  readonly absent: (age: string) => string;
  readonly unknown: (age: string) => string;
  readonly withheld: (age: string) => string;
  readonly unsized: string;
  readonly nobody: string;
  readonly outside: (age: string) => string;
}

export interface NoteWords {
  readonly running: string;
  readonly assumed: string;
  readonly behind: (age: string, customers: string, cohorts: string) => string;
  readonly changing: (age: string, pooled: string, chained: string) => string;
  readonly truncated: (cohorts: string) => string;
  /** As `truncated`, where these cohorts are asked into means. */
  readonly pooled: (cohorts: string) => string;
  readonly withheld: (count: string) => string;
  readonly median: (age: string) => string;
  readonly startLeftOut: string;
  readonly startNotInCurves: string;
  readonly planned: (counts: Formatted<'met' | 'missed' | 'near'>) => string;
  readonly met: (names: string) => string;
  readonly missed: (names: string) => string;
  readonly unplanned: (age: string, without: string, cohorts: string) => string;
  readonly pathInTrend: string;
  readonly projectionInTable: string;
  readonly projection: string;
  readonly refused: (reason: string) => string;
  readonly refusals: Readonly<
    Record<
      | 'too-few-ages'
      | 'no-losses'
      | 'nobody-left'
      | 'no-slowing'
      | 'poor-fit'
      | 'may-rise'
      | 'gaps'
      | 'stepwise'
      | 'withheld',
      string
    >
  >;
  readonly previous: string;
  readonly difference: (facts: ComparisonFacts) => string;
  /** How many differences, the level of each, and that of all together. */
  readonly together: (count: string, own: string, all: string) => string;
}
