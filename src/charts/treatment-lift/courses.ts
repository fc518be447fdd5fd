import {rateLimits} from '../../statistics/proportion-difference.js';
import {criticalValue} from '../../statistics/normal.js';
import {type UpliftCurve, upliftCurve} from '../../statistics/uplift-bins.js';
import type {Cell, Cells} from './cells.js';
import {compare, countsOf, type Difference, NOTHING, ofRates} from './compare.js';
import {type Comparison, measureComparison, type MetricContext} from './comparison.js';
import {listsBy} from './places.js';
import type {WithheldRow} from './withhold.js';

/** One day of a test: everything from its start to then. p only where it costs nothing. */
export interface CoursePoint extends Difference {
  readonly date: string;
  readonly n: number | null;
  readonly controlN: number | null;
  /** The interval of one look, inside the one that stays right at any time; null where that is not asked for. */
  readonly oneLook: Pick<Difference, 'diffLow' | 'diffHigh' | 'liftLow' | 'liftHigh'> | null;
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
}

interface Pair<Place> {
  readonly place: Place;
  readonly treatment: WithheldRow;
}

/** Cells arm by arm and segment by segment. */
function pairsOf<Place extends Cell>(cells: readonly Place[]): (readonly Pair<Place>[])[] {
  const pairs = cells.flatMap((place) => place.treatments.map((treatment) => ({place, treatment})));
  const bySegment = listsBy(pairs, ({place}) => place.segment);
  return [...bySegment.values()].flatMap((own) => [...listsBy(own, ({treatment}) => treatment.arm).values()]);
}

export const measureCourse = ({byDate}: Cells, context: MetricContext): Course[] =>
  pairsOf(byDate).map((pairs) => ({
    arm: pairs[0]!.treatment.arm,
    segment: pairs[0]!.place.segment,
    points: pairs.map(({place: {date, control}, treatment}) => {
      const [d, oneLook] = lookedAt([treatment, control], context);
      // One literal: thousands of points are made, and one that grows out of another costs many times as much.
      return {
        diff: d.diff,
        diffLow: d.diffLow,
        diffHigh: d.diffHigh,
        lift: d.lift,
        liftLow: d.liftLow,
        liftHigh: d.liftHigh,
        pValue: d.pValue,
        se: d.se,
        df: d.df,
        g: d.g,
        theta: d.theta,
        noInterval: d.noInterval,
        date,
        n: treatment.n ?? null,
        controlN: control.n ?? null,
        oneLook,
      };
    }),
  }));

type Looked = readonly [treatment: WithheldRow, control: WithheldRow];

/** The difference so far; where it holds at any time, the limits of one look beside it. */
function lookedAt(pair: Looked, {measure, certainty}: MetricContext): readonly [Difference, CoursePoint['oneLook']] {
  if (pair[0].isWithheld || pair[1].isWithheld) return [{...NOTHING, noInterval: 'withheld'}, null];
  const {level, planned} = certainty;
  if (planned === null) return [lookedAtOnce(pair, measure, level), null];
  const atAnyTime = compare(measure, pair, certainty);
  if (planned === 'missing') return [atAnyTime, null];
  const {diffLow, diffHigh, liftLow, liftHigh} = lookedAtOnce(pair, measure, level);
  return [atAnyTime, {diffLow, diffHigh, liftLow, liftHigh}];
}

/** Rates without their p: finding it costs twenty times the interval, and a band has thousands of points. */
function lookedAtOnce(pair: Looked, measure: MetricContext['measure'], level: number): Difference {
  const [treatment, control] = pair;
  return measure === 'rate' && treatment.n && control.n
    ? ofRates(rateLimits(countsOf(treatment), countsOf(control), criticalValue(level)), null)
    : compare(measure, pair, {level, planned: null});
}

export const measureBins = ({byBin}: Cells, context: MetricContext): ScoreBins[] =>
  pairsOf(byBin).map((pairs) => {
    const isWhole = pairs.every(({treatment, place: {control}}) =>
      [treatment, control].every(({n, isWithheld}) => n && !isWithheld),
    );
    return {
      arm: pairs[0]!.treatment.arm,
      segment: pairs[0]!.place.segment,
      bins: pairs.map(({place: {bin, control}, treatment}) => ({
        ...measureComparison(treatment, control, context),
        bin,
      })),
      curve:
        context.measure === 'rate' && isWhole
          ? upliftCurve(
              pairs.map(({treatment, place}) => ({
                treatment: countsOf(treatment),
                control: countsOf(place.control),
              })),
            )
          : null,
    };
  });
