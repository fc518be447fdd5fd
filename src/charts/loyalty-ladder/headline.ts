import {sum} from 'd3-array';
import type {Headline} from '../../chart/chart.js';
import type {FlowMetrics} from './flows.js';
import type {LoyaltyLadderMetrics, RungMetrics, SeriesMetrics} from './metrics.js';
import {rungName} from './names.js';
import type {LadderReading} from './view.js';

/** A rung needs this many customers at the start before it may be named as the worst. */
export const ENOUGH = 30;
/** Value share over spend share from which the upper rungs count as neglected. */
const NEGLECT = 1.5;

/** The one sentence a manager would say: the first of the findings that the data support. */
export function headlineOfLadder(metrics: LoyaltyLadderMetrics, reading: LadderReading): Headline {
  const finding = firstOf(findingsFor(metrics, reading), metrics.series, reading);
  if (finding) return finding;
  const {words, locale, options} = reading;
  const isWithheld = metrics.series.some(({rungs}) => rungs.some((d) => d.isWithheld));
  const text = isWithheld ? locale.words.withheldNote(locale.count(options.minCell)) : words.headline.none;
  return {finding: 'none', text, facts: {}};
}

/** The item with the largest measure, the first of equals; undefined without items. */
const largestBy = <Item>(items: readonly Item[], measure: (item: Item) => number): Item | undefined =>
  items.toSorted((a, b) => measure(b) - measure(a))[0];

/** Looks for one finding in all series; null where the data do not support it. */
type Finder = (series: readonly SeriesMetrics[], reading: LadderReading) => Headline | null;

/** A finding about a ladder without small multiples. */
const single =
  (find: (series: SeriesMetrics, reading: LadderReading) => Headline | null): Finder =>
  ([first], reading) =>
    first ? find(first, reading) : null;

/** A finding about the first series that supports one; the sentence names it. */
const inOneSeries =
  (find: (series: SeriesMetrics, reading: LadderReading) => Headline | null): Finder =>
  (series, reading) => {
    for (const one of series) {
      const found = find(one, reading);
      if (found) return one.series === null ? found : {...found, text: reading.words.inSeries(one.series, found.text)};
    }
    return null;
  };

function findingsFor({basis, series}: LoyaltyLadderMetrics, {options}: LadderReading): readonly Finder[] {
  const about = basis === 'reached' || options.view === 'funnel' ? reachedTop : standing;
  if (series.length > 1) return [differing(basis), inOneSeries(about)];
  if (about === reachedTop) return [single(reachedTop)];
  const ofMoves = [single(moving), single(changed), single(standing)];
  return options.view === 'moves' ? ofMoves : [single(neglected), ...ofMoves];
}

function firstOf(
  finders: readonly Finder[],
  series: readonly SeriesMetrics[],
  reading: LadderReading,
): Headline | null {
  for (const find of finders) {
    const finding = find(series, reading);
    if (finding) return finding;
  }
  return null;
}

/** The upper half of the rungs: three of six, two of five. */
const upperHalf = (rungs: readonly RungMetrics[]) => rungs.slice(Math.ceil(rungs.length / 2));

function neglected({rungs}: SeriesMetrics, {words, locale}: LadderReading): Headline | null {
  const upper = upperHalf(rungs);
  if (!upper.length || rungs.every((d) => d.valueShare === null) || rungs.every((d) => d.spendShare === null))
    return null;
  // Shares are no shares of a whole where a rung loses money, and no sum where a part is withheld.
  if (rungs.some((d) => d.isWithheld || (d.valueShare ?? 0) < 0)) return null;
  const valueShare = sum(upper, (d) => d.valueShare);
  const spendShare = sum(upper, (d) => d.spendShare);
  if (valueShare <= 0 || valueShare < spendShare * NEGLECT) return null;
  const names = locale.list(upper.map((d) => rungName(d, words)));
  const text = words.headline.neglected(names, locale.percent(valueShare), locale.percent(spendShare));
  return {finding: 'neglected', text, facts: {rungs: names, valueShare, spendShare}};
}

