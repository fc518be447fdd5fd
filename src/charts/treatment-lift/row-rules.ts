import {mismatch} from '../../validation/contract.js';
import type {DataIssue} from '../../validation/data-issue.js';
import {describeValue} from '../../validation/describe-value.js';
import {isGiven, isReported, type Measure, measuresOf} from './measures.js';
import {daysIn, inPlaces, listsBy, type Places} from './places.js';
import type {LiftRow} from './schema.js';

/** An issue that takes its metric away; null is the metric without a name. */
export interface Fault {
  readonly metric: string | null;
  readonly issue: DataIssue;
}

/** A row with its index in the JSON. */
interface Placed {
  readonly row: LiftRow;
  readonly index: number;
  readonly measures: readonly Measure[];
}

/** Rows come by the thousand and hardly any is wrong: rules add to one list, and paths are worded for issues only. */
type Issues = DataIssue[];

/** What is wrong with rows that are well formed each; `places` are their indices in the JSON. */
export function rowFaults(rows: readonly LiftRow[], places: readonly number[]): Fault[] {
  const placed = rows.map((row, index): Placed => ({row, index: places[index]!, measures: measuresOf(row)}));
  return [...listsBy(placed, ({row}) => row.metric ?? null)].flatMap(([metric, own]) => {
    const issues: Issues = [];
    for (const one of own) checkValues(one, issues);
    checkMeasures(own, issues);
    const cells = inPlaces(own, ({row}) => row);
    checkArms(own, cells, issues);
    checkCourses(cells, issues);
    return issues.map((issue) => ({metric, issue}));
  });
}

const pathOf = ({index}: Placed, field = ''): string => `rows.${index}${field}`;

type Field = keyof LiftRow;

const COUNTED: readonly Field[] = ['n'];
const RATIO: readonly Field[] = ['n', 'sumNum', 'sumDen'];
const ADJUSTED: readonly Field[] = ['n', 'sum', 'sumSquares', 'preSum', 'preSumSquares', 'sumProducts'];

/** What a row must give once it gives anything of its measure. */
function neededBy({conversions, sum}: LiftRow, [measure]: readonly Measure[]): readonly Field[] {
  if (measure === 'ratio') return RATIO;
  if (measure === 'adjusted') return ADJUSTED;
  return isGiven(conversions) || isGiven(sum) ? COUNTED : [];
}

function checkValues(placed: Placed, issues: Issues): void {
  const {row, measures} = placed;
  const {n, conversions} = row;
  for (const field of neededBy(row, measures))
    if (!isGiven(row[field]))
      issues.push(mismatch(pathOf(placed, `.${field}`), field === 'n' ? 'count' : 'number', undefined));
  if (isGiven(n) && isGiven(conversions) && conversions > n)
    issues.push(issueOf(pathOf(placed, '.conversions'), 'conversions_exceed_customers', [n, conversions]));
  if (measures.at(-1) !== 'rate') checkSums(placed, issues);
  if (isReported(row)) checkReported(placed, issues);
}

const issueOf = (path: string, code: string, [expected, got]: readonly [number | string, number]): DataIssue => ({
  path,
  code,
  expected: String(expected),
  got: String(got),
});

/** The back-end's own interval holds its own estimate. */
function checkReported(placed: Placed, issues: Issues): void {
  const {lift, low, high} = placed.row;
  const [least, most] = [low ?? -Infinity, high ?? Infinity];
  if (least > most) issues.push(issueOf(pathOf(placed, '.low'), 'limits_swapped', [most, least]));
  else if (isGiven(lift) && !(least <= lift && lift <= most))
    issues.push(issueOf(pathOf(placed, '.lift'), 'estimate_outside_interval', [`${least} … ${most}`, lift]));
}

/** Squares may fall short of their least value by rounding. */
const ROUNDING = 1 - 1e-12;

