import {expect} from 'chai';
import '../support/watch-page.js';
import {collectGarbage} from '../support/browser-commands.js';
import {itNeeds} from '../support/engine.js';
import {mount, painted, until} from '../support/fixture.js';
import {faultUrl} from '../support/fault-url.js';
import {PageLedger} from '../support/page-ledger.js';
import {perTier} from '../support/tier.js';
import {make, show, subjects, type ChartUnderTest, type Subject} from './subjects.js';
import {detailsOf, expectNone, stateTroubles} from './verdict.js';

/** R9. Lives of an element that are counted, after others that warm the page up. */
const LIVES = perTier({fast: 30, gate: 500, deep: 10_000});
const WARM = perTier({fast: 20, gate: 200, deep: 200});

const samplesOf = ({cases}: Subject, index: number) => cases[index % cases.length]!;

/** A whole life: born, drawn, explored, shown as a table, moved and gone. */
async function live(subject: Subject, stage: Element, index: number): Promise<ChartUnderTest> {
  const {data, view} = samplesOf(subject, index);
  const element = make(subject, {data, view});
  stage.append(element);
  await element.updateComplete;
  detailsOf(element);
  element.tableElement();
  element.toSvg();
  stage.prepend(element);
  await element.updateComplete;
  element.remove();
  return element;
}

for (const subject of subjects)
  describe(`${subject.name} in the course of its life`, () => {
    it(`gives back all listeners, timers and observers (${LIVES} lives)`, async () => {
      const ledger = new PageLedger();
      const stage = mount(document.createElement('div'), 600);
      for (let index = 0; index < subject.cases.length; index++) await live(subject, stage, index);
      await painted();
      ledger.begin();
      try {
        for (let index = 0; index < LIVES; index++) await live(subject, stage, index);
        await until(() => ledger.open.timers === 0 && ledger.open.frames === 0);
        expect(ledger.open).to.deep.equal({listeners: 0, timers: 0, frames: 0, sizes: 0, changes: 0});
      } finally {
        ledger.end();
      }
    }).timeout(300_000);

    it('gives back what it asked of the page while it loads and polls', async () => {
      const ledger = new PageLedger();
      const stage = mount(document.createElement('div'), 600);
      ledger.begin();
      try {
        for (const loadData of [
          () => Promise.resolve(samplesOf(subject, 0).data),
          () => new Promise(() => undefined),
        ]) {
          const element = make(subject, {src: 'x', refresh: 60, loadData});
          stage.append(element);
          await element.updateComplete;
          await painted();
          expect(ledger.open.timers).to.be.at.least(1);
          element.remove();
          await painted();
        }
        await until(() => ledger.open.timers === 0 && ledger.open.frames === 0);
        const {listeners, timers} = ledger.open;
        expect({listeners, timers}).to.deep.equal({listeners: 0, timers: 0});
      } finally {
        ledger.end();
      }
    });

    itNeeds('collect-garbage', `leaves nothing in memory (${LIVES} lives)`, async function () {
      this.timeout(300_000);
      const stage = mount(document.createElement('div'), 600);
      for (let index = 0; index < WARM; index++) await live(subject, stage, index);
      const before = await collectGarbage();
      const references: WeakRef<Element>[] = [];
      for (let index = 0; index < LIVES; index++) references.push(new WeakRef(await live(subject, stage, index)));
      // What fades out is held until it has.
      await new Promise((resolve) => setTimeout(resolve, 500));
      const after = await collectGarbage();
      const kept = references.filter((reference) => reference.deref() !== undefined).length;
      // The last one may still be held by the page's own caches.
      expect(kept, 'elements kept').to.be.at.most(1);
      expect(after.nodes - before.nodes, 'nodes kept').to.be.at.most(LIVES / 10);
      expect(after.listeners - before.listeners, 'listeners kept').to.be.at.most(LIVES / 10);
      expect((after.heap - before.heap) / LIVES, 'bytes kept of a life').to.be.at.most(
        perTier({fast: 4096, gate: 1024, deep: 512}),
      );
    });

    it('keeps its picture when it is moved, and works on', async () => {
      for (const {data, view} of subject.cases) {
        const element = await show(subject, {data, view});
        const [drawing, svg] = [element.shadowRoot!.querySelector('svg'), element.toSvg()];
        for (let times = 0; times < 5; times++) {
          mount(element, 720);
          await element.updateComplete;
        }
        expect(element.shadowRoot!.querySelector('svg')).to.equal(drawing);
        expect(element.toSvg()).to.equal(svg);
        expect(detailsOf(element).size).to.be.above(0);
        expectNone(stateTroubles(element));
      }
    });

    it('is itself again after it was away, with what it was given meanwhile', async () => {
      const [first, second = first] = subject.cases;
      const element = await show(subject, {data: first!.data, view: first!.view});
      element.remove();
      Object.assign(element, {data: second!.data, view: second!.view});
      mount(element, 720);
      await element.updateComplete;
      const fresh = await show(subject, {data: second!.data, view: second!.view});
      expect(element.toSvg()).to.equal(fresh.toSvg());
    });

    it('asks once, however often it is attached in one task', async () => {
      let asked = 0;
      const loadData = () => {
        asked++;
        return Promise.resolve(samplesOf(subject, 0).data);
      };
      const element = await show(subject, {src: 'x', loadData});
      const stage = element.parentElement!;
      for (let times = 0; times < 50; times++) {
        element.remove();
        stage.append(element);
      }
      await element.updateComplete;
      await until(() => element.status === 'ready');
      expect(asked).to.equal(1);
      expect(element.shadowRoot!.querySelectorAll('svg')).to.have.lengthOf(1);
    });

    it('can be cloned', async () => {
      const element = mount(make(subject), 720);
      element.setAttribute('src', faultUrl(`ok?of=${samplesOf(subject, 0).name}`));
      element.setAttribute('view', samplesOf(subject, 0).view);
      await until(() => element.status === 'ready');
      const clone = mount(element.cloneNode(true) as ChartUnderTest, 720);
      await until(() => clone.status === 'ready');
      expect(clone.toSvg()).to.equal(element.toSvg());
    });

    it('can be adopted by another document, with its style', async () => {
      const {data, view} = samplesOf(subject, 0);
      const element = await show(subject, {data, view});
      const frame = mount(document.createElement('iframe'), 720);
      frame.contentDocument!.body.append(element);
      await element.updateComplete;
      const styled = frame.contentWindow!.getComputedStyle(element.shadowRoot!.querySelector('svg')!);
      expect(styled.display).to.equal('block');
      expectNone(stateTroubles(element));
      document.body.append(element);
      await element.updateComplete;
      expect(getComputedStyle(element.shadowRoot!.querySelector('svg')!).display).to.equal('block');
      element.remove();
    });

    it('can be made without a page, and thrown away', () => {
      for (let times = 0; times < 20; times++) {
        const element = make(subject, {data: samplesOf(subject, times).data});
        expect(element.status).to.equal('waiting');
        expect([element.toSvg(), element.toCsv(), element.metrics]).to.deep.equal([null, null, null]);
      }
    });
  });
