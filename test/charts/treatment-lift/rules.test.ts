import {expect} from 'chai';
import {treatmentLift} from '../../../src/charts/treatment-lift/definition.js';
import {parseTreatmentLift} from '../../../src/charts/treatment-lift/rules.js';
import {en} from '../../../src/charts/treatment-lift/words-en.js';
import {liftZhCN as zhCN} from '../../../src/charts/treatment-lift/words-zh-cn.js';
import {localeOf} from '../../../src/locale/locale.js';
import {issueSentence} from '../../../src/validation/issue-sentence.js';
import {compared, issuesOf, measured, pair, rates} from './tests.js';

const good = rates([30, 200], [20, 200]).map((row) => ({...row, metric: 'Good'}));
const sums = {n: 50, sum: 2500, preSum: 2400, sumSquares: 140000, preSumSquares: 129200, sumProducts: 131500};

/** Rows of a metric named Bad, and what is said of them. */
const badMetrics: readonly {name: string; rows: readonly object[]; issues: readonly string[]}[] = [
  {
    name: 'more conversions than customers',
    rows: rates([201, 200], [20, 200]),
    issues: ['rows.3.conversions conversions_exceed_customers'],
  },
  {
    name: 'a negative count',
    rows: pair({n: 200, conversions: -1}, {n: 200, conversions: 5}),
    issues: ['rows.3.conversions unexpected'],
  },
  {
    name: 'a negative sd',
    rows: pair({n: 20, mean: 1, sd: -1}, {n: 20, mean: 1, sd: 1}),
    issues: ['rows.3.sd unexpected'],
  },
  {
    name: 'NaN, Infinity and 1e400',
    rows: pair({n: 20, mean: NaN, sd: Infinity}, {n: 20, mean: 1, sd: JSON.parse('1e400') as number}),
    issues: ['rows.2.sd unexpected', 'rows.3.mean unexpected', 'rows.3.sd unexpected'],
  },
  {
    name: 'text and flags as numbers',
    rows: [
      {arm: 'C', control: true, n: '1,047', conversions: '12 %'},
      {arm: 'T', n: true, conversions: [1]},
    ],
    issues: [
      'rows.2.n unexpected',
      'rows.2.conversions unexpected',
      'rows.3.n unexpected',
      'rows.3.conversions unexpected',
    ],
  },
  {
    name: 'arms and segments without a name',
    rows: [
      {arm: 'C', control: true, segment: ' ', n: 200, conversions: 20},
      {arm: '', segment: 'A', n: 200, conversions: 30},
    ],
    issues: ['rows.2.segment unexpected', 'rows.3.arm unexpected'],
  },
  {name: 'a rate outside 0–1', rows: pair({n: 20, rate: 1.2}, {n: 20, rate: 0.1}), issues: ['rows.3.rate unexpected']},
  {
    name: 'a square of sums above n sums of squares',
    rows: pair({n: 10, sum: 100, sumSquares: 999}, {n: 10, sum: 100, sumSquares: 1200}),
    issues: ['rows.3.sumSquares sum_of_squares_too_small'],
  },
  {
    name: 'products beyond their squares',
    rows: pair({...sums, sumProducts: 140000}, sums),
    issues: ['rows.3.sumProducts sum_of_products_too_large'],
  },
  {
    name: 'a pre-period that lacks its products',
    rows: pair({...sums, sumProducts: null}, sums),
    issues: ['rows.3.sumProducts missing'],
  },
  {
    name: 'conversions without customers',
    rows: pair({conversions: 3}, {n: 20, conversions: 3}),
    issues: ['rows.3.n missing'],
  },
  {name: 'swapped limits', rows: pair({lift: 0.1, low: 0.3, high: 0.2}, {}), issues: ['rows.3.low limits_swapped']},
  {
    name: 'an estimate outside its interval',
    rows: pair({lift: 0.4, low: 0.1, high: 0.2}, {}),
    issues: ['rows.3.lift estimate_outside_interval'],
  },
  {
    name: 'a level outside (0, 1)',
    rows: pair({lift: 0.1, low: 0, high: 0.2, level: 1}, {}),
    issues: ['rows.3.level unexpected'],
  },
  {name: 'nothing measured', rows: pair({n: 3}, {n: 3}), issues: ['rows.2 nothing_measured']},
  {
    name: 'a mean against a rate',
    rows: pair({n: 20, mean: 1, sd: 1}, {n: 20, conversions: 3}),
    issues: ['rows.3 measured_otherwise'],
  },
  {
    name: 'a row measured twice',
    rows: pair({n: 20, mean: 1, conversions: 3}, {n: 20, conversions: 3}),
    issues: ['rows.3 measured_twice'],
  },
  {
    name: 'no control',
    rows: [
      {arm: 'A', n: 20, conversions: 3},
      {arm: 'B', n: 20, conversions: 3},
    ],
    issues: ['rows.2 no_control'],
  },
  {
    name: 'two controls',
    rows: [
      {arm: 'A', control: true, n: 20, conversions: 3},
      {arm: 'B', control: true, n: 20, conversions: 3},
    ],
    issues: ['rows.3.control two_controls'],
  },
  {
    name: 'a segment without its control',
    rows: [...rates([9, 20], [8, 20]), {arm: 'T', segment: 'North', n: 20, conversions: 7}],
    issues: ['rows.4 no_control'],
  },
  {
    name: 'an arm twice',
    rows: [...rates([9, 20], [8, 20]), {arm: 'T', n: 20, conversions: 7}],
    issues: ['rows.4.arm duplicate'],
  },
  {
    name: 'customers who become fewer',
    rows: [
      ...rates([9, 20], [8, 20]).map((row) => ({...row, date: '2026-01-05'})),
      ...rates([9, 19], [8, 20]).map((row) => ({...row, date: '2026-01-12'})),
    ],
    issues: ['rows.5.n customers_become_fewer'],
  },
  {
    name: 'conversions that become fewer',
    rows: [
      ...rates([90, 200], [8, 200]).map((row) => ({...row, date: '2026-01-05'})),
      ...rates([50, 220], [8, 220]).map((row) => ({...row, date: '2026-01-12'})),
    ],
    issues: ['rows.5.conversions conversions_become_fewer'],
  },
  {
    name: 'a rate that the conversions contradict',
    rows: pair({n: 100, conversions: 10, rate: 0.5}, {n: 100, conversions: 5, rate: 0.05}),
    issues: ['rows.3.rate told_otherwise'],
  },
  {name: 'an arm without a name', rows: [{arm: ' ', n: 20, conversions: 3}], issues: ['rows.2.arm unexpected']},
];

