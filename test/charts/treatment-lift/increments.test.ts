import {expect} from 'chai';
import {measured, rates} from './tests.js';

const named = (rows: readonly object[], more: object = {}) => rows.map((row) => ({...row, metric: 'M', ...more}));
const pair = named(rates([281, 10000], [236, 10000]));
const entry = {id: 'M', customers: 80000, per: 'week', valuePerConversion: 50, cost: 4000};
const of = (rows: readonly object[], more: object = {}, test: object = {}) =>
  measured({rows, metrics: [{...entry, ...more}], ...test}).metrics[0]!;

describe('treatment-lift: increments', () => {
  it('customers and cost are those of all, never those of each segment or bin', () => {
    const segments = ['North', 'South'].flatMap((segment) => named(pair, {segment}));
    const [all, ...parts] = of([...pair, ...segments]).comparisons;
    expect(all!.increments!.perPeriod.incremental.value).to.be.closeTo(360, 1e-9);
    expect(parts.map(({increments}) => increments)).to.deep.equal([null, null]);
    const {bins, comparisons} = of([1, 2].flatMap((bin) => named(pair, {bin})));
    expect(comparisons[0]!.increments!.perPeriod.incremental.value).to.be.closeTo(360, 1e-9);
    expect(bins[0]!.bins.map(({increments}) => increments)).to.deep.equal([null, null]);
  });

  it('a segment has its own treated customers, and no share of a cost that is that of all', () => {
    const [north] = of(named(pair, {segment: 'North'}), {customers: null, per: null}).comparisons;
    const {incremental, incrementalValue, iroas} = north!.increments!.perPeriod;
    expect(incremental.value).to.be.closeTo(45, 1e-9);
    expect(incrementalValue.value).to.be.closeTo(45 * 50, 1e-7);
    expect(iroas.value).to.equal(null);
  });

  it('a test whose split is not to be trusted brings nothing', () => {
    expect(of(pair, {}, {allocation: {C: 1, T: 3}}).comparisons[0]!.increments).to.equal(null);
    expect(of(pair, {}, {allocation: {C: 1, T: 1}}).comparisons[0]!.increments).not.to.equal(null);
  });
});
