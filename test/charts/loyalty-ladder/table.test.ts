import {expect} from 'chai';
import {loyaltyLadder} from '../../../src/charts/loyalty-ladder/definition.js';
import type {LoyaltyLadderOptions} from '../../../src/charts/loyalty-ladder/metrics.js';
import {localeOf} from '../../../src/locale/locale.js';
import type {Cell} from '../../../src/table/data-table.js';
import {forAny} from '../../support/for-any.js';
import {anyLadder} from './any-ladder.js';
import {measured, moving, VIEWS} from './ladders.js';

function tableOf(json: unknown, given: Partial<LoyaltyLadderOptions> = {}, tag = 'en') {
  const options = {...loyaltyLadder.defaults, minCell: 0, ...given};
  return loyaltyLadder.tabulate(measured(json, options), {locale: localeOf(tag, 'EUR'), options});
}

/** Rows as records: the text of each cell by its column. */
function recordsOf(json: unknown, options: Partial<LoyaltyLadderOptions> = {}): Record<string, string>[] {
  const {columns, rows} = tableOf(json, options);
  return rows.map((row) => Object.fromEntries(row.map(({text}, index) => [columns[index]!.label, text])));
}

const moves = [
  ...moving('customer', {customer: 250, client: 30, out: 20}).map((move) => ({...move, previous: move.count * 2})),
  ...moving('client', {client: 70, customer: 40}).map((move) => ({...move, previous: move.count})),
  {from: null, to: 'customer', count: 9, wonBack: 4, previous: 1},
];

describe('the table of the ladder', () => {
  it('has a row for every rung, lowest first, and no column in which nothing is known', () => {
    expect(
      recordsOf([
        {rung: 'client', count: 30},
        {rung: 'customer', count: 90, target: 100},
      ]),
    ).to.deep.equal([
      {Rung: 'Customer', Customers: '90', Share: '75.0%', Target: '100'},
      {Rung: 'Client', Customers: '30', Share: '25.0%', Target: '–'},
    ]);
  });

  it('has rates with their limits and changes', () => {
    const [customer] = recordsOf({moves});
    expect(customer).to.include({
      Climbed: '30',
      'Climbed, rate': '10.0%',
      'Climbed, 95% low': '7.1%',
      'Climbed, 95% high': '13.9%',
      'Climbed, change': '0.0 pp',
      'Net promotion': '+10.0%',
      Stayed: '250',
      Entries: '9',
      'Won back': '4',
    });
    expect(tableOf({moves}, {level: 0.9}).columns.map(({label}) => label)).to.include('Climbed, 90% low');
  });

  it('of the funnel has the steps', () => {
    const rows = [
      {rung: 'cart', count: 200, previous: 100},
      {rung: 'paid', count: 50, previous: 20},
    ];
    expect(recordsOf({basis: 'reached', rows}, {view: 'funnel'})[1]).to.include({
      Reached: '50',
      'From the step before': '25.0%',
      'From the step before, change': '+5.0 pp',
      'Of the first': '25.0%',
    });
  });

  it('of the moves has a row for every move', () => {
    const records = recordsOf({moves}, {view: 'moves'});
    expect(records).to.have.length(moves.length);
    expect(records[1]).to.deep.equal({From: 'Customer', To: 'Client', Customers: '30', Rate: '10.0%'});
    expect(records.at(-1)).to.include({From: 'Entries', Customers: '9', Rate: '–'});
  });

  it('names a series that stands alone, as the drawing does', () =>
    expect(recordsOf([{rung: 'client', series: 'North', count: 8}])[0]).to.include({Series: 'North', Rung: 'Client'}));

  it('names the series where there are several', () =>
    expect(
      recordsOf(['N', 'S'].map((series) => ({rung: 'client', series, count: 8}))).map((row) => row['Series']),
    ).to.deep.equal(['N', 'S']));

  it('shows money in the currency, and gives the number', () => {
    const [cell] = tableOf([{rung: 'client', count: 8, value: 1234.5}]).rows[0]!.filter(({value}) => value === 1234.5);
    expect(cell).to.deep.equal({text: '€1,235', value: 1234.5});
  });

  it('has as many cells in a row as columns, and a text for each, whatever the data', () =>
    forAny(anyLadder, (json) => {
      for (const view of VIEWS) {
        const {columns, rows} = tableOf(json, {view});
        for (const row of rows) {
          expect(row).to.have.length(columns.length);
          row.slice(1).forEach(({text, value}: Cell) => {
            expect(text).to.not.equal('');
            if (typeof value === 'number') expect(text).to.match(/\d/);
          });
        }
      }
    }));
});
