import {expect} from 'chai';
import '../support/watch-page.js';
import {sourcesOn, TIME_OUT_SECONDS, type SourceState} from '../../src/source/shared-source.js';
import {browserPage, type SourcePage} from '../../src/source/source-page.js';
import {en} from '../../src/locale/en.js';
import {sharedZhCN as zhCN} from '../../src/locale/zh-cn.js';
import {engine} from '../support/engine.js';
import {FakePage, seconds, turn} from '../support/fake-page.js';
import {faultUrl, hitsOf, newRun} from '../support/fault-url.js';
import {follow, toldTo} from '../support/follow-source.js';
import {perTier} from '../support/tier.js';

const SMALL = {
  rows: [
    {rung: 'prospect', count: 12},
    {rung: '客户', count: 3},
  ],
};
const SMALL_BYTES = new TextEncoder().encode(JSON.stringify(SMALL)).length;

/** A page with the browser's network and a clock that the test moves. */
const pageWithNetwork = (): FakePage => {
  const page = new FakePage();
  page.fetch = browserPage.fetch;
  return Object.assign(page, {resolve: browserPage.resolve});
};

const ask = (path: string, page: SourcePage = browserPage) => follow(sourcesOn(page), {url: faultUrl(path)});

async function stateOf(path: string): Promise<SourceState> {
  const {settled, leave} = ask(path);
  const state = await settled;
  leave();
  return state;
}

describe('an answer that is right in substance is loaded:', () => {
  const answers: readonly (readonly [string, string, unknown])[] = [
    ['plain', 'ok', SMALL],
    ['with a byte-order mark', 'bom', SMALL],
    ['in UTF-16', 'utf16', SMALL],
    ['in an encoding it declares', 'not-utf8?declared', {rows: [{rung: '客户'}]}],
    ['in UTF-8 under another declared encoding', `type/${encodeURIComponent('text/plain; charset=gbk')}`, SMALL],
    ['as text/html', `type/${encodeURIComponent('text/html')}`, SMALL],
    ['without a content type', 'type/', SMALL],
    ['byte by byte', 'drip/1', SMALL],
    ['with slow headers', 'slow-headers/50', SMALL],
    ['after a redirect to its own path', 'redirect-to-ticket', SMALL],
    ['with keys given twice', 'duplicate-keys', {rows: [{rung: 'client', count: 1}]}],
    ['with an error envelope, which the reading of the data judges', 'envelope', {error: 'Unauthorized', status: 401}],
  ];
  for (const [name, path, body] of answers) {
    it(name, async () => {
      const state = await stateOf(path);
      expect(state).to.deep.include({status: 'loaded', body});
    });
  }

  it('a second time, when the server says that nothing has changed', async () => {
    const run = newRun();
    expect((await stateOf(`etag?run=${run}`)).status).to.equal('loaded');
    expect(await stateOf(`etag?run=${run}`)).to.deep.include({status: 'loaded', body: SMALL});
    expect(await hitsOf(run)).to.have.lengthOf(2);
  });
});

interface Fault {
  readonly name: string;
  readonly path: string;
  readonly code: string;
  readonly got?: string | RegExp;
}

const faults: readonly Fault[] = [
  {name: 'a sign-in page with 200', path: 'login-page', code: 'sign_in', got: /^text\/html/},
  {name: 'a sign-in page called JSON', path: 'login-as-json', code: 'sign_in', got: 'application/json'},
  {name: '401', path: 'status/401', code: 'sign_in', got: '401'},
  {name: '403', path: 'status/403', code: 'sign_in', got: '403'},
  {name: 'a redirect to a sign-in page', path: 'redirect-to-login', code: 'redirected', got: '/__fault__/f/login-page'},
  {name: 'a redirect to other JSON', path: 'redirect-to-json', code: 'redirected', got: '/__fault__/f/ok'},
  {name: 'redirects without end', path: 'redirect-loop', code: 'redirected'},
  ...['404', '409', '410', '500', '502', '504'].map((status) => ({
    name: status,
    path: `status/${status}`,
    code: 'http_status',
    got: status,
  })),
  {name: '429', path: 'status/429', code: 'busy', got: '429'},
  {name: '503', path: 'status/503?retry-after=120', code: 'busy', got: '503'},
  {name: 'an image', path: `type/${encodeURIComponent('image/png')}`, code: 'not_json', got: 'image/png'},
  {name: 'XML', path: 'xml', code: 'not_json', got: 'application/xml'},
  {name: 'lines of JSON', path: 'ndjson', code: 'not_json', got: /count/},
  {name: 'text in another encoding', path: 'not-utf8', code: 'bad_encoding'},
  {name: '204', path: 'no-content', code: 'empty_body'},
  {name: 'an empty body', path: 'empty', code: 'empty_body'},
  {name: 'a blank body', path: 'blank', code: 'empty_body'},
  {name: 'JSON nested too deep', path: 'deep/20000', code: 'too_deep'},
  {name: 'a length over the limit', path: 'declared-huge', code: 'too_large'},
  {name: 'a connection cut before the answer', path: 'reset', code: 'network'},
  {name: 'a connection cut in the answer', path: 'cut/20', code: 'truncated'},
  {name: 'compressed bytes cut short', path: 'gzip-cut', code: 'truncated'},
];

