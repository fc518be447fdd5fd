/**
 * Everything a back-end can do to a request, one function a fault. Each is given the response, the parts of the path
 * behind the fault's name (`args`), which visit of its run this is (`visit`, from 1), and the document asked for (`body`).
 */
import {setTimeout as wait} from 'node:timers/promises';
import {gzipSync} from 'node:zlib';
import {errorPage, loginPage} from './bodies.mjs';

const JSON_TYPE = 'application/json';
const HTML_TYPE = 'text/html; charset=utf-8';
const MEGABYTE = Buffer.alloc(1024 * 1024, 'x');
const MAX_MEGABYTES = 128;

/**
 * @typedef {object} Visit
 * @property {import('node:http').IncomingMessage} request
 * @property {import('node:http').ServerResponse} response
 * @property {readonly string[]} args
 * @property {URLSearchParams} query
 * @property {number} visit
 * @property {Buffer} body
 */

const send = (response, body, {status = 200, type = JSON_TYPE, ...headers} = {}) => {
  response.writeHead(status, {'content-type': type, 'content-length': body.length, ...headers});
  response.end(body);
};

const sendStatus = ({response, query}, status) => {
  const retryAfter = query.get('retry-after');
  const headers = retryAfter ? {'retry-after': retryAfter} : {};
  send(response, errorPage(status), {status, type: HTML_TYPE, ...headers});
};

const redirect = (response, location) => {
  response.writeHead(302, {location, 'content-length': 0});
  response.end();
};

const reset = ({response}) => response.socket?.resetAndDestroy();

/** Bytes sent, and the rest promised; resolves when they are on their way. */
const begin = ({response, body}, count) =>
  new Promise((resolve) => {
    response.writeHead(200, {'content-type': JSON_TYPE, 'content-length': body.length});
    response.flushHeaders();
    if (count > 0) response.write(body.subarray(0, count), resolve);
    else resolve();
  });

const MOST_DRIPS = 2_000;

async function drip({response, body, args: [milliseconds]}) {
  response.writeHead(200, {'content-type': JSON_TYPE});
  // Byte by byte where that does not take for ever.
  const size = Math.ceil(body.length / MOST_DRIPS);
  for (let at = 0; at < body.length; at += size) {
    if (response.destroyed) return;
    response.write(body.subarray(at, at + size));
    await wait(Number(milliseconds));
  }
  response.end();
}

/** So many megabytes and no end: some browsers read ahead, and would have the whole of a body before a page says stop. */
async function huge({response, args: [megabytes]}) {
  response.writeHead(200, {'content-type': JSON_TYPE});
  response.write('{"rows":"');
  for (let sent = 0; sent < Math.min(Number(megabytes), MAX_MEGABYTES) && !response.destroyed; sent++) {
    if (!response.write(MEGABYTE)) await untilDrained(response);
  }
}

const untilDrained = (response) =>
  new Promise((resolve) => {
    const go = () => {
      response.off('drain', go).off('close', go);
      resolve();
    };
    response.on('drain', go).on('close', go);
  });

function etag({request, response, body}) {
  const tag = `"${body.length}"`;
  if (request.headers['if-none-match'] === tag) response.writeHead(304, {etag: tag}).end();
  else send(response, body, {etag: tag, 'cache-control': 'no-cache'});
}

/** The k-th request of a run is answered after the k-th of the milliseconds, and says that it is the k-th. */
async function order({response, args: [delays = '0'], visit}) {
  const list = delays.split(',');
  await wait(Number(list[(visit - 1) % list.length]));
  send(response, Buffer.from(JSON.stringify({rows: [], visit})));
}

/** Statuses in turn, 200 with the document. */
function flapping(visitor) {
  const statuses = (visitor.args[0] ?? '200,500').split(',').map(Number);
  const status = statuses[(visitor.visit - 1) % statuses.length];
  if (status === 200) send(visitor.response, visitor.body);
  else sendStatus(visitor, status);
}

const withMark = (mark, body) => Buffer.concat([Buffer.from(mark), body]);

/** Fault by its name in the path. `/f/truncate/137?of=loyalty-ladder` cuts that document after 137 bytes. */
export const faults = {
  ok: ({response, body}) => send(response, body),
  etag,
  /** The server itself has only the first bytes, and says so. */
  truncate: ({response, body, args: [count]}) => send(response, body.subarray(0, Number(count))),
  /** All is promised, the first bytes come, the line breaks. */
  cut: async (visitor) => {
    await begin(visitor, Number(visitor.args[0]));
    await wait(20);
    reset(visitor);
  },
  drip,
  stall: (visitor) => begin(visitor, Number(visitor.args[0])),
  never: () => undefined,
  'slow-headers': async ({response, body, args: [milliseconds]}) => {
    await wait(Number(milliseconds));
    send(response, body);
  },
  'login-page': ({response}) => send(response, loginPage, {type: HTML_TYPE}),
  'login-as-json': ({response}) => send(response, loginPage),
  'redirect-to-login': ({response}) => redirect(response, 'login-page'),
  'redirect-to-json': ({response}) => redirect(response, 'ok'),
  'redirect-to-ticket': ({response, query, body}) =>
    query.has('ticket') ? send(response, body) : redirect(response, 'redirect-to-ticket?ticket=1'),
  'redirect-loop': ({response}) => redirect(response, 'redirect-loop'),
  status: (visitor) => sendStatus(visitor, Number(visitor.args[0])),
  type: ({response, body, args: [type]}) => send(response, body, {type: decodeURIComponent(type ?? '')}),
  xml: ({response}) => send(response, Buffer.from('<?xml version="1.0"?><rows/>'), {type: 'application/xml'}),
  bom: ({response, body}) => send(response, withMark([0xef, 0xbb, 0xbf], body)),
  utf16: ({response, body}) => send(response, withMark([0xff, 0xfe], Buffer.from(body.toString(), 'utf16le'))),
  'not-utf8': ({response, query}) => {
    const name = Buffer.from([0xbf, 0xcd, 0xbb, 0xa7]);
    const body = Buffer.concat([Buffer.from('{"rows":[{"rung":"'), name, Buffer.from('"}]}')]);
    send(response, body, {type: query.has('declared') ? 'application/json; charset=gbk' : JSON_TYPE});
  },
  'no-content': ({response}) => response.writeHead(204).end(),
  empty: ({response}) => send(response, Buffer.alloc(0)),
  blank: ({response}) => send(response, Buffer.from(' \r\n\t')),
  envelope: ({response}) => send(response, Buffer.from('{"error":"Unauthorized","status":401}')),
  ndjson: ({response}) => send(response, Buffer.from('{"count":1}\n{"count":2}\n'), {type: 'application/x-ndjson'}),
  'duplicate-keys': ({response}) => send(response, Buffer.from('{"rows":[],"rows":[{"rung":"client","count":1}]}')),
  deep: ({response, args: [levels]}) =>
    send(response, Buffer.from('['.repeat(Number(levels)) + ']'.repeat(Number(levels)))),
  'gzip-cut': ({response, body}) => send(response, gzipSync(body).subarray(0, -12), {'content-encoding': 'gzip'}),
  huge,
  'declared-huge': ({response}) => {
    response.writeHead(200, {'content-type': JSON_TYPE, 'content-length': MAX_MEGABYTES * MEGABYTE.length});
    // Firefox tells a page of an answer with the first byte of its body, not with its headers.
    response.write('{');
  },
  reset,
  order,
  flapping,
  /** Nobody there for the first visits of a run. */
  gone: (visitor) => (visitor.visit <= Number(visitor.args[0]) ? reset(visitor) : send(visitor.response, visitor.body)),
};
