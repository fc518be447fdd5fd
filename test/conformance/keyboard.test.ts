import {sendKeys} from '@web/test-runner-commands';
import {expect} from 'chai';
import '../support/watch-page.js';
import {until} from '../support/fixture.js';
import {fieldOf, readChart} from '../support/read-chart.js';
import {show, subjects, type ChartUnderTest, type Subject} from './subjects.js';

/**
 * A chart between two buttons, the first of which has the focus. Tab must not leave the page: where the browser's own bars
 * take the focus, the page may be lost to the test runner.
 */
async function between(subject: Subject, one: Subject['cases'][number]) {
  const element = await show(subject, {data: one.data, view: one.view});
  const [before, after] = [document.createElement('button'), document.createElement('button')];
  element.before(before);
  element.after(after);
  before.focus();
  return {element, before, after};
}

/** More presses of Tab than a chart may have stops. */
const PRESSES = 4;

/** The number of presses of Tab, or of Shift and Tab, that stay in an element before they reach a button. */
async function stopsUntil(goal: Element, element: Element, press = () => sendKeys({press: 'Tab'})): Promise<number> {
  for (let presses = 0; presses < PRESSES; presses++) {
    await press();
    if (document.activeElement === goal) return presses;
    expect(document.activeElement).to.equal(element);
  }
  return PRESSES;
}

async function pressBackwards(): Promise<void> {
  await sendKeys({down: 'Shift'});
  await sendKeys({press: 'Tab'});
  await sendKeys({up: 'Shift'});
}

/** The one mark that Tab leads to. */
const stopOf = (element: ChartUnderTest) =>
  element.shadowRoot!.querySelector<SVGElement>('svg [data-datum][tabindex="0"]')!;

/**
 * Presses a key on a mark without the detour over the browser, of which thousands would take minutes; the id it leads to.
 * The focus is told too: a window behind another one moves it without a word.
 */
function press(element: ChartUnderTest, key: string, from: Element = stopOf(element)): string {
  from.dispatchEvent(new FocusEvent('focusin', {bubbles: true}));
  from.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}));
  return stopOf(element).dataset['datum'] ?? '';
}

const ARROWS = ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp'];

/** What the arrow keys lead to from the first mark, where each datum has a node: in any number of steps. */
function reachedFrom(element: ChartUnderTest): ReadonlySet<string> {
  const nodes = new Map(
    [...element.shadowRoot!.querySelectorAll<SVGElement>('svg [data-datum]')].map((node) => [
      node.dataset['datum'] ?? '',
      node,
    ]),
  );
  const met = new Set<string>();
  const ahead = [press(element, 'Home')];
  for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
    if (met.has(id)) continue;
    met.add(id);
    for (const key of ARROWS) ahead.push(press(element, key, nodes.get(id)));
  }
  return met;
}

/** The same where datums have no nodes: along every row and back, then a row down; and along every column. */
function reachedByLines(element: ChartUnderTest): ReadonlySet<string> {
  const met = new Set<string>();
  for (const [along, back, on] of [
    ['ArrowRight', 'ArrowLeft', 'ArrowDown'],
    ['ArrowDown', 'ArrowUp', 'ArrowRight'],
  ] as const) {
    let at = press(element, 'Home');
    const moves = (key: string): boolean => {
      const before = at;
      at = press(element, key);
      met.add(at);
      return at !== before;
    };
    met.add(at);
    do {
      while (moves(along));
      while (moves(back));
    } while (moves(on));
  }
  return met;
}

