import {expect} from 'chai';
import '../../support/every-language.js';
import type {Headline} from '../../../src/chart/chart.js';
import {demoLadders} from '../../support/demo-data.js';
import {forAny} from '../../support/for-any.js';
import {anyLadder, type LadderJson} from './any-ladder.js';
import {headlineOf, measured, moving, VIEWS} from './ladders.js';

const money = (shares: readonly (readonly [value: number, spend: number])[]) =>
  shares.map(([value, spend], index) => ({
    rung: ['customer', 'client', 'supporter', 'advocate'][index]!,
    count: 10,
    value,
    spend,
  }));

/** Rungs a, b with 200 customers each at the start. */
const flows = (up: number, down: number, names: readonly [string, string] = ['customer', 'client']) => ({
  moves: [
    ...moving(names[0], {[names[0]]: 200 - up - 10, [names[1]]: up, out: 10}),
    ...moving(names[1], {[names[1]]: 200 - down, [names[0]]: down}),
  ],
});

/** Data for every finding, with the sentence they must give and the facts in it. */
const findings: readonly {
  readonly finding: string;
  readonly json: unknown;
  readonly view?: 'funnel' | 'moves';
  readonly text: string;
  readonly facts: Headline['facts'];
}[] = [
  {
    finding: 'neglected',
    json: money([
      [10, 50],
      [20, 30],
      [30, 10],
      [40, 10],
    ]),
    text: '70.0% of value comes from Supporter and Advocate, but 20.0% of spend goes there.',
    facts: {rungs: 'Supporter and Advocate', valueShare: 0.7, spendShare: 0.2},
  },
  {
    finding: 'climbing',
    json: flows(60, 20),
    text: 'More customers climbed (60) than slipped back (20); 10 left the ladder.',
    facts: {climbed: 60, slipped: 20, exits: 10, netPromotion: 0.1},
  },
  {
    finding: 'balanced',
    json: flows(32, 30),
    text: 'No clear difference between climbing (32) and slipping back (30); 10 left the ladder.',
    facts: {climbed: 32, slipped: 30, exits: 10, netPromotion: 0.005},
  },
  {
    finding: 'leaks',
    json: flows(20, 60),
    text: 'More customers slipped back (60) than climbed (20); most from Client, where 30.0% slipped.',
    facts: {
      climbed: 20,
      slipped: 60,
      exits: 10,
      netPromotion: -0.1,
      rung: 'Client',
      rungSlipped: 60,
      rungSlipRate: 0.3,
    },
  },
  {
    finding: 'slipping',
    json: {moves: [...moving('customer', {customer: 20}), ...moving('client', {customer: 12, client: 17})]},
    text: 'More customers slipped back (12) than climbed (0); 0 left the ladder.',
    facts: {climbed: 0, slipped: 12, exits: 0, netPromotion: -12 / 49},
  },
  {
    finding: 'changed',
    json: [
      {rung: 'customer', count: 110, previous: 100},
      {rung: 'client', count: 30, previous: 60},
    ],
    text: 'Client changed most: -30 customers (-50.0%).',
    facts: {rung: 'Client', change: -30, changeRate: -0.5},
  },
  {
    finding: 'stand',
    json: [
      {rung: 'customer', count: 10},
      {rung: 'client', count: 50},
      {rung: 'supporter', count: 40},
    ],
    text: '90.0% of customers stand on Client and Supporter.',
    facts: {rungs: 'Client and Supporter', share: 0.9},
  },
  {
    finding: 'reached',
    json: {
      basis: 'reached',
      rows: [
        {rung: 'cart', count: 100},
        {rung: 'order', count: 40},
        {rung: 'paid', count: 30},
      ],
    },
    text: '30.0% reached paid; the largest loss is before order (60.0%).',
    facts: {rung: 'paid', rate: 0.3, lossRung: 'order', lossRate: 0.6, lost: 60},
  },
  {
    finding: 'reached',
    json: {
      basis: 'reached',
      rows: [
        {rung: 'cart', count: 100},
        {rung: 'order', count: 100},
      ],
    },
    text: '100.0% reached order.',
    facts: {rung: 'order', rate: 1},
  },
  {
    finding: 'differ',
    json: ['North', 'South', 'West'].flatMap((series, index) => [
      {series, rung: 'customer', count: 60 + index * 20},
      {series, rung: 'client', count: 40 - index * 20},
    ]),
    text: 'On the upper half of the ladder: 40.0% of customers in North, 0.0% in West.',
    facts: {highest: 'North', highestShare: 0.4, lowest: 'West', lowestShare: 0},
  },
  {finding: 'none', json: [{rung: 'client', count: 0}], text: 'No customers are counted on any rung.', facts: {}},
];

