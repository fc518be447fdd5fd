import type {DataIssue} from '../validation/data-issue.js';
import {describeValue} from '../validation/describe-value.js';
import type {CompiledMap, Role} from './compile-map.js';
import {bindAll, child, deadEnd, keyOf, LimitError, matchName, pathOf, type DeadEnd, type Scope} from './pointers.js';
import type {MapSource, Row} from './reading.js';
import {isDimension, isMeasure} from './roles.js';
import type {Template} from './templates.js';
import {isGiven, readAs, type ValueFacts} from './values.js';

/** Values read from one body; beyond it the reading stops with a clear issue. */
const MOST_VALUES = 1_000_000;
/** Enough issues to mend a backend, few enough to read. */
const MOST_ISSUES = 20;

/** What is read so far, and what there is to say of it. */
export interface MapRows {
  readonly map: CompiledMap;
  readonly rows: Row[];
  readonly document: Row;
  readonly issues: DataIssue[];
  readonly notes: DataIssue[];
  /** The wildcards of all rows, one row after another, by which their values are found again. */
  readonly origins: Scope['bound'];
  readonly facts: ValueFacts;
  /** Entries that made no row for want of a dimension: the first of them, and how many. */
  readonly leftOut: Map<Role, {readonly path: string; count: number}>;
  /** Of the first text that its pattern does not fit. */
  readonly unmatched: DataIssue[];
  /** Roles for which there was anything at all, be it null. */
  readonly seen: Set<Role>;
}

/** What is beyond the limit is not even worded: a million bad values take no longer than good ones. */
function add(list: DataIssue[], issue: () => DataIssue): void {
  if (list.length < MOST_ISSUES) list.push(issue());
}

/**
 * Reads the document fields and all rows of a map. `own` are the roles that the author of the page named: a preset's may
 * find nothing without a word. Throws a `LimitError` for a body that is too large.
 */
export function readMap(map: CompiledMap, known: Row, own: ReadonlySet<string>): MapRows {
  const document: Row = {...known};
  const read: MapRows = {
    map,
    rows: [],
    document,
    facts: {settings: map.source, document, row: document},
    issues: [],
    notes: [],
    origins: [],
    leftOut: new Map(),
    unmatched: [],
    seen: new Set(),
  };
  for (const role of map.document) {
    const value = readRole(role, read);
    if (value !== undefined) document[role.name] = value;
  }
  const end = readEntries(read);
  if (!end) tell(read, own);
  else if (!isEmpty(end, map.scope)) add(read.issues, () => nothingFound(end));
  return read;
}

/**
 * Adds a row for every way in which the wildcards of the measure can be bound; if there is none, says why. Of a fallback
 * list, the first template that binds anything is enumerated.
 */
function readEntries(read: MapRows): DeadEnd | undefined {
  const {measure, match, row, scope} = read.map;
  const matched = match
    .flatMap(([, {slots}]) => slots)
    .filter((slot) => !measure.templates.some(({slots}) => slots.includes(slot)));
  let entries = 0;
  let end: DeadEnd | undefined;
  for (const {steps} of measure.templates) {
    if (!steps || entries) continue;
    const dead = bindAll(steps, scope, () => {
      if (++entries * row.length > MOST_VALUES) throw new LimitError();
      addRow(read);
      for (const slot of matched) scope.bound[slot] = undefined;
    });
    end ??= dead;
  }
  return entries ? undefined : end;
}

/** An empty list or null where the entries would be is "no rows"; anything else is trouble. */
const isEmpty = ({node, step, keys}: DeadEnd, {skip}: Scope): boolean =>
  node === null || (typeof node === 'object' && step.slots.length > 0 && keys.length <= skip);

/** Where a pointer ended, the key it looked for there, and the keys it saw. */
const nothingFound = ({path, step, keys}: DeadEnd): DataIssue => ({
  path,
  code: 'nothing_found',
  expected: step.source,
  got: keys.join(', ').slice(0, 80),
});

/** Adds the row of an entry, unless a pattern does not fit, a dimension is not given, or `keep` or `drop` says so. */
function addRow(read: MapRows): void {
  const {map, rows, origins} = read;
  const {bound} = map.scope;
  const misfit = map.match.find(([texts, pattern]) => !matchName(pattern, textOf(texts, map.scope), bound));
  if (misfit) {
    tellMisfit(misfit, read);
    return;
  }
  const row: Row = {};
  read.facts.row = row;
  for (const role of map.row) {
    const value = readRole(role, read);
    if (value === undefined && isDimension(role.kind)) return;
    if (value !== undefined || isNullable(role)) row[role.name] = value ?? null;
  }
  if (!isKept(row, map.source)) return;
  rows.push(row);
  for (const value of bound) origins.push(value);
}

/** A text that does not fit is skipped; one that is not given is worth a note. */
function tellMisfit([texts, pattern]: CompiledMap['match'][number], {map, notes, unmatched}: MapRows): void {
  const text = textOf(texts, map.scope);
  const issue = () => unexpected(placeOf(texts[0]!, map), pattern.source, text || null);
  if (!unmatched.length) unmatched.push(issue());
  if (!text) add(notes, issue);
}

