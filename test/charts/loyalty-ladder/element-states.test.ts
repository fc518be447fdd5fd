import '../../support/watch-page.js';
import {sendKeys} from '@web/test-runner-commands';
import {expect} from 'chai';
import {STATUSES} from '../../../src/chart/status.js';
import {demoLadders} from '../../support/demo-data.js';
import {mount, settled, until} from '../../support/fixture.js';
import {readChart} from '../../support/read-chart.js';
import {badRows, type Given, ladder, otherRows, rows, TAG} from './mounted.js';

describe('events', () => {
  it('tell every state once, with what is wrong', async () => {
    const element = document.createElement(TAG);
    const told: string[] = [];
    element.addEventListener('insight-status', ({detail: {status, issues}}) => told.push(`${status} ${issues.length}`));
    mount(element, 600);
    for (const data of [rows, otherRows, badRows, [], undefined]) {
      element.data = data;
      await settled(element);
    }
    expect(told).to.deep.equal(['ready 0', 'invalid 1', 'empty 0', 'waiting 0']);
  });

  it('reach the page through shadow roots, and can be cancelled where that means something', async () => {
    const host = mount(document.createElement('div'), 600);
    const element = document.createElement(TAG);
    element.data = rows;
    const heard: Event[] = [];
    for (const type of ['insight-status', 'insight-active', 'insight-select'] as const)
      host.addEventListener(type, (event) => heard.push(event));
    host.attachShadow({mode: 'open'}).append(element);
    await settled(element);
    const chart = readChart(element);
    await chart.focusNext();
    await sendKeys({press: 'Enter'});
    expect(heard.map(({type, cancelable}) => `${type} ${cancelable}`)).to.deep.equal([
      'insight-status false',
      'insight-active false',
      'insight-select true',
    ]);
  });

  it('carry the datum as plain frozen values', async () => {
    const element = await ladder();
    const details: unknown[] = [];
    element.addEventListener('insight-select', ({detail}) => details.push(detail));
    element.shadowRoot!.querySelector('[data-datum=customer]')!.dispatchEvent(new MouseEvent('click', {bubbles: true}));
    const datum = {
      id: 'customer',
      series: null,
      rung: 'customer',
      count: 1200,
      share: 1200 / 1560,
      previous: 1000,
      target: 1100,
    };
    expect(details).to.deep.equal([{chart: 'loyalty-ladder', datum}]);
    expect(details[0]).to.be.frozen;
    expect((details[0] as {datum: object}).datum).to.be.frozen;
  });

  it('follow the pointer, and tell when it has left', async () => {
    const element = await ladder();
    const active: unknown[] = [];
    element.addEventListener('insight-active', ({detail}) => active.push(detail.datum?.id ?? null));
    const svg = element.shadowRoot!.querySelector('svg')!;
    for (const id of ['customer', 'customer', 'client'])
      svg.querySelector(`[data-datum=${id}]`)!.dispatchEvent(new PointerEvent('pointermove', {bubbles: true}));
    expect(svg.querySelectorAll('[data-active]')).to.have.length(1);
    svg.dispatchEvent(new PointerEvent('pointerleave'));
    await until(() => active.at(-1) === null);
    expect(active).to.deep.equal(['customer', 'client', null]);
    expect(svg.querySelectorAll('[data-active]')).to.have.length(0);
  });

  it('let the page answer a bad state with other data', async () => {
    const element = document.createElement(TAG);
    element.addEventListener('insight-status', ({detail: {status}}) => {
      if (status === 'invalid') element.data = rows;
    });
    element.data = badRows;
    mount(element, 600);
    await settled(element);
    await settled(element);
    expect(element.status).to.equal('ready');
    expect(readChart(element).bars()).to.have.length(3);
  });

  it('come when the element shows what they tell', async () => {
    const element = document.createElement(TAG);
    const shown: number[] = [];
    element.addEventListener('insight-status', () => shown.push(readChart(element).bars().length));
    element.data = rows;
    mount(element, 600);
    await settled(element);
    expect(shown).to.deep.equal([3]);
  });
});

