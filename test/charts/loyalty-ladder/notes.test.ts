import {expect} from 'chai';
import '../../support/every-language.js';
import {loyaltyLadder} from '../../../src/charts/loyalty-ladder/definition.js';
import type {LoyaltyLadderOptions} from '../../../src/charts/loyalty-ladder/metrics.js';
import {en} from '../../../src/charts/loyalty-ladder/words-en.js';
import {localeOf} from '../../../src/locale/locale.js';
import {measured, moving} from './ladders.js';

function notesOf(json: unknown, given: Partial<LoyaltyLadderOptions> = {}, lang = 'en'): readonly string[] {
  const options = {...loyaltyLadder.defaults, minCell: 0, ...given};
  return loyaltyLadder.notes(measured(json, options), {locale: localeOf(lang), options});
}

const plain = [
  {rung: 'customer', count: 400, previous: 300},
  {rung: 'client', count: 100, previous: 120},
];
const moves = [
  ...moving('customer', {customer: 250, client: 30, out: 20}),
  ...moving('client', {client: 70, customer: 40, out: 10}),
];

describe('notes', () => {
  it('are none where nothing needs saying', () => expect(notesOf(plain)).to.deep.equal([]));

  it('name the day of the counts, or both days between which customers moved', () => {
    const days = {asOf: '2026-10-31', previousAsOf: '2026-07-31'};
    expect(notesOf({...days, rows: plain})).to.deep.equal(['As of Oct 31, 2026']);
    expect(notesOf({...days, moves}, {view: 'moves'})).to.include('Moves between Jul 31, 2026 and Oct 31, 2026.');
  });

  it('name the proxy and the source as they are written', () =>
    expect(notesOf({rows: plain, proxy: 'days of <b>purchase</b>', source: 'a log'})).to.deep.equal([
      'Proxy: days of <b>purchase</b>',
      'Source: a log',
    ]));

  it('name rungs that nobody measured, once for all series', () => {
    const rows = ['North', 'South'].flatMap((series) => [
      {rung: 'prospect', series},
      {rung: 'client', series, count: 9},
    ]);
    expect(notesOf(rows)).to.deep.equal(['Not measured: Prospect.']);
  });

  it('do not call a snapshot a conversion', () => {
    expect(notesOf(plain, {view: 'funnel'})[0]).to.match(/^A snapshot/);
    expect(notesOf({basis: 'reached', rows: plain}, {view: 'funnel'}).join()).to.not.match(/snapshot/);
  });

  it('name two rungs between which counts rise though they cannot', () =>
    expect(
      notesOf({
        basis: 'reached',
        rows: [
          {rung: 'cart', count: 5},
          {rung: 'paid', count: 6},
        ],
      }),
    ).to.deep.equal(['More customers reached paid than cart: no rate between them.']));

  it('warn of rates of few customers', () => {
    const few = moving('customer', {customer: 20, client: 9});
    expect(notesOf({moves: few}, {view: 'moves'}).join()).to.match(
      /Fewer than 30 customers at the start.*: Customer\./,
    );
    const enough = moving('customer', {customer: 21, client: 9});
    expect(notesOf({moves: enough}, {view: 'moves'}).join()).to.not.match(/Fewer than/);
  });

  it('say why there are no shares of value or spend', () => {
    const rows = [{...plain[0], value: 5, spend: 3}, plain[1]];
    expect(notesOf(rows)).to.deep.equal([
      'Value is not given for every rung: no shares.',
      'Spend is not given for every rung: no shares.',
    ]);
  });

  it('say that two periods may hold the same customers', () => {
    const past = moves.map((move) => ({...move, previous: move.count}));
    expect(notesOf({moves: past})).to.include(en.notes.sameCustomers);
    expect(notesOf({moves})).to.not.include(en.notes.sameCustomers);
  });

  it('say that small groups are withheld', () => {
    const rows = [...plain, {rung: 'partner', count: 3}];
    expect(notesOf(rows, {minCell: 5}).join()).to.match(/fewer than 5/);
    expect(notesOf(rows).join()).to.not.match(/fewer than/);
  });

  it('are Chinese for Chinese readers', () =>
    expect(notesOf([{rung: 'prospect'}, ...plain], {}, 'zh')).to.deep.equal(['未测量：潜在客户。']));
});
