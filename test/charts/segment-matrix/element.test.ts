import {resetMouse, sendKeys, sendMouse} from '@web/test-runner-commands';
import {expect} from 'chai';
import '../../../src/charts/segment-matrix/define.js';
import type {SegmentMatrixElement} from '../../../src/charts/segment-matrix/element.js';
import type {DatumDetail} from '../../../src/chart/events.js';
import loyaltyProfitability from '../../../demo/data/loyalty-profitability.json';
import {fixture, settled} from '../../support/fixture.js';

const quadrants = (properties: Partial<SegmentMatrixElement> = {}) =>
  fixture('insight-segment-matrix', {
    data: loyaltyProfitability,
    quadrantNames: 'loyalty-profitability',
    ...properties,
  });

const slider = (element: SegmentMatrixElement) => element.shadowRoot!.querySelector<SVGElement>('[role=slider]')!;
const thresholdsOf = ({metrics}: SegmentMatrixElement) =>
  metrics?.view === 'quadrant' ? [metrics.x.threshold, metrics.y.threshold] : [];
const countsOf = ({metrics}: SegmentMatrixElement) =>
  metrics?.view === 'quadrant' ? metrics.quadrants.map(({customers}) => customers) : [];

async function press(element: SegmentMatrixElement, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await sendKeys({press: key});
    await settled(element);
  }
}

