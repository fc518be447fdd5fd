import 'axe-core/axe.min.js';
import '../../support/watch-page.js';
import type {AxeResults} from 'axe-core';
import {sendKeys} from '@web/test-runner-commands';
import {expect} from 'chai';
import {loyaltyLadder} from '../../../src/charts/loyalty-ladder/definition.js';
import {demoCases} from '../../support/demo-data.js';
import {mount, settled, until} from '../../support/fixture.js';
import {readChart} from '../../support/read-chart.js';
import {badRows, failing, ladder, rows} from './mounted.js';

const {axe} = globalThis as unknown as {readonly axe: {readonly run: (context: Element) => Promise<AxeResults>}};
async function expectAccessible(element: Element): Promise<void> {
  const {violations} = await axe.run(element);
  const told = violations.flatMap(({id, nodes}) =>
    nodes.map(({html, failureSummary}) => `${id}: ${html} ${failureSummary ?? ''}`),
  );
  expect(told.join('\n')).to.equal('');
}

describe('the ladder can be read by everybody', () => {
  for (const {name, data, view} of demoCases(loyaltyLadder))
    for (const lang of ['en', 'zh'])
      it(`axe finds nothing: ${name}, ${view}, ${lang}`, async () => {
        const element = await ladder({data, view: view as 'moves', lang});
        if (element.status === 'ready') await readChart(element).table();
        await expectAccessible(element);
      });

  for (const [status, given] of Object.entries({
    invalid: {data: badRows},
    empty: {data: []},
    waiting: {data: undefined},
    failed: {data: undefined, src: '/nowhere', loadData: failing},
  })) {
    it(`axe finds nothing while ${status}`, async () => {
      const element = await ladder(given);
      await until(() => element.status === status);
      await expectAccessible(element);
    });
  }

  it('says the finding as the name of the drawing, and one sentence a rung', async () => {
    const {drawing, labels, headline} = readChart(await ladder());
    expect(drawing?.getAttribute('role')).to.equal('graphics-document');
    expect(drawing?.getAttribute('aria-label')).to.equal(headline);
    expect(labels()).to.deep.equal(['Partner: 60 customers.', 'Client: 300 customers.', 'Customer: 1,200 customers.']);
  });

  it('has every number in a table, also while that is hidden from the eye', async () => {
    const reader = readChart(await ladder());
    expect(await reader.table()).to.deep.equal([
      ['Rung', 'Customers', 'Share', 'Previous', 'Change', 'Change rate', 'Target'],
      ['Customer', '1,200', '76.9%', '1,000', '+200', '+20.0%', '1,100'],
      ['Client', '300', '19.2%', '250', '+50', '+20.0%', '–'],
      ['Partner', '60', '3.8%', '–', '–', '–', '–'],
    ]);
  });

  it('shows the table on demand', async () => {
    const element = await ladder();
    const {root} = readChart(element);
    const button = root.querySelector<HTMLButtonElement>('[part=table-switch]')!;
    expect([button.textContent.trim(), button.ariaExpanded]).to.deep.equal(['Show table', 'false']);
    button.click();
    await settled(element);
    expect([button.textContent.trim(), button.ariaExpanded]).to.deep.equal(['Hide table', 'true']);
    expect(root.querySelector('table')!.getBoundingClientRect().height).to.be.above(60);
  });
});

describe('the keyboard', () => {
  const first = 'Partner: 60 customers.';

  it('enters the drawing by one tab stop and moves by arrows', async () => {
    const chart = readChart(await ladder());
    expect(chart.root.querySelectorAll('svg [tabindex="0"]')).to.have.length(1);
    expect(await chart.focusNext()).to.equal(first);
    expect(await chart.focusNext()).to.equal('Client: 300 customers.');
    expect(await chart.focusNext('End')).to.equal('Customer: 1,200 customers.');
    expect(await chart.focusNext('ArrowDown')).to.equal('Customer: 1,200 customers.');
    expect(await chart.focusNext('ArrowUp')).to.equal('Client: 300 customers.');
    expect(await chart.focusNext('Home')).to.equal(first);
  });

  it('has two tab stops: the drawing and the tools', async () => {
    const element = await ladder();
    const next = mount(document.createElement('button'));
    const chart = readChart(element);
    await chart.focusNext();
    await sendKeys({press: 'Tab'});
    expect(chart.root.activeElement?.part.contains('table-switch')).to.equal(true);
    await sendKeys({press: 'Tab'});
    expect(document.activeElement).to.equal(next);
  });

  it('comes back to the mark it left', async () => {
    const chart = readChart(await ladder());
    await chart.focusNext();
    await chart.focusNext();
    await sendKeys({press: 'Tab'});
    expect(chart.focused()).to.equal(null);
    await sendKeys({down: 'Shift'});
    await sendKeys({press: 'Tab'});
    await sendKeys({up: 'Shift'});
    expect(chart.focused()).to.equal('Client: 300 customers.');
  });

  it('selects with Enter and with the space bar', async () => {
    const element = await ladder();
    const chosen: unknown[] = [];
    element.addEventListener('insight-select', ({detail}) => chosen.push(detail.datum?.id));
    const chart = readChart(element);
    await chart.focusNext();
    await sendKeys({press: 'Enter'});
    await chart.focusNext();
    await sendKeys({press: ' '});
    expect(chosen).to.deep.equal(['partner', 'client']);
  });

  it('closes the tooltip with Escape, wherever the focus is', async () => {
    const chart = readChart(await ladder());
    await chart.focusNext();
    const tooltip = chart.root.querySelector('[part=tooltip]')!;
    expect(tooltip.matches(':popover-open')).to.equal(true);
    expect(tooltip.textContent).to.include('Partner').and.include('60');
    await sendKeys({press: 'Escape'});
    expect(tooltip.matches(':popover-open')).to.equal(false);
  });

  it('keeps the focus when the data change', async () => {
    const element = await ladder();
    const chart = readChart(element);
    await chart.focusNext();
    element.data = rows.map((row) => ({...row, count: row.count + 1}));
    await settled(element);
    expect(chart.focused()).to.equal('Partner: 61 customers.');
    expect(chart.root.querySelector(':popover-open')?.textContent).to.include('61');
  });

  it('lets go of a mark that the data no longer have', async () => {
    const element = await ladder();
    const chart = readChart(element);
    await chart.focusNext();
    element.data = rows.slice(0, -1);
    await settled(element);
    expect(chart.root.querySelector(':popover-open')).to.equal(null);
  });
});
