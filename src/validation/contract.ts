import type {DataIssue} from './data-issue.js';
import {describeValue} from './describe-value.js';
import type {Field} from './fields.js';

/** At most this many issues are collected: enough to mend a backend, little enough to read. */
export const MAX_ISSUES = 20;
/** Rows beyond this are refused with a clear message rather than drawn late. */
export const MAX_ROWS = 1_000_000;

/** A reading of JSON: the value and the issues of what had to be left out of it, or only the issues that forbid one. */
export interface Parsed<Value> {
  readonly value: Value | null;
  readonly issues: readonly DataIssue[];
}

/** Fields by key. */
export type Shape = Readonly<Record<string, Field<unknown>>>;
type Read<S extends Shape> = {readonly [Key in keyof S]: S[Key] extends Field<infer Value> ? Value : never};
type ReadLists<L extends Readonly<Record<string, Shape>>> = {readonly [Key in keyof L]: readonly Read<L[Key]>[]};

/** What a chart accepts: loose fields beside `rows`, and lists whose items share a shape. */
export interface Contract<Value> {
  readonly fields: Shape;
  readonly lists: Readonly<Record<string, Shape>>;
  /** Reads JSON of any shape without throwing; a bare array is taken as `rows`; unknown keys are ignored. */
  readonly parse: (json: unknown) => Parsed<Value>;
}

/** Builds a contract from its parts. */
export function defineContract<F extends Shape, L extends Readonly<Record<string, Shape>>>(
  fields: F,
  lists: L,
): Contract<Read<F> & ReadLists<L>> {
  return {fields, lists, parse: (json) => parseContract<Read<F> & ReadLists<L>>(json, {fields, lists})};
}

type Parts = Pick<Contract<unknown>, 'fields' | 'lists'>;

function parseContract<Value>(json: unknown, parts: Parts): Parsed<Value> {
  try {
    const body: unknown = Array.isArray(json) ? {rows: json} : json;
    if (!isObject(body)) return refused([mismatch('', 'rows', json)]);
    return parseBody<Value>(body, parts);
  } catch {
    // A getter or proxy of the page may throw while it is read.
    return refused([{path: '', code: 'unreadable'}]);
  }
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parseBody<Value>(body: Json, {fields, lists}: Parts): Parsed<Value> {
  const issues: DataIssue[] = [];
  const names = Object.keys(lists);
  const value = readItem(Object.entries(fields), body, {path: '', issues});
  for (const name of names) value[name] = readList(lists[name]!, body[name], {path: name, issues});
  if (names.every((name) => body[name] === undefined || body[name] === null))
    issues.unshift(mismatch('', 'rows', body));
  return issues.length ? refused(issues.slice(0, MAX_ISSUES)) : {value: value as Value, issues: []};
}

interface Place {
  readonly path: string;
  readonly issues: DataIssue[];
}

function readList(shape: Shape, list: unknown, {path, issues}: Place): readonly unknown[] {
  if (list === undefined || list === null) return [];
  if (!Array.isArray(list)) {
    issues.push(mismatch(path, 'array', list));
    return [];
  }
  if (list.length > MAX_ROWS) {
    issues.push({path, code: 'too_many_rows', expected: String(MAX_ROWS), got: String(list.length)});
    return [];
  }
  const fields = new Map(Object.entries(shape));
  const needed = Object.keys(shape).filter((key) => !shape[key]!.isOptional);
  const read: unknown[] = [];
  for (let index = 0; index < list.length && issues.length < MAX_ISSUES; index++) {
    const item: unknown = list[index];
    if (!isObject(item)) issues.push(mismatch(`${path}.${index}`, 'object', item));
    else read.push(readRight(fields, needed, item) ?? readItem(fields, item, {path: `${path}.${index}`, issues}));
  }
  return read;
}

type Fields = Iterable<readonly [string, Field<unknown>]>;

/**
 * An item in which everything is right, or null: half a million rows are no time to name places or collect issues. A
 * copy of the whole costs far less than to add one value after the other.
 */
function readRight(
  fields: ReadonlyMap<string, Field<unknown>>,
  needed: readonly string[],
  item: Json,
): Record<string, unknown> | null {
  const copy: Record<string, unknown> = {...item};
  let hasMore = false;
  for (const key of Object.keys(copy)) {
    const value = copy[key];
    const field = value === undefined ? undefined : fields.get(key);
    if (!field) hasMore = true;
    else {
      const read = field.read(value);
      if (read === undefined) return null;
      if (read !== value) copy[key] = read;
    }
  }
  for (const key of needed) if (copy[key] === undefined) return null;
  return hasMore
    ? Object.fromEntries(Object.entries(copy).filter(([key, value]) => value !== undefined && fields.has(key)))
    : copy;
}

/** One item by its fields; what is not as it should be becomes an issue. Absent optional fields stay absent. */
function readItem(fields: Fields, item: Json, {path, issues}: Place): Record<string, unknown> {
  const read: Record<string, unknown> = {};
  for (const [key, {expected, isOptional, shape, read: readField}] of fields) {
    const given = Object.hasOwn(item, key) ? item[key] : undefined;
    if (given === undefined && isOptional) continue;
    const keyPath = path ? `${path}.${key}` : key;
    const isPart = shape !== undefined && isObject(given);
    const value = isPart ? readItem(Object.entries(shape), given, {path: keyPath, issues}) : readField(given);
    if (value === undefined) issues.push(mismatch(keyPath, expected, given));
    else read[key] = value;
  }
  return read;
}

/** The issue for a value that is not what it should be. */
export const mismatch = (path: string, expected: string, got: unknown): DataIssue => {
  const code = got === undefined || got === null ? 'missing' : 'unexpected';
  return {path, code, expected, ...(code === 'missing' ? {} : {got: describeValue(got)})};
};

const refused = (issues: readonly DataIssue[]): Parsed<never> => ({value: null, issues});
