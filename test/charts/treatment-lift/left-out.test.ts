import {expect} from 'chai';
import {issuesOf, measured, rates} from './tests.js';

const rowsOf = (metric: string, more: object = {}) =>
  rates([130, 1000], [100, 1000]).map((row) => ({...row, metric, ...more}));
const family = (...ids: string[]) => ids.map((id) => ({id, family: true}));

describe('treatment-lift: what was declared, whatever is shown or left out', () => {
  it('a family of four stays one of four when one of its metrics is shown', () => {
    const json = {rows: ['A', 'B', 'C', 'D'].flatMap((id) => rowsOf(id)), metrics: family('A', 'B', 'C', 'D')};
    const [all, one] = [measured(json), measured(json, {metric: 'A'})];
    expect(one.metrics.map(({metric}) => metric)).to.deep.equal(['A']);
    expect([one.family, one.metrics[0]!.level]).to.deep.equal([4, all.metrics[0]!.level]);
    expect(one.metrics[0]!.level).to.be.closeTo(0.9875, 1e-12);
    expect(one.metrics[0]!.comparisons).to.deep.equal(all.metrics[0]!.comparisons);
    expect(one.metrics[0]!.comparisons[0]!.verdict).to.equal('no-clear-difference');
  });

  it('a declared metric that is left out counts with all comparisons its rows name, and at least once', () => {
    const good = [...rowsOf('A'), ...rowsOf('B')];
    const of = (bad: readonly object[], entry: object = {}) => {
      const metrics = measured({
        rows: [...good, ...bad],
        metrics: [...family('A', 'B'), {id: 'X', family: true, ...entry}],
      });
      expect(metrics.metrics).to.have.length(2);
      return metrics.family;
    };
    expect(of(rowsOf('X', {n: 'x'}))).to.equal(3);
    expect(of(rowsOf('X', {conversions: 2000}))).to.equal(3);
    expect(of(rowsOf('X'), {better: 'left'})).to.equal(3);
    expect(of([{metric: 'X', arm: 7}])).to.equal(3);
    const parts = ['North', 'South', 'West'].flatMap((segment) => rowsOf('X', {segment}));
    expect(of([...parts, {metric: 'X', arm: 'U', segment: 'West', n: -1}])).to.equal(6);
    expect(of(rowsOf('X', {n: 'x'}), {family: false})).to.equal(2);
  });

  it('the p of a declared metric that is left out may be anything', () => {
    const json = {rows: [...rowsOf('A'), ...rowsOf('X', {n: 'x'})], metrics: family('A', 'X')};
    const {pValue, holm, benjaminiHochberg} = measured(json).metrics[0]!.comparisons[0]!;
    expect([holm, benjaminiHochberg]).to.deep.equal([pValue! * 2, pValue! * 2]);
  });

  it('an arm that only a bad metric has does not take the planned split away', () => {
    const bad = [...rowsOf('B', {n: 'x'}), {metric: 'B', arm: 'U', n: 'x', conversions: 3}];
    const json = {rows: [...rowsOf('A'), ...bad], allocation: {C: 1, T: 3, U: 1}};
    expect(issuesOf(json).filter((issue) => issue.startsWith('allocation'))).to.deep.equal([]);
    expect(measured(json).metrics[0]!.comparisons[0]!.verdict).to.equal('untrusted');
    expect(issuesOf({...json, allocation: {C: 1, T: 3}}).join()).not.to.include('arm_without_plan');
  });
});

describe('treatment-lift: the split of each metric', () => {
  const split = (n: readonly [number, number]) => rates([400, n[0]], [400, n[1]]).map((row) => ({...row, metric: 'B'}));
  const verdicts = (rows: readonly object[]) =>
    measured({rows, allocation: {C: 1, T: 1}}).metrics.map(({comparisons, balance}) => [
      balance.status,
      comparisons[0]!.verdict,
    ]);

  it('that of some customers may fail where that of all holds', () => {
    const all = rates([2000, 10000], [1500, 10000]).map((row) => ({...row, metric: 'A'}));
    expect(verdicts([...all, ...split([4000, 5000])])).to.deep.equal([
      ['ok', 'better'],
      ['mismatch', 'untrusted'],
    ]);
    expect(verdicts([...all, ...split([4950, 5000])])).to.deep.equal([
      ['ok', 'better'],
      ['ok', 'no-clear-difference'],
    ]);
  });

  it('where that of all fails, nothing is trusted', () => {
    const all = rates([2000, 10000], [1500, 11000]).map((row) => ({...row, metric: 'A'}));
    expect(verdicts([...all, ...split([4950, 5000])]).map(([, verdict]) => verdict)).to.deep.equal([
      'untrusted',
      'untrusted',
    ]);
  });
});

describe('treatment-lift: rows that tell a thing twice', () => {
  const told = (row: object) =>
    issuesOf([
      {arm: 'C', control: true, n: 300, ...row},
      {arm: 'T', n: 300, ...row},
    ]);

  it('name what contradicts', () => {
    const of = (field: string) => [`rows.0.${field} told_otherwise`, `rows.1.${field} told_otherwise`];
    expect(told({conversions: 30, rate: 0.5})).to.deep.equal(of('rate'));
    expect(told({conversions: 30, rate: 1})).to.deep.equal(of('rate'));
    expect(told({conversions: 3, rate: 0.014})).to.deep.equal(of('rate'));
    expect(told({mean: 3, sum: 2700})).to.deep.equal(of('mean'));
    expect(told({mean: -9.1, sum: 2730})).to.deep.equal(of('mean'));
    expect(told({mean: 3, sd: 1, variance: 9})).to.deep.equal(of('sd'));
  });

  it('may be rounded', () => {
    for (const rate of [1 / 3, 0.333, 0.33, 0.3333333333, 0.334]) expect(told({conversions: 100, rate})).to.be.empty;
    expect(told({conversions: 0, rate: 0})).to.be.empty;
    for (const mean of [3.3333333333333335, 3.3, 3.33]) expect(told({mean, sum: 1000})).to.be.empty;
    expect(told({mean: 3.3314, sum: 999.42})).to.be.empty;
    expect(told({mean: -1e-7, sum: -0.00003})).to.be.empty;
    for (const sd of [0.5477225575051661, 0.55, 0.5]) expect(told({mean: 3, sd, variance: 0.3})).to.be.empty;
    expect(told({mean: 3, sd: 1e150, variance: 1e300})).to.be.empty;
  });
});
