import {greatest} from 'd3-array';
import type {Headline} from '../../chart/chart.js';
import {cellName} from './datum.js';
import {quadrantName} from './formats.js';
import type {CellMetrics, Figures, GridMetrics, MigrationMetrics, SegmentMatrixMetrics} from './metrics.js';
import type {MatrixReading} from './view.js';

/** A group with the name that the headline calls it by. */
type NamedFigures = Figures & {readonly name: string};

/** The one sentence a manager would say. */
export function headlineOfMatrix(metrics: SegmentMatrixMetrics, reading: MatrixReading): Headline {
  const withheld: Headline = {finding: 'withheld', text: reading.words.headline.withheld, facts: {}};
  if (metrics.view === 'migration') return moved(metrics, reading) ?? withheld;
  const groups = namedGroups(metrics, reading);
  const asksForChange = metrics.view === 'grid' && metrics.measure === 'change';
  return (
    (asksForChange ? changed(groups, reading) : null) ??
    carrying(groups, reading) ??
    largest(groups, metrics.isWithheld, reading) ??
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
  if (indexed.every(({index}) => Math.abs(index! - 100) < NEAR))
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

/** Where some are withheld, of those that are shown, and by their number: who would be largest of all is not known. */
function largest(
  groups: readonly NamedFigures[],
  isWithheld: boolean,
  {words, locale}: MatrixReading,
): Headline | null {
  const group = greatest(groups, ({customers}) => customers ?? 0);
  if (!group?.customers) return null;
  const {name, customers, customerShare} = group;
  if (isWithheld || customerShare === null)
    return {
      finding: 'largest-shown',
      text: words.headline.largestShown(name, locale.count(customers)),
      facts: {name, customers},
    };
  return {
    finding: 'largest',
    text: words.headline.largest(name, locale.percent(customerShare)),
    facts: {name, customerShare},
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
function moved({better, worse, net}: MigrationMetrics, {words, locale}: MatrixReading): Headline | null {
  if (!better || !worse || !net) return null;
  const finding = net.low > 0 ? 'better' : net.high < 0 ? 'worse' : 'balanced';
  const text = words.headline[finding](locale.count(better.count), locale.count(worse.count));
  return {finding, text, facts: {better: better.count, worse: worse.count, net: net.rate}};
}
