import {expect} from 'chai';
import {wilson, wilsonReach} from '../../src/statistics/proportion.js';
import {expectClose, expectRelative} from './close.js';
import {anyCounts} from './counts.js';
import fc from '../support/fast-check.js';

// Newcombe (1998a) prints four digits; mpmath gives the others.
const PRINTED: [count: number, n: number, low: number, high: number][] = [
  [81, 263, 0.2552885, 0.3662096],
  [15, 148, 0.0623864, 0.1604872],
  [0, 20, 0, 0.1611252],
  [1, 29, 0.0061132, 0.1717552],
];

describe('the Wilson interval', () => {
  for (const [count, n, low, high] of PRINTED) {
    it(`of ${count} of ${n} is ${low} to ${high}`, () => expectClose(wilson(count, n), {rate: count / n, low, high}));
  }

  it('is not defined for nobody', () => expect(wilson(0, 0)).to.equal(null));

  it('narrows with a lower level', () => expectClose(wilson(81, 263, 0.9), {low: 0.2633136, high: 0.3565663}));

  it('keeps its reach where the limits themselves have no digits left', () => {
    // mpmath, 50 digits, z = 2: 5e14 of 1e15 and 1 of 1e15.
    const middle = wilsonReach({count: 5e14, n: 1e15}, 2);
    expectRelative(middle.below, 3.162277660168373e-8, 1e-14);
    const edge = wilsonReach({count: 1, n: 1e15}, 2);
    expectRelative(edge.below, 8.284271247461901e-16, 1e-14);
    expectRelative(edge.above, 4.828427124746166e-15, 1e-14);
  });

  it('contains the rate, stays within 0 and 1 and reaches them only at the ends', () => {
    fc.assert(
      fc.property(anyCounts, ({count, n}) => {
        const {rate, low, high} = wilson(count, n)!;
        expect(0 <= low && low <= rate && rate <= high && high <= 1).to.equal(true);
        expect(low === 0).to.equal(count === 0);
        if (count === n) expect(high).to.equal(1);
      }),
    );
  });

  it('mirrors when successes and failures change places', () => {
    fc.assert(
      fc.property(anyCounts, ({count, n}) => {
        fc.pre(2 * count !== n);
        const {below, above} = wilsonReach({count: n - count, n}, 1.96);
        expect(wilsonReach({count, n}, 1.96)).to.deep.equal({below: above, above: below});
      }),
    );
  });

  it('rises with the successes', () => {
    fc.assert(
      fc.property(anyCounts, ({count, n}) => {
        const [less, more] = [wilson(Math.max(0, count - 1), n)!, wilson(count, n)!];
        expect(more.low >= less.low && more.high >= less.high).to.equal(true);
      }),
    );
  });
});