describe('the headline', () => {
  for (const {finding, json, view = 'ladder', text, facts} of findings)
    it(`can be ${finding}: ${text}`, () => {
      const headline = headlineOf(json, {view});
      expect(headline).to.include({finding, text});
      expect(Object.keys(headline.facts)).to.have.members(Object.keys(facts));
      for (const [name, fact] of Object.entries(facts))
        if (typeof fact === 'number') expect(headline.facts[name], name).to.be.closeTo(fact, 1e-12);
        else expect(headline.facts[name], name).to.equal(fact);
    });

  it('of the funnel view is about reaching, of the moves view about moving', () => {
    const json = demoLadders['neglected-rungs'];
    const found = VIEWS.map((view) => headlineOf(json, {view}).finding);
    expect(found).to.deep.equal(['neglected', 'reached', 'climbing']);
  });

  it('does not call rungs neglected that bring nothing', () =>
    expect(
      headlineOf(
        money([
          [100, 50],
          [0, 0],
        ]),
      ).finding,
    ).to.not.equal('neglected'));

  it('does not add up value where a rung loses money or is withheld', () => {
    const losing = money([
      [150, 50],
      [-50, 50],
      [0, 50],
      [100, 0],
    ]);
    expect(headlineOf(losing).finding).to.not.equal('neglected');
    const withheld = money([
      [10, 50],
      [90, 10],
    ]).map((row, index) => ({...row, count: index === 1 ? 3 : 40}));
    expect([headlineOf(withheld).finding, headlineOf(withheld, {minCell: 5}).finding]).to.deep.equal([
      'neglected',
      'none',
    ]);
  });

  it('of what was reached never adds up people who are counted twice', () => {
    const reached = (...counts: (number | null)[]) => ({
      basis: 'reached',
      rows: counts.map((count, index) => ({rung: `step ${index}`, count})),
    });
    expect(headlineOf(reached(100, 80, null)).text).to.equal(
      '80.0% reached step 1; the largest loss is before step 1 (20.0%).',
    );
    expect(headlineOf(reached(100)).text).to.equal('100.0% reached step 0.');
    const rows = ['North', 'South'].flatMap((series, index) =>
      [100, 90, 80, 70 - index].map((count, step) => ({series, rung: `step ${step}`, count})),
    );
    expect(headlineOf({basis: 'reached', rows}).facts).to.include({highestShare: 0.8, lowestShare: 0.8});
  });

  it('says when what could be found is withheld', () => {
    const few = [
      {rung: 'customer', count: 3},
      {rung: 'client', count: 2},
    ];
    expect(headlineOf(few, {minCell: 5}).text).to.match(/fewer than 5/);
    expect(headlineOf(few).finding).to.equal('stand');
  });

  it('of several series names the one it speaks of', () => {
    const rows = [
      {series: 'North', rung: 'customer', count: 10},
      {series: 'South', rung: 'customer'},
    ];
    expect(headlineOf(rows).text).to.equal('North, 100.0% of customers stand on Customer.');
  });
});

describe('the sentence', () => {
  /** Words that claim a cause, which counts alone never show. */
  const CAUSAL =
    /\b(because|caus\w+|due to|thanks to|led to|leads? to|driv\w+|result(s|ed)? in|effect|impact)\b|因为|导致|由于|造成|促使|使得|影响/i;

  for (const [name, json] of Object.entries(demoLadders))
    for (const view of VIEWS) {
      it(`is short and claims no cause: ${name}, ${view}`, () => {
        const [english, chinese] = ['en', 'zh'].map((lang) => headlineOf(json, {view, lang, minCell: 5}).text) as [
          string,
          string,
        ];
        expect(english.length, english).to.be.at.most(140);
        expect([...chinese].length, chinese).to.be.at.most(60);
        expect(english).to.not.match(CAUSAL);
        expect(chinese).to.not.match(CAUSAL);
      });

      it(`says the same in both languages: ${name}, ${view}`, () => {
        const [english, chinese] = [headlineOf(json, {view}), headlineOf(json, {view, lang: 'zh'})];
        const numbers = (text: string) => text.match(/[-+]?\d[\d,]*(\.\d+)?%?/g)?.toSorted();
        expect(chinese.finding).to.equal(english.finding);
        expect(numbers(chinese.text)).to.deep.equal(numbers(english.text));
        expect(chinese.text).to.match(/^[^a-z]*\p{Script=Han}/iu);
      });

      it(`states only facts that the data give: ${name}, ${view}`, () =>
        expectTrue(json as unknown as LadderJson, view));
    }

  it('states only facts that the data give, whatever they are', () =>
    forAny(anyLadder, (json) => VIEWS.forEach((view) => expectTrue(json, view))));
});

/** Recomputes the numbers of a headline from the metrics of the rungs, which the oracle has held against the data. */
function expectTrue(json: LadderJson, view: (typeof VIEWS)[number]): void {
  const {finding, facts, text} = headlineOf(json, {view});
  const metrics = measured(json, {view});
  const rungs = metrics.series.flatMap((series) => series.rungs);
  expect(text).to.not.match(/NaN|undefined|null|Infinity/);
  for (const [name, fact] of Object.entries(facts))
    if (/Share$|^share$|^rate$|Rate$/.test(name) && name !== 'changeRate')
      expect(fact, `${finding} ${name}`).to.be.within(0, 1 + 1e-9);
  const total = (count: (rung: (typeof rungs)[number]) => number | undefined) =>
    rungs.reduce((sum, rung) => sum + (count(rung) ?? 0), 0);
  if ('climbed' in facts) {
    const [climbed, slipped] = [Number(facts['climbed']), Number(facts['slipped'])];
    expect([climbed, slipped]).to.deep.equal([total((d) => d.climb?.count), total((d) => d.slip?.count)]);
    if (finding === 'climbing') expect(climbed).to.be.above(slipped);
    if (finding === 'leaks' || finding === 'slipping') expect(slipped).to.be.above(climbed);
  }
  if (finding === 'changed')
    expect(Math.abs(Number(facts['change']))).to.equal(Math.max(...rungs.map((d) => Math.abs(d.change ?? 0))));
  if (finding === 'differ') expect(Number(facts['highestShare'])).to.be.at.least(Number(facts['lowestShare']));
}
