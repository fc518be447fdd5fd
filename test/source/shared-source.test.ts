import {expect} from 'chai';
import '../support/watch-page.js';
import {openSource, sourcesOn, type SourceState} from '../../src/source/shared-source.js';
import {FakePage, minutes, seconds, turn} from '../support/fake-page.js';
import {faultUrl, hitsOf, newRun} from '../support/fault-url.js';
import {follow, toldTo} from '../support/follow-source.js';

type LoadData = (url: string, signal: AbortSignal) => Promise<unknown>;

const BODY = {rows: []};

/** A loader that answers when it is told to, and remembers the signals it was given. */
function heldLoader() {
  const signals: AbortSignal[] = [];
  const answers: ((body: unknown) => void)[] = [];
  const loadData: LoadData = (_, signal) => {
    signals.push(signal);
    return new Promise((resolve) => answers.push(resolve));
  };
  return {loadData, signals, answers};
}

/** A page whose network gives these answers in turn, the last one for ever. */
function pageAnswering(...answers: (() => Response | Promise<Response>)[]) {
  const page = new FakePage();
  const asked: RequestInit[] = [];
  page.fetch = (_, init) => {
    asked.push(init);
    return Promise.resolve().then(answers[Math.min(asked.length, answers.length) - 1]);
  };
  return {page, asked, open: sourcesOn(page)};
}

const json = (body: unknown = BODY) => Response.json(body);
const status = (code: number, headers = {}) => new Response('', {status: code, headers});
const refusing = () => Promise.reject(new TypeError('Failed to fetch'));
const landedOn = (url: string) => Object.defineProperties(json(), {url: {value: url}, redirected: {value: true}});

describe('listeners on one address', () => {
  it('share one request and one body', async () => {
    const run = newRun();
    const all = Array.from({length: 20}, () => follow(openSource, {url: faultUrl(`ok?run=${run}`)}));
    const bodies = (await Promise.all(all.map(({settled}) => settled))).map((state) => 'body' in state && state.body);
    expect(new Set(bodies).size).to.equal(1);
    expect(await hitsOf(run)).to.have.lengthOf(1);
    for (const {leave} of all) leave();
  });

  it('share it however the address is written', async () => {
    const run = newRun();
    const here = faultUrl(`ok?run=${run}`);
    const urls = [here, `${location.origin}${here}`, `${here}#part`, `/x/..${here}`];
    const all = urls.map((url) => follow(openSource, {url}));
    await Promise.all(all.map(({settled}) => settled));
    expect(await hitsOf(run)).to.have.lengthOf(1);
    for (const {leave} of all) leave();
  });

  it('do not share across loaders or readers', () => {
    const page = new FakePage();
    const open = sourcesOn(page);
    const [one, two] = [heldLoader(), heldLoader()];
    const readBody = () => ({body: 'read'});
    follow(open, {url: 'a', loadData: one.loadData});
    follow(open, {url: 'a', loadData: two.loadData});
    follow(open, {url: 'a', loadData: two.loadData, readBody});
    expect([one.signals.length, two.signals.length]).to.deep.equal([1, 2]);
  });

  it('who comes later is given at once what is there', async () => {
    const {open, asked} = pageAnswering(json);
    await follow(open, {url: 'a'}).settled;
    expect(toldTo(follow(open, {url: 'a'}))).to.deep.equal(['loaded']);
    expect(asked).to.have.lengthOf(1);
  });

  it('who comes while a polled source fails is given the last good body too', async () => {
    const {page, open, asked} = pageAnswering(json, () => status(500));
    follow(open, {url: 'a', refresh: 10});
    await page.advance(seconds(11));
    expect(toldTo(follow(open, {url: 'a', refresh: 10}))).to.deep.equal(['loaded', 'http_status']);
    expect(asked).to.have.lengthOf(2);
  });

  it('who comes after a source has failed for good has it asked again', async () => {
    const {open} = pageAnswering(() => status(500), json);
    const first = follow(open, {url: 'a'});
    await first.settled;
    const second = follow(open, {url: 'a'});
    await second.settled;
    expect(toldTo(second)).to.deep.equal(['loading', 'loaded']);
    await turn();
    expect(toldTo(first)).to.deep.equal(['loading', 'http_status', 'loaded']);
  });

  it('hear although another one throws', async () => {
    const {open} = pageAnswering(json);
    const leave = open({url: 'a'}, () => {
      throw new Error('a listener of the test');
    });
    expect((await follow(open, {url: 'a'}).settled).status).to.equal('loaded');
    leave();
  });

  it('hear nothing once another has made them leave', async () => {
    const {open} = pageAnswering(json);
    const others: (() => void)[] = [];
    open({url: 'a'}, ({status: now}) => {
      if (now === 'loaded') for (const leave of others) leave();
    });
    const second = follow(open, {url: 'a'});
    others.push(second.leave);
    await turn();
    expect(toldTo(second)).to.deep.equal(['loading']);
  });
});