/** Milliseconds. The others run side by side, and Firefox takes its time for the twenty redirects it follows. */
const PATIENCE = engine === 'Chromium' ? 1_000 : 5_000;

describe('a fault is named at once:', () => {
  for (const {name, path, code, got} of faults) {
    it(name, async () => {
      const start = performance.now();
      const state = await stateOf(path);
      expect(performance.now() - start).to.be.below(PATIENCE);
      expect(state).to.have.nested.property('issue.code', code);
      if (typeof got === 'string') expect(state).to.have.nested.property('issue.got', got);
      if (got instanceof RegExp) expect(state).to.have.nested.property('issue.got').that.matches(got);
    });
  }

  for (const code of new Set([
    ...faults.map((fault) => fault.code),
    'offline',
    'timeout',
    'bad_url',
    'loader_failed',
  ])) {
    it(`${code} has a sentence in every language`, () => {
      for (const {rules} of [en, zhCN]) {
        for (const given of [
          {expected: '', got: ''},
          {expected: '15', got: '401'},
        ]) {
          const sentence = rules[code]?.({path: '', code, ...given});
          expect(sentence).to.be.a('string').that.is.not.empty;
          expect(sentence).not.to.match(/undefined|null/);
        }
      }
    });
  }
});

describe('a web page or too much is known', () => {
  it('before the rest has come: the request is called off', async function () {
    this.timeout(30_000);
    const run = newRun();
    const following = ask(`huge/66?run=${run}`);
    await following.settled;
    expect(toldTo(following)).to.deep.equal(['loading', 'too_large']);
    while (!(await hitsOf(run))[0]?.aborted) await turn();
  });
});

describe('JSON cut at a byte is never taken for whole', () => {
  const step = perTier({fast: 7, gate: 1, deep: 1});
  it(`by the server, at every ${step}. byte`, async () => {
    for (let count = 1; count < SMALL_BYTES; count += step)
      expect(await stateOf(`truncate/${count}`), `${count} bytes`).to.have.nested.property('issue.code', 'truncated');
  });
});

describe('an answer that does not end', () => {
  for (const path of ['never', 'stall/0', 'stall/20', 'drip/500', 'slow-headers/50000'])
    it(`is given up after ${TIME_OUT_SECONDS} s and called off: ${path}`, async () => {
      const page = pageWithNetwork();
      const run = newRun();
      const {settled, states, leave} = ask(`${path}?run=${run}`, page);
      while ((await hitsOf(run)).length === 0) await turn();
      await page.advance(seconds(TIME_OUT_SECONDS) - 1);
      expect(states.at(-1)).to.deep.equal({status: 'loading'});
      await page.advance(1);
      expect(await settled).to.have.nested.property('issue.code', 'timeout');
      leave();
      await turn();
      expect(page.leftovers).to.equal(0);
      while (!(await hitsOf(run))[0]?.aborted) await turn();
    });
});

describe('a server that comes back', () => {
  it('is noticed by the next poll', async () => {
    const page = pageWithNetwork();
    const url = faultUrl(`flapping/200,500,200?run=${newRun()}`);
    const following = follow(sourcesOn(page), {url, refresh: 10});
    await following.settled;
    for (const [count, wait] of [
      [3, seconds(10)],
      [4, seconds(20)],
    ] as const) {
      await page.advance(wait);
      while (following.states.length < count) await turn();
    }
    expect(toldTo(following)).to.deep.equal(['loading', 'loaded', 'http_status', 'loaded']);
    following.leave();
  });
});
