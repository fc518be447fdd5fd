import {expect} from 'chai';
import {fixedSample} from '../../src/statistics/confidence.js';
import {sampleOfSums, welch} from '../../src/statistics/mean-difference.js';
import {ratioOfSums} from '../../src/statistics/ratio-of-sums.js';
import {expectClose, expectRelative} from './close.js';
import fc from '../support/fast-check.js';

const control = ratioOfSums({n: 100, sumNum: 5200, sumDen: 180, sumNumSq: 331000, sumDenSq: 420, sumNumDen: 11050})!;
const treatment = ratioOfSums({n: 100, sumNum: 5800, sumDen: 190, sumNumSq: 402000, sumDenSq: 455, sumNumDen: 12600})!;

describe('a ratio of sums', () => {
  it('of order value and orders has its delta-method error', () => {
    expect([control.mean, treatment.mean].map((mean) => mean.toFixed(6))).to.deep.equal(['28.888889', '30.526316']);
    expect(Math.sqrt(control.variance! / 100)).to.be.closeTo(1.158825, 5e-7);
    expect(Math.sqrt(treatment.variance! / 100)).to.be.closeTo(1.259912, 5e-7);
  });

  it('is compared like a mean', () => {
    const found = welch(treatment, control, fixedSample(0.95))!;
    expectClose(found, {diff: 1.6374269, diffLow: -1.7384138, diffHigh: 5.0132676});
    expectClose(found, {lift: 0.0566802, liftLow: -0.0571633, liftHigh: 0.1838322});
    expect(found.df).to.be.closeTo(196.630985, 1e-6);
    expectRelative(found.pValue!, 0.3399672, 1e-6);
  });

  it('is the mean when everybody counts once', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({min: -1000, max: 1000}), {minLength: 1, maxLength: 50}), (values) => {
        const n = values.length;
        const sum = values.reduce((total, value) => total + value, 0);
        const squares = values.reduce((total, value) => total + value * value, 0);
        const ratio = ratioOfSums({n, sumNum: sum, sumDen: n, sumNumSq: squares, sumDenSq: n, sumNumDen: sum})!;
        const plain = sampleOfSums(n, sum, squares);
        expect(ratio.mean).to.equal(plain.mean);
        if (n < 2) expect(ratio.variance).to.equal(plain.variance);
        else expect(ratio.variance).to.be.closeTo(plain.variance!, 1e-9 * squares);
      }),
    );
  });

  it('is not defined over nothing', () =>
    expect(ratioOfSums({n: 3, sumNum: 1, sumDen: 0, sumNumSq: 1, sumDenSq: 0, sumNumDen: 0})).to.equal(null));
});
