import {greatest} from 'd3-array';
import type {Headline} from '../../chart/chart.js';
import type {Comparison} from './comparison.js';
import type {LiftMetric, TreatmentLiftMetrics} from './metrics.js';
import {changeFormat, levelFormat, pPhrase, rangeText, reasonText, unitOf, unsigned} from './values.js';
import {signOf, type Verdict} from './verdict.js';
import type {LiftReading} from './view.js';
import type {Finding} from './words.js';

interface Found {
  readonly metric: LiftMetric;
  readonly d: Comparison;
}

/** The name of a metric in a sentence. */
const outcomeOf = ({label, metric}: LiftMetric, {words}: LiftReading): string => label ?? metric ?? words.outcome;

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The one sentence a manager would say, decided by the drawn interval; mistrust and guardrails come first. */
export function headlineOfLift(metrics: TreatmentLiftMetrics, reading: LiftReading): Headline {
  const headline = foundIn(metrics, reading);
  return headline.text.startsWith(reading.words.outcome) ? {...headline, text: capitalised(headline.text)} : headline;
}

function foundIn(metrics: TreatmentLiftMetrics, reading: LiftReading): Headline {
  const {headline} = reading.words;
  const {status, pValue} = metrics.balance;
  if (status === 'mismatch') {
    return {finding: 'untrusted', text: headline.untrusted(pPhrase(pValue)), facts: {pValue}};
  }
  const all = metrics.metrics.flatMap((metric) => metric.comparisons.map((d) => ({metric, d})));
  if (all.length && all.every(({d}) => d.isWithheld)) return {finding: 'withheld', text: headline.withheld, facts: {}};
  const guardrails = metrics.metrics.filter(({isGuardrail}) => isGuardrail);
  const harmed = guardrails.flatMap((metric) => wholeOf(metric, all)).find(({d}) => d.verdict === 'worse');
  const primary = primaryOf(metrics, all);
  if (!primary) return {finding: 'none', text: headline.none(reading.locale.words.none), facts: {}};
  if (harmed) return worded('guardrail', harmed, {metrics, reading});
  return reading.options.view === 'bins'
    ? ofScores(primary, {metrics, reading})
    : ofComparison(primary, {metrics, reading});
}

interface Context {
  readonly metrics: TreatmentLiftMetrics;
  readonly reading: LiftReading;
}

/** The first metric that is no guardrail, for all customers where they are given; of its arms the one that shows most. */
function primaryOf({metrics}: TreatmentLiftMetrics, all: readonly Found[]): Found | undefined {
  const metric = metrics.find(({isGuardrail}) => !isGuardrail) ?? metrics[0];
  const whole = metric ? wholeOf(metric, all) : [];
  const rank = ({d}: Found) => signOf(d.verdict) * 1e9 + (d.lift ?? d.diff ?? 0) * (metric?.better === 'down' ? -1 : 1);
  return greatest(whole.length ? whole : all.filter((found) => found.metric === metric), rank);
}

/** What a metric says of all customers: given as such, else of all segments together. */
function wholeOf(metric: LiftMetric, all: readonly Found[]): readonly Found[] {
  const own = all.filter((found) => found.metric === metric);
  const whole = own.filter(({d}) => d.segment === null);
  return whole.length ? whole : strataOf(metric, own);
}

/** All segments of an arm together, in the shape of one comparison: they have a difference, and no lift of their own. */
const strataOf = ({strata}: LiftMetric, own: readonly Found[]): Found[] =>
  strata.flatMap(({arm, diff, diffLow, diffHigh, verdict}) => {
    const first = own.find(({d}) => d.arm === arm);
    const lifts = {lift: null, liftLow: null, liftHigh: null};
    return first ? [{...first, d: {...first.d, segment: null, ...{diff, diffLow, diffHigh, verdict}, ...lifts}}] : [];
  });

const FINDING: Readonly<Partial<Record<Verdict, 'practicallySame' | 'inconclusive' | 'noClearDifference'>>> = {
  'practically-same': 'practicallySame',
  inconclusive: 'inconclusive',
  'no-clear-difference': 'noClearDifference',
};

function ofComparison(found: Found, context: Context): Headline {
  const {d} = found;
  if (d.segment !== null) return ofSegments(found, context);
  if (d.verdict === 'no-interval') return withoutInterval(found, context);
  const calm = FINDING[d.verdict];
  if (calm) return worded(calm, found, context);
  const [up, down] = wordsFor(d, context);
  return worded((d.diff ?? 0) > 0 ? up : down, found, context);
}

/** Only chance can make a difference an effect, and only a finished test can tell. */
function wordsFor({verdict}: Comparison, {metrics, reading}: Context): readonly [Sentence, Sentence] {
  if (verdict.endsWith('preliminary')) return ['soFarHigher', 'soFarLower'];
  return metrics.isRandomised && reading.options.view !== 'arms' ? ['raised', 'lowered'] : ['higher', 'lower'];
}

