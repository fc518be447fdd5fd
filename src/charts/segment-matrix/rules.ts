import {MAX_ISSUES, mismatch, type Parsed} from '../../validation/contract.js';
import type {DataIssue} from '../../validation/data-issue.js';
import {describeValue, shortened} from '../../validation/describe-value.js';
import {isNumber, type MatrixView, type SegmentMatrixOptions, viewOf} from './options.js';
import {contract, type MatrixRow, type SegmentMatrixData} from './schema.js';

/** Fields that name the group of a row, by view. */
const NAMES = {
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
  const parsed = contract.parse(json);
  if (parsed.value === null) return parsed;
  const data: SegmentMatrixData = parsed.value;
  const view = viewOf(options, data.rows);
  // One kind of trouble at a time: without names there are no duplicates, without an order no gaps in it.
  const checks = [missingNames, duplicates, misordered, ragged];
  const issues = checks.reduce<DataIssue[]>((found, check) => (found.length ? found : check(data, view)), []);
  if (issues.length) return {value: null, issues: issues.slice(0, MAX_ISSUES)};
  const partly = [
    ...unknownKeys(json as object),
    ...(view === 'grid' ? measureNotGiven(data.rows, options) : []),
    ...worthWithoutCustomers(data.rows),
  ];
  return {value: data, issues: partly.slice(0, MAX_ISSUES)};
}

/** A group without a count cannot be protected; so there is one, or its absence says that the back-end withholds it. */
function needed(rows: readonly MatrixRow[], view: MatrixView): readonly (keyof MatrixRow)[] {
  if (view === 'quadrant') return [...NAMES[view], 'x', 'y'];
  return rows.some(({customers}) => customers !== undefined) ? NAMES[view] : [...NAMES[view], 'customers'];
}

const EXPECTED: Readonly<Partial<Record<keyof MatrixRow, string>>> = {x: 'number', y: 'number', customers: 'count'};

function missingNames({rows}: SegmentMatrixData, view: MatrixView): DataIssue[] {
  const fields = needed(rows, view);
  const issues: DataIssue[] = [];
  for (const [index, row] of rows.entries())
    for (const field of fields)
      if (row[field] === null || row[field] === undefined) {
        issues.push(mismatch(`rows.${index}.${field}`, EXPECTED[field] ?? 'id', row[field]));
        if (issues.length === MAX_ISSUES) return issues;
      }
  return issues;
}

/** One text for a pair of names, which no other pair can have; `keyOf` takes several times as long, a cell at a time. */
export const pairOf = (one: string, other: string): string => `${one.length} ${one}${other}`;

/** The text of a row's names, as an issue shows it. */
const titleOf = (row: MatrixRow, names: readonly NameField[]): string =>
  names.map((name) => describeValue(row[name])).join(' × ');

function duplicates({rows}: SegmentMatrixData, view: MatrixView): DataIssue[] {
  const [first, second] = NAMES[view];
  const seen = new Set<string>();
  const issues: DataIssue[] = [];
  for (const [index, row] of rows.entries()) {
    seen.add(second ? pairOf(row[first]!, row[second]!) : row[first]!);
    // Nothing has been added where there is one less than there should be.
    if (seen.size + issues.length > index) continue;
    issues.push({path: `rows.${index}.${first}`, code: 'duplicate', got: titleOf(row, NAMES[view])});
  }
  return issues;
}

/** The values of some names in order: as listed, else as they first appear. */
export function orderOf(data: SegmentMatrixData, ...names: readonly NameField[]): readonly string[] {
  const listed = data[ORDER[names[0]!]] ?? [];
  if (listed.length) return listed;
  const found = new Set<string>();
  for (const name of names) for (const row of data.rows) found.add(row[name]!);
  return [...found];
}

