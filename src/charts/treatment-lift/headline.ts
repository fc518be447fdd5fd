import {greatest, least} from 'd3-array';
import type {Headline} from '../../chart/chart.js';
import type {BestScores} from '../../statistics/uplift-bins.js';
import type {Comparison} from './comparison.js';
import type {LiftMetric, Split, TreatmentLiftMetrics} from './metrics.js';
import {changeFormat, isUnstable, levelFormat, pPhrase, rangeText, reasonText, unitOf, unsigned} from './values.js';
import {signOf, type Verdict} from './verdict.js';
import type {LiftReading} from './view.js';
import type {StrataMetrics} from './strata.js';
import type {Finding} from './words.js';

interface Found {
  readonly metric: LiftMetric;
  readonly d: Comparison;
  /** Of all segments of the arm together, where that is what `d` says. */
  readonly strata?: StrataMetrics;
}

/** The name of a metric in a sentence. */
const outcomeOf = ({label, metric}: LiftMetric, {words}: LiftReading): string => label ?? metric ?? words.outcome;

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The one sentence a manager would say, decided by the drawn interval; mistrust and guardrails come first. */
export function headlineOfLift(metrics: TreatmentLiftMetrics, reading: LiftReading): Headline {
  const {headline, outcome, sentences} = reading.words;
  const all = metrics.metrics.flatMap((metric) => metric.comparisons.map((d) => ({metric, d})));
  if (metrics.balance.status === 'mismatch') return untrusted(metrics.balance, null, reading);
  if (all.length && all.every(({d}) => d.isWithheld)) return {finding: 'withheld', text: headline.withheld, facts: {}};
  const said = foundIn(metrics, all).map((found) => wordedAs(found, {metrics, reading}));
  const texts = said.map(({text}) => (text.startsWith(outcome) ? capitalised(text) : text));
  if (!said[0]) {
    const isReported = metrics.metrics.some(({measure}) => measure === null);
    const reason = isReported ? reasonText('no-counts', reading) : reading.locale.words.none;
    return {finding: 'none', text: headline.none(reason), facts: {}};
  }
  return {...said[0], text: sentences(texts)};
}

function untrusted({pValue}: Split, metric: string | null, {words}: LiftReading): Headline {
  return {finding: 'untrusted', text: words.headline.untrusted(pPhrase(pValue), metric), facts: {pValue, metric}};
}

/** What is to be said: a guardrail that is worse, else the metric that the test is about. */
function foundIn({metrics}: TreatmentLiftMetrics, all: readonly Found[]): readonly Found[] {
  const guardrails = metrics.filter(({isGuardrail}) => isGuardrail).flatMap((metric) => wholeOf(metric, all));
  const harmed = guardrails.find(({d}) => signOf(d.verdict) === -1);
  if (harmed) return [harmed];
  const compared = metrics.filter(({comparisons}) => comparisons.length);
  const metric = compared.find(({isGuardrail}) => !isGuardrail) ?? compared[0];
  return metric ? primariesOf(metric, all) : [];
}

function wordedAs(found: Found, context: Context): Headline {
  const {metric, d, strata} = found;
  const {reading} = context;
  if (d.verdict === 'untrusted') return untrusted(metric.balance, outcomeOf(metric, reading), reading);
  if (metric.isGuardrail && signOf(d.verdict) === -1)
    return worded(d.verdict === 'worse' ? 'guardrail' : 'guardrailSoFar', found, context);
  if (strata?.reversed) return worded(strata.crude < 0 ? 'higherInEach' : 'lowerInEach', found, context);
  return reading.options.view === 'bins' ? ofScores(found, context) : ofComparison(found, context);
}

interface Context {
  readonly metrics: TreatmentLiftMetrics;
  readonly reading: LiftReading;
}

/**
 * A metric for all customers where they are given: of its arms the one that is most clearly better and the one that is
 * most clearly worse, else the one that shows most.
 */
function primariesOf(metric: LiftMetric, all: readonly Found[]): readonly Found[] {
  const whole = wholeOf(metric, all);
  const rank = ({d}: Found) => (d.lift ?? d.diff ?? 0) * (metric.better === 'down' ? -1 : 1);
  const own = whole.length ? whole : all.filter((found) => found.metric === metric);
  const clear = (sign: number) => own.filter(({d}) => signOf(d.verdict) === sign);
  const found = [greatest(clear(1), rank) ?? [], least(clear(-1), rank) ?? []].flat();
  // Segments are counted, not picked.
  return found.length ? found.slice(0, whole.length ? 2 : 1) : [greatest(own, rank) ?? []].flat();
}

