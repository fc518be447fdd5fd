import {expect} from 'chai';
import {chiSquareTail} from '../../src/statistics/chi-square.js';
import {normalTail} from '../../src/statistics/normal.js';
import {expectRelative} from './close.js';
import fc from '../support/fast-check.js';

// mpmath, 40 digits: gammainc(df/2, x/2, inf, regularized=True).
const TAILS: [x: number, df: number, tail: number][] = [
  [3.841458820694124, 1, 0.05],
  [10, 4, 0.0404276819945128],
  [22.774369, 1, 1.8217927227394658e-6],
  [30, 7, 9.495972508134184e-5],
  [2001, 2001, 0.4957958067483724],
  [1e-6, 3, 0.9999999997340386],
];

const x = fc.double({min: 0, max: 1000, noNaN: true});

describe('the chi-square tail', () => {
  for (const [at, df, tail] of TAILS) {
    it(`is ${tail} above ${at} with ${df} df`, () => expectRelative(chiSquareTail(at, df), tail, 1e-12));
  }

  it('is 1 at 0 and 0 at infinity', () => {
    expect([1, 2, 3, 10].map((df) => chiSquareTail(0, df))).to.deep.equal([1, 1, 1, 1]);
    expect([1, 2, 3, 10].map((df) => chiSquareTail(1e300, df))).to.deep.equal([0, 0, 0, 0]);
  });

  it('is the square of a normal for 1 df and an exponential for 2', () => {
    fc.assert(
      fc.property(x, (at) => {
        expect(chiSquareTail(at, 1)).to.be.closeTo(2 * normalTail(Math.sqrt(at)), 1e-15);
        expectRelative(chiSquareTail(at, 2), Math.exp(-at / 2), 1e-12);
      }),
    );
  });

  it('rises with the degrees of freedom', () => {
    fc.assert(
      fc.property(x, fc.integer({min: 1, max: 300}), (at, df) => {
        expect(chiSquareTail(at, df + 1)).to.be.at.least(chiSquareTail(at, df) * (1 - 1e-12));
      }),
    );
  });
});