describe('leaving', () => {
  it('calls the request off when it is the last to leave, and not before', async () => {
    const page = new FakePage();
    const open = sourcesOn(page);
    const {loadData, signals} = heldLoader();
    const [first, second] = [follow(open, {url: 'a', loadData}), follow(open, {url: 'a', loadData})];
    first.leave();
    await turn();
    expect(signals[0]?.aborted).to.equal(false);
    second.leave();
    await turn();
    expect(signals[0]?.aborted).to.equal(true);
    expect(page.leftovers).to.equal(0);
  });

  it('ends real requests', async () => {
    const run = newRun();
    const {leave} = follow(openSource, {url: faultUrl(`never?run=${run}`)});
    while ((await hitsOf(run)).length === 0) await turn();
    leave();
    while (!(await hitsOf(run))[0]?.aborted) await turn();
  });

  it('and coming back in one task, as a moved element does, asks nothing new', async () => {
    const {open, asked, page} = pageAnswering(json);
    let now = follow(open, {url: 'a', refresh: 10});
    await now.settled;
    for (let moves = 0; moves < 50; moves++) {
      now.leave();
      now = follow(open, {url: 'a', refresh: 10});
    }
    await turn();
    expect(asked).to.have.lengthOf(1);
    expect(toldTo(now)).to.deep.equal(['loaded']);
    await page.advance(seconds(10));
    expect(asked).to.have.lengthOf(2);
    now.leave();
    await turn();
    expect(page.leftovers).to.equal(0);
  });

  it('and coming back later asks anew', async () => {
    const {open, asked} = pageAnswering(json);
    const first = follow(open, {url: 'a'});
    await first.settled;
    first.leave();
    await turn();
    await follow(open, {url: 'a'}).settled;
    expect(asked).to.have.lengthOf(2);
  });

  it('twice is like once', async () => {
    const {open, asked} = pageAnswering(json);
    const [first, second] = [follow(open, {url: 'a'}), follow(open, {url: 'a'})];
    first.leave();
    first.leave();
    expect((await second.settled).status).to.equal('loaded');
    expect(asked).to.have.lengthOf(1);
  });
});

describe('a request', () => {
  it('carries credentials of the same origin and asks for JSON, as new as the server has it', async () => {
    const {open, asked} = pageAnswering(json);
    await follow(open, {url: 'a'}).settled;
    const {credentials, cache, headers} = asked[0]!;
    expect({credentials, cache}).to.deep.equal({credentials: 'same-origin', cache: 'no-cache'});
    expect(new Headers(headers).get('accept')).to.match(/^application\/json/);
  });

  it('says when its answer came, and what it was called', async () => {
    const {open, page} = pageAnswering(json);
    expect(await follow(open, {url: 'a'}).settled).to.deep.equal({
      status: 'loaded',
      body: BODY,
      contentType: 'application/json',
      loadedAt: page.now(),
    });
  });

  const unreachable: readonly (readonly [string, string, (() => Response | Promise<Response>)[]])[] = [
    ['network', 'refused twice', [refusing]],
    ['network', 'refused, then answered after all', [refusing, json]],
  ];
  for (const [code, name, answers] of unreachable)
    it(`is ${code} when ${name}`, async () => {
      const {open, asked} = pageAnswering(...answers);
      expect(await follow(open, {url: 'https://data.example/a'}).settled).to.have.nested.property('issue.code', code);
      expect(asked.map(({redirect}) => redirect)).to.deep.equal([undefined, 'manual']);
    });

  it('is redirected when a sign-in elsewhere refuses cross-origin access', async () => {
    const opaque = Object.defineProperty(json(), 'type', {value: 'opaqueredirect'});
    const {open} = pageAnswering(refusing, () => opaque);
    const state = await follow(open, {url: 'https://data.example/a'}).settled;
    expect(state).to.deep.equal({status: 'failed', issue: {path: '', code: 'redirected'}});
  });

  it('looks for a redirect only at the first of several failures', async () => {
    const {page, open, asked} = pageAnswering(refusing);
    follow(open, {url: 'https://data.example/a', refresh: 10});
    await page.advance(minutes(2));
    expect(asked.map(({redirect}) => redirect ?? 'follow')).to.deep.equal(['follow', 'manual', 'follow', 'follow']);
  });

  it('is offline when the computer is', async () => {
    const {page, open, asked} = pageAnswering(refusing);
    page.setOnline(false);
    expect(await follow(open, {url: 'a'}).settled).to.have.nested.property('issue.code', 'offline');
    expect(asked).to.have.lengthOf(1);
  });

  const landings: readonly (readonly [string, string, string | null])[] = [
    ['https://other.example/a?token=secret', 'another origin', 'https://other.example/a'],
    ['https://data.example/login?next=a', 'another path', '/login'],
    ['https://data.example/a/?page=1', 'its own path with a slash', null],
  ];
  for (const [landing, name, got] of landings)
    it(`sent on to ${name} is ${got === null ? 'followed' : 'refused, without telling the query'}`, async () => {
      const {open} = pageAnswering(() => landedOn(landing));
      const state = await follow(open, {url: 'https://data.example/a'}).settled;
      if (got === null) expect(state.status).to.equal('loaded');
      else expect(state).to.deep.equal({status: 'failed', issue: {path: '', code: 'redirected', got}});
    });

  for (const url of ['https://', 'about:blank', 'file:///etc/hosts', 'mailto:a@b.example'])
    it(`is not made for ${url}`, () => {
      const states: SourceState[] = [];
      openSource({url}, (state) => states.push(state))();
      expect(states).to.have.lengthOf(1);
      expect(states[0]).to.have.nested.property('issue.code', 'bad_url');
    });

  it('reads its text with the reader it is given', async () => {
    const {open} = pageAnswering(() => new Response('a,b', {headers: {'content-type': 'text/csv'}}));
    const readBody = (text: string, contentType: string) => ({body: [text, contentType]});
    expect(await follow(open, {url: 'a', readBody}).settled).to.have.deep.property('body', ['a,b', 'text/csv']);
  });
});

