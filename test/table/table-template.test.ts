import '../support/watch-page.js';
import {expect} from 'chai';
import {render} from 'lit';
import {tableTemplate} from '../../src/table/table-template.js';
import {mount} from '../support/fixture.js';

const evil = '<img src=x onerror="alert(1)">';

function drawn(first = 'Client'): HTMLTableElement {
  const place = mount(document.createElement('div'));
  const table = {
    caption: 'Ladder',
    columns: [
      {label: 'Rung', numeric: false},
      {label: 'Customers', numeric: true},
    ],
    rows: [
      [
        {text: first, value: first},
        {text: '12,345', value: 12345},
      ],
      [
        {text: 'Partner', value: 'Partner'},
        {text: '–', value: null},
      ],
    ],
  };
  render(tableTemplate(table), place);
  return place.querySelector('table')!;
}

const textsOf = (table: Element, selector: string) =>
  [...table.querySelectorAll(selector)].map(({textContent}) => textContent.trim());

describe('a table', () => {
  it('has a caption, a head for every column and a head for every row', () => {
    const table = drawn();
    expect(table.caption?.textContent.trim()).to.equal('Ladder');
    expect(textsOf(table, 'thead th[scope=col]')).to.deep.equal(['Rung', 'Customers']);
    expect(textsOf(table, 'tbody th[scope=row]')).to.deep.equal(['Client', 'Partner']);
  });

  it('shows what the reader sees, not the raw value', () =>
    expect(textsOf(drawn(), 'td')).to.deep.equal(['12,345', '–']));

  it('aligns numbers to the end', () => {
    expect(textsOf(drawn(), 'td.number')).to.deep.equal(['12,345', '–']);
    expect(textsOf(drawn(), 'thead th.number')).to.deep.equal(['Customers']);
  });

  it('gives long headings room, so that they do not stand in many short lines', () => {
    const place = mount(document.createElement('div'));
    const columns = ['Customers', 'Incremental value a quarter, high'].map((label) => ({label, numeric: true}));
    render(tableTemplate({caption: 'Lift', columns, rows: []}), place);
    expect(textsOf(place, 'thead th.long')).to.deep.equal(['Incremental value a quarter, high']);
    expect(textsOf(place, 'thead th.number')).to.have.length(2);
  });

  it('shows markup from data as text', () => {
    const table = drawn(evil);
    expect(textsOf(table, 'tbody th')[0]).to.equal(evil);
    expect(table.querySelector('img')).to.equal(null);
  });
});
