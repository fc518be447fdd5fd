import {expect} from 'chai';
import '../support/watch-page.js';
import {sourcesOn} from '../../src/source/shared-source.js';
import {FakePage, hours, minutes, seconds, turn} from '../support/fake-page.js';
import {follow, toldTo, type Following} from '../support/follow-source.js';
import {perTier} from '../support/tier.js';

const ELEMENTS = 100;
const URLS = 10;
const REFRESH = 60;
const HOURS = perTier({fast: 4, gate: 24, deep: 24});

/** A page that notes when it asks, on a server that answers by the time of asking. */
function pollingPage(answerAt: (time: number) => Response = () => Response.json({rows: []})) {
  const page = new FakePage();
  const askedAt: number[] = [];
  const start = page.now();
  page.fetch = () => {
    const time = page.now() - start;
    askedAt.push(time);
    return Promise.resolve().then(() => answerAt(time));
  };
  return {page, askedAt, open: sourcesOn(page), time: () => page.now() - start};
}

const dashboard = (open: ReturnType<typeof sourcesOn>): Following[] =>
  Array.from({length: ELEMENTS}, (_, index) => follow(open, {url: `/data/${index % URLS}`, refresh: REFRESH}));

async function leaveAll(followings: readonly Following[]): Promise<void> {
  for (const {leave} of followings) leave();
  await turn();
}

const status = (code: number, headers: Record<string, string> = {}) => new Response('', {status: code, headers});

describe(`${ELEMENTS} elements on ${URLS} addresses`, () => {
  it(`ask once an address and tick in ${HOURS} h, and leave nothing behind`, async function () {
    this.timeout(60_000);
    const {page, askedAt, open} = pollingPage();
    const followings = dashboard(open);
    await page.advance(hours(HOURS));
    const ticks = 1 + (HOURS * 3_600) / REFRESH;
    expect(askedAt).to.have.lengthOf(URLS * ticks);
    expect(followings.map(({states}) => states.length)).to.deep.equal(Array<number>(ELEMENTS).fill(1 + ticks));
    await leaveAll(followings);
    expect(page.leftovers).to.equal(0);
    await page.advance(hours(1));
    expect(askedAt).to.have.lengthOf(URLS * ticks);
  });

  for (const [name, set] of [
    ['hidden', (page: FakePage, isBack: boolean) => page.setVisible(isBack)],
    ['offline', (page: FakePage, isBack: boolean) => page.setOnline(isBack)],
  ] as const) {
    it(`ask nothing for 8 h ${name}, once at the return, and then as before`, async () => {
      const {page, askedAt, open} = pollingPage();
      const followings = dashboard(open);
      await page.advance(seconds(REFRESH / 2));
      set(page, false);
      await page.advance(hours(8));
      expect(askedAt).to.have.lengthOf(URLS);
      set(page, true);
      await page.advance(0);
      expect(askedAt).to.have.lengthOf(2 * URLS);
      await page.advance(seconds(REFRESH - 1));
      expect(askedAt).to.have.lengthOf(2 * URLS);
      await page.advance(seconds(1));
      expect(askedAt).to.have.lengthOf(3 * URLS);
      await leaveAll(followings);
      expect(page.leftovers).to.equal(0);
    });
  }

  it('ask no more when the page is hidden and shown all the time', async () => {
    const {page, askedAt, open} = pollingPage();
    const followings = dashboard(open);
    await page.advance(0);
    for (let times = 0; times < 100; times++) {
      page.setVisible(false);
      page.setVisible(true);
      await page.advance(seconds(1));
    }
    expect(askedAt).to.have.lengthOf(2 * URLS);
    await leaveAll(followings);
  });

  it('opened in a hidden page have their first data', async () => {
    const {page, askedAt, open} = pollingPage();
    page.setVisible(false);
    const [first] = dashboard(open);
    expect((await first?.settled)?.status).to.equal('loaded');
    await page.advance(hours(1));
    expect(askedAt).to.have.lengthOf(URLS);
  });
});

describe('several periods on one address', () => {
  it('the shortest one counts, while it is there', async () => {
    const {page, askedAt, open} = pollingPage();
    const slow = follow(open, {url: 'a', refresh: 60});
    const once = follow(open, {url: 'a'});
    const quick = follow(open, {url: 'a', refresh: 10});
    await page.advance(seconds(25));
    quick.leave();
    await page.advance(seconds(100));
    expect(askedAt.map((time) => time / 1_000)).to.deep.equal([0, 10, 20, 80]);
    slow.leave();
    await page.advance(minutes(10));
    expect(askedAt).to.have.lengthOf(4);
    once.leave();
    await turn();
    expect(page.leftovers).to.equal(0);
  });

  it('a shorter one that comes later brings the next request forward', async () => {
    const {page, askedAt, open} = pollingPage();
    follow(open, {url: 'a', refresh: 60});
    await page.advance(seconds(5));
    follow(open, {url: 'a', refresh: 10});
    await page.advance(seconds(10));
    expect(askedAt.map((time) => time / 1_000)).to.deep.equal([0, 10]);
  });
});

