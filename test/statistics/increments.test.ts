import {expect} from 'chai';
import {type IncrementBasis, increments} from '../../src/statistics/increments.js';
import {newcombe} from '../../src/statistics/proportion-difference.js';
import {expectRelative} from './close.js';

const basis: IncrementBasis = {customers: 6000, periods: 1, valuePerConversion: 50, margin: 0.3, cost: 4000};
const limits = (diff: number, diffLow: number | null, diffHigh: number | null) => ({diff, diffLow, diffHigh});
const nothing = {value: null, low: null, high: null};

describe('increments', () => {
  const found = increments(newcombe({count: 660, n: 6000}, {count: 540, n: 6000})!, basis);
  const published = {
    incremental: [120, 55.6144163966, 184.470158735],
    iroas: [1.5, 0.6951802055, 2.3058769842],
    costPerIncremental: [100 / 3, 21.6837239552, 71.9237970308],
  } as const;

  for (const [name, [value, low, high]] of Object.entries(published)) {
    it(`${name} is ${value}, ${low} to ${high}`, () => {
      const estimate = found[name as keyof typeof published];
      // 1e-9 of it; mpmath gives the digits beyond the printed ones.
      for (const [part, of] of Object.entries({value, low, high}))
        expectRelative(estimate[part as keyof typeof estimate]!, of, 1e-9);
    });
  }

  it('of 2.81 % against 2.36 % of 80,000 are 360 a week and 4,680 a quarter', () => {
    const idle = {...basis, customers: 80000};
    expect(increments(limits(0.0281 - 0.0236, null, null), idle).incremental.value).to.be.closeTo(360, 1e-9);
    const quarter = increments(limits(0.0281 - 0.0236, null, null), {...idle, periods: 13});
    expect(quarter.incremental.value).to.be.closeTo(4680, 1e-9);
    expect(quarter.incremental.low).to.equal(null);
  });

  it('profit is what is left of the value less the cost', () => {
    const {profit, incrementalValue} = increments(limits(0.25, 0.125, 0.5), {...basis, customers: 400});
    expect(incrementalValue).to.deep.equal({value: 5000, low: 2500, high: 10000});
    expect(profit).to.deep.equal({value: -2500, low: -3250, high: -1000});
  });

  it('cost per increment is unbounded above when the difference may be 0 or less', () => {
    const {costPerIncremental} = increments(limits(0.25, -0.125, 0.5), {...basis, customers: 100});
    expect(costPerIncremental).to.deep.equal({value: 160, low: 80, high: Infinity});
    expect(increments(limits(0.25, 0, 0.5), basis).costPerIncremental.high).to.equal(Infinity);
  });

  it('cost per increment is empty when there is no increment', () => {
    expect(increments(limits(-0.25, -0.5, 0), basis).costPerIncremental).to.deep.equal(nothing);
    const {costPerIncremental} = increments(limits(0, -0.5, 0.5), {...basis, customers: 100});
    expect(costPerIncremental).to.deep.equal({value: null, low: 80, high: Infinity});
  });

  it('is empty where value, margin or cost were not given, or nothing was spent', () => {
    const bare = increments(limits(0.25, 0.125, 0.5), {...basis, valuePerConversion: null, margin: null, cost: null});
    for (const name of ['incrementalValue', 'iroas', 'profit', 'costPerIncremental'] as const) {
      expect(bare[name]).to.deep.equal(nothing);
    }
    expect(increments(limits(0.25, 0.125, 0.5), {...basis, cost: 0}).iroas).to.deep.equal(nothing);
  });
});
