import {sum} from 'd3-array';
import type {Comparison} from './comparison.js';
import {areasOf} from './courses.js';
import {beliefNotes} from './notes-belief.js';
import type {LiftMetric, Split, TreatmentLiftMetrics} from './metrics.js';
import {
  changeFormat,
  isUnstable,
  levelText,
  metricName,
  pPhrase,
  rangeText,
  totalNames,
  unitOf,
  unsigned,
} from './values.js';
import {isRelative} from './panels.js';
import {hasRange} from './reported.js';
import type {LiftReading} from './view.js';

/** Below this many customers or conversions an interval is honest, and wide. */
const FEW_CUSTOMERS = 30;
const FEW_CONVERSIONS = 5;

/** How sure, as of when, from where. */
export const notesOfLift = (metrics: TreatmentLiftMetrics, reading: LiftReading): string[] => [
  ...(metrics.asOf ? [reading.locale.words.asOf(reading.locale.day(metrics.asOf))] : []),
  ...designNotes(metrics, reading),
  ...balanceNotes(metrics, reading),
  ...metrics.metrics.flatMap((metric) => metricNotes(metric, metrics, reading)),
  ...cautions(metrics, reading),
  ...beliefNotes(metrics, reading),
  ...(metrics.source ? [reading.locale.words.source(metrics.source)] : []),
];

function designNotes(metrics: TreatmentLiftMetrics, reading: LiftReading): string[] {
  const {notes} = reading.words;
  const isRunning = !metrics.isFinished && !(metrics.isAnyTime && reading.options.view !== 'arms');
  return [
    ...(metrics.isRandomised ? [] : [notes.notRandomised]),
    ...(isRunning ? [notes.running] : []),
    ...(metrics.isAnyTime ? anyTimeNotes(metrics, reading) : []),
    ...familyNotes(metrics, reading),
  ];
}

function anyTimeNotes({metrics}: TreatmentLiftMetrics, {words: {notes}, options}: LiftReading): string[] {
  if (metrics.some(({comparisons}) => comparisons.some((d) => d.noInterval === 'no-plan'))) return [notes.noPlan];
  // The level of one arm is that of one look.
  if (options.view === 'arms') return [];
  return options.view === 'time' ? [notes.anyTime, notes.bands] : [notes.anyTime];
}

function familyNotes({metrics, level, family}: TreatmentLiftMetrics, {words, locale, options}: LiftReading): string[] {
  const each = metrics.find((metric) => metric.level !== level)?.level;
  const {view} = options;
  // A family is one of whole comparisons, not of bins.
  const areBins = view === 'bins';
  if (each !== undefined && !areBins) return [words.notes.family(locale.count(family), levelText(each, locale))];
  const count = sum(metrics, ({comparisons, bins}) =>
    areBins ? sum(bins, (score) => score.bins.length) : comparisons.length,
  );
  return count >= MANY && (areBins || view === 'intervals') ? [words.notes.many(locale.count(count))] : [];
}

/** From so many comparisons on, one in four tests without any difference shows one at 95 %. */
const MANY = 6;

/** Of all customers; where that holds, also of the metrics whose own customers are split otherwise. */
function balanceNotes({balance, metrics}: TreatmentLiftMetrics, reading: LiftReading): string[] {
  const {notes} = reading.words;
  if (balance.status === 'mismatch') return [mismatchNote(balance, null, reading)];
  const own = metrics.filter((metric) => metric.balance.status === 'mismatch');
  const one = {
    ok: notes.balanced(pPhrase(balance.pValue)),
    'too-few': notes.tooFewToCheck,
    'not-checked': notes.notChecked[balance.unchecked ?? 'no-plan'],
  }[balance.status];
  return [one, ...own.map((metric) => mismatchNote(metric.balance, metricName(metric, reading), reading))];
}

