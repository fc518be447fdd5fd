import type {ArmBelief, Belief} from './belief.js';
import {titleOf} from './datum.js';
import type {LiftMetric, TreatmentLiftMetrics} from './metrics.js';
import {isRelative} from './panels.js';
import {probabilityText} from './values.js';
import type {LiftReading} from './view.js';

/** From so many comparisons on, their probabilities are for the table alone. */
const MANY = 6;

/** What the Bayesian view adds to a drawing, and what it starts from; a course through time has nothing of it. */
export function beliefNotes(metrics: TreatmentLiftMetrics, reading: LiftReading): string[] {
  const {notes} = reading.words;
  const beliefs = metrics.metrics.flatMap((metric) => believedIn[reading.options.view](metric));
  const priors = new Set(beliefs.flatMap((belief) => (belief ? priorText(belief, reading) : [])));
  if (!priors.size) return [];
  return [
    ...probabilities(metrics, reading),
    ...priors,
    ...(metrics.metrics.some((metric) => isDotted(metric, metrics, reading)) ? [notes.credible] : []),
    notes.withoutPrior,
  ];
}

/** Whose beliefs a view tells. */
const believedIn: Readonly<
  Record<LiftReading['options']['view'], (metric: LiftMetric) => readonly (Belief | ArmBelief | null)[]>
> = {
  intervals: ({comparisons}) => comparisons.map(({bayesian}) => bayesian),
  arms: ({arms}) => arms.map(({credible}) => credible),
  time: () => [],
  bins: ({bins}) => bins.flatMap((score) => score.bins.map(({bayesian}) => bayesian)),
};

function probabilities({metrics}: TreatmentLiftMetrics, reading: LiftReading): string[] {
  const all = metrics.flatMap((metric) => metric.comparisons.map((d) => ({metric, d})));
  if (reading.options.view !== 'intervals' || all.length >= MANY) return [];
  return all.flatMap(({metric, d: {arm, segment, bayesian, verdict}}) =>
    bayesian && verdict !== 'untrusted'
      ? [
          reading.words.notes.probability(
            titleOf({metric, name: '', arm, segment}, reading),
            probabilityText(bayesian.probability, reading.locale),
          ),
        ]
      : [],
  );
}

function priorText({prior}: Belief | ArmBelief, {words: {notes}}: LiftReading): string {
  if (prior === null) return notes.flatPrior;
  return 'a' in prior
    ? notes.prior(String(prior.a), String(prior.b))
    : notes.normalPrior(String(prior.mean), String(prior.sd));
}

/** Credible intervals are drawn of the rate of each arm, and of differences. */
function isDotted(metric: LiftMetric, metrics: TreatmentLiftMetrics, reading: LiftReading): boolean {
  if (reading.options.view === 'arms') return metric.arms.some(({credible}) => credible);
  const isBelieved = metric.comparisons.some(({bayesian}) => bayesian);
  return reading.options.view === 'intervals' && isBelieved && !isRelative(metric, metrics, reading);
}
