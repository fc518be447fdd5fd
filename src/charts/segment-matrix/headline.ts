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
export function headlineOfMatrix(metrics: SegmentMatrixMetrics, reading: MatrixReading): Headline {
  const found = metrics.view === 'migration' ? moved(metrics, reading) : ofGroups(metrics, reading);
  return found ?? largest(sumsIn(metrics), reading) ?? plain('withheld', reading);
}

const plain = (finding: 'withheld' | 'nobody' | 'even', {words}: MatrixReading): Headline => ({
  finding,
  text: words.headline[finding],
  facts: {},
});

function ofGroups(metrics: Exclude<SegmentMatrixMetrics, MigrationMetrics>, reading: MatrixReading): Headline | null {
  if (metrics.total.customers === 0 && !metrics.isWithheld) return plain('nobody', reading);
  const groups = namedGroups(metrics, reading);
  const asksForChange = metrics.view === 'grid' && metrics.measure === 'change';
  return (
    (asksForChange ? changed(groups, reading) : null) ??
    carrying(groups, reading) ??
    largest(groups, reading, metrics.isWithheld)
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
function carrying(groups: readonly NamedFigures[], reading: MatrixReading): Headline | null {
  const {words, locale} = reading;
  const indexed = groups.filter(({index}) => index !== null);
  const surplus = ({valueShare, customerShare}: Figures) => (valueShare ?? 0) - (customerShare ?? 0);
  const above = greatest(indexed, surplus);
  const below = greatest(indexed, (d) => -surplus(d));
  if (!above || !below) return null;
  if (indexed.length > 1 && indexed.every(({index}) => Math.abs(index! - 100) < NEAR)) return plain('even', reading);
  const finding = -surplus(below) > surplus(above) + ROUNDING ? 'under' : 'over';
  const {name, customerShare, valueShare, index} = finding === 'under' ? below : above;
  const [customers, value] = [locale.percent(customerShare!), locale.percent(valueShare!)];
  return {
    finding,
    text: words.headline[finding]({name, customers, value, index: locale.count(index!)}),
    facts: {name, customerShare, valueShare, index},
  };
}

/** Where some are withheld, of those that are shown, and by their number: who would be largest of all is not known. */
function largest(
  groups: readonly Named[],
  {words, locale}: MatrixReading,
  isWithheld = groups.some(({customers}) => customers === null),
): Headline | null {
  const group = greatest(groups, ({customers}) => customers ?? 0);
  if (!group?.customers) return null;
  const {name, customers, customerShare} = group;
  const isKnown = !isWithheld && customerShare !== null;
  return isKnown
    ? {
        finding: 'largest',
        text: words.headline.largest(name, locale.percent(customerShare)),
        facts: {name, customerShare},
      }
    : {
        finding: 'largest-shown',
        text: words.headline.largestShown(name, locale.count(customers)),
        facts: {name, customers},
      };
}

function changed(groups: readonly NamedFigures[], {words, locale}: MatrixReading): Headline | null {
  const group = greatest(groups, ({change}) => Math.abs(change ?? 0));
  if (!group?.change || group.changeRate === null) return null;
  const {name, change, changeRate} = group;
  const text = words.headline.changed(name, locale.change(change), locale.percentChange(changeRate));
  return {finding: 'changed', text, facts: {name, change, changeRate}};
}

/** Who moved, decided by the interval of the net move. */
function moved(metrics: MigrationMetrics, {words, locale, options: {level}}: MatrixReading): Headline | null {
  const {better, worse, net} = metrics;
  if (!better || !worse || !net) return null;
  const direction = directionOf(metrics, level);
  const isWhole = metrics.customers === better.n;
  const sentence = isWhole ? (direction ?? 'balanced') : direction ? 'shown' : 'shownOnly';
  return {
    finding: direction ?? (isWhole ? 'balanced' : 'shown'),
    text: words.headline[sentence](locale.count(better.count), locale.count(worse.count)),
    facts: {better: better.count, worse: worse.count, net: net.rate},
  };
}

/** Where some moves are withheld, as if all of them went against it; null where that leaves none. */
function directionOf({better, worse, customers: n}: MigrationMetrics, level: number): 'better' | 'worse' | null {
  if (!better || !worse || n === null) return null;
  const hidden = n - better.n;
  const least = netPromotion({up: better.count, down: worse.count + hidden, n}, level);
  const most = netPromotion({up: better.count + hidden, down: worse.count, n}, level);
  if (least && least.low > 0) return 'better';
  return most && most.high < 0 ? 'worse' : null;
}