describe('a server that fails', () => {
  it('is asked less and less, and as before once it answers', async () => {
    const {page, askedAt, open} = pollingPage((time) =>
      time > 0 && time < minutes(20) ? status(500) : Response.json([]),
    );
    const following = follow(open, {url: 'a', refresh: 10});
    await page.advance(minutes(25));
    const failing = [0, 10, 30, 70, 150, 310, 610, 910];
    const back = [1_210, 1_220, 1_230];
    expect(askedAt.slice(0, 11).map((time) => time / 1_000)).to.deep.equal([...failing, ...back]);
    expect(toldTo(following).filter((told) => told === 'loading')).to.have.lengthOf(1);
  });

  it('for an hour does not see more than a fifth of 100 pages in any second after it', async function () {
    this.timeout(60_000);
    for (const refresh of perTier({fast: [30], gate: [1, 10, 30, 300], deep: [1, 5, 10, 30, 60, 300, 3_600]})) {
      const times = await timesAfterOutage(refresh);
      expect(times.every(Number.isFinite)).to.equal(true);
      expect(busiestSecond(times), `refresh ${refresh}`).to.be.at.most(20);
    }
  });

  const invitations: readonly (readonly [string, Record<string, string>])[] = [
    ['seconds', {'retry-after': '120'}],
    ['a date', {'retry-after': new Date(Date.UTC(2026, 0, 5, 0, 2, 0)).toUTCString()}],
    [
      'a date by its own clock',
      {date: 'Tue, 05 Jan 2027 12:00:00 GMT', 'retry-after': 'Tue, 05 Jan 2027 12:02:00 GMT'},
    ],
  ];
  for (const [name, headers] of invitations) {
    it(`and names ${name} is not asked before, and soon after`, async () => {
      const {page, askedAt, open} = pollingPage((time) => (time === 0 ? status(503, headers) : Response.json([])));
      page.chance = 0;
      const following = follow(open, {url: 'a', refresh: 10});
      await page.advance(seconds(125));
      expect(askedAt.slice(0, 2)).to.deep.equal([0, seconds(120)]);
      expect(toldTo(following)).to.deep.equal(['loading', 'busy', 'loaded']);
    });
  }

  it('and asks to come back is asked three times more, also without polling', async () => {
    const {page, askedAt, open} = pollingPage(() => status(429, {'retry-after': '5'}));
    page.chance = 0;
    follow(open, {url: 'a'});
    await page.advance(hours(1));
    expect(askedAt.map((time) => time / 1_000)).to.deep.equal([0, 5, 10, 15]);
    expect(page.leftovers).to.equal(0);
  });

  for (const code of [404, 500, 503])
    it(`with ${code} and no word of coming back is left alone without polling`, async () => {
      const {page, askedAt, open} = pollingPage(() => status(code));
      follow(open, {url: 'a'});
      await page.advance(hours(1));
      expect(askedAt).to.deep.equal([0]);
    });
});

/** When 100 pages, all opened in the same instant, ask in the half hour after an outage of an hour. */
async function timesAfterOutage(refresh: number): Promise<number[]> {
  const [down, up] = [minutes(5), minutes(65)];
  const times: number[] = [];
  for (let client = 0; client < 100; client++) {
    const {page, askedAt, open} = pollingPage((time) => (time > down && time < up ? status(500) : Response.json([])));
    const random = seeded(client + 1);
    Object.assign(page, {random});
    const {leave} = follow(open, {url: 'a', refresh});
    // The first request that is answered again is the one that could come as a crowd.
    await page.advance(up + Math.max(minutes(6), seconds(refresh * 1.2)));
    times.push(askedAt.find((time) => time >= up) ?? Number.NaN);
    leave();
  }
  return times;
}

/** The most of some times that fall into any one second. */
function busiestSecond(times: readonly number[]): number {
  return Math.max(...times.map((start) => times.filter((time) => time >= start && time < start + 1_000).length));
}

/** Park and Miller's generator, so that a failure can be repeated. */
function seeded(seed: number): () => number {
  let state = seed * 7_919;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
