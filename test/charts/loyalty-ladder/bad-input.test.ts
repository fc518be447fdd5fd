import fc from '../../support/fast-check.js';
import '../../support/watch-page.js';
import {expect} from 'chai';
import type {LoyaltyLadderElement} from '../../../src/charts/loyalty-ladder/element.js';
import {STATUSES} from '../../../src/chart/status.js';
import {mount} from '../../support/fixture.js';
import {inlineJson} from '../../support/inline-json.js';
import {type Bar, readChart} from '../../support/read-chart.js';
import {perTier} from '../../support/tier.js';
import {anyLadder} from './any-ladder.js';
import {TAG} from './mounted.js';
import {type LadderBody, seriesOf, stockByHand} from './oracle.js';
import {spoiltLadder, spoiltText} from './spoil.js';
import {VIEWS} from './ladders.js';

/** Payloads of each of the four kinds; reliability asks for ten thousand before a release. */
const RUNS = perTier({fast: 260, gate: 1_000, deep: 2_500});
/** After so many payloads the element is made anew: what one payload leaves behind must not show in the next. */
const USES = 50;

const anyView = fc.constantFrom(...VIEWS);
type View = (typeof VIEWS)[number];

/** One element for many payloads. */
class Subject {
  readonly states = new Map<string, number>();
  #element: LoyaltyLadderElement | undefined;
  #uses = 0;

  async give(payload: {readonly data: unknown} | {readonly text: string}, view: View): Promise<LoyaltyLadderElement> {
    if (!this.#element || this.#uses++ % USES === 0) this.#element = this.#renew();
    const element = this.#element;
    Object.assign(element, {view, minCell: 0, data: 'data' in payload ? payload.data : undefined});
    element.replaceChildren(...('text' in payload ? [inlineJson(payload.text)] : []));
    element.requestUpdate();
    await element.updateComplete;
    this.states.set(element.status, (this.states.get(element.status) ?? 0) + 1);
    return element;
  }

  #renew(): LoyaltyLadderElement {
    this.#element?.remove();
    return mount(document.createElement(TAG), 600);
  }
}

