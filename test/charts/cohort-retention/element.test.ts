import {expect} from 'chai';
import {sendKeys} from '@web/test-runner-commands';
import '../../../src/charts/cohort-retention/define.js';
import cohorts from '../../../demo/data/cohort-retention.json';
import {fixture, settled} from '../../support/fixture.js';
import {light} from '../../../src/theme/theme.js';

const mounted = () => fixture('insight-cohort-retention', {data: cohorts, view: 'both'});
const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

// A page of the runner that is not in front has no frames.
const {requestAnimationFrame} = window;
before(() => {
  window.requestAnimationFrame = (callback) => Number(setTimeout(() => callback(0)));
});
after(() => {
  window.requestAnimationFrame = requestAnimationFrame;
});

const ACCENT = [1, 3, 5].map((at) => Number.parseInt(light.accent.slice(at, at + 2), 16));

const focusedLabel = (element: Element) => element.shadowRoot!.activeElement?.getAttribute('aria-label');

describe('<insight-cohort-retention>', () => {
  it('is one tab stop that arrows explore in two dimensions', async () => {
    const element = await mounted();
    const stops = [...element.shadowRoot!.querySelectorAll('svg [tabindex="0"]')];
    expect(stops).to.have.length(1);
    (stops[0] as SVGElement).focus();
    expect(focusedLabel(element)).to.match(/^All cohorts · Month 1:/);
    await sendKeys({press: 'ArrowDown'});
    expect(focusedLabel(element)).to.match(/^Dec 2009 \* · Month 1:/);
    await sendKeys({press: 'ArrowRight'});
    expect(focusedLabel(element)).to.match(/^Dec 2009 \* · Month 2:/);
    await sendKeys({press: 'End'});
    expect(focusedLabel(element)).to.equal('Dec 2011 · Month 24: not yet.');
    await sendKeys({press: 'ArrowDown'});
    expect(focusedLabel(element), 'stays at the edge').to.equal('Dec 2011 · Month 24: not yet.');
    expect(element.shadowRoot!.querySelectorAll('svg [tabindex="0"]')).to.have.length(1);
  });

  it('tells the page what is pointed at, by division, and marks it', async () => {
    const element = await mounted();
    const active: unknown[] = [];
    element.addEventListener('insight-active', ({detail}) => active.push(detail.datum?.['cohort']));
    const canvas = [...element.shadowRoot!.querySelectorAll('canvas')].sort(
      (a, b) => b.clientHeight - a.clientHeight,
    )[0]!;
    const {left, top, width, height} = canvas.getBoundingClientRect();
    const place = {clientX: left + width / 48, clientY: top + (height * 1.5) / 25};
    element.shadowRoot!.querySelector('svg')!.dispatchEvent(new PointerEvent('pointermove', place));
    await later();
    expect(active).to.deep.equal(['2010-01']);
    const cursor = element.shadowRoot!.querySelector('[part=cursor]')!;
    expect(cursor.querySelector('[part=cell]')).to.not.equal(null);
    expect(cursor.querySelector('[part=line]')).to.not.equal(null);
  });

  it('selects with Enter', async () => {
    const element = await mounted();
    let chosen: unknown;
    element.addEventListener('insight-select', ({detail}) => (chosen = detail.datum));
    element.shadowRoot!.querySelector<SVGElement>('svg [tabindex="0"]')!.focus();
    await sendKeys({press: 'ArrowDown'});
    await sendKeys({press: 'Enter'});
    expect(chosen).to.include({cohort: '2009-12', age: 1, state: 'complete', n: 954, retained: 336});
  });

  it('says what was left out, and draws the rest', async () => {
    const rows = [
      {cohort: '2026-01', size: 100, period: 1, retained: 50},
      {cohort: '2026-02', size: 100, period: 1, retained: 500},
    ];
    const element = await fixture('insight-cohort-retention', {data: {rows}});
    expect(element.status).to.equal('partial');
    expect(element.issues[0]).to.include({path: 'rows.1.retained', code: 'retained_exceeds_size'});
    expect(element.headline!.text).to.equal('50.0% at Month 1 (40.4% to 59.6%).');
  });

  it('paints cells in the colour of the theme, and again when that changes', async () => {
    const element = await fixture('insight-cohort-retention', {data: cohorts, view: 'triangle'});
    const canvas = [...element.shadowRoot!.querySelectorAll('canvas')].find(({height}) => height === 25)!;
    // Of the strongest cell: a faint one is stored in too few steps to tell its hue.
    const hue = () => {
      const {data} = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      let at = 0;
      for (let other = 0; other < data.length; other += 4) if (data[other + 3]! > data[at + 3]!) at = other;
      return [...data.subarray(at, at + 3)];
    };
    const near = (colour: readonly number[]) => hue().every((part, index) => Math.abs(part - colour[index]!) < 6);
    expect(near(ACCENT), String(hue())).to.equal(true);
    element.style.setProperty('--insight-accent', 'rgb(200, 0, 0)');
    // The colour is a transition of a millisecond, whose end tells; without frames it does not run.
    canvas.style.transition = 'none';
    canvas.dispatchEvent(new Event('transitionend', {bubbles: true}));
    expect(near([200, 0, 0]), String(hue())).to.equal(true);
  });

  it('follows its options', async () => {
    const element = await mounted();
    element.view = 'trend';
    element.age = 3;
    await settled(element);
    expect(element.metrics!.age).to.equal(3);
    expect(element.shadowRoot!.querySelectorAll('canvas')).to.have.length(0);
  });
});
