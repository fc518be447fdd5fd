import {group} from 'd3-array';
import {mismatch} from '../../validation/contract.js';
import type {DataIssue} from '../../validation/data-issue.js';
import {describeValue} from '../../validation/describe-value.js';
import {isGiven, isReported, type Measure, measuresOf, NEEDED} from './measures.js';
import type {LiftRow} from './schema.js';

/** An issue that takes its metric away; null is the metric without a name. */
export interface Fault {
  readonly metric: string | null;
  readonly issue: DataIssue;
}

interface Placed {
  readonly row: LiftRow;
  readonly path: string;
  readonly measures: readonly Measure[];
}

/** What is wrong with rows that are well formed each; `places` are their indices in the JSON. */
export function rowFaults(rows: readonly LiftRow[], places: readonly number[]): Fault[] {
  const placed = rows.map((row, index) => ({row, path: `rows.${places[index]!}`, measures: measuresOf(row)}));
  return [...group(placed, ({row}) => row.metric ?? null)].flatMap(([metric, own]) =>
    [...own.flatMap(valueIssues), ...measureIssues(own), ...armIssues(own), ...fallingIssues(own)].map((issue) => ({
      metric,
      issue,
    })),
  );
}

/** Squares may fall short of their least value by rounding. */
const ROUNDING = 1 - 1e-12;

function valueIssues({row, path, measures}: Placed): DataIssue[] {
  const {n, conversions} = row;
  const needed = new Set(measures.flatMap((measure) => NEEDED[measure]));
  if (isGiven(conversions) || isGiven(row.sum)) needed.add('n');
  const missing = [...needed].filter((field) => !isGiven(row[field]));
  return [
    ...missing.map((field) => mismatch(`${path}.${field}`, field === 'n' ? 'count' : 'number', undefined)),
    ...(isGiven(conversions) && conversions > (n ?? Infinity)
      ? [issueOf(`${path}.conversions`, 'conversions_exceed_customers', [n!, conversions])]
      : []),
    ...squareIssues(row, path),
    ...reportedIssues(row, path),
  ];
}

const issueOf = (path: string, code: string, [expected, got]: readonly [number | string, number]): DataIssue => ({
  path,
  code,
  expected: String(expected),
  got: String(got),
});

/** The back-end's own interval holds its own estimate. */
function reportedIssues({lift, low, high}: LiftRow, path: string): DataIssue[] {
  const [least, most] = [low ?? -Infinity, high ?? Infinity];
  if (least > most) return [issueOf(`${path}.low`, 'limits_swapped', [most, least])];
  if (!isGiven(lift) || (least <= lift && lift <= most)) return [];
  return [issueOf(`${path}.lift`, 'estimate_outside_interval', [`${least} … ${most}`, lift])];
}

/** A sum of squares is at least the square of the sum over n, and bounds the sum of products. */
function squareIssues(row: LiftRow, path: string): DataIssue[] {
  const {n, sum, sumSquares, preSum, preSumSquares, sumProducts, sumNum, sumDen, sumNumSq, sumDenSq, sumNumDen} = row;
  const least = (field: string, square: number | null | undefined, of: number | null | undefined): DataIssue[] =>
    isGiven(square) && isGiven(of) && isGiven(n) && n > 0 && square < (of / n) * of * ROUNDING
      ? [issueOf(`${path}.${field}`, 'sum_of_squares_too_small', [(of / n) * of, square])]
      : [];
  type Sums = readonly (number | null | undefined)[];
  const most = (field: string, product: number | null | undefined, [a, b]: Sums): DataIssue[] =>
    isGiven(product) && isGiven(a) && isGiven(b) && Math.abs(product) * ROUNDING > Math.sqrt(a) * Math.sqrt(b)
      ? [{path: `${path}.${field}`, code: 'sum_of_products_too_large', got: String(product)}]
      : [];
  return [
    ...least('sumSquares', sumSquares, sum),
    ...least('preSumSquares', preSumSquares, preSum),
    ...least('sumNumSq', sumNumSq, sumNum),
    ...least('sumDenSq', sumDenSq, sumDen),
    ...most('sumProducts', sumProducts, [sumSquares, preSumSquares]),
    ...most('sumNumDen', sumNumDen, [sumNumSq, sumDenSq]),
  ];
}

/** All rows of a metric are measured in the same way, and a row in one way only. */
function measureIssues(rows: readonly Placed[]): DataIssue[] {
  const measure = rows.find(({measures}) => measures.length)?.measures[0];
  if (!measure && !rows.some(({row}) => isReported(row))) return [{path: rows[0]!.path, code: 'nothing_measured'}];
  return rows.flatMap(({measures, path}): DataIssue[] => {
    if (measures.length > 1) return [{path, code: 'measured_twice', got: measures.join(', ')}];
    if (measures[0] === measure) return [];
    return measure ? [{path, code: 'measured_otherwise', expected: measure, got: measures[0] ?? ''}] : [];
  });
}

/** One control, in every cell of segment, day and bin; each arm once in a cell. */
function armIssues(rows: readonly Placed[]): DataIssue[] {
  const controls = rows.filter(({row}) => row.control === true);
  const control = controls[0]?.row.arm;
  const other = controls.find(({row}) => row.arm !== control);
  const twoNames = {expected: describeValue(control), got: describeValue(other?.row.arm)};
  if (other) return [{path: `${other.path}.control`, code: 'two_controls', ...twoNames}];
  const cells = group(rows, ({row}) => `${placeOf(row)} ${row.date ?? ''}`);
  const isMeasured = rows.some(({measures}) => measures.length > 0);
  if (isMeasured && control === undefined) return [{path: rows[0]!.path, code: 'no_control'}];
  return [...cells.values()].flatMap((cell) => {
    const arms = new Set<string>();
    const twice = cell.flatMap(({row: {arm}, path}): DataIssue[] => {
      const issues = arms.has(arm) ? [{path: `${path}.arm`, code: 'duplicate', got: describeValue(arm)}] : [];
      arms.add(arm);
      return issues;
    });
    const lacks = isMeasured && !arms.has(control!);
    return lacks ? [{path: cell[0]!.path, code: 'no_control', expected: describeValue(control)}, ...twice] : twice;
  });
}

/** Rows with a day count from the start of the test, so customers cannot become fewer. */
function fallingIssues(rows: readonly Placed[]): DataIssue[] {
  const dated = rows.filter(({row}) => isGiven(row.date) && isGiven(row.n));
  const courses = group(dated, ({row}) => `${row.arm.length} ${row.arm} ${placeOf(row)}`);
  return [...courses.values()].flatMap((course) => {
    let most = 0;
    return inOrderOfDays(course, ({row}) => row.date!).flatMap(({row, path}): DataIssue[] => {
      const before = most;
      most = Math.max(most, row.n!);
      if (row.n! >= before) return [];
      return [{path: `${path}.n`, code: 'customers_become_fewer', expected: String(before), got: String(row.n)}];
    });
  });
}

/** One text for a segment and bin, which no others can have: the length keeps names apart. */
const placeOf = ({segment, bin}: LiftRow): string => `${segment?.length ?? ''} ${segment ?? ''} ${bin ?? ''}`;

/** ISO days sort as text. */
export const inOrderOfDays = <Item>(items: readonly Item[], dayOf: (item: Item) => string): Item[] =>
  [...items].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));