function mismatchNote({arms, pValue}: Split, metric: string | null, {words: {notes}, locale}: LiftReading): string {
  const shares = arms.map(({arm, share, plannedShare}) =>
    notes.armShare({arm, share: locale.fine.percent(share ?? 0), planned: locale.fine.percent(plannedShare ?? 0)}),
  );
  return notes.mismatch(locale.list(shares), pPhrase(pValue), metric);
}

function metricNotes(metric: LiftMetric, {isRandomised}: TreatmentLiftMetrics, reading: LiftReading): string[] {
  const {words, locale, options} = reading;
  const name = metricName(metric, reading);
  const change = changeFormat(unitOf(metric), locale);
  const differ = metric.strata.find(({heterogeneity}) => heterogeneity && heterogeneity.pValue < 0.05);
  const unclear = metric.comparisons.find((d) => d.verdict === 'no-clear-difference' && d.minimumDetectable !== null);
  const unclearName = unclear && nameOf(metric, unclear, reading);
  const isAlone = metric.comparisons.length < MANY;
  return [
    ...metric.strata.flatMap(({arm, crude, reversed}) =>
      reversed ? [words.notes.reversed(nameOf(metric, {arm, segment: null}, reading), change(crude))] : [],
    ),
    ...(differ ? [words.notes.differ(name, pPhrase(differ.heterogeneity!.pValue))] : []),
    ...(unclear && isAlone
      ? [words.notes.minimumDetectable(unclearName!, unsigned(change)(unclear.minimumDetectable!))]
      : []),
    ...metric.comparisons.flatMap((d) => incrementNotes({metric, d, names: totalNames(isRandomised, words)}, reading)),
    ...(options.view === 'bins' ? areaNotes(metric, reading) : []),
  ];
}

const nameOf = (metric: LiftMetric, d: {arm: string; segment: string | null}, reading: LiftReading): string =>
  reading.words.joined([metricName(metric, reading), d.arm, ...(d.segment === null ? [] : [d.segment])]);

/** Without commas, which part the names of a list. */
const nameInList = (metric: LiftMetric, {arm, segment}: Comparison, reading: LiftReading): string =>
  [metricName(metric, reading), arm, segment].filter((name) => name !== null).reduce(reading.words.both);

interface Brought {
  readonly metric: LiftMetric;
  readonly d: Comparison;
  readonly names: ReturnType<typeof totalNames>;
}

/** "Win-back, Letter, incremental a week: +360 (184 to 537)", where the data say for how many customers. */
function incrementNotes({metric, d, names}: Brought, reading: LiftReading): string[] {
  const {words, locale} = reading;
  const per = d.increments?.per;
  if (!d.increments || !per || d.segment !== null || d.noInterval !== null) return [];
  const periods = [{per, brought: d.increments.perPeriod}];
  if (d.increments.perQuarter) periods.push({per: 'quarter', brought: d.increments.perQuarter});
  const sentence = (
    label: string,
    of: {value: number | null; low: number | null; high: number | null},
    format: (v: number) => string,
  ) =>
    of.value === null
      ? []
      : [
          words.notes.increment({
            name: words.joined([nameOf(metric, d, reading), label]),
            amount: format(of.value),
            range: rangeText([of.low, of.high], format, reading),
          }),
        ];
  return periods.flatMap(({per: of, brought}) => [
    ...(metric.isMoney ? [] : sentence(words.per[of](names.incremental), brought.incremental, locale.change)),
    ...sentence(words.per[of](names.incrementalValue), brought.incrementalValue, locale.fine.moneyChange),
  ]);
}

const areaNotes = (metric: LiftMetric, reading: LiftReading): string[] =>
  metric.bins.flatMap((score) => {
    const areas = areasOf(score);
    const {number} = reading.locale.fine;
    const name = nameOf(metric, score, reading);
    return areas ? [reading.words.notes.areas({name, uplift: number(areas.uplift), qini: number(areas.qini)})] : [];
  });

