import {sum} from 'd3-array';
import {MAX_ISSUES, type Parsed} from '../../validation/contract.js';
import type {DataIssue} from '../../validation/data-issue.js';
import {describeValue, shortened} from '../../validation/describe-value.js';
import {isGiven} from './measures.js';
import {keyOf} from '../../validation/key-of.js';
import {type Fault, rowFaults} from './row-rules.js';
import {contract, type LiftRow, type LiftTest, type TreatmentLiftData} from './schema.js';

/**
 * Reads a test and holds it against the rules that no single field can break. A metric with a fault is left out and its
 * issues are kept; the others stand.
 */
export function parseTreatmentLift(json: unknown): Parsed<LiftTest> {
  try {
    const {data, places, issues, unread, lists} = readable(json);
    if (!data) return {value: null, issues: issues.slice(0, MAX_ISSUES)};
    const faults = [...rowFaults(data.rows, places.rows), ...metricFaults(data, places.metrics)];
    const bad = new Set(faults.map(({metric}) => metric));
    const rows = bad.size ? data.rows.filter(({metric}) => !bad.has(metric ?? null)) : data.rows;
    const planned = allocationIssues({allocation: data.allocation, rows}, lists.rows);
    const kept = {
      ...data,
      allocation: planned.length ? null : data.allocation,
      rows,
      metrics: data.metrics.filter(({id}) => !bad.has(id)),
      leftOut: {comparisons: declaredIn(lists, new Set([...unread, ...bad])), plan: planned.length > 0},
    };
    const all = [...issues, ...faults.map(({issue}) => issue), ...planned].slice(0, MAX_ISSUES);
    return {value: kept.rows.length || !all.length ? kept : null, issues: all};
  } catch {
    // A getter or proxy of the page may throw while it is read again.
    return {value: null, issues: [{path: '', code: 'unreadable'}]};
  }
}

/** Where rows and metrics stood in the JSON. */
type Places = Readonly<Record<'rows' | 'metrics', readonly number[]>>;
/** Rows and metrics as they came. */
type Lists = Readonly<Record<'rows' | 'metrics', readonly unknown[]>>;

interface Readable {
  readonly data: TreatmentLiftData | null;
  readonly places: Places;
  readonly issues: readonly DataIssue[];
  /** Names of the metrics that are not the contract. */
  readonly unread: ReadonlySet<unknown>;
  readonly lists: Lists;
}

const IN_LIST = /^(rows|metrics)\.(\d+)(.*)$/;

/** Reads what can be read: a row or metric that is not the contract takes its own metric away, nothing more. */
function readable(json: unknown): Readable {
  const body = (Array.isArray(json) ? {rows: json as unknown} : json) as Record<'rows' | 'metrics', unknown> | null;
  const lists = {rows: listOf(body?.rows), metrics: listOf(body?.metrics)};
  let places: Places = {rows: placesIn(lists.rows), metrics: placesIn(lists.metrics)};
  let parsed: Parsed<TreatmentLiftData> = contract.parse(json);
  const issues: DataIssue[] = [];
  const unread = new Set<unknown>();
  const none = {data: null, unread, lists};
  while (parsed.value === null) {
    const found = parsed.issues.map((issue) => ({issue, match: IN_LIST.exec(issue.path)}));
    if (found.some(({match}) => !match)) return {...none, places, issues: [...issues, ...parsed.issues]};
    for (const {issue, match} of found) {
      const [list, place, rest] = [match![1] as 'rows' | 'metrics', Number(match![2]), match![3]!];
      const origin = places[list][place]!;
      issues.push({...issue, path: `${list}.${origin}${rest}`});
      unread.add(nameIn(lists[list][origin], origin));
    }
    const keep = (list: 'rows' | 'metrics') =>
      places[list].filter((place) => !unread.has(nameIn(lists[list][place], place)));
    places = {rows: keep('rows'), metrics: keep('metrics')};
    if (!places.rows.length || issues.length >= MAX_ISSUES * MAX_ISSUES) return {...none, places, issues};
    const pick = (list: 'rows' | 'metrics') => places[list].map((place) => lists[list][place]);
    parsed = contract.parse({...body, rows: pick('rows'), metrics: pick('metrics')});
  }
  return {data: parsed.value, places, issues, unread, lists};
}

