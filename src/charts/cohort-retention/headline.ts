import type {Headline} from '../../chart/chart.js';
import {COMPLETE, UNKNOWN} from './cells.js';
import type {SeriesComparison} from './comparison.js';
import type {CurvePoint} from './curve.js';
import {ageName, cohortName} from './datum.js';
import type {CohortRetentionMetrics} from './metrics.js';
import type {CohortReading} from './view.js';
import type {ComparisonFacts} from './words.js';

type Finder = (metrics: CohortRetentionMetrics, reading: CohortReading) => Headline | null;

/** The one sentence a manager would say: the first of the findings that the data support. */
export function headlineOfCohorts(metrics: CohortRetentionMetrics, reading: CohortReading): Headline {
  const finders: Finder[] = [...(reading.options.view === 'trend' ? [againstPlan] : []), compared, changed, standing];
  for (const find of finders) {
    const finding = find(metrics, reading);
    if (finding) return finding;
  }
  return missing(metrics, reading);
}

/** The latest complete cohort against its plan. */
function againstPlan(metrics: CohortRetentionMetrics, reading: CohortReading): Headline | null {
  const {words, locale} = reading;
  const latest = metrics.series[0]?.trend.findLast(({gap, isTruncated}) => gap !== null && !isTruncated);
  if (!latest?.gap || latest.rate === null || metrics.age === null) return null;
  const {verdict, plan, gap} = latest.gap;
  const text = words.headline[verdict]({
    cohort: cohortName(latest.cohort, metrics, reading),
    age: ageName(metrics.age, metrics, reading),
    rate: locale.percent(latest.rate),
    plan: locale.percent(plan),
  });
  return {finding: verdict, text, facts: {cohort: latest.cohort, age: metrics.age, rate: latest.rate, plan, gap}};
}

/** One series against the first in words. */
export function comparisonFacts(
  {age, series, baseline, rate, baselineRate, diff, diffLow, diffHigh}: SeriesComparison,
  metrics: CohortRetentionMetrics,
  reading: CohortReading,
): ComparisonFacts {
  const {percent, points} = reading.locale;
  return {
    ...{age: ageName(age, metrics, reading), series: series ?? '', baseline: baseline ?? ''},
    ...{rate: percent(rate.rate), baselineRate: percent(baselineRate.rate)},
    ...{diff: points(diff), low: points(diffLow), high: points(diffHigh)},
  };
}

/** How far the interval of a difference stays away from none; below 0 where it does not. */
const clearness = ({diffLow, diffHigh}: SeriesComparison): number => Math.max(diffLow, -diffHigh);

/** Two or more series: the one that differs most clearly from the first. */
function compared(metrics: CohortRetentionMetrics, reading: CohortReading): Headline | null {
  const [most] = [...metrics.comparisons].sort((a, b) => clearness(b) - clearness(a));
  if (!most) return null;
  const {age, series, baseline, rate, baselineRate, diffLow, diffHigh} = most;
  const finding = diffLow > 0 ? 'more' : diffHigh < 0 ? 'less' : 'alike';
  const text = reading.words.headline[finding](comparisonFacts(most, metrics, reading));
  const facts = {age, series, rate: rate.rate, baseline, baselineRate: baselineRate.rate, diffLow, diffHigh};
  return {finding, text, facts};
}

/** Newer cohorts against older ones at the same age. */
function changed(metrics: CohortRetentionMetrics, reading: CohortReading): Headline | null {
  const {words, locale} = reading;
  const change = metrics.series.length === 1 ? metrics.series[0]!.change : null;
  if (!change) return null;
  const {age, since, newer, older, diffLow, diffHigh} = change;
  const finding = diffLow > 0 ? 'better' : diffHigh < 0 ? 'worse' : 'same';
  const text = words.headline[finding]({
    age: ageName(age, metrics, reading),
    since: cohortName(since, metrics, reading),
    newer: locale.percent(newer.rate),
    older: locale.percent(older.rate),
    low: locale.points(diffLow),
    high: locale.points(diffHigh),
  });
  return {finding, text, facts: {age, since, newer: newer.rate, older: older.rate, diffLow, diffHigh}};
}

/** How many are left at the age that is followed. */
function standing(metrics: CohortRetentionMetrics, reading: CohortReading): Headline | null {
  for (const {series, curve} of metrics.series) {
    const point = curve.find(({age, rate}) => age === metrics.age && rate !== null);
    if (!point) continue;
    const {text, ...told} = level(point, metrics, reading);
    return {...told, text: series === null ? text : reading.words.seriesOf(series, text)};
  }
  return null;
}

function level({age, rate, low, high}: CurvePoint, metrics: CohortRetentionMetrics, reading: CohortReading): Headline {
  const {headline} = reading.words;
  const {percent} = reading.locale;
  const at = ageName(age, metrics, reading);
  if (low === null || high === null)
    return {finding: 'plain', text: headline.plain(at, percent(rate!)), facts: {age, rate}};
  const text = headline.level({age: at, rate: percent(rate!), low: percent(low), high: percent(high)});
  return {finding: 'level', text, facts: {age, rate, low, high}};
}

/** Why there is no mean to tell of. */
function missing(metrics: CohortRetentionMetrics, reading: CohortReading): Headline {
  const {ages, series} = metrics;
  const {headline} = reading.words;
  const cells = series.flatMap(({cohorts, sizes, cells: {states}}) =>
    cohorts.flatMap((_, cohort) =>
      ages.map((age, column) => ({age, size: sizes[cohort]!, state: states[cohort * ages.length + column]!})),
    ),
  );
  // Of what is over, whether or not it is known.
  const ended = cells.filter(({age, state}) => age > 0 && (state >= COMPLETE || state === UNKNOWN));
  const age = metrics.age ?? ended.reduce((most, cell) => Math.max(most, cell.age), 0);
  const at = ageName(age, metrics, reading);
  const here = ended.filter((cell) => cell.age === age && cell.state !== UNKNOWN);
  const whole = here.filter(({state}) => state === COMPLETE);
  const told = (finding: string, text: string): Headline => ({finding, text, facts: {}});
  if (metrics.age === null && !ended.length) return told('none', headline.none);
  if (!ages.includes(age)) return told('absent', headline.absent(at));
  if (!here.length) return told('unknown', headline.unknown(at));
  if (!whole.length || isWithheldAt(series, age)) return told('withheld', headline.withheld(at));
  if (whole.every(({size}) => Number.isNaN(size))) return told('unsized', headline.unsized);
  if (whole.every(({size}) => size === 0)) return told('nobody', headline.nobody);
  return told('outside', headline.outside(at));
}

const isWithheldAt = (series: CohortRetentionMetrics['series'], age: number): boolean =>
  series.some(({curve}) => curve.some((point) => point.age === age && point.isWithheld));
