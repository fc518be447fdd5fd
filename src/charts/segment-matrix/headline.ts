import {greatest} from 'd3-array';
import type {Headline} from '../../chart/chart.js';
import {cellName} from './datum.js';
import {quadrantName} from './formats.js';
import {netPromotion} from '../../statistics/net-promotion.js';
import type {CellMetrics, Figures, GridMetrics, MigrationMetrics, SegmentMatrixMetrics} from './metrics.js';
import type {MatrixReading} from './view.js';

/** What the largest group is found by. */
type Named = Pick<NamedFigures, 'name' | 'customers' | 'customerShare'>;

/** A group with the name that the headline calls it by. */
type NamedFigures = Figures & {readonly name: string};

/** The one sentence a manager would say. */
// eslint-disable-next-line complexity -- a list of findings, the first that there is
export function headlineOfMatrix(metrics: SegmentMatrixMetrics, reading: MatrixReading): Headline {
  const withheld: Headline = {finding: 'withheld', text: reading.words.headline.withheld, facts: {}};
  const sums = sumsIn(metrics);
  if (metrics.view === 'migration') return moved(metrics, reading) ?? largest(sums, reading) ?? withheld;
  const {total, isWithheld} = metrics;
  if (total.customers === 0 && !isWithheld) return {finding: 'nobody', text: reading.words.headline.nobody, facts: {}};
  const groups = namedGroups(metrics, reading);
  const asksForChange = metrics.view === 'grid' && metrics.measure === 'change';
  return (
    (asksForChange ? changed(groups, reading) : null) ??
    carrying(groups, reading) ??
    largest(groups, reading) ??
    largest(sums, reading) ??
    largestShown([...groups, ...sums], reading) ??
    withheld
  );
}

function namedGroups(metrics: Exclude<SegmentMatrixMetrics, MigrationMetrics>, reading: MatrixReading): NamedFigures[] {
  switch (metrics.view) {
    case 'grid':
      return cellsIn(metrics).map((d) => ({...d, name: cellName(d, reading)}));
    case 'share':
      return metrics.segments.map((d) => ({...d, name: d.segment}));
    case 'quadrant':
      return metrics.quadrants.map((d) => ({...d, name: quadrantName(d.quadrant, metrics, reading)}));
  }
}

/** Sums of rows and columns, which may be shown where no cell is; of moves the tiers that they led to. */
function sumsIn(metrics: SegmentMatrixMetrics): readonly Named[] {
  if (metrics.view === 'migration')
    return metrics.toSums.map(({to, customers, rate}) => ({name: to!, customers, customerShare: rate?.rate ?? null}));
  if (metrics.view !== 'grid') return [];
  return [...metrics.rowSums, ...metrics.columnSums].map((d) => ({...d, name: (d.row ?? d.column)!}));
}

/** Of more cells than this one alone is too little of the whole to be told. */
const MANY = 100;

const cellsIn = ({cells, rowSums, columnSums}: GridMetrics): readonly CellMetrics[] =>
  cells.length > MANY ? [...rowSums, ...columnSums] : cells;

/** Indexes as near to 100 as this are no finding. */
const NEAR = 5;

/** Shares whose distance differs by no more than the rounding of their sums are equally far. */
const ROUNDING = 1e-9;

/** The group whose share of value lies furthest from its share of customers; of two equally far, the one above. */
function carrying(groups: readonly NamedFigures[], {words, locale}: MatrixReading): Headline | null {
  const indexed = groups.filter(({index}) => index !== null);
  const surplus = ({valueShare, customerShare}: Figures) => (valueShare ?? 0) - (customerShare ?? 0);
  const above = greatest(indexed, surplus);
  const below = greatest(indexed, (d) => -surplus(d));
  if (!above || !below) return null;
  if (indexed.length > 1 && indexed.every(({index}) => Math.abs(index! - 100) < NEAR))
    return {finding: 'even', text: words.headline.even, facts: {}};
  const finding = -surplus(below) > surplus(above) + ROUNDING ? 'under' : 'over';
  const {name, customerShare, valueShare, index} = finding === 'under' ? below : above;
  const [customers, value] = [locale.percent(customerShare!), locale.percent(valueShare!)];
  return {
    finding,
    text: words.headline[finding]({name, customers, value, index: locale.count(index!)}),
    facts: {name, customerShare, valueShare, index},
  };
}

function largest(groups: readonly Named[], {words, locale}: MatrixReading): Headline | null {
  const group = greatest(groups, ({customerShare}) => customerShare ?? 0);
  if (!group?.customerShare) return null;
  const {name, customerShare} = group;
  return {
    finding: 'largest',
    text: words.headline.largest(name, locale.percent(customerShare)),
    facts: {name, customerShare},
  };
}

/** Of groups without a total, which the back-end may have withheld. */
function largestShown(groups: readonly Named[], {words, locale}: MatrixReading): Headline | null {
  const group = greatest(groups, ({customers}) => customers ?? 0);
  if (!group?.customers) return null;
  const {name, customers} = group;
  const text = words.headline.largestShown(name, locale.count(customers));
  return {finding: 'largest-shown', text, facts: {name, customers}};
}

function changed(groups: readonly NamedFigures[], {words, locale}: MatrixReading): Headline | null {
  const group = greatest(groups, ({change}) => Math.abs(change ?? 0));
  if (!group?.change || group.changeRate === null) return null;
  const {name, change, changeRate} = group;
  const text = words.headline.changed(name, locale.change(change), locale.percentChange(changeRate));
  return {finding: 'changed', text, facts: {name, change, changeRate}};
}

/** Who moved, decided by the interval of the net move; where some moves are withheld, as if all of them went against it. */
// eslint-disable-next-line complexity -- one table of cases: known or not, up, down, neither
function moved(metrics: MigrationMetrics, {words, locale, options}: MatrixReading): Headline | null {
  const {better, worse, net, customers} = metrics;
  if (!better || !worse || !net) return null;
  const [up, down] = [better.count, worse.count];
  const hidden = customers === null ? Infinity : customers - better.n;
  const netOf = (more: number, less: number) =>
    netPromotion({up: more, down: less, n: better.n + hidden}, options.level);
  const isKnown = Number.isFinite(hidden);
  const isUp = isKnown && (netOf(up, down + hidden)?.low ?? 0) > 0;
  const isDown = isKnown && (netOf(up + hidden, down)?.high ?? 0) < 0;
  const finding = isUp ? 'better' : isDown ? 'worse' : hidden ? 'shown' : 'balanced';
  const sentence = !hidden ? finding : isUp || isDown ? 'shown' : 'shownOnly';
  const text = words.headline[sentence](locale.count(up), locale.count(down));
  return {finding, text, facts: {better: up, worse: down, net: net.rate}};
}