for (const subject of subjects)
  for (const one of subject.cases)
    describe(`${subject.name} by the keyboard: ${one.name}, ${one.view}`, () => {
      it('has a tab stop for its drawing, one for its tools and one for handles, the same both ways', async () => {
        const {element, before, after} = await between(subject, one);
        const hasHandles = element.shadowRoot!.querySelector('[data-handle]') !== null;
        const stops = await stopsUntil(after, element);
        expect(stops).to.equal(hasHandles ? 3 : 2);
        expect(await stopsUntil(before, element, pressBackwards)).to.equal(stops);
      });

      it('leads from mark to mark by the arrows, to the first and the last by Home and End', async () => {
        const {element} = await between(subject, one);
        const reader = readChart(element);
        const labels = reader.datums().map(({label}) => label);
        await sendKeys({press: 'Tab'});
        expect(labels).to.include(reader.focused());
        await sendKeys({press: 'End'});
        expect(reader.focused()).to.equal(labels.at(-1));
        await sendKeys({press: 'Home'});
        expect(reader.focused()).to.equal(labels[0]);
        if (new Set(labels).size === 1) return;
        await sendKeys({press: 'ArrowRight'});
        if (reader.focused() === labels[0]) await sendKeys({press: 'ArrowDown'});
        expect(reader.focused()).to.not.equal(labels[0]);
        expect(labels).to.include(reader.focused());
      });

      it('tells the page of one mark after the other, and of none only when the drawing is left', async () => {
        const {element, after} = await between(subject, one);
        const told: boolean[] = [];
        element.addEventListener('insight-active', ({detail}) => told.push(detail.datum !== null));
        for (const press of ['Tab', 'End', 'Home', 'End']) await sendKeys({press});
        const marks = new Set(
          readChart(element)
            .datums()
            .map(({id}) => id),
        ).size;
        expect(told).to.deep.equal(Array.from({length: marks > 1 ? 4 : 1}, () => true));
        after.focus();
        expect(told.at(-1)).to.equal(false);
      });

      it('comes back to what is focused or chosen when the pointer has passed over others, until Escape', async () => {
        const {element} = await between(subject, one);
        const {root, drawing} = readChart(element);
        const told: (string | undefined)[] = [];
        await sendKeys({press: 'Tab'});
        element.addEventListener('insight-active', ({detail}) => told.push(detail.datum?.id));
        const focused = root.activeElement!.getAttribute('data-datum');
        const {left, top, width, height} = drawing!.getBoundingClientRect();
        const place = {clientX: left + width * 0.6, clientY: top + height * 0.6};
        const met = fieldOf(element) ? drawing! : [...root.querySelectorAll('svg [data-datum]')].at(-1)!;
        met.dispatchEvent(new PointerEvent('pointermove', {bubbles: true, composed: true, ...place}));
        await new Promise((resolve) => requestAnimationFrame(resolve));
        drawing!.dispatchEvent(new PointerEvent('pointerleave'));
        await until(() => root.querySelector('[data-active]')?.getAttribute('data-datum') === focused);
        expect(told).not.to.include(undefined);
        expect(root.querySelector('[part=tooltip]')!.matches(':popover-open')).to.equal(true);
        met.dispatchEvent(new MouseEvent('click', {bubbles: true, composed: true, ...place}));
        const chosen = told.at(-2) ?? focused;
        drawing!.dispatchEvent(new PointerEvent('pointerleave'));
        await until(() => root.querySelector('[data-active]')?.getAttribute('data-datum') === chosen);
        await sendKeys({press: 'Escape'});
        expect(root.querySelector('[data-active]')).to.equal(null);
      });

      it('reaches every mark, and each says itself', async () => {
        const element = await show(subject, {data: one.data, view: one.view});
        const datums = readChart(element).datums();
        expect(datums.filter(({label}) => label.trim() === '')).to.deep.equal([]);
        const met = fieldOf(element) ? reachedByLines(element) : reachedFrom(element);
        expect(datums.map(({id}) => id).filter((id) => !met.has(id))).to.deep.equal([]);
      }).timeout(60_000);
    });

for (const subject of subjects)
  describe(`${subject.name} and its tooltip`, () => {
    it('keeps it out of the tree, in the top layer, until Escape', async () => {
      const {element} = await between(subject, subject.cases[0]!);
      const {root} = readChart(element);
      element.parentElement!.style.overflow = 'hidden';
      await sendKeys({press: 'Tab'});
      const tooltip = root.querySelector('[part=tooltip]')!;
      expect(tooltip.matches(':popover-open')).to.equal(true);
      expect(tooltip.getAttribute('aria-hidden')).to.equal('true');
      const {left, top, right, bottom} = tooltip.getBoundingClientRect();
      expect([left >= 0, top >= 0, right <= innerWidth, bottom <= innerHeight]).to.deep.equal([true, true, true, true]);
      await sendKeys({press: 'Escape'});
      expect(tooltip.matches(':popover-open')).to.equal(false);
    });

    for (const one of subject.cases)
      it(`shows it beside what is pointed at, at once: ${one.name}, ${one.view}`, async () => {
        const element = await show(subject, {data: one.data, view: one.view});
        const {root, drawing} = readChart(element);
        const marks = root.querySelectorAll('svg [data-datum]');
        const {left, top, width, height} = drawing!.getBoundingClientRect();
        for (const share of [0.3, 0.45, 0.6]) {
          const place = {clientX: left + width * share, clientY: top + height * 0.2};
          // Where datums have no nodes the place says which is meant, else the node.
          const met = fieldOf(element) ? drawing! : marks[Math.floor(marks.length * share)]!;
          met.dispatchEvent(new PointerEvent('pointermove', {bubbles: true, composed: true, ...place}));
          await new Promise((resolve) => requestAnimationFrame(resolve));
        }
        const tooltip = root.querySelector('[part=tooltip]')!.getBoundingClientRect();
        await Promise.all(root.getAnimations().map(({finished}) => finished));
        const active = root.querySelector('[data-active]')!;
        const mark = (active.querySelector('[part~=hit]') ?? active).getBoundingClientRect();
        const middle = mark.left + mark.width / 2 - tooltip.width / 2;
        expect(tooltip.left).to.be.closeTo(Math.max(8, Math.min(middle, innerWidth - tooltip.width - 8)), 1);
      });
  });
