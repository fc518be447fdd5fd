import type {DataIssue} from '../validation/data-issue.js';
import {describeValue, shortened} from '../validation/describe-value.js';
import {readRetryAfter} from './poll-delay.js';
import {contentTypeOf, readAnswer} from './read-answer.js';
import {readJson, type ReadBody} from './read-json.js';
import type {SourcePage} from './source-page.js';

/** Where data come from. Two requests are the same when all of `url`, `loadData` and `readBody` are. */
export interface Origin {
  /** A whole address, or whatever the page's own loader understands. */
  readonly url: string;
  /** The page's own loader; gives parsed JSON, or a `Response` that is then read like any other. */
  readonly loadData?: ((url: string, signal: AbortSignal) => Promise<unknown>) | undefined;
  /** Reads an answer's text; JSON where absent. */
  readonly readBody?: ReadBody | undefined;
}

/** What came of a request. */
export type Answer =
  | {readonly body: unknown; readonly contentType: string}
  /** `wait`: milliseconds for which the server asks to be left alone; null where it does not. */
  | {readonly issue: DataIssue; readonly wait: number | null};

interface Asking {
  readonly page: SourcePage;
  readonly signal: AbortSignal;
  /** Whether a request that came to nothing may be followed by one more that finds out why. */
  readonly mayProbe: boolean;
}

const MAX_GOT = 80;
/** Statuses for which a server may say when to come back. */
const BUSY = [429, 503];
const NO_ACCESS = [401, 403];

const refused = (issue: Omit<DataIssue, 'path'>, wait: number | null = null): Answer => ({
  issue: {path: '', ...issue},
  wait,
});

/** Asks once. Never rejects: whatever happens is an answer. */
export const load = (origin: Origin, asking: Asking): Promise<Answer> =>
  origin.loadData ? loadByPage(origin, asking) : loadByFetch(origin, asking);

async function loadByPage({url, loadData, readBody}: Origin, asking: Asking): Promise<Answer> {
  try {
    const given = await loadData?.(url, asking.signal);
    return given instanceof Response ? await read(given, {readBody, asking}) : {body: given, contentType: ''};
  } catch (error) {
    return refused({code: 'loader_failed', got: describeValue(error instanceof Error ? error.message : error)});
  }
}

async function loadByFetch({url, readBody}: Origin, asking: Asking): Promise<Answer> {
  try {
    const response = await asking.page.fetch(url, asRequest(asking.signal));
    const target = redirectTarget(response, url);
    return target === null ? await read(response, {readBody, asking}) : refused({code: 'redirected', got: target});
  } catch {
    return asking.page.isOnline() ? whyUnreachable(url, asking) : refused({code: 'offline'});
  }
}

/** `no-cache` asks whether the copy at hand is still the newest: a poll must not read its own echo. */
const asRequest = (signal: AbortSignal): RequestInit => ({
  credentials: 'same-origin',
  headers: {accept: 'application/json, */*;q=0.5'},
  cache: 'no-cache',
  signal,
});

/**
 * A sign-in on another server that allows no cross-origin access fails like a cut cable. Asked again without following,
 * a redirect shows.
 */
async function whyUnreachable(url: string, {page, signal, mayProbe}: Asking): Promise<Answer> {
  if (!mayProbe) return refused({code: 'network'});
  try {
    const {type} = await page.fetch(url, {...asRequest(signal), redirect: 'manual'});
    return refused({code: type === 'opaqueredirect' ? 'redirected' : 'network'});
  } catch {
    return refused({code: 'network'});
  }
}

/** Where a request was sent on to, when that is another place; its query is left out, since it may hold a secret. */
function redirectTarget(response: Response, url: string): string | null {
  if (!response.redirected || !URL.canParse(response.url)) return null;
  const [asked, answered] = [new URL(url), new URL(response.url)];
  const isSameOrigin = asked.origin === answered.origin;
  if (isSameOrigin && withoutSlash(asked.pathname) === withoutSlash(answered.pathname)) return null;
  return shortened(isSameOrigin ? answered.pathname : answered.origin + answered.pathname, MAX_GOT);
}

const withoutSlash = (path: string): string => (path.endsWith('/') ? path.slice(0, -1) : path);

interface Reading {
  readonly readBody: ReadBody | undefined;
  readonly asking: Asking;
}

async function read(response: Response, {readBody = readJson, asking}: Reading): Promise<Answer> {
  if (!response.ok) return statusRefused(response, asking.page.now());
  const reading = await readAnswer(response, asking.signal);
  if ('issue' in reading) return {issue: reading.issue, wait: null};
  const contentType = contentTypeOf(response);
  const read = readBody(reading.text, contentType);
  return 'issue' in read ? {issue: read.issue, wait: null} : {body: read.body, contentType};
}

function statusRefused({status, headers}: Response, now: number): Answer {
  const got = String(status);
  if (NO_ACCESS.includes(status)) return refused({code: 'sign_in', got});
  if (!BUSY.includes(status)) return refused({code: 'http_status', got});
  // The server's own clock, where it shows it: the reader's may be wrong.
  const serverNow = Date.parse(headers.get('date') ?? '');
  return refused({code: 'busy', got}, readRetryAfter(headers.get('retry-after'), serverNow || now));
}
