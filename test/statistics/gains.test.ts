import {expect} from 'chai';
import {gainsTable} from '../../src/statistics/gains.js';
import {anyCounts} from './counts.js';
import fc from '../support/fast-check.js';

describe('the gains table', () => {
  it('gathers responders from the best scores on', () => {
    expect(
      gainsTable([
        {count: 24, n: 64},
        {count: 8, n: 64},
        {count: 0, n: 128},
      ]),
    ).to.deep.equal([
      {count: 24, n: 64, rate: 0.375, lift: 3, cumulativeCustomers: 0.25, cumulativeGain: 0.75, cumulativeLift: 3},
      {count: 8, n: 64, rate: 0.125, lift: 1, cumulativeCustomers: 0.5, cumulativeGain: 1, cumulativeLift: 2},
      {count: 0, n: 128, rate: 0, lift: 0, cumulativeCustomers: 1, cumulativeGain: 1, cumulativeLift: 1},
    ]);
  });

  it('has no rate for an empty bin and no lift without responders', () => {
    const [empty, none] = gainsTable([
      {count: 0, n: 0},
      {count: 0, n: 5},
    ]);
    expect(empty).to.deep.include({rate: null, lift: null, cumulativeCustomers: 0, cumulativeLift: null});
    expect(none).to.deep.include({rate: 0, lift: null, cumulativeCustomers: 1, cumulativeGain: null});
  });

  it('ends at everything, with a lift of 1', () => {
    fc.assert(
      fc.property(fc.array(anyCounts, {minLength: 1, maxLength: 20}), (bins) => {
        fc.pre(bins.some(({count}) => count > 0));
        const last = gainsTable(bins).at(-1)!;
        expect(last).to.deep.include({cumulativeCustomers: 1, cumulativeGain: 1, cumulativeLift: 1});
      }),
    );
  });
});
