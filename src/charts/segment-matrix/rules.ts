import {MAX_ISSUES, mismatch, type Parsed} from '../../validation/contract.js';
import type {DataIssue} from '../../validation/data-issue.js';
import {isNumber, MEASURES, type MatrixView, type SegmentMatrixOptions, viewOf} from './options.js';
import {contract, type MatrixRow, type SegmentMatrixData} from './schema.js';

/** Fields that name the group of a row, by view. */
export const NAMES = {
  grid: ['row', 'column'],
  migration: ['from', 'to'],
  share: ['segment'],
  quadrant: ['segment'],
} as const satisfies Record<MatrixView, readonly (keyof MatrixRow)[]>;

/** The list that orders the values of a name. */
const ORDER = {row: 'rowOrder', column: 'columnOrder', from: 'order', to: 'order', segment: 'order'} as const;
type NameField = keyof typeof ORDER;

/** Reads a matrix and holds it against the rules of its view that no single field can break. */
export function parseSegmentMatrix(json: unknown, options: SegmentMatrixOptions): Parsed<SegmentMatrixData> {
  const odd = oddOptions(options);
  if (odd.length) return {value: null, issues: odd};
  const parsed = contract.parse(json);
  if (parsed.value === null) return parsed;
  const data: SegmentMatrixData = parsed.value;
  const view = viewOf(options, data.rows);
  const unnamed = missing(data.rows, needed(data.rows, view));
  const issues = unnamed.length
    ? unnamed
    : [...duplicates(data, view), ...misordered(data, view), ...ragged(data, view)];
  if (issues.length) return {value: null, issues: issues.slice(0, MAX_ISSUES)};
  return {value: data, issues: worthWithoutCustomers(data.rows).slice(0, MAX_ISSUES)};
}

function oddOptions({measure}: SegmentMatrixOptions): DataIssue[] {
  const known: readonly string[] = ['auto', ...MEASURES];
  return known.includes(measure) ? [] : [mismatch('measure', known.join(', '), measure)];
}

/** A group without a count cannot be protected; so there is one, or its absence says that the back-end withholds it. */
function needed(rows: readonly MatrixRow[], view: MatrixView): readonly (keyof MatrixRow)[] {
  if (view === 'quadrant') return [...NAMES[view], 'x', 'y'];
  return rows.some(({customers}) => isNumber(customers)) ? NAMES[view] : [...NAMES[view], 'customers'];
}

const EXPECTED: Readonly<Partial<Record<keyof MatrixRow, string>>> = {x: 'number', y: 'number', customers: 'count'};

function missing(rows: readonly MatrixRow[], fields: readonly (keyof MatrixRow)[]): DataIssue[] {
  const issues: DataIssue[] = [];
  for (const [index, row] of rows.entries())
    for (const field of fields)
      if (row[field] === null || row[field] === undefined) {
        issues.push(mismatch(`rows.${index}.${field}`, EXPECTED[field] ?? 'id', row[field]));
        if (issues.length === MAX_ISSUES) return issues;
      }
  return issues;
}

/** One text for a pair of names, which no other pair can have. */
export const keyOf = (...names: readonly (string | null | undefined)[]): string => JSON.stringify(names);

/** The text of a row's names, as an issue shows it. */
const titleOf = (row: MatrixRow, names: readonly NameField[]): string => names.map((name) => row[name]).join(' × ');

function duplicates({rows}: SegmentMatrixData, view: MatrixView): DataIssue[] {
  const seen = new Set<string>();
  return rows.flatMap((row, index) => {
    const key = keyOf(...NAMES[view].map((name) => row[name]));
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [{path: `rows.${index}.${NAMES[view][0]}`, code: 'duplicate', got: titleOf(row, NAMES[view])}];
  });
}

/** The values of some names in order: as listed, else as they first appear. */
export function orderOf(data: SegmentMatrixData, ...names: readonly NameField[]): readonly string[] {
  const listed = data[ORDER[names[0]!]] ?? [];
  if (listed.length) return listed;
  return [...new Set(names.flatMap((name) => data.rows.map((row) => row[name]!)))];
}

/** Where an order is listed it is the whole: a name outside it, or one that no row has, is a mistake. */
function misordered(data: SegmentMatrixData, view: MatrixView): DataIssue[] {
  const issues: DataIssue[] = [];
  for (const list of new Set(NAMES[view].map((name) => ORDER[name]))) {
    const listed = data[list] ?? [];
    const names = NAMES[view].filter((name) => ORDER[name] === list);
    const used = new Set(names.flatMap((name) => data.rows.map((row) => row[name])));
    if (!listed.length) continue;
    for (const [index, entry] of listed.entries()) {
      const path = `${list}.${index}`;
      if (listed.indexOf(entry) < index) issues.push({path, code: 'duplicate', got: entry});
      else if (!used.has(entry)) issues.push({path, code: 'unknown_entry', got: entry});
    }
    const known = new Set(listed);
    for (const [index, row] of data.rows.entries())
      for (const name of names)
        if (!known.has(row[name]!)) issues.push({path: `rows.${index}.${name}`, code: 'not_in_order', got: row[name]!});
  }
  return issues;
}

/** A grid has every cell – where nobody is, a zero – and at least two rows and columns; a migration two tiers. */
function ragged(data: SegmentMatrixData, view: MatrixView): DataIssue[] {
  const {rows} = data;
  if (!rows.length || NAMES[view].length < 2) return [];
  if (view === 'migration') {
    const [tier, second] = orderOf(data, 'from', 'to');
    return second === undefined ? [{path: 'rows', code: 'one_tier', got: tier!}] : [];
  }
  const [lines, columns] = [orderOf(data, 'row'), orderOf(data, 'column')];
  if (lines.length < 2) return [{path: 'rows', code: 'one_row', got: lines[0]!}];
  if (columns.length < 2) return [{path: 'rows', code: 'one_column', got: columns[0]!}];
  const known = new Set(rows.map(({row, column}) => keyOf(row, column)));
  const issues: DataIssue[] = [];
  for (const row of known.size < lines.length * columns.length ? lines : [])
    for (const column of columns)
      if (!known.has(keyOf(row, column)) && issues.length < MAX_ISSUES)
        issues.push({path: 'rows', code: 'missing_cell', got: titleOf({row, column}, NAMES.grid)});
  return issues;
}

/** Drawn all the same: the value counts in the sums, the group has no index. */
const worthWithoutCustomers = (rows: readonly MatrixRow[]): DataIssue[] =>
  rows.flatMap(({customers, value}, index) =>
    customers === 0 && value
      ? [{path: `rows.${index}.value`, code: 'value_without_customers', got: String(value)}]
      : [],
  );