describe('states', () => {
  it('are one at a time, for styles too', async () => {
    const element = document.createElement(TAG);
    mount(element, 600);
    const states = () => STATUSES.filter((status) => element.matches(`:state(${status})`));
    expect(states()).to.deep.equal(['waiting']);
    for (const [data, status] of [
      [rows, 'ready'],
      [badRows, 'invalid'],
      [[], 'empty'],
    ] as const) {
      element.data = data;
      await settled(element);
      expect([element.status, ...states()]).to.deep.equal([status, status]);
    }
  });

  it('say in the element what is wrong, where, and what was expected', async () => {
    const {notice, announcement, drawing} = readChart(
      await ladder({data: {rows: [...rows, {rung: 'a', count: 'abc'}]}}),
    );
    expect(notice.at(-1)).to.equal('rows.3.count: expected a whole number of 0 or more, got "abc"');
    expect(announcement).to.equal(notice[0]);
    expect(drawing).to.equal(null);
  });

  it('leave no picture of other data behind', async () => {
    const element = await ladder();
    const chart = readChart(element);
    await chart.focusNext();
    element.data = badRows;
    await settled(element);
    expect([element.metrics, element.headline, element.toSvg(), element.toCsv(), await element.toPng()]).to.deep.equal([
      ...[null, null, null, null, null],
    ]);
    expect([chart.labels(), chart.headline, chart.root.querySelector(':popover-open')]).to.deep.equal([[], '', null]);
  });

  it('recover as soon as the data do', async () => {
    const element = await ladder({data: badRows});
    element.data = rows;
    await settled(element);
    expect([element.status, element.issues, readChart(element).notice]).to.deep.equal(['ready', [], []]);
  });

  it('name moves that contradict the opening count', async () => {
    const data = {
      rows: [{rung: 'customer', previous: 90}],
      moves: [
        {from: 'customer', to: 'client', count: 30},
        {from: 'customer', to: null, count: 61},
      ],
    };
    expect(readChart(await ladder({data})).notice.at(-1)).to.equal(
      'rows.0.previous: the moves that start here add up to 91, but the opening count is 90',
    );
  });

  for (const options of [{view: 'pie'}, {level: 95}, {level: NaN}, {minCell: -1}] as Given[])
    it(`refuse ${JSON.stringify(options)} as they refuse data`, async () => {
      const element = await ladder(options);
      expect(element.status).to.equal('invalid');
      expect(readChart(element).notice.at(-1)).to.match(/^(view|level|min-cell): expected /);
    });
});

describe('properties and attributes', () => {
  it('choose the view', async () => {
    const element = await ladder({data: demoLadders['neglected-rungs']});
    element.setAttribute('view', 'moves');
    await settled(element);
    expect(readChart(element).labels()[0]).to.equal('Prospect: 98,600 customers stayed.');
  });

  it('go back to their default when an attribute is taken away', async () => {
    const element = await ladder();
    for (const [name, value] of Object.entries({
      view: 'funnel',
      level: '0.9',
      'min-cell': '100',
      density: 'compact',
      'heading-level': '2',
    })) {
      element.setAttribute(name, value);
      await settled(element);
      element.removeAttribute(name);
      await settled(element);
    }
    const {status, view, level, minCell, density, headingLevel} = element;
    expect({status, view, level, minCell, density, headingLevel}).to.deep.equal({
      ...{status: 'ready', view: 'ladder', level: 0.95, minCell: 5, density: 'comfortable', headingLevel: 3},
    });
  });

  it('head the figure, at the level the page needs', async () => {
    const element = await ladder({heading: 'Our <b>ladder</b>', headingLevel: 2});
    expect(readChart(element).heading).to.equal('Our <b>ladder</b>');
    expect(element.shadowRoot!.querySelector('[role=heading]')?.ariaLevel).to.equal('2');
    element.heading = null;
    await settled(element);
    expect(readChart(element).heading).to.equal('Loyalty ladder');
  });

  it('set the currency, which the data set otherwise', async () => {
    const data = {currency: 'GBP', rows: [{rung: 'client', count: 10, value: 1234}]};
    const element = await ladder({data});
    const chart = readChart(element);
    expect((await chart.table()).flat()).to.include('£1,234');
    element.currency = 'EUR';
    await settled(element);
    await until(() => chart.root.querySelector('table')!.textContent.includes('€1,234'));
  });

  it('withhold small groups unless told otherwise', async () => {
    const data = [...rows, {rung: 'advocate', count: 3}];
    const element = await ladder({data});
    expect(JSON.stringify([readChart(element).labels(), element.toCsv(), element.metrics])).to.not.match(
      /advocate[^}]*\b3\b/,
    );
    element.minCell = 0;
    await settled(element);
    expect(readChart(element).labels()).to.include('Advocate: 3 customers.');
  });

  it('give back the numbers, frozen, and the sentence with its facts', async () => {
    const element = await ladder();
    expect(element.metrics).to.be.frozen;
    expect(element.metrics?.series[0]?.customers).to.equal(1560);
    expect(element.headline).to.deep.include({finding: 'changed', text: readChart(element).headline});
  });

  it('draw new data into the nodes of the old', async () => {
    const element = await ladder();
    const bars = () => [...element.shadowRoot!.querySelectorAll('[part~=bar]')];
    const before = bars();
    element.data = rows.map((row) => ({...row, count: row.count * 2}));
    await settled(element);
    expect(bars()).to.deep.equal(before);
    expect(readChart(element).texts()).to.include('2,400');
  });

  it('take data before the element is known, and before it is in the page', async () => {
    const element = document.createElement(TAG);
    element.data = rows;
    mount(element, 600);
    await settled(element);
    expect(readChart(element).bars()).to.have.length(3);
  });
});
