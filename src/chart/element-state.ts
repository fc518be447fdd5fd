import type {DataIssue} from '../validation/data-issue.js';
import type {Measurement} from './chart.js';
import type {Status} from './status.js';

/** The state of an element, and why. */
export interface ElementState {
  readonly status: Status;
  readonly issues: readonly DataIssue[];
}

/** What an element knows of its data, from the source to the numbers. */
export interface Knowledge {
  /** `nothing`, `loading`, `json` or `failed`, with the issues of a failure. */
  readonly given:
    {readonly kind: 'nothing' | 'loading' | 'json'} | {readonly kind: 'failed'; readonly issues: readonly DataIssue[]};
  /** The state that the body itself is, where it is one (`mapping`); but for `partial`, it holds nothing to draw. */
  readonly body: {
    readonly status: Status | null;
    readonly issues: readonly DataIssue[];
    /** The caller's own path of a place in the chart's JSON. */
    readonly locate: (path: string) => string;
  } | null;
  readonly measurement: Measurement<unknown> | null;
  /** Why newer data were not taken in place of those that are drawn. */
  readonly rejected: readonly DataIssue[];
}

/** Exactly one state for anything an element can know. */
export function stateOf(known: Knowledge): ElementState {
  const {given, body, measurement} = known;
  if (given.kind === 'failed') return {status: measurement ? 'stale' : 'failed', issues: given.issues};
  if (!measurement) return unmeasured(given.kind, body);
  // The body says that there is no newer picture: what is drawn is the last good one.
  if (body?.status && body.status !== 'partial') return {status: 'stale', issues: body.issues};
  return measured(known, measurement);
}

function measured({body, rejected}: Knowledge, measurement: Measurement<unknown>): ElementState {
  const located = (issues: readonly DataIssue[]) =>
    issues.map((issue) => ({...issue, path: body?.locate(issue.path) ?? issue.path}));
  if (rejected.length) return {status: 'stale', issues: located(rejected)};
  if (measurement.metrics === null) return {status: 'invalid', issues: located(measurement.issues)};
  if (measurement.isEmpty) return {status: 'empty', issues: []};
  const issues = [...(body?.issues ?? []), ...located(measurement.issues)];
  return {status: issues.length ? 'partial' : 'ready', issues};
}

function unmeasured(kind: 'nothing' | 'loading' | 'json', body: Knowledge['body']): ElementState {
  if (body?.status) return {status: body.status, issues: body.issues};
  return {status: kind === 'nothing' ? 'waiting' : 'loading', issues: []};
}

/** Whether two states say the same, so that nobody is told twice. */
export const isSameState = (a: ElementState, b: ElementState): boolean => JSON.stringify(a) === JSON.stringify(b);