/** Sums of squares with the sums whose squares they are, and sums of products with the squares that bound them. */
const SQUARES = [
  ['sumSquares', 'sum'],
  ['preSumSquares', 'preSum'],
  ['sumNumSq', 'sumNum'],
  ['sumDenSq', 'sumDen'],
] as const;
const PRODUCTS = [
  ['sumProducts', 'sumSquares', 'preSumSquares'],
  ['sumNumDen', 'sumNumSq', 'sumDenSq'],
] as const;

/** A sum of squares is at least the square of the sum over n, and bounds the sum of products. */
function checkSums(placed: Placed, issues: Issues): void {
  const given = (field: Field, otherwise: number) => Number(placed.row[field] ?? otherwise);
  const n = given('n', 0);
  for (const [field, of] of SQUARES) {
    const least = n > 0 ? (given(of, 0) / n) * given(of, 0) : 0;
    if (given(field, Infinity) < least * ROUNDING)
      issues.push(issueOf(pathOf(placed, `.${field}`), 'sum_of_squares_too_small', [least, given(field, 0)]));
  }
  for (const [field, a, b] of PRODUCTS) {
    const product = given(field, 0);
    if (Math.abs(product) * ROUNDING > Math.sqrt(given(a, Infinity)) * Math.sqrt(given(b, Infinity)))
      issues.push({path: pathOf(placed, `.${field}`), code: 'sum_of_products_too_large', got: String(product)});
  }
}

/** One measure for all rows of a metric, given once each. */
function checkMeasures(rows: readonly Placed[], issues: Issues): void {
  const measure = rows.find(({measures}) => measures.length)?.measures[0];
  if (!measure && !rows.some(({row}) => isReported(row)))
    return void issues.push({path: pathOf(rows[0]!), code: 'nothing_measured'});
  for (const placed of rows) {
    const {measures} = placed;
    if (measures.length > 1) issues.push({path: pathOf(placed), code: 'measured_twice', got: measures.join(', ')});
    else if (measure && measures[0] !== measure)
      issues.push({path: pathOf(placed), code: 'measured_otherwise', expected: measure, got: measures[0] ?? ''});
  }
}

/** One control, in every cell of segment, day and bin; each arm once in a cell. */
function checkArms(rows: readonly Placed[], places: Places<Placed>, issues: Issues): void {
  const controls = rows.filter(({row}) => row.control === true);
  const control = controls[0]?.row.arm;
  const expected = describeValue(control);
  const other = controls.find(({row}) => row.arm !== control);
  if (other) {
    const path = pathOf(other, '.control');
    return void issues.push({path, code: 'two_controls', expected, got: describeValue(other.row.arm)});
  }
  const isMeasured = rows.some(({measures}) => measures.length > 0);
  if (isMeasured && control === undefined) return void issues.push({path: pathOf(rows[0]!), code: 'no_control'});
  for (const bins of places.values())
    for (const days of bins.values())
      for (const cell of days.values()) {
        if (isMeasured && !cell.some(({row}) => row.arm === control))
          issues.push({path: pathOf(cell[0]!), code: 'no_control', expected});
        checkTwice(cell, issues);
      }
}

function checkTwice(cell: readonly Placed[], issues: Issues): void {
  const arms = new Set<string>();
  for (const placed of cell) {
    const {arm} = placed.row;
    if (arms.has(arm)) issues.push({path: pathOf(placed, '.arm'), code: 'duplicate', got: describeValue(arm)});
    arms.add(arm);
  }
}

/** Rows with a day count from the start of the test, so customers cannot become fewer. */
function checkCourses(places: Places<Placed>, issues: Issues): void {
  for (const bins of places.values())
    for (const days of bins.values()) {
      const most = new Map<string, number>();
      for (const day of daysIn(days)) for (const placed of days.get(day)!) checkCount(placed, most, issues);
    }
}

function checkCount(placed: Placed, most: Map<string, number>, issues: Issues): void {
  const {arm, n} = placed.row;
  if (!isGiven(n)) return;
  const before = most.get(arm) ?? 0;
  if (n >= before) most.set(arm, n);
  else
    issues.push({
      path: pathOf(placed, '.n'),
      code: 'customers_become_fewer',
      expected: String(before),
      got: String(n),
    });
}
