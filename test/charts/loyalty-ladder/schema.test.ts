import {expect} from 'chai';
import {loyaltyLadder} from '../../../src/charts/loyalty-ladder/definition.js';
import {en} from '../../../src/charts/loyalty-ladder/words-en.js';
import {ladderZhCN as zhCN} from '../../../src/charts/loyalty-ladder/words-zh-cn.js';
import {localeOf} from '../../../src/locale/locale.js';
import {issueSentence} from '../../../src/validation/issue-sentence.js';
import {demoLadders} from '../../support/demo-data.js';
import {issuesOf, measured, moving} from './ladders.js';

const rows = [
  {rung: 'customer', count: 100, previous: 90},
  {rung: 'client', count: 40, previous: 50},
];
const rungs = [{id: 'customer'}, {id: 'client'}];

/** What is said in English of each issue. */
const sentencesOf = (json: unknown) => {
  const locale = localeOf('en');
  return issuesOf(json).map((issue) => issueSentence(issue, locale.words, loyaltyLadder.rules(locale)));
};

const badLadders: readonly {name: string; json: unknown; sentences: readonly string[]}[] = [
  {
    name: 'text for a count',
    json: {rows: [...rows, {rung: 'supporter', count: 'abc'}]},
    sentences: ['rows.2.count: expected a whole number of 0 or more, got "abc"'],
  },
  {
    name: 'every field that is wrong, at once',
    json: {
      basis: 'on',
      asOf: '31.10.2026',
      source: 3,
      rows: [{rung: '', count: -1, previous: 1.5, target: true, value: '1,047', spend: -0.5, series: ' '}],
    },
    sentences: [
      'basis: expected one of at, reached, got "on"',
      'asOf: expected a calendar day such as 2026-10-31, got "31.10.2026"',
      'source: expected text, got 3',
      'rows.0.rung: expected a name that is not empty, got ""',
      'rows.0.count: expected a whole number of 0 or more, got -1',
      'rows.0.previous: expected a whole number of 0 or more, got 1.5',
      'rows.0.target: expected a whole number of 0 or more, got true',
      'rows.0.value: expected a number, got "1,047"',
      'rows.0.spend: expected a number of 0 or more, got -0.5',
      'rows.0.series: expected a name that is not empty, got " "',
    ],
  },
  {
    name: 'a row without a rung',
    json: {rows: [{count: 3}]},
    sentences: ['rows.0.rung: expected a name that is not empty, got nothing'],
  },
  {name: 'a row that is none', json: {rows: [3]}, sentences: ['rows.0: expected an object, got 3']},
  {name: 'rows that are no list', json: {rows: {rung: 'client'}}, sentences: ['rows: expected a list, got {…}']},
  {name: 'no rows at all', json: {}, sentences: ['expected an object with "rows", or a list of rows, got {…}']},
  {
    name: 'a move without a count',
    json: {rows, moves: [{from: 'customer', to: 'client'}]},
    sentences: ['moves.0.count: expected a whole number of 0 or more, got nothing'],
  },
  {
    name: 'the same rung twice',
    json: {rows: [...rows, {rung: 'client', count: 1}]},
    sentences: ['rows.2.rung: appears twice: "client"'],
  },
  {
    name: 'the same rung twice in one series',
    json: {
      rows: [
        {rung: 'client', count: 1, series: 'North'},
        {rung: 'client', count: 1, series: 'North'},
      ],
    },
    sentences: ['rows.1.rung: appears twice: "client"'],
  },
  {
    name: 'the same rung twice in the list of rungs',
    json: {rungs: [...rungs, {id: 'client'}], rows},
    sentences: ['rungs.2.id: appears twice: "client"'],
  },
  {
    name: 'the same move twice',
    json: {rows: [], moves: [...moving('a', {b: 1, out: 2}), ...moving('a', {b: 1, out: 2})]},
    sentences: ['moves.2: appears twice: "a" → "b"', 'moves.3: appears twice: "a" → null'],
  },
  {
    name: 'a rung outside the list',
    json: {rungs, rows: [...rows, {rung: 'Client', count: 2}]},
    sentences: ['rows.2.rung: not among the rungs (customer, client): "Client"'],
  },
  {
    name: 'a move to and from outside the list',
    json: {rungs, rows, moves: [{from: 'x', to: 'y', count: 0}]},
    sentences: [
      'moves.0.from: not among the rungs (customer, client): "x"',
      'moves.0.to: not among the rungs (customer, client): "y"',
    ],
  },
  {
    name: 'more rungs than anybody reads',
    json: Array.from({length: 201}, (_, index) => ({rung: `stage ${index}`})),
    sentences: ['rows: too many rungs: at most 200, got 201'],
  },
  {
    name: 'more series than anybody reads',
    json: Array.from({length: 51}, (_, index) => ({rung: 'client', series: `region ${index}`})),
    sentences: ['rows: too many series: at most 50, got 51'],
  },
  {
    name: 'a move from nowhere to nowhere',
    json: {rows, moves: [{from: null, to: null, count: 3}]},
    sentences: ['moves.0: a move needs "from", "to" or both'],
  },
  {
    name: 'customers won back who did not enter',
    json: {rows, moves: [{from: 'customer', to: 'client', count: 3, wonBack: 1}]},
    sentences: ['moves.0.wonBack: only customers who enter (from: null) can be won back'],
  },
  {
    name: 'more won back than entered',
    json: {rows, moves: [{from: null, to: 'client', count: 3, wonBack: 4}]},
    sentences: ['moves.0.wonBack: won back (4) exceeds those who entered (3)'],
  },
  {
    name: 'whole moves that contradict the opening count',
    json: {rows: [{rung: 'customer', previous: 90}], moves: moving('customer', {customer: 60, client: 20, out: 9})},
    sentences: ['rows.0.previous: the moves that start here add up to 89, but the opening count is 90'],
  },
  {
    name: 'movers alone that exceed the opening count',
    json: {rows, moves: moving('customer', {client: 30, out: 61})},
    sentences: ['rows.0.previous: the moves that start here add up to 91, but the opening count is 90'],
  },
  {
    name: 'whole moves that contradict the closing count',
    json: {
      rows: [{rung: 'client', count: 40}],
      moves: [...moving('client', {client: 30}), ...moving(null, {client: 9})],
    },
    sentences: ['rows.0.count: the moves that end here add up to 39, but the count is 40'],
  },
  {
    name: 'arrivals alone that exceed the closing count',
    json: {rows, moves: moving('customer', {client: 41})},
    sentences: ['rows.1.count: the moves that end here add up to 41, but the count is 40'],
  },
];