describe('treatment-lift: bad input', () => {
  for (const {name, rows, issues} of badMetrics)
    it(`${name}: located, and the other metric stands`, () => {
      const json = {rows: [...good, ...rows.map((row) => ({metric: 'Bad', ...row}))]};
      expect(issuesOf(json)).to.deep.equal(issues);
      expect(measured(json).metrics.map(({metric}) => metric)).to.deep.equal(['Good']);
    });

  it('two bad metrics are both named, whatever kind their faults are of', () => {
    const bad = [
      {metric: 'One', arm: 'T', n: 'x'},
      {metric: 'Two', arm: 'T', control: true, n: 1, conversions: 2},
    ];
    expect(issuesOf({rows: [...bad, ...good]})).to.deep.equal([
      'rows.0.n unexpected',
      'rows.1.conversions conversions_exceed_customers',
    ]);
  });

  it('an entry of a metric that cannot be read takes its rows away', () => {
    const json = {
      rows: [...good, ...rates([3, 20], [4, 20]).map((row) => ({...row, metric: 'Bad'}))],
      metrics: [{id: 'Bad', better: 'left'}],
    };
    expect(issuesOf(json)).to.deep.equal(['metrics.0.better unexpected']);
    expect(measured(json).metrics).to.have.length(1);
  });

  it('a hole in a list is located', () => {
    const holed: unknown[] = [...good];
    holed.length += 1;
    expect(issuesOf({rows: holed})).to.deep.equal([`rows.${good.length} missing`]);
  });

  it('a metric listed twice and a prior that cannot be are located', () => {
    const metrics = [{id: 'Bad'}, {id: 'Bad', priorA: 0, priorB: 1}, {id: 'Wide', priorB: 1e-300, priorSd: 0}];
    expect(issuesOf({rows: good, metrics})).to.deep.equal([
      'metrics.1.id duplicate',
      'metrics.1.priorA prior_out_of_range',
      'metrics.2.priorB prior_out_of_range',
      'metrics.2.priorSd prior_not_positive',
    ]);
    const atEnds = [{id: 'Bad', priorA: 0.1, priorB: 1e9}];
    expect(issuesOf({rows: good, metrics: atEnds})).to.deep.equal([]);
  });

  it('a split that does not name the arms is not checked, and said', () => {
    const json = {rows: good, allocation: {C: 1, X: 1, T: 1}};
    expect(issuesOf(json)).to.deep.equal(['allocation.X unknown_arm']);
    expect(measured(json).balance.status).to.equal('not-checked');
    expect(issuesOf({rows: good, allocation: {C: 1}})).to.deep.equal(['allocation arm_without_plan']);
  });

  it('what concerns the whole test forbids all of it', () => {
    for (const wrong of [
      {level: 0},
      {level: 1},
      {randomised: 'yes'},
      {allocation: [1, 1]},
      {allocation: {C: 1, T: -1}},
    ])
      expect(parseTreatmentLift({rows: good, ...wrong}).value, JSON.stringify(wrong)).to.equal(null);
    expect(issuesOf(null)).to.deep.equal([' missing']);
  });

  it('all metrics bad: nothing to draw', () => {
    expect(parseTreatmentLift({rows: rates([3, 2], [1, 2])}).value).to.equal(null);
  });

  it('survives a page whose getters throw', () => {
    const row = Object.defineProperty({arm: 'T'}, 'n', {
      enumerable: true,
      get: () => {
        throw new Error('no');
      },
    });
    expect(issuesOf({rows: [...good, row]})).to.deep.equal([' unreadable']);
  });

  it('every issue code is worded in both languages, and no word is left over', () => {
    const codes = new Set<string>();
    for (const {rows} of badMetrics)
      for (const {code} of parseTreatmentLift({rows: [...good, ...rows.map((row) => ({metric: 'Bad', ...row}))]})
        .issues)
        codes.add(code);
    for (const code of ['unknown_arm', 'arm_without_plan', 'prior_not_positive', 'prior_out_of_range']) codes.add(code);
    const own = [...codes].filter((code) => !['unexpected', 'missing', 'duplicate'].includes(code)).sort();
    expect(Object.keys(en.rules).sort()).to.deep.equal(own);
    expect(Object.keys(zhCN.rules).sort()).to.deep.equal(own);
  });

  it('says in words what is wrong', () => {
    const locale = localeOf('en');
    const {issues} = parseTreatmentLift({rows: rates([201, 200], [20, 200])});
    expect(issueSentence(issues[0]!, locale.words, treatmentLift.rules(locale))).to.equal(
      'rows.1.conversions: 201 conversions exceed 200 customers',
    );
  });

  it('numbers as plain decimal text are read', () => {
    const rows = pair(
      {n: '200' as unknown as number, conversions: '30' as unknown as number},
      {n: 200, conversions: 20},
    );
    expect(compared({rows}).diff).to.be.closeTo(0.05, 1e-12);
  });

  it('counts of 1e15, one customer, no customer and no spread have numbers or a reason, never NaN', () => {
    const cases = [
      rates([4e14, 1e15], [3e14, 1e15]),
      rates([1, 1], [0, 1]),
      rates([0, 0], [0, 5]),
      pair({n: 1, mean: 2, sd: 0}, {n: 5, mean: 1, sd: 1}),
      pair({n: 5, mean: 2, sd: 0}, {n: 5, mean: 1, sd: 0}),
      pair({n: 5, mean: 2}, {n: 5, mean: 1}),
    ];
    const reasons = cases.map((rows) => {
      const d = compared(rows);
      for (const value of Object.values(d)) expect(value).not.to.deep.equal(NaN);
      return d.noInterval;
    });
    expect(reasons).to.deep.equal([null, null, 'no-customers', 'too-few', 'no-spread', 'no-variance']);
  });
});
