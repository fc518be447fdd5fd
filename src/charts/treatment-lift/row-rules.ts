import {mismatch} from '../../validation/contract.js';
import type {DataIssue} from '../../validation/data-issue.js';
import {describeValue} from '../../validation/describe-value.js';
import {isGiven, isReported, type Measure, measuresOf} from './measures.js';
import {daysIn, inPlaces, listsBy, once, type Places} from './places.js';
import type {LiftRow} from './schema.js';

/** An issue that takes its metric away; null is the metric without a name. */
export interface Fault {
  readonly metric: string | null;
  readonly issue: DataIssue;
}

/** Rows come by the thousand and hardly any is wrong: rules add to one list, and rows are looked for by issues only. */
interface Issues {
  readonly all: DataIssue[];
  /** Where a row, or a field of it, stands in the JSON. */
  readonly pathOf: (row: LiftRow, field?: string) => string;
}

/** What is wrong with rows that are well formed each; `places` are their indices in the JSON. */
export function rowFaults(rows: readonly LiftRow[], places: readonly number[]): Fault[] {
  const placeOf = once(() => new Map(rows.map((row, index) => [row, places[index]!])));
  const pathOf: Issues['pathOf'] = (row, field = '') => `rows.${placeOf().get(row)!}${field}`;
  return [...listsBy(rows, (row) => row.metric ?? null)].flatMap(([metric, own]) => {
    const issues: Issues = {all: [], pathOf};
    checkMeasures(own, issues);
    const cells = inPlaces(own);
    checkArms(own, cells, issues);
    checkCourses(cells, issues);
    return issues.all.map((issue) => ({metric, issue}));
  });
}

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

function checkValues(row: LiftRow, measures: readonly Measure[], issues: Issues): void {
  const {n, conversions} = row;
  for (const field of neededBy(row, measures))
    if (!isGiven(row[field]))
      issues.all.push(mismatch(issues.pathOf(row, `.${field}`), field === 'n' ? 'count' : 'number', undefined));
  if (isGiven(n) && isGiven(conversions) && conversions > n)
    issues.all.push(issueOf(issues.pathOf(row, '.conversions'), 'conversions_exceed_customers', [n, conversions]));
  if (measures.at(-1) !== 'rate') checkSums(row, issues);
  checkTold(row, issues);
  if (isReported(row)) checkReported(row, issues);
}

const issueOf = (path: string, code: string, [expected, got]: readonly [number | string, number]): DataIssue => ({
  path,
  code,
  expected: String(expected),
  got: String(got),
});

