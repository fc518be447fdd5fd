import {expect} from 'chai';
import '../support/watch-page.js';
import {mount} from '../support/fixture.js';
import {PageClock} from '../support/page-clock.js';
import {perTier} from '../support/tier.js';
import {make, subjects, type ChartUnderTest} from './subjects.js';

/** R8. */
const ELEMENTS = perTier({fast: 40, gate: 100, deep: 100});
const URLS = 10;
const MINUTES = perTier({fast: 3, gate: 60, deep: 1_440});
const MINUTE = 60_000;

const clock = new PageClock();
const askedAt: {readonly url: string; readonly at: number}[] = [];
const {fetch} = globalThis;
let answer: (url: string) => Response;

beforeEach(() => {
  clock.install();
  askedAt.length = 0;
  globalThis.fetch = (input) => {
    const url = input instanceof Request ? input.url : new URL(input).href;
    askedAt.push({url, at: performance.now()});
    return Promise.resolve(answer(url));
  };
});
afterEach(async () => {
  // What has just left the page stops its timers in a moment of its own.
  await clock.settle();
  globalThis.fetch = fetch;
  clock.uninstall();
});

/** Elements of all charts by turns; those on one address are of one chart. */
function dashboard(): ChartUnderTest[] {
  answer = (url) => {
    const {samples} = subjects[Number(new URL(url).searchParams.get('n')) % subjects.length]!;
    return Response.json(samples.values().next().value);
  };
  return Array.from({length: ELEMENTS}, (_, index) => {
    const n = index % URLS;
    return mount(make(subjects[n % subjects.length]!, {src: `/data?n=${n}`, refresh: 60}), 300);
  });
}

describe(`a page of ${ELEMENTS} elements on ${URLS} addresses`, () => {
  it(`asks each address once a minute for ${MINUTES} minutes, and no more once they are gone`, async () => {
    const elements = dashboard();
    await clock.advance(MINUTES * MINUTE);
    expect(askedAt).to.have.lengthOf(URLS * (1 + MINUTES));
    expect(elements.filter(({status}) => status !== 'ready')).to.deep.equal([]);
    for (const element of elements) element.remove();
    await clock.advance(5 * MINUTE);
    expect(askedAt).to.have.lengthOf(URLS * (1 + MINUTES));
    expect(clock.alarms).to.equal(0);
  }).timeout(120_000);

  for (const [name, set] of [
    ['hidden', (isBack: boolean) => clock.setVisible(isBack)],
    ['offline', (isBack: boolean) => clock.setOnline(isBack)],
  ] as const)
    it(`asks nothing while it is ${name}, and each address once at the return`, async () => {
      dashboard();
      await clock.advance(MINUTE / 2);
      set(false);
      await clock.advance(8 * 60 * MINUTE);
      expect(askedAt).to.have.lengthOf(URLS);
      set(true);
      await clock.advance(1);
      expect(askedAt).to.have.lengthOf(2 * URLS);
      await clock.advance(MINUTE);
      expect(askedAt).to.have.lengthOf(3 * URLS);
    }).timeout(60_000);

  it('asks a failing server less and less, at most each five minutes, and never before it may', async () => {
    const elements = dashboard();
    await clock.advance(1);
    answer = () => new Response('', {status: 503, headers: {'retry-after': '120'}});
    await clock.advance(60 * MINUTE);
    const first = askedAt.filter(({url}) => url.endsWith('n=0')).map(({at}) => at);
    const gaps = first.slice(1).map((at, index) => at - first[index]!);
    expect(
      gaps.slice(1).every((gap) => gap >= 120_000 - 1),
      gaps.join(' '),
    ).to.equal(true);
    expect(
      gaps.every((gap) => gap <= 6 * MINUTE + 1),
      gaps.join(' '),
    ).to.equal(true);
    expect(gaps.length).to.be.within(10, 20);
    expect(elements.every(({status}) => status === 'stale')).to.equal(true);
  }).timeout(60_000);

  it('draws nothing anew when the same data arrive again', async () => {
    const [element] = dashboard();
    await clock.advance(1);
    const svg = element!.shadowRoot!.querySelector('svg')!;
    const changes: MutationRecord[] = [];
    const observer = new MutationObserver((records) => changes.push(...records));
    observer.observe(svg, {subtree: true, childList: true, attributes: true, characterData: true});
    await clock.advance(3 * MINUTE);
    observer.disconnect();
    expect(askedAt.length).to.be.at.least(3 * URLS);
    expect(changes).to.have.lengthOf(0);
  }).timeout(60_000);
});