/** One segment is never picked for what it shows: picking would find a difference where there is none. */
function ofSegments({metric, d: {arm}}: Found, {reading}: Context): Headline {
  const own = metric.comparisons.filter((d) => d.arm === arm && d.segment !== null);
  const clear = own.filter(({verdict}) => signOf(verdict) !== 0).length;
  const facts = {metric: outcomeOf(metric, reading), arm};
  const [clearText, all] = [clear, own.length].map(reading.locale.count) as [string, string];
  const text = reading.words.headline.segments({...facts, clear: clearText, all});
  return {finding: 'segments', text, facts: {...facts, clear, all: own.length}};
}

function withoutInterval(found: Found, context: Context): Headline {
  const {words} = context.reading;
  const {d, metric} = found;
  if (d.noInterval === 'reported' && d.reported?.lift !== null && d.reported) return worded('reported', found, context);
  if (d.value === null || d.controlValue === null)
    return {
      finding: 'none',
      text: words.headline.none(reasonText(d.noInterval ?? 'no-counts', context.reading)),
      facts: {},
    };
  const format = levelFormat(unitOf(metric), context.reading.locale);
  const facts = {metric: outcomeOf(metric, context.reading), arm: d.arm, control: d.control};
  const text = words.headline.level({...facts, value: format(d.value), controlValue: format(d.controlValue)});
  return {finding: 'level', text, facts: {...facts, value: d.value, controlValue: d.controlValue}};
}

type Sentence = Exclude<
  keyof LiftReading['words']['headline'],
  'untrusted' | 'none' | 'withheld' | 'level' | 'scores' | 'scoresUnclear' | 'segments'
>;

/** A sentence about one comparison: relative where the lift has limits, else in the metric's own unit. */
function worded(finding: Sentence, {metric, d}: Found, {reading}: Context): Headline {
  const {locale, words} = reading;
  const change = changeFormat(unitOf(metric), locale);
  const {format, by, low, high} = saidOf(finding === 'reported', {metric, d}, reading);
  const facts: Finding = {
    metric: outcomeOf(metric, reading),
    ...{arm: d.arm, control: d.control},
    by: by === null ? locale.words.none : (finding === 'reported' ? format : unsigned(format))(by),
    range: rangeText([low, high], format, reading),
  };
  const margin = metric.margin === null ? '' : unsigned(change)(metric.margin);
  return {
    finding,
    text: words.headline[finding]({...facts, margin}),
    facts: {metric: facts.metric, arm: d.arm, control: d.control, by, low, high, margin: metric.margin},
  };
}

interface Said {
  readonly format: (value: number) => string;
  readonly by: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

function saidOf(isReported: boolean, {metric, d}: Found, {locale}: LiftReading): Said {
  const percent = locale.fine.percentChange;
  if (isReported && d.reported)
    return {format: percent, by: d.reported.lift, low: d.reported.low, high: d.reported.high};
  const isStable = d.lift !== null && d.liftLow !== null && (d.g ?? 0) <= 0.1;
  if (isStable && metric.margin === null) return {format: percent, by: d.lift, low: d.liftLow, high: d.liftHigh};
  return {format: changeFormat(unitOf(metric), locale), by: d.diff, low: d.diffLow, high: d.diffHigh};
}

/** What a treatment adds is an effect: only a finished test made by chance can tell; that nothing is clear, any can. */
const mayTell = ({verdict}: Comparison, {metrics}: Context): boolean =>
  signOf(verdict) === 0 || (verdict === 'better' && metrics.isRandomised === true);

/** How much of what the treatment adds comes from the best-scored third. */
function ofScores(found: Found, context: Context): Headline {
  const {metric, d} = found;
  const {words, locale} = context.reading;
  const facts = {metric: outcomeOf(metric, context.reading), arm: d.arm};
  const curve = metric.bins.find((score) => score.arm === d.arm && score.segment === d.segment)?.curve;
  const end = curve?.points.at(-1)?.qini;
  if (d.noInterval !== null || !curve || !mayTell(d, context)) return ofComparison(found, context);
  if (signOf(d.verdict) !== 1 || !end)
    return {finding: 'scoresUnclear', text: words.headline.scoresUnclear(facts), facts};
  const third = curve.points.findLast(
    ({customers, qini}) => customers > 0 && customers <= 1 / 3 + 1e-9 && qini !== null,
  );
  if (!third) return ofComparison(found, context);
  const share = third.qini! / end;
  const text = words.headline.scores({
    ...facts,
    customers: locale.wholePercent(third.customers),
    share: locale.wholePercent(share),
  });
  return {finding: 'scores', text, facts: {...facts, customers: third.customers, share}};
}
