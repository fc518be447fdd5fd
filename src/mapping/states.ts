import {bindAll, keysOf, scopeOf} from './pointers.js';
import type {Expected, StateRule, StateRules} from './reading.js';
import {parseTemplate} from './templates.js';
import {isGiven} from './values.js';

const WAITING = ['queued', 'pending', 'running', 'processing', 'in_progress', 'started', 'submitted'];
const FINE = [0, 1, 200, 20000, '0', '1', '200', '00000', 'ok', 'success'];

/** Where backends put the words of an error. */
const WORDS =
  'error/message error/reason error errors/0/message errors/0/detail errors/0/title errors/0 message msg errorMessage ' +
  'detail title 0/message';

/**
 * Common envelopes. A `status` of a running job is believed only where no data came along: rows and reports use that
 * name as well, as they do `code`, which therefore needs words beside it.
 */
const DEFAULTS: StateRules = {
  loading: [
    {when: {error: 'Continue wait'}},
    {when: {jobComplete: false}},
    {when: {status: WAITING, data: null, rows: null, result: null, results: null}},
  ],
  failed: [
    {when: {error: {not: [0, '0']}}},
    {when: {'errors/0': '*'}},
    {when: {success: false}},
    {when: {ok: false}},
    {when: {status: ['error', 'failed', 'fail']}},
    {when: {code: {not: FINE}, msg: '*'}},
    {when: {code: {not: FINE}, message: '*'}},
  ],
  partial: [
    {when: {allData: false}},
    {when: {last: false, content: '*'}},
    {when: {next: '*', results: '*'}},
    {when: {hasMore: true}},
    ...['links/next', '@odata.nextLink', 'd/__next', 'nextPageToken', 'pageToken'].map((page) => ({
      when: {[page]: '*'},
    })),
  ],
};

/** A state that a body is in, with the backend's words where it has any. */
export interface FoundState {
  readonly state: 'loading' | 'failed' | 'partial';
  readonly code: string;
  readonly message?: string;
}

const CODES = {loading: 'still_computing', failed: 'backend_error', partial: 'more_pages'} as const;

/** More of a backend's words is not shown: they may hold a query, or a whole page. */
const MOST_WORDS = 200;

/**
 * The state of a body; undefined for plain data. Rules of the preset or the page for a state take the place of those
 * for common envelopes; none of them, `failed: []`, turns the state off.
 */
export function stateOf(body: unknown, own: StateRules = {}): FoundState | undefined {
  for (const state of ['loading', 'failed', 'partial'] as const) {
    const rule = [own[state] ?? DEFAULTS[state]!].flat().find((one) => holds(one, body));
    if (!rule) continue;
    const words = wordsOf(rule, body);
    return {state, code: CODES[state], ...(words ? {message: words.trim().slice(0, MOST_WORDS)} : {})};
  }
  return undefined;
}

const holds = ({when}: StateRule, body: unknown): boolean =>
  Object.entries(when).every(([at, expected]) => valuesAt(at, body).some((value) => fits(value, expected)));

const wordsOf = ({message = WORDS}: StateRule, body: unknown): string | undefined =>
  message
    .split(' ')
    .flatMap((at) => valuesAt(at, body))
    .find((text): text is string => typeof text === 'string' && isGiven(text));

/** What a pointer finds, by any binding of its wildcards; one undefined if nothing. */
function valuesAt(pointer: string, body: unknown): readonly unknown[] {
  const scope = scopeOf(body);
  const {steps = [], get} = parseTemplate(`/${pointer}`, []);
  const values: unknown[] = [];
  bindAll(steps, scope, () => values.push(get(scope)));
  return values.length ? values : [undefined];
}

/** An empty list or object holds no data: `rows: []` beside an error is not given. */
const holdsData = (value: unknown): boolean =>
  isGiven(value) && (typeof value !== 'object' || keysOf(value).length > 0);

function fits(value: unknown, expected: Expected): boolean {
  if (expected === '*' || expected === null) return holdsData(value) === (expected === '*');
  if (typeof expected !== 'object') return String(value).toLowerCase() === String(expected).toLowerCase();
  return Array.isArray(expected)
    ? expected.some((one: Expected) => fits(value, one))
    : holdsData(value) && !fits(value, (expected as {readonly not: Expected}).not);
}