/** Names of the comparisons to which each caution applies, in one sentence a caution. */
function cautions(metrics: TreatmentLiftMetrics, reading: LiftReading): string[] {
  const {
    words: {notes},
    locale,
    options,
  } = reading;
  const all = metrics.metrics.flatMap((metric) => metric.comparisons.map((d) => ({metric, d})));
  const naming = (note: (names: string) => string, applies: (d: Comparison, metric: LiftMetric) => boolean) => {
    const names = all.flatMap(({metric, d}) => (applies(d, metric) ? [nameInList(metric, d, reading)] : []));
    return names.length ? [note(shortList(names, reading))] : [];
  };
  const isShown = (d: Comparison) => d.diff !== null && !d.isWithheld;
  return [
    ...naming(notes.few, (d) => isShown(d) && isFew(d)),
    ...naming(notes.noLift, (d) => d.controlValue === 0 && d.liftHigh === Infinity),
    ...naming(notes.noRelativeInterval, (d) => d.diffLow !== null && d.liftLow === null),
    ...naming(notes.unstable, (d) => d.liftLow !== null && isUnstable(d)),
    ...naming(notes.cancels, (d) => d.cancels),
    ...(isAnyWithheld(metrics) ? [locale.words.withheldNote(locale.count(options.minCell))] : []),
    ...reportedNotes(metrics, reading),
  ];
}

/** What is drawn of the back-end's is named only where it is drawn. */
function reportedNotes(metrics: TreatmentLiftMetrics, reading: LiftReading): string[] {
  const {notes} = reading.words;
  const {view} = reading.options;
  const isDrawn = ({reported}: Comparison, metric: LiftMetric) =>
    hasRange(reported) && isRelative(metric, metrics, reading);
  if (view === 'intervals' && metrics.metrics.some((metric) => metric.comparisons.some((d) => isDrawn(d, metric))))
    return [notes.reported];
  const told = metrics.metrics.filter((metric) => shownIn[view](metric).some(({reported}) => reported));
  const alone = told.filter(({measure}) => measure === null).map((metric) => metricName(metric, reading));
  // No lift says levels of arms.
  const isDrawnHere = view !== 'arms';
  const named = isDrawnHere ? notes.reportedHere : notes.reportedOnly;
  return [
    ...(alone.length ? [named(shortList(alone, reading))] : []),
    ...(told.length > (isDrawnHere ? alone.length : 0) ? [notes.reportedApart] : []),
  ];
}

type Telling = readonly Pick<Comparison, 'reported'>[];

/** What a view's table has rows of. */
const shownIn: Readonly<Record<LiftReading['options']['view'], (metric: LiftMetric) => Telling>> = {
  intervals: ({comparisons}) => comparisons,
  arms: ({arms}) => arms,
  time: ({courses}) => courses.flatMap(({points}) => points),
  bins: ({bins}) => bins.flatMap((score) => score.bins),
};

const isFew = ({n, controlN, count, controlCount}: Comparison): boolean =>
  [n, controlN].some((customers) => customers !== null && customers > 0 && customers < FEW_CUSTOMERS) ||
  [count, controlCount].some((conversions) => conversions !== null && conversions < FEW_CONVERSIONS);

/** As many names as a reader takes in; the table has them all. */
const shortList = (names: readonly string[], {words, locale}: LiftReading): string =>
  locale.list(
    names.length > NAMED ? [...names.slice(0, NAMED), words.more(locale.count(names.length - NAMED))] : names,
  );
const NAMED = 4;

const isAnyWithheld = ({metrics}: TreatmentLiftMetrics): boolean =>
  metrics.some(
    ({arms, bins, courses}) =>
      arms.some(isHidden) ||
      bins.some((score) => score.bins.some(isHidden)) ||
      courses.some(({points}) => points.some(({noInterval}) => noInterval === 'withheld')),
  );

const isHidden = ({isWithheld}: {readonly isWithheld: boolean}): boolean => isWithheld;
