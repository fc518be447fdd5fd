import {expect} from 'chai';
import '../../src/define.js';
import type {LoyaltyLadderElement} from '../../src/charts/loyalty-ladder/element.js';
import {fixture, mount, until} from '../support/fixture.js';
import {PageClock} from '../support/page-clock.js';

const BODY = {
  data: {
    stages: [
      {stage: 'customer', members: '1,200'},
      {stage: 'client', members: '310'},
    ],
  },
};
const MAP = {rung: 'data/stages/{i}/stage', count: 'data/stages/{i}/members'};

/** Mounts a ladder and waits until it is no longer loading. */
async function ladder(given: Partial<LoyaltyLadderElement>): Promise<LoyaltyLadderElement> {
  const element = await fixture('insight-loyalty-ladder', given);
  while (element.status === 'loading')
    await new Promise((resolve) => element.addEventListener('insight-status', resolve, {once: true}));
  return element;
}
const countsOf = ({metrics}: LoyaltyLadderElement) => metrics?.series[0]?.rungs.map(({count}) => count);

const linesOf = ({shadowRoot}: LoyaltyLadderElement) =>
  [...shadowRoot!.querySelectorAll('[part=notice] li')].map(({textContent}) => textContent.trim());

describe('an element given JSON of another shape', () => {
  it('reads it by a map, given as JSON text', async () => {
    const element = await ladder({data: BODY, map: JSON.stringify(MAP)});
    expect(element.status).to.equal('ready');
    expect(countsOf(element)).to.deep.equal([1200, 310]);
  });

  it('reads it by a map, given as an object', async () => {
    expect(countsOf(await ladder({data: BODY, map: MAP}))).to.deep.equal([1200, 310]);
  });

  it('reads it by a preset, loaded when it is named', async () => {
    const body = {
      meta: [{name: 'rung'}, {name: 'count'}],
      data: [
        ['customer', '1200'],
        ['client', '310'],
      ],
      rows: 2,
    };
    expect(countsOf(await ladder({data: body, preset: 'clickhouse-jsoncompact'}))).to.deep.equal([1200, 310]);
  });

  it("names what is wrong at the caller's own place", async () => {
    const body = {
      data: {
        stages: [
          {stage: 'customer', members: 12},
          {stage: 'client', members: 'many'},
        ],
      },
    };
    const {status, issues} = await ladder({data: body, map: MAP});
    expect(status).to.equal('invalid');
    expect(issues.map(({path}) => path)).to.deep.equal(['data/stages/1/members']);
  });

  it('names an unknown preset, and a map that is no JSON', async () => {
    expect((await ladder({data: BODY, preset: 'nobody'})).issues[0]?.code).to.equal('unknown_preset');
    expect((await ladder({data: BODY, map: '{"rung": '})).issues[0]?.code).to.equal('map_not_json');
  });

  it('says beside it what the map found for each role, and what is there where it found nothing', async () => {
    const element = await ladder({data: BODY, map: {...MAP, count: 'data/stages/{i}/people'}});
    expect(element.status).to.equal('invalid');
    expect(linesOf(element)).to.deep.equal([
      'data/stages/0: no "people" here; there is stage, members',
      'rung ← data/stages/{i}/stage: found 2',
      'count ← data/stages/{i}/people: found nothing; data/stages/0 has stage, members',
    ]);
    expect(element.issues.map(({code}) => code)).to.deep.equal(['nothing_found']);
  });

  it('says it in the language of the page', async () => {
    const element = await ladder({data: BODY, map: {...MAP, count: 'data/stages/{i}/people'}, lang: 'zh-CN'});
    expect(linesOf(element).at(-1)).to.include('未找到值');
  });

  it('is failed when the body says so, in the words of the backend', async () => {
    const element = await ladder({data: {code: 500, msg: 'no such table'}, map: MAP});
    expect(element.status).to.equal('failed');
    expect(element.shadowRoot?.textContent).to.include('no such table');
  });

  it("passes it through the page's function first", async () => {
    const transform = (body: unknown) => ({rows: (body as {list: unknown[]}).list});
    const element = await ladder({data: {list: [{rung: 'client', count: 20}]}, transform});
    expect(countsOf(element)).to.deep.equal([20]);
  });

  it("says so when the page's function throws, and the page lives on", async () => {
    const element = await ladder({
      data: BODY,
      transform: () => {
        throw new Error('a mistake of the page');
      },
    });
    expect(element.status).to.equal('invalid');
    expect(element.issues[0]).to.include({path: 'transform', code: 'transform_failed'});
  });
});