describe('thresholds of <insight-segment-matrix>', () => {
  it('are moved, read and reset by the keyboard alone', async () => {
    const element = await quadrants();
    expect(thresholdsOf(element)).to.deep.equal([0.5, 200]);
    slider(element).focus();
    await press(element, 'ArrowRight', 'ArrowRight');
    expect(thresholdsOf(element)[0]).to.be.closeTo(0.52, 1e-9);
    await sendKeys({down: 'Shift'});
    await press(element, 'ArrowRight');
    await sendKeys({up: 'Shift'});
    expect(thresholdsOf(element)[0]).to.be.closeTo(0.62, 1e-9);
    await press(element, 'PageUp', 'ArrowDown');
    expect(thresholdsOf(element)[1]).to.be.closeTo(290, 1e-9);
    expect(slider(element).getAttribute('aria-valuetext')).to.contain('True friends: 4,600');
    expect(element.shadowRoot!.activeElement).to.equal(slider(element));
    await press(element, 'Delete');
    expect(thresholdsOf(element)).to.deep.equal([0.5, 200]);
  });

  it('count anew at each step, in drawing and headline', async () => {
    const element = await quadrants();
    const before = [countsOf(element), element.headline?.text];
    slider(element).focus();
    await press(element, 'PageUp', 'PageUp', 'PageUp', 'PageUp');
    expect(countsOf(element)).to.not.deep.equal(before[0]);
    expect(element.headline?.text).to.not.equal(before[1]);
    const sum = (counts: readonly (number | null)[]) => counts.reduce<number>((all, count) => all + (count ?? 0), 0);
    expect(sum(countsOf(element))).to.equal(20_000);
  });

  it('tell the page where they are and who is where', async () => {
    const element = await quadrants();
    const told: DatumDetail['datum'][] = [];
    element.addEventListener('insight-select', ({detail}) => told.push(detail.datum));
    slider(element).focus();
    await press(element, 'ArrowRight');
    expect(told).to.have.length(1);
    expect(told[0]).to.include({id: 'thresholds', thresholdX: 0.51, thresholdY: 200});
    expect(told[0]!['topRight']).to.deep.equal(['Family regulars', 'Gift collectors', 'Trade buyers']);
  });

  it('go back where they were when the page cancels', async () => {
    const element = await quadrants();
    element.addEventListener('insight-select', (event) => event.preventDefault(), {once: true});
    slider(element).focus();
    await press(element, 'ArrowRight');
    await settled(element);
    expect(thresholdsOf(element)).to.deep.equal([0.5, 200]);
  });

  it('go back where they were taken on Escape, as long as they are in hand', async () => {
    const element = await quadrants();
    slider(element).focus();
    // No key has come up yet: nothing has been told to the page.
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowUp'])
      slider(element).dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, composed: true}));
    await settled(element);
    expect(thresholdsOf(element)).to.not.deep.equal([0.5, 200]);
    await press(element, 'Escape');
    expect(thresholdsOf(element)).to.deep.equal([0.5, 200]);
  });

  it('stop at the ends of axes that do not stir while they move, up and down in wide steps too', async () => {
    const element = await quadrants();
    const ticks = () =>
      [...element.shadowRoot!.querySelectorAll('svg text')]
        .map((node) => `${node.textContent} ${node.getAttribute('x')} ${node.getAttribute('y')}`)
        .filter((text) => /^-?[\d.,]+ /.test(text));
    const before = new Set(ticks());
    slider(element).focus();
    await sendKeys({down: 'Shift'});
    await press(element, 'ArrowUp');
    expect(thresholdsOf(element)[1]).to.be.closeTo(300, 1e-9);
    await press(element, 'ArrowDown', 'ArrowDown');
    expect(thresholdsOf(element)[1]).to.be.closeTo(100, 1e-9);
    for (let i = 0; i < 12; i++) await press(element, 'ArrowRight', 'ArrowDown');
    await sendKeys({up: 'Shift'});
    const [x, y] = thresholdsOf(element) as [number, number];
    expect(x).to.be.within(0.82, 0.95);
    expect(y).to.be.within(-240, -60);
    expect(slider(element).getAttribute('aria-valuenow')).to.equal(String(x));
    await press(element, 'ArrowRight');
    expect(thresholdsOf(element)[0]).to.equal(x);
    // Only the numbers of the thresholds themselves are new, and hide the ticks that they cover.
    expect(ticks().filter((text) => !before.has(text)).length).to.be.at.most(4);
    const knob = element.shadowRoot!.querySelector('[part=knob]')!.getBoundingClientRect();
    const {left, right} = element.shadowRoot!.querySelector('svg')!.getBoundingClientRect();
    expect(knob.left + knob.width / 2).to.be.within(left, right);
  });

  it('are told as exactly as they move', async () => {
    const element = await quadrants({
      data: {...loyaltyProfitability, rows: loyaltyProfitability.rows.map((row) => ({...row, x: 0.04 + row.x / 100}))},
      thresholdX: 0.0444,
    });
    slider(element).focus();
    const heard = [slider(element).getAttribute('aria-valuetext')];
    for (let i = 0; i < 3; i++) {
      await press(element, 'ArrowRight');
      heard.push(slider(element).getAttribute('aria-valuetext'));
    }
    expect(new Set(heard.map((text) => text!.split(',')[0])).size).to.equal(4);
  });

  it('are dragged: a line moves one, the knob moves both', async () => {
    const element = await quadrants();
    const drag = async (handle: string, x: number, y: number) => {
      const node = element.shadowRoot!.querySelector(`[data-handle="${handle}"]`)!;
      node.scrollIntoView({block: 'nearest'});
      const {left, top, width, height} = node.getBoundingClientRect();
      // A third along a line there is no knob.
      const [fromX, fromY] = [Math.round(left + width / 2), Math.round(top + height / 3)];
      await sendMouse({type: 'move', position: [fromX, fromY]});
      await sendMouse({type: 'down'});
      await sendMouse({type: 'move', position: [fromX + x, fromY + y]});
      await settled(element);
      await sendMouse({type: 'up'});
      await settled(element);
    };
    await drag('x', 50, 50);
    const [x, y] = thresholdsOf(element) as [number, number];
    expect(x).to.be.above(0.5);
    expect(y).to.equal(200);
    await drag('xy', -20, -20);
    await resetMouse();
    expect(thresholdsOf(element)[0]).to.be.below(x);
    expect(thresholdsOf(element)[1]).to.be.above(200);
  });

  it('can be taken hold of under a bubble, and dragged no further than their axes', async () => {
    const rows = [0, 5, 10].map((at) => ({segment: `S${at}`, x: at, y: at, customers: 900}));
    const element = await quadrants({data: {rows, thresholds: {x: 5, y: 5}}});
    const knob = () => element.shadowRoot!.querySelector('[part=knob]')!.getBoundingClientRect();
    knob();
    element.scrollIntoView({block: 'nearest'});
    const {left, top, width, height} = knob();
    const [x, y] = [Math.round(left + width / 2), Math.round(top + height / 2)];
    const node = element.shadowRoot!.elementFromPoint(x, y)!;
    expect(node.closest('[data-handle]')?.getAttribute('data-handle')).to.equal('xy');
    await sendMouse({type: 'move', position: [x, y]});
    await sendMouse({type: 'down'});
    await sendMouse({type: 'move', position: [innerWidth - 1, y]});
    await settled(element);
    const [end] = thresholdsOf(element) as [number];
    await sendMouse({type: 'up'});
    await resetMouse();
    expect(end).to.be.within(10, 12);
    expect(knob().right).to.be.at.most(element.getBoundingClientRect().right + 8);
  });

  it('are dragged among thousands of customers too: the mark of the nearest one is not in the way', async () => {
    const rows = Array.from({length: 1_000}, (_, i) => ({segment: `C${i}`, x: (i * 7) % 100, y: (i * 13) % 100}));
    const element = await quadrants({data: {rows, thresholds: {x: 50, y: 50}}, minCell: 0});
    const told: unknown[] = [];
    element.addEventListener('insight-select', ({detail}) => told.push(detail.datum?.id));
    element.scrollIntoView({block: 'nearest'});
    const {left, top, width, height} = element.shadowRoot!.querySelector('[part=knob]')!.getBoundingClientRect();
    const [x, y] = [Math.round(left + width / 2), Math.round(top + height / 2)];
    await sendMouse({type: 'move', position: [x, y]});
    await new Promise((resolve) => setTimeout(resolve, 50));
    await sendMouse({type: 'down'});
    await sendMouse({type: 'move', position: [x + 40, y - 20]});
    await settled(element);
    await sendMouse({type: 'up'});
    await settled(element);
    await resetMouse();
    expect(told).to.deep.equal(['thresholds']);
    expect(thresholdsOf(element)[0]).to.be.above(50);
    expect(thresholdsOf(element)[1]).to.be.above(50);
  });

  it('select a quadrant among thousands of customers by its corner', async () => {
    const rows = Array.from({length: 1_000}, (_, i) => ({segment: `C${i}`, x: (i * 7) % 100, y: (i * 13) % 100}));
    const element = await quadrants({data: {rows, thresholds: {x: 50, y: 50}}, minCell: 0});
    const told: DatumDetail['datum'][] = [];
    element.addEventListener('insight-select', ({detail}) => told.push(detail.datum));
    const {left, top} = element.shadowRoot!.querySelector('[part~=quadrant] text')!.getBoundingClientRect();
    element
      .shadowRoot!.querySelector('svg')!
      .dispatchEvent(new MouseEvent('click', {bubbles: true, clientX: left + 5, clientY: top + 5}));
    expect(told[0]).to.include({quadrant: 'topLeft', thresholdX: 50});
    expect(told[0]!['members']).to.have.length.above(100);
  });

  it('select a quadrant with its members', async () => {
    const element = await quadrants();
    const told: DatumDetail['datum'][] = [];
    element.addEventListener('insight-select', ({detail}) => told.push(detail.datum));
    element
      .shadowRoot!.querySelector<SVGElement>('[data-datum*="topRight"]')!
      .dispatchEvent(new MouseEvent('click', {bubbles: true}));
    expect(told[0]).to.include({quadrant: 'topRight', customers: 4600, thresholdX: 0.5});
    expect(told[0]!['members']).to.have.length(3);
  });
});
