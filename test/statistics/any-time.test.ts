import {expect} from 'chai';
import {anyTime, anyTimeRates} from '../../src/statistics/any-time.js';
import {fixedSample} from '../../src/statistics/confidence.js';
import {welch} from '../../src/statistics/mean-difference.js';
import {newcombe} from '../../src/statistics/proportion-difference.js';
import {expectClose, expectRelative} from './close.js';
import {anyCounts} from './counts.js';
import fc from '../support/fast-check.js';

const plan = {planned: 5000, level: 0.95};
const CASES: [n: number, multiplier: number, pValue: number][] = [
  [1000, 3.363887726, 0.0375414369597],
  [5000, 3.03520899, 0.0129776133671],
  [20000, 3.127114144, 0.0150922026493],
];

describe('confidence at any time', () => {
  for (const [n, multiplier, pValue] of CASES) {
    it(`with ${n} of 5000 planned customers reaches ${multiplier} standard errors`, () => {
      const found = anyTime(n / 2, n / 2, plan)!;
      expect(found.multiplier).to.be.closeTo(multiplier, 1e-8);
      expect(found.critical(7)).to.equal(found.multiplier);
      expectRelative(found.pValue(-3.5, 7), pValue, 1e-6);
    });
  }

  it('does not hold for a group under 30', () => {
    expect(anyTime(29, 5000, plan)).to.equal(null);
    expect(anyTime(30, 30, plan)).to.not.equal(null);
  });

  it('is always wider than one look at the end', () => {
    const size = fc.integer({min: 30, max: 1e15});
    fc.assert(
      fc.property(size, size, fc.integer({min: 60, max: 1e9}), (t, c, planned) => {
        expect(anyTime(t, c, {planned, level: 0.95})!.multiplier).to.be.greaterThan(1.96);
      }),
    );
  });

  it('has p below 1 − level exactly when the estimate is beyond its multiplier', () => {
    const z = fc.double({min: 0, max: 8, noNaN: true});
    fc.assert(
      fc.property(z, fc.integer({min: 30, max: 1e6}), (at, n) => {
        const found = anyTime(n, n, plan)!;
        fc.pre(Math.abs(at - found.multiplier) > 1e-9);
        expect(found.pValue(at, 1) < 0.05).to.equal(at > found.multiplier);
      }),
    );
  });

  it('compares rates and means by the same multiplier', () => {
    const found = anyTime(500, 500, plan)!;
    const [treatment, control] = [
      {count: 90, n: 500},
      {count: 60, n: 500},
    ];
    const rates = anyTimeRates(treatment, control, found);
    // Where Newcombe's interval of 90/500 against 60/500 touches 0, by bisection of Wilson limits in Python.
    expectRelative(rates.pValue, found.pValue(2.6480836370431926, 1), 1e-9);
    expect(rates.diffLow).to.be.lessThan(newcombe(treatment, control)!.diffLow);
    expectClose(rates, {diff: 0.06, lift: 0.5});
    const [more, less] = [
      {n: 500, mean: 12, variance: 100},
      {n: 500, mean: 10, variance: 100},
    ];
    const means = welch(more, less, found)!;
    expectClose(means, {diffLow: 2 - found.multiplier * Math.sqrt(0.4)});
    expect(means.pValue).to.be.greaterThan(welch(more, less, fixedSample())!.pValue!);
  });

  it('has a p of rates below 1 − level exactly when their interval excludes 0', () => {
    fc.assert(
      fc.property(anyCounts, anyCounts, (treatment, control) => {
        const found = anyTime(treatment.n, control.n, plan);
        fc.pre(found !== null);
        const {diffLow, diffHigh, pValue} = anyTimeRates(treatment, control, found);
        fc.pre(Math.abs(pValue - 0.05) > 1e-9);
        expect(pValue < 0.05).to.equal(diffLow > 0 || diffHigh < 0);
      }),
    );
    // By the normal approximation its p is 0.029, though the interval holds 0.
    const twelve = anyTimeRates({count: 12, n: 100}, {count: 1, n: 100}, anyTime(100, 100, {...plan, planned: 200})!);
    expect(twelve.diffLow).to.be.below(0);
    expect(twelve.pValue).to.be.above(0.05);
  });

  it('never has NaN', () => {
    const confidence = anyTime(100, 100, plan)!;
    fc.assert(
      fc.property(anyCounts, anyCounts, (treatment, control) => {
        for (const number of Object.values(anyTimeRates(treatment, control, confidence))) expect(number).to.not.be.NaN;
      }),
    );
  });
});
