import {expect} from 'chai';
import fc from '../support/fast-check.js';
import '../support/watch-page.js';
import {mount, painted} from '../support/fixture.js';
import {perTier} from '../support/tier.js';
import {make, show, subjects, type ChartUnderTest, type Subject} from './subjects.js';
import {expectNone, stateTroubles} from './verdict.js';

/** R10. */
const RESIZES = perTier({fast: 40, gate: 300, deep: 1_000});

/** A resize observer speaks after one frame, and what it caused is painted in the next. */
const settledFrames = async (): Promise<void> => {
  await painted();
  await painted();
};

const drawnWidth = (element: ChartUnderTest): number =>
  Number(element.shadowRoot?.querySelector('svg')?.getAttribute('viewBox')?.split(' ')[2]);

const expectSettled = (element: ChartUnderTest, where = ''): void => {
  expect(drawnWidth(element), where).to.be.closeTo(element.clientWidth, 0.6);
  expect(element.getBoundingClientRect().height, `height ${where}`).to.be.above(40);
  expectNone(stateTroubles(element), where);
};

const firstCase = ({cases}: Subject) => cases[0]!;

for (const subject of subjects) {
  const {data, view} = firstCase(subject);
  describe(`${subject.name} takes the room it is given`, () => {
    for (const width of [200, 320, 720, 4_000])
      it(`${width} pixels`, async () => {
        for (const one of subject.cases) {
          const element = await show(subject, one, width);
          expectSettled(element, one.name);
          expect(element.scrollWidth, one.name).to.be.at.most(width);
        }
      });

    it('in a tab that is shown later', async () => {
      const tab = mount(document.createElement('div'), 500);
      tab.hidden = true;
      const element = make(subject, {data, view});
      tab.append(element);
      await settledFrames();
      expect(element.metrics).to.not.equal(null);
      tab.hidden = false;
      await settledFrames();
      expectSettled(element);
      tab.hidden = true;
      await settledFrames();
      element.data = structuredClone(subject.cases.at(-1)!.data);
      element.view = subject.cases.at(-1)!.view;
      await element.updateComplete;
      tab.hidden = false;
      await settledFrames();
      expectSettled(element);
    });

    it('in a closed <details>, and in a grid that makes room', async () => {
      const details = mount(document.createElement('details'), 400);
      const inside = make(subject, {data, view});
      details.append(inside);
      await settledFrames();
      details.open = true;
      await settledFrames();
      expectSettled(inside, 'details');
      const grid = mount(document.createElement('div'), 900);
      Object.assign(grid.style, {display: 'grid', gridTemplateColumns: '1fr 1fr'});
      const cells = [make(subject, {data, view}), make(subject, {data, view})];
      grid.append(...cells);
      await settledFrames();
      for (const cell of cells) expectSettled(cell, 'grid');
      expect(cells[0]!.clientWidth).to.be.closeTo(450, 1);
      cells[1]!.remove();
      grid.style.gridTemplateColumns = '1fr';
      await settledFrames();
      expectSettled(cells[0]!, 'grid alone');
    });

    it('in a row and a column of a flexible box, without growing for ever', async () => {
      for (const flexDirection of ['row', 'column']) {
        const box = mount(document.createElement('div'), 640);
        Object.assign(box.style, {display: 'flex', flexDirection});
        const element = make(subject, {data, view});
        if (flexDirection === 'row') element.style.flex = '1';
        box.append(element);
        await settledFrames();
        const before = [element.clientWidth, element.clientHeight];
        await settledFrames();
        await settledFrames();
        expect([element.clientWidth, element.clientHeight], flexDirection).to.deep.equal(before);
        expectSettled(element, flexDirection);
        expect(element.clientWidth).to.be.at.most(640);
      }
    });

    it(`after any row of sizes and hidings, within two frames (${RESIZES})`, async () => {
      const element = await show(subject, {data, view});
      const stage = element.parentElement!;
      const change = fc.oneof(
        {weight: 4, arbitrary: fc.integer({min: 120, max: 2_000})},
        {weight: 1, arbitrary: fc.constantFrom(0, 1, 0.4, 333.3)},
      );
      const property = fc.asyncProperty(fc.array(change, {minLength: 1, maxLength: 3}), async (widths) => {
        for (const width of widths) {
          stage.hidden = width === 0;
          if (width) stage.style.width = `${width}px`;
          await painted();
        }
        stage.hidden = false;
        await settledFrames();
        expect(drawnWidth(element)).to.be.closeTo(element.clientWidth, 0.6);
        expect(element.getBoundingClientRect().height).to.be.above(40);
      });
      await fc.assert(property, {numRuns: RESIZES});
    }).timeout(300_000);

    it('keeps its place while it loads', async () => {
      const element = await show(subject, {data, view});
      const {height} = element.shadowRoot!.querySelector('svg')!.getBoundingClientRect();
      Object.assign(element, {data: undefined, src: 'x', loadData: () => new Promise(() => undefined)});
      await element.updateComplete;
      const skeleton = element.shadowRoot!.querySelector('[part=skeleton]')!.getBoundingClientRect();
      expect(skeleton.height).to.be.closeTo(height, 1);
    });
  });
}