describe("the page's own loader", () => {
  const stateWith = (loadData: LoadData) => follow(sourcesOn(new FakePage()), {url: 'any:thing', loadData}).settled;

  it('gives the body', async () => {
    expect(await stateWith((url) => Promise.resolve({url}))).to.deep.include({
      body: {url: 'any:thing'},
      contentType: '',
    });
  });

  it('may give a response, which is read like any other', async () => {
    expect(await stateWith(() => Promise.resolve(json()))).to.deep.include({status: 'loaded', body: BODY});
    expect(await stateWith(() => Promise.resolve(status(401)))).to.have.nested.property('issue.code', 'sign_in');
    expect(await stateWith(() => Promise.resolve(new Response('<p>')))).to.have.nested.property(
      'issue.code',
      'sign_in',
    );
    expect(await stateWith(() => Promise.resolve(new Response('{"rows"')))).to.have.nested.property(
      'issue.code',
      'truncated',
    );
  });

  const failing: readonly (readonly [string, LoadData, string])[] = [
    ['rejects', () => Promise.reject(new Error('no token')), '"no token"'],
    [
      'throws',
      () => {
        throw new Error('x'.repeat(500));
      },
      `"${'x'.repeat(77)}…"`,
    ],
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- pages do reject with anything
    ['rejects with no error', () => Promise.reject(undefined), 'undefined'],
  ];
  for (const [name, loadData, got] of failing)
    it(`that ${name} is an issue`, async () => {
      expect(await stateWith(loadData)).to.deep.equal({
        status: 'failed',
        issue: {path: '', code: 'loader_failed', got},
      });
    });

  it('that never answers is given up and told so, and what it says later is not heard', async () => {
    const page = new FakePage();
    const {loadData, signals, answers} = heldLoader();
    const following = follow(sourcesOn(page), {url: 'a', loadData});
    await page.advance(seconds(15));
    expect(signals[0]?.aborted).to.equal(true);
    answers[0]?.(BODY);
    await turn();
    expect(toldTo(following)).to.deep.equal(['loading', 'timeout']);
  });

  for (const [name, start, code] of [
    ['that never ends', '{"rows":[', 'timeout'],
    ['that is a web page', '<!DOCTYPE html>', 'sign_in'],
  ] as const)
    it(`may give a response ${name}: its download is stopped`, async () => {
      const page = new FakePage();
      let isStopped = false;
      const stream = new ReadableStream<Uint8Array>({
        start: (controller) => controller.enqueue(new TextEncoder().encode(start)),
        cancel: () => {
          isStopped = true;
        },
      });
      const following = follow(sourcesOn(page), {url: 'a', loadData: () => Promise.resolve(new Response(stream))});
      await page.advance(seconds(15));
      await turn();
      expect(toldTo(following)).to.deep.equal(['loading', code]);
      expect(isStopped).to.equal(true);
    });

  it('is not told of an abort after it has answered well', async () => {
    const {loadData, signals, answers} = heldLoader();
    const {leave} = follow(sourcesOn(new FakePage()), {url: 'a', loadData});
    answers[0]?.(BODY);
    await turn();
    leave();
    await turn();
    expect(signals[0]?.aborted).to.equal(false);
  });
});