/** Where an order is listed it is the whole: a name outside it, or one that no row has, is a mistake. */
function misordered(data: SegmentMatrixData, view: MatrixView): DataIssue[] {
  const issues: DataIssue[] = [];
  for (const list of new Set(NAMES[view].map((name) => ORDER[name]))) {
    const listed = data[list] ?? [];
    if (!listed.length) continue;
    const names = NAMES[view].filter((name) => ORDER[name] === list);
    const used = new Set(names.flatMap((name) => data.rows.map((row) => row[name])));
    for (const [index, entry] of listed.entries()) {
      const path = `${list}.${index}`;
      if (listed.indexOf(entry) < index) issues.push({path, code: 'duplicate', got: describeValue(entry)});
      else if (!used.has(entry)) issues.push({path, code: 'unknown_entry', got: describeValue(entry)});
    }
    const known = new Set(listed);
    for (const [index, row] of data.rows.entries())
      for (const name of names)
        if (!known.has(row[name]!))
          issues.push({path: `rows.${index}.${name}`, code: 'not_in_order', got: describeValue(row[name])});
  }
  return issues;
}

/** A grid has every cell – where nobody is, a zero – and at least two rows and columns; a migration two tiers. */
function ragged(data: SegmentMatrixData, view: MatrixView): DataIssue[] {
  if (!data.rows.length) return [];
  if (view === 'migration') return single(orderOf(data, 'from', 'to'), 'one_tier');
  if (view !== 'grid') return [];
  const [rows, columns] = [orderOf(data, 'row'), orderOf(data, 'column')];
  const thin = [...single(rows, 'one_row'), ...single(columns, 'one_column')];
  return thin.length ? thin : missingCells(data, rows, columns);
}

const single = ([only, second]: readonly string[], code: string): DataIssue[] =>
  second === undefined && only !== undefined ? [{path: 'rows', code, got: describeValue(only)}] : [];

function missingCells(data: SegmentMatrixData, rows: readonly string[], columns: readonly string[]): DataIssue[] {
  if (data.rows.length === rows.length * columns.length) return [];
  const known = new Set(data.rows.map(({row, column}) => pairOf(row!, column!)));
  const issues: DataIssue[] = [];
  for (const row of rows)
    for (const column of columns)
      if (!known.has(pairOf(row, column)) && issues.length < MAX_ISSUES)
        issues.push({path: 'rows', code: 'missing_cell', got: titleOf({row, column}, NAMES.grid)});
  return issues;
}

/** Drawn all the same: a part says nothing but what it has keys for, so another one is mistyped. */
function unknownKeys(json: object): DataIssue[] {
  const parts = Object.entries(contract.fields).flatMap(([name, {shape}]) => (shape ? [[name, shape] as const] : []));
  return parts.flatMap(([name, shape]): DataIssue[] => {
    const unknown = keysOf(json, name).filter((key) => !Object.hasOwn(shape, key));
    const expected = Object.keys(shape).join(', ');
    return unknown.map((key) => ({path: `${name}.${shortened(key)}`, code: 'unknown_key', expected}));
  });
}

function keysOf(json: object, name: string): readonly string[] {
  try {
    return Object.hasOwn(json, name) ? Object.keys((json as Record<string, object | null>)[name] ?? {}) : [];
  } catch {
    // A proxy of the page may be read by name and throw when it is asked for all names.
    return [];
  }
}

/** What a measure is computed from beside the customers. */
const NEEDS: Readonly<Partial<Record<string, 'value' | 'previous'>>> = {
  value: 'value',
  'value-per-customer': 'value',
  index: 'value',
  change: 'previous',
};

/** Drawn all the same: without shades, and with every number that there is. */
function measureNotGiven(rows: readonly MatrixRow[], {measure}: SegmentMatrixOptions): DataIssue[] {
  const expected = NEEDS[measure];
  if (!expected || !rows.length || rows.some((row) => isNumber(row[expected]))) return [];
  return [{path: 'measure', code: 'measure_not_given', expected, got: describeValue(measure)}];
}

/** Drawn all the same: the value counts in the sums, the group has no index. */
function worthWithoutCustomers(rows: readonly MatrixRow[]): DataIssue[] {
  const issues: DataIssue[] = [];
  for (const [index, {customers, value}] of rows.entries())
    if (customers === 0 && value)
      issues.push({path: `rows.${index}.value`, code: 'value_without_customers', got: String(value)});
  return issues;
}
