import {anyTime} from '../../statistics/any-time.js';
import {rateLimits} from '../../statistics/proportion-difference.js';
import {criticalValue} from '../../statistics/normal.js';
import {type BestScores, bestScores, type UpliftCurve, upliftCurve} from '../../statistics/uplift-bins.js';
import type {Cells, Pair} from './cells.js';
import {type Certainty, compare, countsOf, type Difference} from './compare.js';
import {type Comparison, measureComparison, type MetricContext, type Reported, reportOf} from './comparison.js';
import type {Measure} from './measures.js';
import {listsBy} from './places.js';

/** One day of a test: everything from its start to then. p only where it costs nothing. */
export interface CoursePoint extends Difference {
  readonly date: string;
  readonly n: number | null;
  readonly controlN: number | null;
  /** The interval of one look, inside the one that stays right at any time; null where that is not asked for. */
  readonly oneLook: Pick<Difference, 'diffLow' | 'diffHigh' | 'liftLow' | 'liftHigh'> | null;
  readonly reported: Reported | null;
}

/** One arm against the control through time. */
export interface Course {
  readonly arm: string;
  readonly segment: string | null;
  readonly points: readonly CoursePoint[];
}

/** One arm against the control by score, best first. */
export interface ScoreBins {
  readonly arm: string;
  readonly segment: string | null;
  readonly bins: readonly (Comparison & {readonly bin: number})[];
  /** Of rates only, and only where no bin is withheld. */
  readonly curve: UpliftCurve | null;
  /** null also where the test may be looked at any time: their limits are those of one look. */
  readonly best: BestScores | null;
}

/** Pairs arm by arm and segment by segment. */
const armsOf = <At>(pairs: readonly Pair<At>[]): (readonly Pair<At>[])[] =>
  [...listsBy(pairs, ({segment}) => segment).values()].flatMap((own) => [
    ...listsBy(own, ({treatment}) => treatment.arm).values(),
  ]);

export const measureCourse = ({byDate}: Cells, context: MetricContext): Course[] =>
  armsOf(byDate).map((pairs) => ({
    arm: pairs[0]!.treatment.arm,
    segment: pairs[0]!.segment,
    points: pairs.map((pair) => pointOf(pair, context)),
  }));

/** The difference so far; where it holds at any time, the limits of one look beside it. */
function pointOf(pair: Pair<string>, {measure, certainty}: MetricContext): CoursePoint {
  const {level, planned} = certainty;
  if (planned === 'missing') return pointFrom(compared(pair, measure, certainty), pair, null);
  const ofOneLook = limitsOf(pair, measure, {certainty: {level, planned: null}, z: criticalValue(level)});
  if (planned === null) return pointFrom(ofOneLook, pair, null);
  const looks = anyTime(pair.treatment.n ?? 0, pair.control.n ?? 0, {planned, level});
  const {diffLow, diffHigh, liftLow, liftHigh} = ofOneLook;
  const atAnyTime = limitsOf(pair, measure, {certainty, z: looks?.multiplier ?? null});
  return pointFrom(atAnyTime, pair, {diffLow, diffHigh, liftLow, liftHigh});
}

type Limits = Pick<Difference, 'diff' | 'diffLow' | 'diffHigh' | 'lift' | 'liftLow' | 'liftHigh'>;

/** One literal: thousands of points are made, and one that grows out of another costs many times as much. */
const pointFrom = (
  d: Limits & Partial<Difference>,
  {at, treatment, control}: Pair<string>,
  oneLook: CoursePoint['oneLook'],
): CoursePoint => ({
  diff: d.diff,
  diffLow: d.diffLow,
  diffHigh: d.diffHigh,
  lift: d.lift,
  liftLow: d.liftLow,
  liftHigh: d.liftHigh,
  pValue: d.pValue ?? null,
  se: d.se ?? null,
  df: d.df ?? null,
  g: d.g ?? null,
  theta: d.theta ?? null,
  noInterval: d.noInterval ?? null,
  date: at,
  n: treatment.n ?? null,
  controlN: control.n ?? null,
  oneLook,
  reported: reportOf(treatment),
});

type PointLimits = Limits & Partial<Difference>;

const compared = ({treatment, control}: Pair<string>, measure: Measure | null, certainty: Certainty): PointLimits =>
  compare(measure, [treatment, control], certainty);

/** Rates without their p: finding it costs twenty times the interval, and a band has thousands of points. */
const limitsOf = (
  pair: Pair<string>,
  measure: Measure | null,
  {certainty, z}: {readonly certainty: Certainty; readonly z: number | null},
): PointLimits =>
  measure === 'rate' && pair.treatment.n && pair.control.n && z !== null
    ? rateLimits(countsOf(pair.treatment), countsOf(pair.control), z)
    : compared(pair, measure, certainty);

export const measureBins = ({byBin}: Cells, context: MetricContext): ScoreBins[] =>
  armsOf(byBin).map((pairs) => {
    const isWhole = pairs.every(({treatment, control}) =>
      [treatment, control].every(({n, isWithheld}) => n && !isWithheld),
    );
    const counts =
      context.measure === 'rate' && isWhole
        ? pairs.map(({treatment, control}) => ({treatment: countsOf(treatment), control: countsOf(control)}))
        : null;
    const {certainty} = context;
    return {
      arm: pairs[0]!.treatment.arm,
      segment: pairs[0]!.segment,
      bins: pairs.map(({at, treatment, control}) => ({...measureComparison(treatment, control, context), bin: at})),
      curve: counts && upliftCurve(counts),
      best: counts && certainty.planned === null ? bestScores(counts, certainty.level) : null,
    };
  });

/** The two curves over scores. */
export const CURVES = ['uplift', 'qini'] as const;
export type CurveKind = (typeof CURVES)[number];

/** Where a point has what a random order of the same customers would give. */
export const RANDOM = {uplift: 'randomUplift', qini: 'randomQini'} as const;

/** Conversions above a random order, by either curve; null without curves, and of a test that cannot be trusted. */
export function areasOf({curve, bins}: ScoreBins): Readonly<Record<CurveKind, number>> | null {
  if (!curve || bins[0]?.verdict === 'untrusted') return null;
  const {upliftArea: uplift, qiniArea: qini} = curve;
  return uplift === null || qini === null ? null : {uplift, qini};
}
