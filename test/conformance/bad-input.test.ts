import {expect} from 'chai';
import fc from '../support/fast-check.js';
import '../support/watch-page.js';
import {inlineJson} from '../support/inline-json.js';
import {readChart} from '../support/read-chart.js';
import {perTier} from '../support/tier.js';
import {fromContract, rescaled, spoilt, spoiltText, valid} from './any-payload.js';
import {make, show, subjects, type ChartUnderTest, type Subject} from './subjects.js';
import {disagreements, expectNone, stateTroubles} from './verdict.js';

/** R1. Runs of each kind of payload for a chart; four kinds. */
const RUNS = perTier({fast: 75, gate: 500, deep: 2_500});
/** An element is used so often and then made anew: what one payload leaves behind must not show in the next. */
const USES = 25;

/** One element after another, each used for some payloads. */
class Stand {
  readonly tally = new Map<string, number>();
  #element: ChartUnderTest | undefined;
  #uses = 0;
  readonly #subject: Subject;

  constructor(subject: Subject) {
    this.#subject = subject;
  }

  async element(view: string): Promise<ChartUnderTest> {
    if (!this.#element || this.#uses++ % USES === 0) {
      this.#element?.remove();
      this.#element = await show(this.#subject);
    }
    this.#element.view = view;
    return this.#element;
  }

  async judge(element: ChartUnderTest): Promise<void> {
    await element.updateComplete;
    const {status, view} = element;
    this.tally.set(status, (this.tally.get(status) ?? 0) + 1);
    expectNone(stateTroubles(element));
    expect(status).to.be.oneOf(['ready', 'empty', 'partial', 'invalid', 'failed']);
    if (element.metrics !== null && status !== 'empty') expectNone(disagreements(element, this.#subject.chart, {view}));
  }

  /** A test whose payloads are all of one fate would prove little. */
  expectShare(states: readonly string[], least: number): void {
    const all = [...this.tally.values()].reduce((sum, count) => sum + count, 0);
    const some = states.reduce((sum, state) => sum + (this.tally.get(state) ?? 0), 0);
    expect(some / all, `share of ${states.join(', ')} in ${JSON.stringify([...this.tally])}`).to.be.at.least(least);
  }
}

const SHOWN = ['ready', 'partial', 'empty'];
const REFUSED = ['invalid', 'failed'];

for (const subject of subjects)
  describe(`${subject.name} in one true state, whatever it is given`, () => {
    const views = fc.constantFrom(...subject.chart.views);
    const check = async (payloads: fc.Arbitrary<unknown>, give = giveData): Promise<Stand> => {
      const stand = new Stand(subject);
      const property = fc.asyncProperty(payloads, views, async (payload, view) => {
        const element = await stand.element(view);
        give(element, payload);
        await stand.judge(element);
      });
      await fc.assert(property, {numRuns: RUNS});
      return stand;
    };

    it(`right by its contract (${RUNS} payloads)`, async function () {
      this.timeout(300_000);
      (await check(fromContract(subject.chart))).expectShare(SHOWN, 0.05);
    });

    it(`samples in all sizes (${RUNS} payloads)`, async function () {
      this.timeout(300_000);
      (await check(rescaled(subject))).expectShare(SHOWN, 0.3);
    });

    it(`spoilt in one to three places (${RUNS} payloads)`, async function () {
      this.timeout(300_000);
      (await check(spoilt(subject))).expectShare(REFUSED, 0.3);
    });

    it(`inline JSON with broken text (${RUNS} payloads)`, async function () {
      this.timeout(300_000);
      (await check(spoiltText(subject), giveInline)).expectShare(REFUSED, 0.5);
    });

    it('objects of the page that are no JSON', async () => {
      const cyclic: Record<string, unknown> = {rows: []};
      cyclic['rows'] = [cyclic];
      const throwing = Object.defineProperty({}, 'rows', {
        enumerable: true,
        get: () => {
          throw new Error('the page refuses');
        },
      });
      const proxy = new Proxy(
        {},
        {
          get: () => {
            throw new Error('the page refuses');
          },
        },
      );
      const deep = JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`) as unknown;
      const others = [cyclic, throwing, proxy, deep, new Map(), new Date(0), () => 1, Symbol('a'), 1n, '{}', 7, null];
      const stand = new Stand(subject);
      for (const payload of [...others, new Float64Array(3), document.body, [[]], [null], {rows: [1]}, {rows: 'x'}]) {
        const element = await stand.element(subject.chart.views[0]!);
        element.data = payload;
        await stand.judge(element);
      }
      stand.expectShare(REFUSED, 0.8);
    });

    it('frozen data, and data changed after they were given', async () => {
      for (const {data, view} of subject.cases) {
        const given = structuredClone(data) as Record<string, unknown[]>;
        const element = await show(subject, {data: given, view});
        const before = element.toSvg();
        for (const list of Object.values(given)) if (Array.isArray(list)) list.length = 0;
        element.requestUpdate();
        await element.updateComplete;
        expect(element.toSvg()).to.equal(before);
        expect(element.metrics).to.be.frozen;
      }
    });

    it('as many issues as are collected, and says that there may be more', async () => {
      const wrong = (count: number) => ({rows: Array.from({length: count}, () => 7)});
      const saidOf = async (count: number) => readChart(await show(subject, {data: wrong(count)})).notice;
      const [few, many] = [await saidOf(3), await saidOf(29)];
      expect([few[0], few.length]).to.deep.equal(['The chart cannot be drawn: 3', 4]);
      expect([many[0], many.length]).to.deep.equal(['The chart cannot be drawn: 20+', 21]);
    });

    it('the same in an element that has seen much as in a new one', async () => {
      const used = await show(subject);
      await fc.assert(
        fc.asyncProperty(fc.oneof(valid(subject), spoilt(subject)), views, async (payload, view) => {
          Object.assign(used, {data: payload, view});
          const fresh = await show(subject, {data: payload, view});
          await used.updateComplete;
          expect(used.status).to.equal(fresh.status);
          expect(used.issues).to.deep.equal(fresh.issues);
          expect(used.toSvg()).to.equal(fresh.toSvg());
          expect(used.shadowRoot!.querySelector('svg')?.textContent).to.equal(
            fresh.shadowRoot!.querySelector('svg')?.textContent,
          );
          fresh.remove();
        }),
        {numRuns: Math.ceil(RUNS / 3)},
      );
    });
  });

function giveData(element: ChartUnderTest, payload: unknown): void {
  element.data = payload;
}

/** As a static page does it: text in a script that is none. */
function giveInline(element: ChartUnderTest, payload: unknown): void {
  element.data = undefined;
  element.replaceChildren(inlineJson(String(payload)));
  element.requestUpdate();
}

describe('a chart that was given nothing', () => {
  for (const subject of subjects)
    it(`waits and says so: ${subject.name}`, async () => {
      const element = await show(subject);
      expect(element.status).to.equal('waiting');
      expectNone(stateTroubles(element));
      expect(make(subject).status).to.equal('waiting');
    });
});