/** What a metric says of all customers: given as such, else, and where that misleads, of all segments together. */
function wholeOf(metric: LiftMetric, all: readonly Found[]): readonly Found[] {
  const own = all.filter((found) => found.metric === metric);
  const whole = own.filter(({d}) => d.segment === null);
  const strata = strataOf(metric, own);
  const misled = (arm: string) => strata.find(({d, strata: {reversed}}) => reversed && d.arm === arm);
  return whole.length ? whole.map((found) => misled(found.d.arm) ?? found) : strata;
}

/** All segments of an arm together, in the shape of one comparison: they have a difference, and no lift of their own. */
const strataOf = (metric: LiftMetric, own: readonly Found[]): Required<Found>[] =>
  metric.strata.flatMap((strata) => {
    const {arm, diff, diffLow, diffHigh, verdict} = strata;
    const first = own.find(({d}) => d.arm === arm);
    const lifts = {lift: null, liftLow: null, liftHigh: null};
    const d = first && {...first.d, segment: null, ...{diff, diffLow, diffHigh, verdict}, ...lifts};
    return d ? [{metric, d, strata}] : [];
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
  'untrusted' | 'none' | 'withheld' | 'level' | 'scores' | 'scoresAlike' | 'scoresUnclear' | 'segments'
>;

/** A sentence about one comparison: relative where the lift has limits, else in the metric's own unit. */
function worded(finding: Sentence, {metric, d, strata}: Found, {reading}: Context): Headline {
  const {locale, words} = reading;
  const change = changeFormat(unitOf(metric), locale);
  const {format, by, low, high} = saidOf(finding === 'reported', {metric, d}, reading);
  const facts: Finding = {
    metric: outcomeOf(metric, reading),
    ...{arm: d.arm, control: d.control},
    by: by === null ? locale.words.none : (finding === 'reported' ? format : unsigned(format))(by),
    range: low === null && high === null ? '' : rangeText([low, high], format, reading),
  };
  const crude = strata ? change(strata.crude) : '';
  const margin = metric.margin === null ? '' : unsigned(change)(metric.margin);
  return {
    finding,
    text: words.headline[finding]({...facts, margin, crude}),
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
  const isStable = d.lift !== null && d.liftLow !== null && !isUnstable(d);
  if (isStable && metric.margin === null) return {format: percent, by: d.lift, low: d.liftLow, high: d.liftHigh};
  return {format: changeFormat(unitOf(metric), locale), by: d.diff, low: d.diffLow, high: d.diffHigh};
}

/** What a treatment adds is an effect: only a finished test made by chance can tell; that nothing is clear, any can. */
const mayTell = ({verdict}: Comparison, {metrics}: Context): boolean =>
  signOf(verdict) === 0 || (verdict === 'better' && metrics.isRandomised === true);

/** A share of 35 % for 30 % of customers may be clear of chance, and is hardly more than a random order gives. */
const isWorthSaying = ({customers, share, gapLow, gapHigh}: BestScores, {diff}: Comparison): boolean =>
  (diff! > 0 ? gapLow > 0 : gapHigh < 0) && share >= 1.25 * customers;

/** How much of what the treatment changes is changed among the best-scored third, if clearly more than in the rest. */
function ofScores(found: Found, context: Context): Headline {
  const {metric, d} = found;
  const {words, locale} = context.reading;
  const facts = {metric: outcomeOf(metric, context.reading), arm: d.arm};
  const score = metric.bins.find(({arm, segment}) => arm === d.arm && segment === d.segment);
  if (d.noInterval !== null || !score?.curve || !mayTell(d, context)) return ofComparison(found, context);
  if (signOf(d.verdict) !== 1) return {finding: 'scoresUnclear', text: words.headline.scoresUnclear(facts), facts};
  // Beyond all of it the rest is harmed: no share of anything.
  if (!score.best || score.best.share > 1) return ofComparison(found, context);
  const {customers, share} = score.best;
  const finding = isWorthSaying(score.best, d) ? 'scores' : 'scoresAlike';
  const [some, much] = [customers, share].map(locale.wholePercent) as [string, string];
  const text = words.headline[finding]({...facts, customers: some, share: much});
  return {finding, text, facts: {...facts, customers, share}};
}