const goodLadders: readonly {name: string; json: unknown}[] = [
  ...Object.entries(demoLadders).map(([name, json]) => ({name: `the demo's ${name}`, json})),
  {name: 'a bare list of rows', json: rows},
  {name: 'an empty list', json: []},
  {name: 'moves alone', json: {moves: moving('customer', {client: 3})}},
  {name: 'counts as decimal text', json: [{rung: 'client', count: '40', value: '12.50'}]},
  {
    name: 'what is not given, as null',
    json: [{rung: 'client', count: null, previous: null, value: null, series: null}],
  },
  {
    name: 'the same rung in two series',
    json: [
      {rung: 'client', series: 'N', count: 1},
      {rung: 'client', series: 'S', count: 1},
    ],
  },
  {name: 'a value that was lost', json: [{rung: 'client', count: 1, value: -30}]},
  {name: 'fields of a newer version', json: {schemaVersion: 3, rows: [{...rows[0], mood: 'good'}]}},
  {
    name: 'movers without stayers that leave somebody behind',
    json: {rows, moves: moving('customer', {client: 10, out: 5})},
  },
  {
    name: 'reached counts, which no moves contradict',
    json: {basis: 'reached', rows, moves: moving('customer', {client: 99})},
  },
];

describe('the contract of the ladder', () => {
  for (const {name, json, sentences} of badLadders)
    it(`rejects ${name}`, () => expect(sentencesOf(json)).to.deep.equal(sentences));

  for (const {name, json} of goodLadders) it(`takes ${name}`, () => expect(issuesOf(json)).to.deep.equal([]));

  it('stops at twenty issues, whatever kind they are', () => {
    const twice = Array.from({length: 50}, () => ({rung: 'client', count: 1}));
    expect(issuesOf(twice)).to.have.length(20);
  });

  it('never repeats more than eighty characters of the data', () => {
    const long = 'x'.repeat(500);
    const ladders = [
      {rows: [{rung: long}, {rung: long}]},
      {rungs, rows: [{rung: long}]},
      {
        rows: [],
        moves: [
          {from: long, to: long, count: 1},
          {from: long, to: long, count: 1},
        ],
      },
      {rungs: [{id: long}], rows: [{rung: 'x'}]},
    ];
    for (const issue of ladders.flatMap(issuesOf)) {
      expect(issue.got?.length ?? 0, issue.code).to.be.at.most(80);
      expect(issue.expected?.length ?? 0, issue.code).to.be.at.most(400);
    }
  });

  it('words every rule of its own in both languages', () => {
    expect(Object.keys(zhCN.rules)).to.have.members(Object.keys(en.rules));
    const codes = badLadders.flatMap(({json}) => issuesOf(json).map(({code}) => code));
    expect(codes).to.include.members(Object.keys(en.rules));
  });
});

describe('the order of rungs', () => {
  const orderOf = (json: unknown) => measured(json).series[0]?.rungs.map(({rung}) => rung);
  const counted = (...names: string[]) => names.map((rung) => ({rung, count: 1}));

  it('is that of the list', () =>
    expect(orderOf({rungs: [{id: 'b'}, {id: 'a'}], rows: counted('a', 'b')})).to.deep.equal(['b', 'a']));

  it('is the standard one where all rungs are standard', () =>
    expect(orderOf(counted('partner', 'Client', 'prospect'))).to.deep.equal(['prospect', 'Client', 'partner']));

  it('is as they first appear where one is not', () =>
    expect(orderOf(counted('partner', 'fan', 'client'))).to.deep.equal(['partner', 'fan', 'client']));

  it('counts rungs that only moves name', () =>
    expect(orderOf({rows: counted('client'), moves: moving('client', {partner: 1, customer: 0})})).to.deep.equal([
      ...['customer', 'client', 'partner'],
    ]));

  it('keeps names apart that only look alike to an object', () =>
    expect(orderOf(counted('constructor', '__proto__', 'toString', '1', '01'))).to.deep.equal([
      ...['constructor', '__proto__', 'toString', '1', '01'],
    ]));
});
