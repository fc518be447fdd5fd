/**
 * A back-end that fails on purpose. `/f/<fault>/<args>?run=<name>&of=<document>` fails in the way of faults.mjs; runs
 * count their visits apart, so tests that run at once do not meet. `/log?run=<name>` gives the hits of a run as JSON.
 *
 * Bounded: a request ends after `SECONDS_PER_REQUEST`, the server refuses after `MAX_REQUESTS`, and one that was started
 * on its own ends by itself after `SECONDS_PER_SERVER`.
 */
import {createServer} from 'node:http';
import {bodyOf} from './bodies.mjs';
import {faults} from './faults.mjs';

const SECONDS_PER_REQUEST = 60;
const SECONDS_PER_SERVER = 1_800;
const MAX_REQUESTS = 200_000;

/**
 * @typedef {object} Hit
 * @property {string} path without the prefix and the query
 * @property {number} at milliseconds since the server began
 * @property {boolean} aborted whether the other side went away before the answer was complete
 */

/**
 * The server's behaviour without a server.
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse, prefix?: string) => void}
 */
function faultHandler() {
  /** @type {Map<string, Hit[]>} */
  const runs = new Map();
  let requests = 0;
  return (request, response, prefix = '') => {
    const url = new URL((request.url ?? '').slice(prefix.length), 'http://localhost');
    const query = url.searchParams;
    const run = query.get('run') ?? '';
    const hits = runs.get(run) ?? [];
    if (url.pathname === '/log') return sendLog(response, hits);
    const visit = hits.push(record(url.pathname, response));
    runs.set(run, hits);
    const body = bodyOf(query.get('of'));
    const {fault, args} = ++requests > MAX_REQUESTS ? EXHAUSTED : faultAt(url.pathname);
    return void endure(fault, {request, response, query, args, visit, body});
  };
}

const EXHAUSTED = {fault: faults.status, args: ['503']};
const UNKNOWN = {fault: faults.status, args: ['404']};

function faultAt(path) {
  const [kind, name, ...args] = path.slice(1).split('/');
  return kind === 'f' && Object.hasOwn(faults, name) ? {fault: faults[name], args} : UNKNOWN;
}

async function endure(fault, visitor) {
  const {response} = visitor;
  const limit = setTimeout(() => response.destroy(), SECONDS_PER_REQUEST * 1_000).unref();
  response.once('close', () => clearTimeout(limit));
  try {
    await fault(visitor);
  } catch {
    // The other side has gone, or the fault was asked for with nonsense: either way the connection ends.
    response.destroy();
  }
}

function record(path, response) {
  const hit = {path, at: performance.now(), aborted: false};
  response.once('close', () => {
    hit.aborted = !response.writableFinished;
  });
  return hit;
}

function sendLog(response, hits) {
  response.writeHead(200, {'content-type': 'application/json', 'cache-control': 'no-store'});
  response.end(JSON.stringify(hits));
}

/**
 * Starts the server on the loopback interface, on a port that is free.
 * @returns {Promise<{origin: string, close: () => Promise<void>}>}
 */
export function startFaultServer() {
  const server = createServer(faultHandler());
  const close = () =>
    new Promise((resolve) => {
      clearTimeout(limit);
      server.close(() => resolve());
      server.closeAllConnections();
    });
  const limit = setTimeout(close, SECONDS_PER_SERVER * 1_000).unref();
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve({origin: `http://127.0.0.1:${server.address().port}`, close}));
  });
}

/** The prefix under which pages of the test runner reach the faults from their own origin. */
const FAULT_PREFIX = '/__fault__';

/** The faults as middleware of the test runner's server. */
export function faultRoutes() {
  const handle = faultHandler();
  return (context, next) => {
    if (!context.path.startsWith(`${FAULT_PREFIX}/`)) return next();
    // Answered here, past the runner, which would complete what must stay incomplete.
    context.respond = false;
    // Until a fault says otherwise; the runner reports what it takes for a missing file.
    context.status = 200;
    handle(context.req, context.res, FAULT_PREFIX);
    return undefined;
  };
}
