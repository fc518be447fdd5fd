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

  it('go back where they were when the page cancels, and on Escape', async () => {
    const element = await quadrants();
    element.addEventListener('insight-select', (event) => event.preventDefault(), {once: true});
    slider(element).focus();
    await press(element, 'ArrowRight');
    await settled(element);
    expect(thresholdsOf(element)).to.deep.equal([0.5, 200]);
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
