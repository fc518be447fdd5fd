import type {DataIssue} from '../validation/data-issue.js';
import {describeValue} from '../validation/describe-value.js';
import {cohortRows} from './cohort-rows.js';
import {compileMap} from './compile-map.js';
import {planOf, type Plan} from './plan.js';
import {LimitError} from './pointers.js';
import {pathIn, readMap, type MapRows} from './read-map.js';
import {decode, type Decoded} from './readers.js';
import type {ReadOptions, Reading, Row, RowsReading} from './reading.js';
import {stateOf} from './states.js';
import {TemplateError} from './templates.js';

/**
 * Reads a response body as rows of the data contract. Never throws.
 *
 * `body` is parsed JSON, or the text of a response: JSON, NDJSON, the gviz wrapper or CSV, by `format` or content type.
 * With `map` or `preset` the rows are read by it; without either, the body is taken to bear the contract's names
 * already and is handed on as it is. A body that is a state (queued, error, sign-in page, one page of several, nothing
 * there) is `kind: 'state'`. All other trouble with body or map is in `issues`:
 *
 * - `unexpected`: a value is not what its role needs; `expected` says what;
 * - `nothing_found`: where a pointer ends, the key it looked for (`expected`) and the keys it saw (`got`);
 * - `entries_left_out`: so many entries (`got`) have no value for the dimension `expected` – a note if rows are left;
 * - `too_much_data`: more values than one reading takes; `unreadable`: a getter or proxy of the page threw;
 * - of a map: `unknown_role`, `no_role`, `no_measure`, `wildcard_unbound` (a wildcard that the measure named by the
 *   path does not bind), `unknown_preset` (neither registered nor loaded: see `loadPreset`), and those of
 *   `parseTemplate`.
 *
 * ```ts
 * readRows(body, {map: {rung: 'data/{i}/stage', count: 'data/{i}/n'}, basis: 'at'});
 * readRows(body, {preset: 'bigquery', map: {row: '#tier', column: '#band', customers: '#n'}});
 * ```
 */
export function readRows(body: unknown, options: ReadOptions = {}): Reading {
  try {
    const plan = planOf(options);
    return plan
      ? readBy(plan, body)
      : reading({issues: [{path: 'preset', code: 'unknown_preset', got: describeValue(options.preset)}]});
  } catch (error) {
    return reading({issues: [issueOf(error)]});
  }
}

function issueOf(error: unknown): DataIssue {
  if (error instanceof LimitError) return {path: '', code: 'too_much_data'};
  return error instanceof TemplateError ? {path: 'map', code: error.message} : {path: '', code: 'unreadable'};
}

/** The body as JSON values; text is decoded first. */
export const decoded = (body: unknown, options: ReadOptions): Decoded =>
  typeof body === 'string' ? decode(body, options) : {body};

function readBy({maps, own, options, states}: Plan, text: unknown): Reading {
  const {body, code, ...where} = {body: undefined, path: '', ...decoded(text, options)};
  if (code === 'no_rows') return {...reading({}), kind: 'state', state: 'empty', code};
  if (code) return {...reading({issues: [{...where, code}]}), kind: 'state', state: 'failed', code};
  const state = stateOf(body, states);
  if (state && state.state !== 'partial') return {...reading({}), kind: 'state', ...state};
  const read = maps.length ? mapped(body, maps, own) : plain(body);
  return state && read.kind === 'rows' && !read.issues.length ? {...read, kind: 'state', ...state} : read;
}

const reading = (content: Partial<RowsReading>): RowsReading => ({
  kind: 'rows',
  data: {rows: []},
  rows: [],
  document: {},
  issues: [],
  notes: [],
  locate: (path) => path,
  ...content,
});

const slashed = (path: string): string => path.replaceAll('.', '/');

/** The contract's own names need no map. */
function plain(data: unknown): Reading {
  const bare = Array.isArray(data);
  const {rows, ...document} = (bare ? {rows: data} : {...(data as object)}) as Row;
  const locate = (path: string) => slashed(bare ? path.replace(/^rows[./]/, '') : path);
  return reading({data, rows: Array.isArray(rows) ? (rows as Row[]) : [], document, locate});
}

function mapped(body: unknown, maps: Plan['maps'], own: Plan['own']): Reading {
  const compiled = maps.map((map, index) => compileMap(map, body, maps.length > 1 ? `map/${index}` : 'map'));
  const faults = compiled.flatMap(({issues}) => issues);
  if (faults.length) return reading({issues: faults});
  const parts: MapRows[] = [];
  for (const map of compiled) parts.push(readMap(map, parts.at(-1)?.document ?? {}, own));
  const document = parts.at(-1)!.document;
  const rowsOf = (some: readonly MapRows[]) => (some.length === 1 ? some[0]!.rows : some.flatMap((part) => part.rows));
  const moves = rowsOf(parts.filter(hasMoves));
  const arrived = rowsOf(parts.filter((part) => !hasMoves(part)));
  const rows = cohortRows(
    arrived,
    document,
    maps.some(({fill}) => fill),
  );
  const data = {...document, rows, ...(moves.length && {moves})};
  const issues = parts.flatMap((part) => part.issues).slice(0, 20);
  const notes = parts.flatMap((part) => part.notes).slice(0, 20);
  const read = reading({data, rows, document, issues, notes, locate: (path) => located(path, data, parts)});
  return rows.length || moves.length || issues.length
    ? read
    : {...read, kind: 'state', state: 'empty', code: 'no_rows'};
}

/** Of a ladder, whose moves are a list of their own; a matrix of migration has `from` and `to` in its rows. */
const hasMoves = ({map: {row}}: MapRows): boolean =>
  row.some(({name}) => name === 'count') && row.some(({name}) => name === 'from' || name === 'to');

/** `rows.3.count` is somewhere in the caller's body; a value that was worked out here has no place there. */
function located(path: string, data: Readonly<Record<string, unknown>>, parts: readonly MapRows[]): string {
  const [list = '', index, role = ''] = slashed(path).split('/');
  const row = index && (data[list] as readonly Row[] | undefined)?.[Number(index)];
  const places = parts.map((part) => (row ? pathIn(part, row, role) : pathIn(part, part.document, list)));
  return places.find((place) => place !== undefined) ?? slashed(path);
}
