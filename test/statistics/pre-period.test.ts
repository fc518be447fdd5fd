import {expect} from 'chai';
import {fixedSample} from '../../src/statistics/confidence.js';
import {sampleOfSums, welch} from '../../src/statistics/mean-difference.js';
import {adjustedDifference, type PrePeriodSums} from '../../src/statistics/pre-period.js';
import {expectClose, expectRelative} from './close.js';
import fc from '../support/fast-check.js';

const confidence = fixedSample(0.95);
const control: PrePeriodSums = {
  ...{n: 50, sum: 2500, preSum: 2400},
  ...{sumSquares: 140000, preSumSquares: 129200, sumProducts: 131500},
};
const treatment: PrePeriodSums = {
  ...{n: 50, sum: 2700, preSum: 2450},
  ...{sumSquares: 160800, preSumSquares: 134050, sumProducts: 142300},
};

const raw = (t: PrePeriodSums, c: PrePeriodSums) =>
  welch(sampleOfSums(t.n, t.sum, t.sumSquares), sampleOfSums(c.n, c.sum, c.sumSquares), confidence)!;

const customers = fc.array(fc.tuple(fc.integer({min: -50, max: 200}), fc.integer({min: -50, max: 200})), {
  minLength: 1,
  maxLength: 30,
});
const sumsOf = (rows: readonly (readonly [number, number])[]): PrePeriodSums => {
  const sum = (of: (y: number, x: number) => number) => rows.reduce((total, [y, x]) => total + of(y, x), 0);
  return {
    ...{n: rows.length, sum: sum((y) => y), preSum: sum((_, x) => x)},
    ...{sumSquares: sum((y) => y * y), preSumSquares: sum((_, x) => x * x), sumProducts: sum((y, x) => y * x)},
  };
};

describe('the pre-period adjustment', () => {
  it('starts from a raw difference of 4', () =>
    expectClose(raw(treatment, control), {diff: 4, diffLow: -2.9441895, diffHigh: 10.9441895}));

  it('narrows it to 3.232143', () => {
    const found = adjustedDifference(treatment, control, confidence)!;
    expectClose(found, {theta: 0.7678571, diff: 3.2321429, diffLow: -1.4263179, diffHigh: 7.8906036});
    expectClose(found, {lift: 0.0646429, liftLow: -0.0273912, liftHigh: 0.1659537});
    expect(found.df).to.be.closeTo(95.223767, 1e-6);
    expectRelative(found.pValue!, 0.1716271, 1e-6);
  });

  it('is the plain difference when nothing varied before', () => {
    fc.assert(
      fc.property(customers, customers, fc.integer({min: 0, max: 9}), (t, c, before) => {
        const flat = (rows: readonly (readonly [number, number])[]) => sumsOf(rows.map(([y]) => [y, before] as const));
        const [found, plain] = [adjustedDifference(flat(t), flat(c), confidence)!, raw(flat(t), flat(c))];
        expect(found.theta).to.equal(0);
        expect(found.noInterval).to.equal(plain.noInterval);
        for (const limit of ['diff', 'diffLow', 'liftLow', 'liftHigh'] as const) {
          if (plain[limit] === null) expect(found[limit]).to.equal(null);
          else expect(found[limit]).to.be.closeTo(plain[limit], 1e-7 * (1 + Math.abs(plain[limit])));
        }
      }),
    );
  });

  it('never has NaN and excludes 0 on both scales together or on neither', () => {
    fc.assert(
      fc.property(customers, customers, (t, c) => {
        const found = adjustedDifference(sumsOf(t), sumsOf(c), confidence)!;
        for (const number of Object.values(found)) expect(number).to.not.be.NaN;
        if (found.liftLow === null) return;
        expect(Math.sign(found.liftLow)).to.equal(Math.sign(found.diffLow!));
        expect(Math.sign(found.liftHigh!)).to.equal(Math.sign(found.diffHigh!));
      }),
    );
  });

  it('says why there is no interval', () => {
    const one = sumsOf([[3, 2]]);
    expect(adjustedDifference(one, control, confidence)!.noInterval).to.equal('too-few');
    const alike = sumsOf([
      [3, 2],
      [3, 2],
    ]);
    expect(adjustedDifference(alike, alike, confidence)!.noInterval).to.equal('no-spread');
    expect(adjustedDifference({...control, n: 0}, control, confidence)).to.equal(null);
  });
});
