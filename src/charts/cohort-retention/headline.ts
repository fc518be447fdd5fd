import type {Headline} from '../../chart/chart.js';
import {ageName, cohortName} from './datum.js';
import type {CohortRetentionMetrics} from './metrics.js';
import type {CohortReading} from './view.js';

type Finder = (metrics: CohortRetentionMetrics, reading: CohortReading) => Headline | null;

/** The one sentence a manager would say: the first of the findings that the data support. */
export function headlineOfCohorts(metrics: CohortRetentionMetrics, reading: CohortReading): Headline {
  const finders: Finder[] = [...(reading.options.view === 'trend' ? [againstPlan] : []), compared, changed, standing];
  for (const find of finders) {
    const finding = find(metrics, reading);
    if (finding) return finding;
  }
  return {finding: 'none', text: reading.words.headline.none, facts: {}};
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

/** Two or more series: the one that differs most from the first. */
function compared(metrics: CohortRetentionMetrics, reading: CohortReading): Headline | null {
  const {words, locale} = reading;
  const [most] = [...metrics.comparisons].sort((a, b) => Math.abs(b.diff) - Math.abs(a.diff));
  if (!most) return null;
  const {age, series, baseline, rate, baselineRate, diffLow, diffHigh} = most;
  const finding = diffLow > 0 ? 'more' : diffHigh < 0 ? 'less' : 'alike';
  const text = words.headline[finding]({
    age: ageName(age, metrics, reading),
    series: series ?? '',
    rate: locale.percent(rate.rate),
    baseline: baseline ?? '',
    baselineRate: locale.percent(baselineRate.rate),
    low: locale.points(diffLow),
    high: locale.points(diffHigh),
  });
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
  const {words, locale} = reading;
  const point = metrics.series[0]?.curve.find(({age}) => age === metrics.age);
  const {age = 0, rate = null, low = null, high = null} = point ?? {};
  if (rate === null) return null;
  const at = ageName(age, metrics, reading);
  if (low === null || high === null)
    return {finding: 'plain', text: words.headline.plain(at, locale.percent(rate)), facts: {age, rate}};
  const facts = {age: at, rate: locale.percent(rate), low: locale.percent(low), high: locale.percent(high)};
  return {finding: 'level', text: words.headline.level(facts), facts: {age, rate, low, high}};
}
