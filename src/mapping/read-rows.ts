import {readBody} from './read-body.js';
import {decode} from './readers.js';
import type {ReadOptions, Reading} from './reading.js';

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
export const readRows = (body: unknown, options: ReadOptions = {}): Reading => readBody(body, options, decode);
