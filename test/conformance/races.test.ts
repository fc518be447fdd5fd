import {expect} from 'chai';
import fc from '../support/fast-check.js';
import '../support/watch-page.js';
import {mount} from '../support/fixture.js';
import {perTier} from '../support/tier.js';
import {make, subjects, type ChartUnderTest, type Subject} from './subjects.js';

/** R6. */
const SCHEDULES = perTier({fast: 60, gate: 1_000, deep: 10_000});
const ADDRESSES = ['a', 'b', 'c'] as const;

/** What the loader of a page is asked, to be answered when a schedule says so; it never minds being told to stop. */
class Backend {
  readonly asked: {readonly url: string; readonly signal: AbortSignal}[] = [];
  readonly answered = new Set<string>();
  readonly #subject: Subject;
  readonly #scheduler: fc.Scheduler;

  constructor(subject: Subject, scheduler: fc.Scheduler) {
    this.#subject = subject;
    this.#scheduler = scheduler;
  }

  readonly load = async (url: string, signal: AbortSignal): Promise<unknown> => {
    const number = this.asked.push({url, signal});
    await this.#scheduler.schedule(Promise.resolve(), `${url}, request ${number}`);
    this.answered.add(url);
    if (url === 'c') throw new Error('the server of the test refuses');
    return bodyOf(this.#subject, url);
  };
}

/** Another document for each address: the currency tells which one a picture is of. */
const bodyOf = ({chart, samples}: Subject, url: string): unknown => {
  const [text] = Object.entries(chart.contract.fields).find(([, {expected}]) => expected === 'text') ?? [];
  if (text === undefined) throw new Error('no text to tell answers apart by');
  const sample = samples.values().next().value as object;
  return {...sample, source: `from ${url}`, [text]: `from ${url}`};
};

const STEPS: Readonly<Record<string, (element: ChartUnderTest, elsewhere: Element) => void>> = {
  ...Object.fromEntries(ADDRESSES.map((url) => [`ask ${url}`, (element: ChartUnderTest) => void (element.src = url)])),
  move: (element, elsewhere) => elsewhere.append(element),
  remove: (element) => element.remove(),
  hide: (element) => (element.hidden = !element.hidden),
  'give data': (element) => (element.data = element.data === undefined ? {rows: []} : undefined),
};

const schedules = fc.record({
  steps: fc.array(fc.constantFrom(...Object.keys(STEPS)), {minLength: 2, maxLength: 6}),
  scheduler: fc.scheduler(),
});

for (const subject of subjects)
  describe(`${subject.name} and answers that overtake each other`, () => {
    it(`shows the newest that was asked for, and nothing else (${SCHEDULES} schedules)`, async () => {
      const property = fc.asyncProperty(schedules, async ({steps, scheduler}) => {
        const backend = new Backend(subject, scheduler);
        const [here, elsewhere] = [
          mount(document.createElement('div'), 400),
          mount(document.createElement('div'), 500),
        ];
        const element = make(subject, {loadData: backend.load, src: 'a'});
        here.append(element);
        await element.updateComplete;
        for (const step of steps) {
          STEPS[step]!(element, element.parentElement === here ? elsewhere : here);
          await element.updateComplete;
          if (scheduler.count() > 1) await scheduler.waitNext(1);
          await element.updateComplete;
          expectOwnPicture(element);
        }
        element.data = undefined;
        if (!element.isConnected) here.append(element);
        await element.updateComplete;
        await scheduler.waitIdle();
        await new Promise((resolve) => setTimeout(resolve));
        await element.updateComplete;
        expectOwnPicture(element);
        expect(element.status).to.equal(element.src === 'c' ? 'failed' : 'ready');
        // Whatever nobody waits for any more was called off.
        element.remove();
        await new Promise((resolve) => setTimeout(resolve));
        for (const {url, signal} of backend.asked)
          if (!backend.answered.has(url)) expect(signal.aborted, `request for ${url}`).to.equal(true);
        here.parentElement?.remove();
        elsewhere.parentElement?.remove();
      });
      await fc.assert(property, {numRuns: SCHEDULES});
    }).timeout(300_000);

    it('aborts what it no longer wants, in the same task', async () => {
      const signals: AbortSignal[] = [];
      const loadData = (_: string, signal: AbortSignal) => {
        signals.push(signal);
        return new Promise<unknown>(() => undefined);
      };
      const element = mount(make(subject, {loadData, src: 'a'}), 400);
      await element.updateComplete;
      element.src = 'b';
      await element.updateComplete;
      await Promise.resolve();
      expect(signals.map(({aborted}) => aborted)).to.deep.equal([true, false]);
      element.remove();
      await Promise.resolve();
      expect(signals.map(({aborted}) => aborted)).to.deep.equal([true, true]);
    });
  });

/** A picture, when there is one, is of the address that the element asks now, or of the data that it was given. */
function expectOwnPicture(element: ChartUnderTest): void {
  const shown = JSON.stringify(element.metrics);
  for (const url of ADDRESSES)
    if (url !== element.src || element.data !== undefined) expect(shown).to.not.include(`from ${url}`);
  if (element.metrics === null) expect(element.shadowRoot?.querySelector('svg') ?? null).to.equal(null);
}
