import {readFileSync} from 'node:fs';
import {isCommand, writeDocument} from './write-document.mjs';

const SOURCE =
  'Hillstrom, K. (2008), MineThatData E-Mail Analytics and Data Mining Challenge: 64,000 customers, three randomised ' +
  'arms, two weeks. Counts and moments computed from the file; the file itself is not included.';

const ARMS = [
  {name: 'No E-Mail', arm: 'No e-mail', control: true},
  {name: 'Mens E-Mail', arm: 'Men’s e-mail'},
  {name: 'Womens E-Mail', arm: 'Women’s e-mail'},
];

const METRICS = [
  {id: 'Visit', better: 'up'},
  {id: 'Purchase', better: 'up'},
  {id: 'Spend', better: 'up', money: true},
];

/** @returns {object} counts and moments per arm: `overall`, and `by` a property of the customers */
export function readArms() {
  return JSON.parse(readFileSync(new URL('../data/source/hillstrom-arms.json', import.meta.url), 'utf8'));
}

/** Both e-mails against none: visits, purchases, spend. */
export function emailTestOf({overall}) {
  return lift(rowsOf(overall, {}));
}

/** The same by what a customer spent in the year before, in the seven classes of the file, lowest first. */
export function emailTestByHistory({by}) {
  // The file numbers its classes ("1) $0 - $100") for sorting; the order of rows says the same.
  return lift(by.history_segment.flatMap(({value, arms}) => rowsOf(arms, {segment: value.replace(/^\d\) /, '')})));
}

/**
 * The same by tenths of that spend as a score, best first: bin 1 spent most. The file's decile 1 is the lowest, and
 * larger than a tenth, because many customers share the least amount.
 */
export function emailTestByDecile({by}) {
  const bestFirst = [...by.decile].sort((a, b) => b.value - a.value);
  return lift(bestFirst.flatMap(({value, arms}) => rowsOf(arms, {bin: 11 - value})));
}

function lift(rows) {
  const allocation = Object.fromEntries(ARMS.map(({arm}) => [arm, 1]));
  return {source: SOURCE, randomised: true, finished: true, level: 0.95, allocation, metrics: METRICS, rows};
}

function rowsOf(arms, group) {
  return METRICS.flatMap(({id}) =>
    ARMS.map(({name, ...arm}) => ({metric: id, ...arm, ...group, n: arms[name].n, ...outcome(id, arms[name])})),
  );
}

function outcome(metric, {visit, conversion, spend}) {
  if (metric === 'Spend') return {mean: spend.mean, sd: spend.sd};
  return {conversions: metric === 'Visit' ? visit.count : conversion.count};
}

if (isCommand(import.meta.url)) {
  const arms = readArms();
  writeDocument('treatment-lift.json', emailTestOf(arms));
  writeDocument('email-by-history.json', emailTestByHistory(arms));
  writeDocument('email-by-decile.json', emailTestByDecile(arms));
}