describe('an element whose address gives', () => {
  const clock = new PageClock();
  const {fetch} = globalThis;
  let bodies: (readonly [body: string, contentType: string])[];
  let asked = 0;

  beforeEach(() => {
    clock.install();
    asked = 0;
    globalThis.fetch = () => {
      const [body, type] = bodies[Math.min(asked++, bodies.length - 1)]!;
      return Promise.resolve(new Response(body, {headers: {'content-type': type}}));
    };
  });
  afterEach(async () => {
    await clock.settle();
    globalThis.fetch = fetch;
    clock.uninstall();
  });

  /** An element that has been told what the first answer holds. */
  async function at(given: Partial<LoyaltyLadderElement>, answers: typeof bodies): Promise<LoyaltyLadderElement> {
    bodies = answers;
    const element = mount(Object.assign(document.createElement('insight-loyalty-ladder'), given), 720);
    await told(element);
    return element;
  }
  const told = (element: LoyaltyLadderElement) =>
    until(() => !['waiting', 'loading'].includes(element.status) || element.issues.length > 0);
  const WAIT: (typeof bodies)[number] = ['{"error":"Continue wait"}', 'application/json'];
  const DONE: (typeof bodies)[number] = [JSON.stringify(BODY), 'application/json'];

  it('"still computing" is loading, says so, and asks again later and later until there is an answer', async () => {
    const element = await at({src: '/queue', map: MAP}, [WAIT, WAIT, WAIT, DONE]);
    expect(element.status).to.equal('loading');
    expect(linesOf(element)).to.deep.equal(['the server is still computing']);
    await clock.advance(1_100);
    expect(asked).to.equal(2);
    await clock.advance(1_500);
    expect(asked).to.equal(2);
    await clock.advance(1_000);
    expect(asked).to.equal(3);
    await clock.advance(4_500);
    expect(asked).to.equal(4);
    expect(element.status).to.equal('ready');
    expect(countsOf(element)).to.deep.equal([1200, 310]);
    await clock.advance(600_000);
    expect(asked).to.equal(4);
  });

  it('an error after good data keeps the picture and names the error', async () => {
    const error: (typeof bodies)[number] = ['{"code":500,"msg":"out of memory"}', 'application/json'];
    const element = await at({src: '/report', map: MAP, refresh: 60}, [DONE, error]);
    expect(element.status).to.equal('ready');
    await clock.advance(61_000);
    expect(element.status).to.equal('stale');
    expect(linesOf(element)).to.deep.equal(['the server says: out of memory']);
    expect(countsOf(element)).to.deep.equal([1200, 310]);
  });

  it('CSV, which its content type says', async () => {
    const csv = 'stage,members\ncustomer,"1,200"\nclient,310\n';
    const map = {rung: '{i}/stage', count: '{i}/members'};
    expect(countsOf(await at({src: '/a', map}, [[csv, 'text/csv; charset=utf-8']]))).to.deep.equal([1200, 310]);
    const declared = {...map, format: 'csv' as const};
    expect(countsOf(await at({src: '/b', map: declared}, [[csv, 'text/plain']]))).to.deep.equal([1200, 310]);
  });

  it('one JSON value a line, by preset', async () => {
    const lines = '{"rung":"customer","count":"120"}\n{"rung":"client","count":"30"}\n';
    const element = await at({src: '/lines', preset: 'clickhouse-jsoneachrow'}, [[lines, 'text/plain']]);
    expect(countsOf(element)).to.deep.equal([120, 30]);
  });

  const states: readonly (readonly [name: string, body: string, status: string, line: RegExp])[] = [
    ['a queued state', '{"status":"queued"}', 'loading', /still computing/],
    ['an error envelope', '{"errors":[{"message":"no field x"}]}', 'failed', /the server says: no field x/],
    ['a sign-in page', '<!doctype html><title>Sign in</title>', 'failed', /sign/],
    ['one page of several', JSON.stringify({...BODY, hasMore: true}), 'partial', /one page of several/],
    ['text that is no JSON', 'Service is down', 'failed', /JSON/],
    ['JSON that broke off', '{"data": {"stages": [{"stage"', 'failed', /broke off/],
    ['a list of nothing', '{"data":{"stages":[]}}', 'empty', /^$/],
  ];
  for (const [name, body, status, line] of states)
    it(`${name} is ${status}, in words of its own`, async () => {
      const element = await at({src: '/state', map: MAP}, [[body, 'application/json']]);
      expect(element.status).to.equal(status);
      expect(linesOf(element).join()).to.match(line);
      element.remove();
    });
});
