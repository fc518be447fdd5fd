import {MAX_ISSUES, type Parsed} from '../../validation/contract.js';
import type {DataIssue} from '../../validation/data-issue.js';
import {describeValue, shortened} from '../../validation/describe-value.js';
import {isGiven} from './measures.js';
import {type Fault, rowFaults} from './row-rules.js';
import {contract, type LiftRow, type TreatmentLiftData} from './schema.js';

/**
 * Reads a test and holds it against the rules that no single field can break. A metric with a fault is left out and its
 * issues are kept; the others stand.
 */
export function parseTreatmentLift(json: unknown): Parsed<TreatmentLiftData> {
  try {
    const {data, places, issues} = readable(json);
    if (!data) return {value: null, issues};
    const faults = [...rowFaults(data.rows, places.rows), ...metricFaults(data, places.metrics)];
    const planned = allocationIssues(data);
    const bad = new Set(faults.map(({metric}) => metric));
    const kept = {
      ...data,
      allocation: planned.length ? null : data.allocation,
      rows: bad.size ? data.rows.filter(({metric}) => !bad.has(metric ?? null)) : data.rows,
      metrics: data.metrics.filter(({id}) => !bad.has(id)),
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

interface Readable {
  readonly data: TreatmentLiftData | null;
  readonly places: Places;
  readonly issues: readonly DataIssue[];
}

const IN_LIST = /^(rows|metrics)\.(\d+)(.*)$/;

/** Reads what can be read: a row or metric that is not the contract takes its own metric away, nothing more. */
function readable(json: unknown): Readable {
  const body = (Array.isArray(json) ? {rows: json as unknown} : json) as Record<'rows' | 'metrics', unknown> | null;
  const lists = {rows: listOf(body?.rows), metrics: listOf(body?.metrics)};
  let places: Places = {rows: [...lists.rows.keys()], metrics: [...lists.metrics.keys()]};
  let parsed: Parsed<TreatmentLiftData> = contract.parse(json);
  const issues: DataIssue[] = [];
  while (parsed.value === null) {
    const found = parsed.issues.map((issue) => ({issue, match: IN_LIST.exec(issue.path)}));
    if (found.some(({match}) => !match)) return {data: null, places, issues: [...issues, ...parsed.issues]};
    const bad = new Set<unknown>();
    for (const {issue, match} of found) {
      const [list, place, rest] = [match![1] as 'rows' | 'metrics', Number(match![2]), match![3]!];
      const origin = places[list][place]!;
      issues.push({...issue, path: `${list}.${origin}${rest}`});
      bad.add(nameIn(lists[list][origin], origin));
    }
    const keep = (list: 'rows' | 'metrics') =>
      places[list].filter((place) => !bad.has(nameIn(lists[list][place], place)));
    places = {rows: keep('rows'), metrics: keep('metrics')};
    if (!places.rows.length || issues.length >= MAX_ISSUES * MAX_ISSUES) return {data: null, places, issues};
    const pick = (list: 'rows' | 'metrics') => places[list].map((place) => lists[list][place]);
    parsed = contract.parse({...body, rows: pick('rows'), metrics: pick('metrics')});
  }
  return {data: parsed.value, places, issues};
}

const listOf = (list: unknown): readonly unknown[] => (Array.isArray(list) ? list : []);

/** The metric that a row or a metric's entry is about; what is no object stands for itself. */
function nameIn(item: unknown, place: number): unknown {
  if (typeof item !== 'object' || item === null) return place;
  const {metric, id} = item as {metric?: unknown; id?: unknown};
  return metric ?? id ?? null;
}

function metricFaults({metrics}: TreatmentLiftData, places: readonly number[]): Fault[] {
  const seen = new Set<string>();
  return metrics.flatMap(({id, priorA, priorB, priorSd}, index) => {
    const fault = (field: string, code: string, got: string): Fault => ({
      metric: id,
      issue: {path: `metrics.${places[index]!}.${field}`, code, got},
    });
    const twice = seen.has(id) ? [fault('id', 'duplicate', describeValue(id))] : [];
    seen.add(id);
    const zero = Object.entries({priorA, priorB, priorSd}).flatMap(([field, value]) =>
      value === 0 ? [fault(field, 'prior_not_positive', '0')] : [],
    );
    return [...twice, ...zero];
  });
}

/** An issue names no more arms than these. */
const LISTED = 8;

const withoutPlan = (arm: string): DataIssue => ({
  path: 'allocation',
  code: 'arm_without_plan',
  got: describeValue(arm),
});

/** A split that does not name the arms as the rows do cannot be checked. */
function allocationIssues({allocation, rows}: TreatmentLiftData): DataIssue[] {
  if (!isGiven(allocation) || !rows.length) return [];
  const arms = new Set(rows.map(({arm}: LiftRow) => arm));
  const expected = [...[...arms].slice(0, LISTED).map(describeValue), ...(arms.size > LISTED ? ['…'] : [])].join(', ');
  const listed = Object.keys(allocation).flatMap((arm): DataIssue[] => {
    const path = `allocation.${shortened(arm)}`;
    return arms.has(arm) ? [] : [{path, code: 'unknown_arm', expected, got: describeValue(arm)}];
  });
  const unplanned = [...arms].filter((arm) => !Object.hasOwn(allocation, arm));
  return [...listed, ...unplanned.map(withoutPlan)];
}