/** Words that no number may turn into. Names of the data that hold them would hide a defect, so there are none. */
const BROKEN = /NaN|Infinity|undefined|\[object/;

function expectSound(element: LoyaltyLadderElement): void {
  expectOneState(element);
  // Built at once rather than when the page is idle, so that it is read too.
  element.tableElement();
  const {root} = readChart(element);
  for (const node of root.querySelectorAll('svg, svg *, table *, [part=headline], [part=notes] li')) {
    for (const {name, value} of node.attributes) expect(value, `${node.localName} ${name}`).to.not.match(BROKEN);
    if (!node.childElementCount) expect(node.textContent).to.not.match(BROKEN);
  }
  for (const rect of root.querySelectorAll('svg rect'))
    expect(Math.min(Number(rect.getAttribute('width')), Number(rect.getAttribute('height')))).to.be.at.least(0);
}

/** One state, which says why, and no more of the data than a log may hold. */
function expectOneState(element: LoyaltyLadderElement): void {
  const {status, issues} = element;
  const {notice} = readChart(element);
  expect(STATUSES).to.include(status);
  expect(element.matches(`:state(${status})`)).to.equal(true);
  expect(issues.length > 0, status).to.equal(['invalid', 'failed'].includes(status));
  expect(notice.length, status).to.equal(status === 'ready' ? 0 : 1 + issues.length);
  for (const {got = '', expected = ''} of issues) {
    expect(got.length).to.be.at.most(80);
    expect(expected.length).to.be.at.most(200);
  }
}

/** The counts that a view draws as bars, in reading order, from the payload alone. */
function countsByHand(json: unknown, view: View): number[] {
  const ladder = (Array.isArray(json) ? {rows: json} : json) as LadderBody;
  return seriesOf(ladder).flatMap((series) => {
    const column = stockByHand(ladder, series).map((rung) => rung[view === 'funnel' ? 'reached' : 'count']);
    const known = column.filter((count) => count !== null) as number[];
    return view === 'funnel' ? known : known.toReversed();
  });
}

/** `ready` promises that the picture is right: every bar as long as its count, and the counts beside them. */
function expectTruth(element: LoyaltyLadderElement, json: unknown, view: View): void {
  const {bars, texts, labels} = readChart(element);
  if (view === 'moves') {
    const moves = (json as {moves: {count: unknown}[]}).moves;
    expect(labels()).to.have.length(moves.length);
    return;
  }
  const counts = countsByHand(json, view);
  const drawn = bars();
  expect(drawn).to.have.length(counts.length);
  const [longest, most] = [Math.max(0, ...drawn.map(({width}) => width)), Math.max(0, ...counts)];
  drawn.forEach(({width}: Bar, index) => {
    // Drawn lengths are rounded to a hundredth of a pixel.
    expect(width, JSON.stringify(counts)).to.be.closeTo(most ? (longest * counts[index]!) / most : 0, 0.011);
  });
  const shown = texts();
  for (const count of counts) expect(shown).to.include(new Intl.NumberFormat('en').format(count === 0 ? 0 : count));
}

const check = async <Payload>(
  payloads: fc.Arbitrary<Payload>,
  given: (payload: Payload) => {readonly data: unknown} | {readonly text: string},
): Promise<ReadonlyMap<string, number>> => {
  const subject = new Subject();
  const property = fc.asyncProperty(payloads, anyView, async (payload, view) => {
    const gift = given(payload);
    const element = await subject.give(gift, view);
    expectSound(element);
    if (element.status === 'ready') expectTruth(element, 'text' in gift ? JSON.parse(gift.text) : gift.data, view);
  });
  await fc.assert(property, {numRuns: RUNS});
  return subject.states;
};

/** A run in which everything met the same fate would show little. */
function expectShare(states: ReadonlyMap<string, number>, some: readonly string[], least: number): void {
  const all = [...states.values()].reduce((sum, count) => sum + count, 0);
  const found = some.reduce((sum, state) => sum + (states.get(state) ?? 0), 0);
  expect(found / all, JSON.stringify([...states])).to.be.at.least(least);
}

const atPrototypes = (): string =>
  [Object.prototype, Array.prototype].map((prototype) => Object.getOwnPropertyNames(prototype).join()).join(' ');

describe('the ladder, whatever it is given', () => {
  let prototypes: string;
  before(() => {
    prototypes = atPrototypes();
  });
  after(() => expect(atPrototypes()).to.equal(prototypes));

  it(`is right for ${RUNS} ladders of the contract`, async function () {
    this.timeout(300_000);
    expectShare(await check(anyLadder, (data) => ({data})), ['ready'], 0.4);
  });

  it(`is right for, or refuses, ${RUNS} ladders with one to three mistakes`, async function () {
    this.timeout(300_000);
    const states = await check(spoiltLadder, (data) => ({data}));
    expectShare(states, ['ready'], 0.1);
    expectShare(states, ['invalid'], 0.3);
  });

  it(`is right for ${RUNS} ladders as text in the page`, async function () {
    this.timeout(300_000);
    const text = anyLadder
      .map((ladder) => JSON.stringify(ladder))
      .filter((json) => JSON.stringify(JSON.parse(json)) === json);
    expectShare(await check(text, (json) => ({text: json})), ['ready'], 0.4);
  });

  it(`refuses, or is right for, ${RUNS} texts that are cut or scratched`, async function () {
    this.timeout(300_000);
    expectShare(await check(spoiltText, (text) => ({text})), ['failed'], 0.5);
  });

  it('has its limits, and says them at once', async function () {
    this.timeout(30_000);
    const subject = new Subject();
    const many = (count: number) => Array.from({length: count}, (_, index) => ({rung: `stage ${index}`, count: 1}));
    const start = performance.now();
    for (const data of [
      many(201),
      many(200_000),
      Array.from({length: 60}, (_, index) => ({rung: 'client', series: `${index}`, count: 1})),
    ])
      expect((await subject.give({data}, 'ladder')).status).to.equal('invalid');
    for (const view of VIEWS)
      expect((await subject.give({data: many(200)}, view)).status).to.be.oneOf(['ready', 'empty']);
    expect(performance.now() - start).to.be.below(15_000);
  });
});