function textOf(templates: readonly Template[], scope: Scope): string {
  const value = templates.map(({get}) => get(scope)).find(isGiven);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

const isNullable = ({name, kind}: Role): boolean => isMeasure(kind) || name === 'from' || name === 'to';

function isKept(row: Row, {keep, drop}: MapSource): boolean {
  // A move has two ends; where neither is given, nobody moved.
  if (row['from'] === null && row['to'] === null) return false;
  const has = ([name, values]: readonly [string, readonly unknown[]]) => values.includes(row[name]);
  return (!keep || Object.entries(keep).every(has)) && !(drop && Object.entries(drop).some(has));
}

/** The value of a role; undefined where it is not given, is a total, or cannot be read, which is then an issue. */
function readRole(role: Role, read: MapRows): unknown {
  const {map, seen, issues, facts} = read;
  for (const template of role.templates) {
    const value = template.get(map.scope);
    if (value !== undefined) seen.add(role);
    if (!isGiven(value) && !(value === false && role.kind === 'flag')) continue;
    const taken = role.name === 'control' ? isControl(value, template, facts) : readAs(role.kind, value, facts);
    if (taken === undefined) add(issues, () => unexpected(placeOf(template, map), role.kind.replace('!', ''), value));
    return taken ?? undefined;
  }
  if (isDimension(role.kind)) leaveOut(role, read);
  return undefined;
}

const unexpected = (path: string, expected: string, value: unknown): DataIssue => ({
  path,
  code: 'unexpected',
  expected,
  got: describeValue(value),
});

/** Counts an entry that makes no row for want of a dimension, unless it is a total that the shape itself tells apart. */
function leaveOut(role: Role, {map, leftOut}: MapRows): void {
  if (role.templates.every((template) => isAside(template, map.scope))) return;
  const left = leftOut.get(role) ?? {path: placeOf(role.templates[0]!, map), count: 0};
  left.count++;
  leftOut.set(role, left);
}

/** One value for all rows is the control's name; a value of each row is a flag, or that name again. */
function isControl(value: unknown, {slots}: Template, facts: ValueFacts): boolean {
  const flag = slots.length || typeof value === 'boolean' ? readAs('flag', value, facts) : undefined;
  return (flag as boolean | undefined) ?? String(value) === facts.row['arm'];
}

/**
 * Salesforce's total `0!T`, Amplitude's index 0: the wildcard's key is no index of the list, or with its offset no
 * period. Such an entry is not one of the rows, so nothing needs saying.
 */
function isAside({steps}: Template, scope: Scope): boolean {
  let node = scope.root;
  for (const step of steps ?? []) {
    const key = keyOf(step, scope);
    if (Array.isArray(node) && step.slots.length && !/^\d+$/.test(key ?? '')) return true;
    node = child(node, key);
  }
  return !steps;
}

/** The caller's path of what a template stands for; for a key on its own, that of the entry it is a key of. */
function placeOf({steps, slots}: Template, {scope, measure}: CompiledMap): string {
  if (steps) return pathOf(steps, scope);
  const pointer = measure.templates.find(
    (template) => template.steps && template.slots.includes(slots[0] ?? -1),
  )?.steps;
  return pointer
    ? pathOf(pointer.slice(0, pointer.findIndex((step) => step.slots.includes(slots[0]!)) + 1), scope)
    : 'map';
}

/**
 * Says what was left out, and which roles found nothing: an issue if that leaves no rows or no number in any, or else a
 * note.
 */
function tell(read: MapRows, own: ReadonlySet<string>): void {
  const {map, rows, issues, notes, leftOut, unmatched, seen} = read;
  const isBlind = !map.row.some((role) => isMeasure(role.kind) && seen.has(role));
  const said = rows.length && !isBlind ? notes : issues;
  for (const [{name}, {path, count}] of leftOut)
    add(said, () => ({path, code: 'entries_left_out', expected: name, got: String(count)}));
  if (!rows.length) issues.push(...unmatched);
  const isTold = (role: Role) => !seen.has(role) && (own.has(role.name) || (isBlind && role === map.measure));
  for (const {templates} of map.row.filter(isTold)) {
    const steps = templates[0]?.steps;
    const end = steps && deadEnd(steps, map.scope);
    if (end) add(said, () => nothingFound(end));
  }
}

/**
 * The caller's path of a role of a row – of its measure, where the role is not mapped – or of a document field; undefined
 * for what is not of this map.
 */
export function pathIn({map, rows, origins, document}: MapRows, row: Row, name: string): string | undefined {
  const [index, count] = [rows.indexOf(row), map.scope.bound.length];
  const role = [...map.row, ...map.document].find((one) => one.name === name) ?? (index < 0 ? undefined : map.measure);
  if (!role || (index < 0 && row !== document)) return undefined;
  const bound = index < 0 ? [] : origins.slice(index * count, (index + 1) * count);
  const scope = {...map.scope, bound};
  return placeOf(role.templates.find(({get}) => isGiven(get(scope))) ?? role.templates[0]!, {...map, scope});
}

/** The caller's path of the list of all entries: that of the measure up to its first wildcard. */
export function pathOfEntries({map: {measure, scope}}: MapRows): string {
  const {steps = []} = measure.templates.find((template) => template.steps) ?? {};
  return pathOf(
    steps.slice(
      0,
      steps.findIndex(({slots}) => slots.length),
    ),
    scope,
  );
}
