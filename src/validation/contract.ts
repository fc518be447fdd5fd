import * as z from 'zod/mini';
import type {DataIssue} from './data-issue.js';
import {describeValue} from './describe-value.js';
import {type ItemReader, itemReader} from './fields.js';

/** At most this many issues are collected: enough to mend a backend, little enough to read. */
export const MAX_ISSUES = 20;
/** Rows beyond this are refused with a clear message rather than drawn late. */
export const MAX_ROWS = 1_000_000;

/** A reading of JSON: the value and the issues of what had to be left out of it, or only the issues that forbid one. */
export interface Parsed<Value> {
  readonly value: Value | null;
  readonly issues: readonly DataIssue[];
}

/** Zod schemas by key. */
export type Shape = Readonly<Record<string, z.ZodMiniType>>;
type Read<S extends Shape> = {readonly [Key in keyof S]: z.output<S[Key]>};
type ReadLists<L extends Shape> = {readonly [Key in keyof L]: readonly z.output<L[Key]>[]};

/** What a chart accepts: loose fields beside `rows`, and lists whose items share a shape. */
export interface Contract<Value> {
  /** The parts it is made of, from which the shipped JSON Schema is generated (`json-schema.ts`). */
  readonly fields: Shape;
  readonly lists: Shape;
  /** Reads JSON of any shape without throwing; a bare array is taken as `rows`; unknown keys are ignored. */
  readonly parse: (json: unknown) => Parsed<Value>;
}

/**
 * Builds a contract. The loose fields are checked by one schema and each list item by its own in a plain loop: a whole
 * array inside one Zod schema overflows the stack on a hundred thousand bad rows and collects every issue of them.
 * (`zod/mini` parses without `new Function`; the tests under a strict CSP would say if that changed.)
 */
export function defineContract<F extends Shape, L extends Shape>(
  fields: F,
  lists: L,
): Contract<Read<F> & ReadLists<L>> {
  const envelope = z.object(fields);
  const names = Object.keys(lists);
  const readers = names.map((name) => itemReader(lists[name]!));
  return {
    fields,
    lists,
    parse: (json) => parseContract<Read<F> & ReadLists<L>>(json, {envelope, lists, names, readers}),
  };
}

interface Parts {
  readonly envelope: z.ZodMiniType;
  readonly lists: Shape;
  readonly names: readonly string[];
  readonly readers: readonly (ItemReader | undefined)[];
}

function parseContract<Value>(json: unknown, parts: Parts): Parsed<Value> {
  try {
    const body: unknown = Array.isArray(json) ? {rows: json} : json;
    if (typeof body !== 'object' || body === null) return refused([mismatch('', 'rows', json)]);
    return parseBody<Value>(body as Readonly<Record<string, unknown>>, parts);
  } catch {
    // A getter or proxy of the page may throw while it is read.
    return refused([{path: '', code: 'unreadable'}]);
  }
}

function parseBody<Value>(
  body: Readonly<Record<string, unknown>>,
  {envelope, lists, names, readers}: Parts,
): Parsed<Value> {
  const issues: DataIssue[] = [];
  const value = {...(parsePart(envelope, body, {path: '', issues}) as object)} as Record<string, unknown>;
  for (const [index, name] of names.entries())
    value[name] = parseList(lists[name]!, body[name], {path: name, issues, read: readers[index]});
  if (names.every((name) => body[name] === undefined || body[name] === null))
    issues.unshift(mismatch('', 'rows', body));
  return issues.length ? refused(issues) : {value: value as Value, issues: []};
}

interface Place {
  readonly path: string;
  readonly issues: DataIssue[];
}

interface ListPlace extends Place {
  readonly read: ItemReader | undefined;
}

function parseList(
  schema: z.ZodMiniType,
  list: unknown,
  {path, issues, read: readItem}: ListPlace,
): readonly unknown[] {
  if (list === undefined || list === null) return [];
  if (!Array.isArray(list)) {
    issues.push(mismatch(path, 'array', list));
    return [];
  }
  if (list.length > MAX_ROWS) {
    issues.push({path, code: 'too_many_rows', expected: String(MAX_ROWS), got: String(list.length)});
    return [];
  }
  const read: unknown[] = [];
  for (let index = 0; index < list.length && issues.length < MAX_ISSUES; index++)
    read.push(readItem?.(list[index]) ?? parsePart(schema, list[index], {path: `${path}.${index}`, issues}));
  return read;
}

function parsePart(schema: z.ZodMiniType, json: unknown, {path, issues}: Place): unknown {
  const result = z.safeParse(schema, json);
  if (result.success) return result.data;
  for (const issue of result.error.issues.slice(0, MAX_ISSUES - issues.length)) {
    const keys = issue.path.map(String);
    issues.push(mismatch([path, ...keys].filter(Boolean).join('.'), issue.message, valueAt(json, issue.path)));
  }
  return undefined;
}

const valueAt = (json: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Readonly<Record<PropertyKey, unknown>> | undefined)?.[key], json);

/** The issue for a value that is not what it should be. */
export const mismatch = (path: string, expected: string, got: unknown): DataIssue => {
  const code = got === undefined || got === null ? 'missing' : 'unexpected';
  return {path, code, expected, ...(code === 'missing' ? {} : {got: describeValue(got)})};
};

const refused = (issues: readonly DataIssue[]): Parsed<never> => ({value: null, issues});