function moving({rungs, total}: SeriesMetrics, {words, locale}: LadderReading): Headline | null {
  const {climb, slip, leave, netPromotion} = total;
  if (!climb || !slip || !leave || !netPromotion) return null;
  const facts = {climbed: climb.count, slipped: slip.count, exits: leave.count, netPromotion: netPromotion.rate};
  const leak = leakOf(rungs);
  if (netPromotion.high < 0 && leak?.slip) {
    const {count, rate} = leak.slip;
    const rung = rungName(leak, words);
    const [climbed, slipped] = [locale.count(climb.count), locale.count(slip.count)];
    const text = words.headline.leaks({climbed, slipped, rung, rate: locale.percent(rate)});
    return {finding: 'leaks', text, facts: {...facts, rung, rungSlipped: count, rungSlipRate: rate}};
  }
  const finding = netPromotion.low > 0 ? 'climbing' : netPromotion.high < 0 ? 'slipping' : 'balanced';
  const text = words.headline[finding](locale.count(climb.count), locale.count(slip.count), locale.count(leave.count));
  return {finding, text, facts};
}

/** The rung from which most customers slipped back. */
const leakOf = <Rung extends FlowMetrics>(rungs: readonly Rung[]): Rung | undefined =>
  largestBy(
    rungs.filter(({slip, opening}) => slip && slip.count > 0 && (opening ?? 0) >= ENOUGH),
    (d) => d.slip?.count ?? 0,
  );

function changed({rungs}: SeriesMetrics, {words, locale}: LadderReading): Headline | null {
  const most = largestBy(rungs, (d) => Math.abs(d.change ?? 0));
  if (!most?.change || most.changeRate === null) return null;
  const rung = rungName(most, words);
  const text = words.headline.changed(rung, locale.change(most.change), locale.percentChange(most.changeRate));
  return {finding: 'changed', text, facts: {rung, change: most.change, changeRate: most.changeRate}};
}

/** Where the customers are: the two fullest neighbouring rungs. */
function standing({rungs}: SeriesMetrics, {words, locale}: LadderReading): Headline | null {
  const measured = rungs.filter((d) => d.share !== null);
  if (!measured.length) return null;
  const pairs = measured.length < 3 ? [measured] : measured.slice(1).map((d, index) => [measured[index]!, d]);
  const fullest = largestBy(pairs, (pair) => sum(pair, (d) => d.share))!;
  const share = sum(fullest, (d) => d.share);
  const names = locale.list(fullest.map((d) => rungName(d, words)));
  return {finding: 'stand', text: words.headline.stand(names, locale.percent(share)), facts: {rungs: names, share}};
}

function reachedTop({rungs}: SeriesMetrics, {words, locale}: LadderReading): Headline | null {
  const top = rungs.findLast((d) => d.fromFirst) ?? rungs.find((d) => d.reached);
  if (!top) return null;
  const rung = rungName(top, words);
  const rate = top.fromFirst?.rate ?? 1;
  const loss = largestLoss(rungs);
  if (!loss?.step)
    return {finding: 'reached', text: words.headline.reachedAll(rung, locale.percent(rate)), facts: {rung, rate}};
  const lossRate = 1 - loss.step.rate;
  const lossRung = rungName(loss, words);
  const text = words.headline.reached({rung, rate: locale.percent(rate), lossRung, lossRate: locale.percent(lossRate)});
  return {finding: 'reached', text, facts: {rung, rate, lossRung, lossRate, lost: loss.step.n - loss.step.count}};
}

/** The rung before which most customers are lost; undefined where nobody is. */
export const largestLoss = (rungs: readonly RungMetrics[]): RungMetrics | undefined =>
  largestBy(
    rungs.filter(({step}) => step && step.n > step.count),
    (d) => d.step!.n - d.step!.count,
  );

/** Where most and fewest customers are on the upper half; who "reached" its lowest rung is everybody there. */
const differing =
  (basis: LoyaltyLadderMetrics['basis']): Finder =>
  (series, {words, locale}) => {
    const upper = series.flatMap(({series: name, rungs}) => {
      const half = upperHalf(rungs).slice(0, basis === 'reached' ? 1 : undefined);
      return name && half.length && half.every((d) => d.share !== null && d.share <= 1)
        ? [{name, share: sum(half, (d) => d.share)}]
        : [];
    });
    const highest = largestBy(upper, (d) => d.share);
    const lowest = largestBy(upper.toReversed(), (d) => -d.share);
    if (!highest || !lowest || highest === lowest) return null;
    const text = words.headline.differ({
      highest: highest.name,
      highestShare: locale.percent(highest.share),
      lowest: lowest.name,
      lowestShare: locale.percent(lowest.share),
    });
    const facts = {highest: highest.name, highestShare: highest.share, lowest: lowest.name, lowestShare: lowest.share};
    return {finding: 'differ', text, facts};
  };