/** Also where a list has holes, which mapping it would leave. */
const placesIn = (list: readonly unknown[]): readonly number[] => Array.from(list, (_, place) => place);

const listOf = (list: unknown): readonly unknown[] => (Array.isArray(list) ? list : []);

/** The metric that a row or a metric's entry is about; what is no object stands for itself. */
function nameIn(item: unknown, place: number): unknown {
  if (typeof item !== 'object' || item === null) return place;
  const {metric, id} = item as {metric?: unknown; id?: unknown};
  return metric ?? id ?? null;
}

/** Of a rate: with less the belief has no end that could be summed up, with more the data say nothing. */
const [LEAST_PRIOR, MOST_PRIOR] = [0.1, 1e9];

function metricFaults({metrics}: TreatmentLiftData, places: readonly number[]): Fault[] {
  const seen = new Set<string>();
  return metrics.flatMap(({id, priorA, priorB, priorSd}, index) => {
    const fault = (field: string, code: string, got: string): Fault => ({
      metric: id,
      issue: {path: `metrics.${places[index]!}.${field}`, code, got},
    });
    const twice = seen.has(id) ? [fault('id', 'duplicate', describeValue(id))] : [];
    seen.add(id);
    const impossible = Object.entries({priorA, priorB}).flatMap(([field, value]) =>
      isGiven(value) && !(value >= LEAST_PRIOR && value <= MOST_PRIOR)
        ? [fault(field, 'prior_out_of_range', String(value))]
        : [],
    );
    const zero = priorSd === 0 ? [fault('priorSd', 'prior_not_positive', '0')] : [];
    return [...twice, ...impossible, ...zero];
  });
}

/** An issue names no more arms than these. */
const LISTED = 8;

const withoutPlan = (arm: string): DataIssue => ({
  path: 'allocation',
  code: 'arm_without_plan',
  got: describeValue(arm),
});

/** A split that does not name the arms as the rows do cannot be checked; an arm may stand in a metric left out. */
function allocationIssues(
  {allocation, rows}: Pick<TreatmentLiftData, 'allocation' | 'rows'>,
  all: readonly unknown[],
): DataIssue[] {
  if (!isGiven(allocation) || !rows.length) return [];
  const known = new Set(all.flatMap((row) => armIn(row) ?? []));
  const expected = [...[...known].slice(0, LISTED).map(describeValue), ...(known.size > LISTED ? ['…'] : [])].join(
    ', ',
  );
  const listed = Object.keys(allocation).flatMap((arm): DataIssue[] => {
    const path = `allocation.${shortened(arm)}`;
    return known.has(arm) ? [] : [{path, code: 'unknown_arm', expected, got: describeValue(arm)}];
  });
  const unplanned = [...new Set(rows.map(({arm}: LiftRow) => arm))].filter((arm) => !Object.hasOwn(allocation, arm));
  return [...listed, ...unplanned.map(withoutPlan)];
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const armIn = (row: unknown): string | null => textOrNull((row as Raw | null)?.arm);

type Raw = Readonly<Partial<Record<'id' | 'family' | 'metric' | 'arm' | 'control' | 'segment', unknown>>>;

/** Comparisons that the metrics of these names declare as of the family: at least one each, whatever else is wrong. */
function declaredIn(lists: Lists, names: ReadonlySet<unknown>): number {
  const [rows, metrics] = [lists.rows, lists.metrics] as unknown as readonly (readonly (Raw | null)[])[];
  return sum([...names], (name) => {
    if (!metrics!.some((entry) => entry?.id === name && entry?.family === true)) return 0;
    const own = rows!.flatMap((row) => (row && row.metric === name ? [row] : []));
    const controls = new Set(own.flatMap((row) => (row.control === true ? [armIn(row)] : [])));
    const treated = own.filter((row) => !controls.has(armIn(row)));
    return Math.max(1, new Set(treated.map((row) => keyOf(armIn(row), textOrNull(row.segment)))).size);
  });
}
