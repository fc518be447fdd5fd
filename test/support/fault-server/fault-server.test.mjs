/** That the fault server does what it promises, on raw sockets and plain requests: tests of charts rest on it. */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {startFaultServer} from './fault-server.mjs';

let server;
before(async () => {
  server = await startFaultServer();
});
after(() => server.close());

const ask = (path, options) => fetch(`${server.origin}/${path}`, options);
const hitsOf = async (run) => (await ask(`log?run=${run}`)).json();

describe('the fault server', () => {
  it('listens on the loopback interface only', () => assert.match(server.origin, /^http:\/\/127\.0\.0\.1:\d+$/));

  it('serves a demo document by name, a small one without', async () => {
    assert.equal((await (await ask('f/ok?of=checkout-funnel')).json()).basis, 'reached');
    assert.equal((await (await ask('f/ok?of=../../package')).json()).rows.length, 2);
  });

  it('cuts a document after any byte, and says so', async () => {
    const response = await ask('f/truncate/10');
    assert.equal(response.headers.get('content-length'), '10');
    assert.equal(await response.text(), '{"rows":[{');
  });

  it('breaks the line in the middle of a promised body', async () => {
    const response = await ask('f/cut/10');
    await assert.rejects(response.text());
  });

  it('drips', async () => {
    const start = performance.now();
    assert.equal((await (await ask('f/drip/2')).json()).rows.length, 2);
    assert.ok(performance.now() - start > 100);
  });

  it('stalls until the other side goes, and logs that it went', async () => {
    for (const fault of ['never', 'stall/5']) {
      const run = fault.slice(0, 5);
      const control = new AbortController();
      const answer = ask(`f/${fault}?run=${run}`, {signal: control.signal}).then((response) => response.text());
      // Not by the clock: a slow machine may not have met the request yet.
      while (!(await hitsOf(run)).length);
      control.abort();
      await assert.rejects(answer);
      while (!(await hitsOf(run))[0].aborted);
    }
  });

  it('resets', () => assert.rejects(ask('f/reset')));

  it('answers in a given order', async () => {
    const visit = () => ask('f/order/120,60,0?run=order').then(async (response) => (await response.json()).visit);
    const arrived = [];
    const first = visit();
    while ((await hitsOf('order')).length < 1);
    const second = visit();
    while ((await hitsOf('order')).length < 2);
    await Promise.all([first, second, visit()].map((answer) => answer.then((number) => arrived.push(number))));
    assert.deepEqual(arrived, [3, 2, 1]);
  });

  it('flaps, and counts each run apart', async () => {
    const statuses = async (run) => {
      const three = [];
      for (let count = 0; count < 3; count++) three.push((await ask(`f/flapping/200,503?run=${run}`)).status);
      return three;
    };
    assert.deepEqual(await statuses('one'), [200, 503, 200]);
    assert.deepEqual(await statuses('two'), [200, 503, 200]);
  });

  it('is gone for some visits and then back', async () => {
    await assert.rejects(ask('f/gone/1?run=gone', {headers: {connection: 'close'}}));
    assert.equal((await ask('f/gone/1?run=gone')).status, 200);
  });

  it('sends any status with a web page, and Retry-After on request', async () => {
    const response = await ask('f/status/429?retry-after=7');
    assert.equal(response.status, 429);
    assert.equal(response.headers.get('retry-after'), '7');
    assert.match(await response.text(), /^<!DOCTYPE html>/);
  });

  it('redirects to a sign-in page', async () => {
    const response = await ask('f/redirect-to-login');
    assert.ok(response.redirected && response.url.endsWith('/f/login-page'));
  });

  it('says that nothing has changed', async () => {
    const tag = (await ask('f/etag')).headers.get('etag');
    assert.equal((await ask('f/etag', {headers: {'if-none-match': tag}})).status, 304);
  });

  it('knows no fault by an inherited or unknown name', async () => {
    for (const path of ['f/constructor', 'f/no-such-fault', 'elsewhere']) assert.equal((await ask(path)).status, 404);
  });

  it('logs the hits of a run with path and time', async () => {
    await ask('f/ok?run=log');
    const [{path, at}] = await hitsOf('log');
    assert.equal(path, '/f/ok');
    assert.ok(at > 0);
  });
});