/** The back-end's own interval holds its own estimate. */
function checkReported(row: LiftRow, issues: Issues): void {
  const {lift, low, high} = row;
  const [least, most] = [low ?? -Infinity, high ?? Infinity];
  if (least > most) issues.all.push(issueOf(issues.pathOf(row, '.low'), 'limits_swapped', [most, least]));
  else if (isGiven(lift) && !(least <= lift && lift <= most))
    issues.all.push(issueOf(issues.pathOf(row, '.lift'), 'estimate_outside_interval', [`${least} … ${most}`, lift]));
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
function checkSums(row: LiftRow, issues: Issues): void {
  const given = (field: Field, otherwise: number) => Number(row[field] ?? otherwise);
  const n = given('n', 0);
  for (const [field, of] of SQUARES) {
    const least = n > 0 ? (given(of, 0) / n) * given(of, 0) : 0;
    if (given(field, Infinity) < least * ROUNDING)
      issues.all.push(issueOf(issues.pathOf(row, `.${field}`), 'sum_of_squares_too_small', [least, given(field, 0)]));
  }
  for (const [field, a, b] of PRODUCTS) {
    const product = given(field, 0);
    if (Math.abs(product) * ROUNDING > Math.sqrt(given(a, Infinity)) * Math.sqrt(given(b, Infinity)))
      issues.all.push({path: issues.pathOf(row, `.${field}`), code: 'sum_of_products_too_large', got: String(product)});
  }
}

/** One in the last digit that a number is written with. */
function lastDigitOf(value: number): number {
  const [digits, power] = String(value).split('e');
  return 10 ** (Number(power ?? 0) - (digits!.split('.')[1]?.length ?? 0));
}

/** Told in two ways, rows say the same; each number may be rounded in its last digit, a rate to whole percent. */
function checkTold(row: LiftRow, issues: Issues): void {
  const {n, conversions, rate, mean, sum, sd, variance} = row;
  const check = (field: 'rate' | 'mean' | 'sd', least: number, most: number) => {
    const given = row[field]!;
    const unit = lastDigitOf(given);
    const slack = (field === 'rate' ? Math.min(0.01, unit) : unit) + 1e-9 * Math.abs(given);
    if (given < least - slack || given > most + slack)
      issues.all.push(issueOf(issues.pathOf(row, `.${field}`), 'told_otherwise', [(least + most) / 2, given]));
  };
  if (n && isGiven(conversions) && isGiven(rate)) check('rate', conversions / n, conversions / n);
  if (n && isGiven(mean) && isGiven(sum)) check('mean', (sum - lastDigitOf(sum)) / n, (sum + lastDigitOf(sum)) / n);
  if (isGiven(sd) && isGiven(variance)) {
    const slack = lastDigitOf(variance);
    check('sd', Math.sqrt(Math.max(0, variance - slack)), Math.sqrt(variance + slack));
  }
}

const isMeasured = (row: LiftRow): boolean => measuresOf(row).length > 0;

/** One measure for all rows of a metric, given once each and whole. */
function checkMeasures(rows: readonly LiftRow[], issues: Issues): void {
  const measured = rows.find(isMeasured);
  const measure = measured && measuresOf(measured)[0];
  const isNothing = !measure && !rows.some(isReported);
  if (isNothing) issues.all.push({path: issues.pathOf(rows[0]!), code: 'nothing_measured'});
  for (const row of rows) {
    const measures = measuresOf(row);
    checkValues(row, measures, issues);
    if (measures.length > 1)
      issues.all.push({path: issues.pathOf(row), code: 'measured_twice', got: measures.join(', ')});
    else if (measure && measures[0] !== measure)
      issues.all.push({
        path: issues.pathOf(row),
        code: 'measured_otherwise',
        expected: measure,
        got: measures[0] ?? '',
      });
  }
}

/** One control, in every cell of segment, day and bin; each arm once in a cell. */
function checkArms(rows: readonly LiftRow[], places: Places<LiftRow>, issues: Issues): void {
  const controls = rows.filter((row) => row.control === true);
  const control = controls[0]?.arm;
  const expected = describeValue(control);
  const other = controls.find((row) => row.arm !== control);
  if (other) {
    const path = issues.pathOf(other, '.control');
    return void issues.all.push({path, code: 'two_controls', expected, got: describeValue(other.arm)});
  }
  const areMeasured = rows.some(isMeasured);
  if (areMeasured && control === undefined)
    return void issues.all.push({path: issues.pathOf(rows[0]!), code: 'no_control'});
  const seenIn: SeenIn = new Map();
  for (const bins of places.values())
    for (const days of bins.values())
      for (const cell of days.values()) {
        checkTwice(cell, seenIn, issues);
        if (areMeasured && seenIn.get(control!) !== cell)
          issues.all.push({path: issues.pathOf(cell[0]!), code: 'no_control', expected});
      }
}

/** The cell in which each arm was last seen. */
type SeenIn = Map<string, readonly LiftRow[]>;

function checkTwice(cell: readonly LiftRow[], seenIn: SeenIn, issues: Issues): void {
  for (const row of cell) {
    const {arm} = row;
    if (seenIn.get(arm) === cell)
      issues.all.push({path: issues.pathOf(row, '.arm'), code: 'duplicate', got: describeValue(arm)});
    seenIn.set(arm, cell);
  }
}

/** Rows with a day count from the start of the test, so neither customers nor conversions become fewer. */
function checkCourses(places: Places<LiftRow>, issues: Issues): void {
  for (const bins of places.values())
    for (const days of bins.values()) {
      const rising = RISING.map(([field, code]): Rising => ({field, code, most: new Map()}));
      for (const day of daysIn(days))
        for (const row of days.get(day)!) for (const one of rising) checkCount(row, one, issues);
    }
}

const RISING = [
  ['n', 'customers_become_fewer'],
  ['conversions', 'conversions_become_fewer'],
] as const;

interface Rising {
  readonly field: 'n' | 'conversions';
  readonly code: string;
  /** The most so far, by arm. */
  readonly most: Map<string, number>;
}

function checkCount(row: LiftRow, {field, code, most}: Rising, issues: Issues): void {
  const count = row[field];
  if (!isGiven(count)) return;
  const before = most.get(row.arm) ?? 0;
  if (count >= before) return void most.set(row.arm, count);
  issues.all.push(issueOf(issues.pathOf(row, `.${field}`), code, [before, count]));
}
