import {group} from 'd3-array';
import {moverRLimits, newcombeLimits} from '../../statistics/proportion-difference.js';
import {criticalValue} from '../../statistics/normal.js';
import {type UpliftCurve, upliftCurve} from '../../statistics/uplift-bins.js';
import type {Cell, Cells} from './cells.js';
import {compare, countsOf, type Difference, NOTHING, ofRates} from './compare.js';
import {type Comparison, measureComparison, type MetricContext} from './comparison.js';
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
  readonly control: WithheldRow;
}

/** Cells arm by arm and segment by segment. */
function pairsOf<Place extends Cell>(cells: readonly Place[]): (readonly Pair<Place>[])[] {
  const pairs = cells.flatMap((place) =>
    place.treatments.map((treatment) => ({place, treatment, control: place.control})),
  );
  const byArm = group(
    pairs,
    ({place}) => place.segment,
    ({treatment}) => treatment.arm,
  );
  return [...byArm.values()].flatMap((arms) => [...arms.values()]);
}

export const measureCourse = ({byDate}: Cells, context: MetricContext): Course[] =>
  pairsOf(byDate).map((pairs) => ({
    arm: pairs[0]!.treatment.arm,
    segment: pairs[0]!.place.segment,
    points: pairs.map(({place, treatment, control}) => ({
      date: place.date,
      n: treatment.n ?? null,
      controlN: control.n ?? null,
      ...pointOf(treatment, control, context),
    })),
  }));

function pointOf(
  treatment: WithheldRow,
  control: WithheldRow,
  {measure, certainty}: MetricContext,
): Difference & Pick<CoursePoint, 'oneLook'> {
  if (treatment.isWithheld || control.isWithheld) return {...NOTHING, noInterval: 'withheld', oneLook: null};
  const oneLook = () => lookedAtOnce(treatment, control, {measure, level: certainty.level});
  if (certainty.planned === null) return {...oneLook(), oneLook: null};
  const atAnyTime = compare(measure, [treatment, control], certainty);
  if (certainty.planned === 'missing') return {...atAnyTime, oneLook: null};
  const {diffLow, diffHigh, liftLow, liftHigh} = oneLook();
  return {...atAnyTime, oneLook: {diffLow, diffHigh, liftLow, liftHigh}};
}

/** Rates without their p: finding it costs twenty times the interval, and a band has thousands of points. */
function lookedAtOnce(
  treatment: WithheldRow,
  control: WithheldRow,
  {measure, level}: Pick<MetricContext, 'measure'> & {readonly level: number},
): Difference {
  if (measure !== 'rate' || !treatment.n || !control.n)
    return compare(measure, [treatment, control], {level, planned: null});
  const [t, c, z] = [countsOf(treatment), countsOf(control), criticalValue(level)];
  const {diff, diffLow, diffHigh} = newcombeLimits(t, c, z);
  const {lift, liftLow, liftHigh} = moverRLimits(t, c, z);
  return ofRates({diff, diffLow, diffHigh, lift, liftLow, liftHigh, pValue: null});
}

export const measureBins = ({byBin}: Cells, context: MetricContext): ScoreBins[] =>
  pairsOf(byBin).map((pairs) => {
    const isWhole = pairs.every(({treatment: t, control: c}) => [t, c].every(({n, isWithheld}) => n && !isWithheld));
    return {
      arm: pairs[0]!.treatment.arm,
      segment: pairs[0]!.place.segment,
      bins: pairs.map(({place, treatment, control}) => ({
        ...measureComparison(treatment, control, context),
        bin: place.bin,
      })),
      curve:
        context.measure === 'rate' && isWhole
          ? upliftCurve(
              pairs.map(({treatment, control}) => ({treatment: countsOf(treatment), control: countsOf(control)})),
            )
          : null,
    };
  });
