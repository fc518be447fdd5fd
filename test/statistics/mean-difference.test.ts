import {expect} from 'chai';
import {fixedSample} from '../../src/statistics/confidence.js';
import {type Sample, sampleOfSums, welch} from '../../src/statistics/mean-difference.js';
import type {MeanDifference} from '../../src/statistics/mean-interval.js';
import {expectClose, expectRelative} from './close.js';
import fc from '../support/fast-check.js';

const confidence = fixedSample(0.95);
const sample = (n: number, mean: number, sd: number): Sample => ({n, mean, variance: sd * sd});
const compared = (treatment: Sample, control: Sample): MeanDifference => welch(treatment, control, confidence)!;

const value = fc.double({min: -1e6, max: 1e6, noNaN: true}).map((v) => Math.round(v * 100) / 100);
const anySample: fc.Arbitrary<Sample> = fc.record({
  n: fc.oneof(fc.integer({min: 2, max: 100}), fc.integer({min: 2, max: 1e15})),
  mean: value,
  variance: fc.oneof(fc.constant(0), fc.double({min: 1e-6, max: 1e9, noNaN: true})),
});

describe('the difference of two means', () => {
  it("in R's sleep data has an interval but no bounded lift", () => {
    const found = compared(sample(10, 2.33, 2.002248736), sample(10, 0.75, 1.789009658));
    expectClose(found, {diff: 1.58, diffLow: -0.2054832, diffHigh: 3.3654832, lift: 2.1066667, liftLow: null});
    expectClose(found, {liftHigh: null, noInterval: null});
    expect(found.df).to.be.closeTo(17.776474, 1e-6);
    expect(found.g).to.be.closeTo(2.516, 5e-4);
    expectRelative(found.pValue!, 0.07939414, 1e-6);
  });

  it('of 105.3 and 96.1 with Fieller limits', () => {
    const found = compared(sample(60, 105.3, 18.2), sample(55, 96.1, 20.4));
    expectClose(found, {diff: 9.2, diffLow: 2.0297041, diffHigh: 16.3702959, g: 0.0032187});
    expectClose(found, {lift: 0.0957336, liftLow: 0.0202438, liftHigh: 0.1782999});
    expect(found.df).to.be.closeTo(108.621574, 1e-6);
    expectRelative(found.pValue!, 0.01239515, 1e-6);
  });

  it('against a negative control: less loss is a positive lift', () => {
    const found = compared(sample(200, -4, 9), sample(200, -8, 10));
    expectClose(found, {diff: 4, diffLow: 2.129707, diffHigh: 5.870293});
    expectClose(found, {lift: 0.5, liftLow: 0.3020922, liftHigh: 0.6667708});
  });

  it('reads sums as mean and variance', () => {
    expect(sampleOfSums(4, 10, 30)).to.deep.equal({n: 4, mean: 2.5, variance: 5 / 3});
    expect(sampleOfSums(1, 3, 9)).to.deep.equal({n: 1, mean: 3, variance: null});
    expect(sampleOfSums(3, 0.3, 0.03).variance).to.be.at.least(0);
  });

  it('says why there is no interval', () => {
    const bare = (treatment: Sample, control: Sample) => compared(treatment, control).noInterval;
    expect(bare(sample(1, 3, 1), sample(9, 2, 1))).to.equal('too-few');
    expect(bare({n: 9, mean: 3, variance: null}, sample(9, 2, 1))).to.equal('no-variance');
    expect(bare(sample(9, 3, 0), sample(9, 2, 0))).to.equal('no-spread');
    expectClose(compared(sample(9, 3, 0), sample(9, 2, 0)), {
      diff: 1,
      diffLow: null,
      pValue: null,
      lift: null,
      g: null,
    });
    expect(welch(sample(0, 0, 0), sample(9, 2, 1), confidence)).to.equal(null);
  });

  it('says so when numbers are too large, and has no NaN for any finite ones', () => {
    expect(compared(sample(9, 1e200, 1e180), sample(9, 2, 1)).noInterval).to.equal('overflow');
    const finite = fc.double({noNaN: true, noDefaultInfinity: true, min: -1e307, max: 1e307});
    const wild = fc.record({n: fc.integer({min: 0, max: 99}), mean: finite, variance: finite.map(Math.abs)});
    fc.assert(
      fc.property(wild, wild, (treatment, control) => {
        for (const number of Object.values(welch(treatment, control, confidence) ?? {})) expect(number).to.not.be.NaN;
      }),
    );
  });

  it('has no lift over a control of 0', () =>
    expectClose(compared(sample(9, 3, 1), sample(9, 0, 1)), {diff: 3, lift: null, liftLow: null, liftHigh: null}));

  it('changes sign and keeps p when the groups change places', () => {
    fc.assert(
      fc.property(anySample, anySample, (treatment, control) => {
        const [there, back] = [compared(treatment, control), compared(control, treatment)];
        expect(back.diff + there.diff).to.equal(0);
        expect(back.noInterval).to.equal(there.noInterval);
        if (there.noInterval) return;
        expect(back.pValue).to.be.closeTo(there.pValue!, 1e-9 * there.pValue!);
        expect(Math.abs(back.diffLow! + there.diffHigh!)).to.be.at.most(1e-9 * (Math.abs(there.diff) + there.se!));
      }),
    );
  });

  it('scales its limits, not its lift, with the unit', () => {
    fc.assert(
      fc.property(anySample, anySample, fc.constantFrom(0.25, 8, 1024), (treatment, control, unit) => {
        const scaled = ({n, mean, variance}: Sample) => ({n, mean: mean * unit, variance: variance! * unit * unit});
        const [plain, other] = [compared(treatment, control), compared(scaled(treatment), scaled(control))];
        expect(other.diffLow).to.equal(plain.diffLow === null ? null : plain.diffLow * unit);
        expect([other.lift, other.liftLow, other.pValue]).to.deep.equal([plain.lift, plain.liftLow, plain.pValue]);
      }),
    );
  });

  it('never has NaN, orders its limits and excludes 0 on both scales together or on neither', () => {
    fc.assert(
      fc.property(anySample, anySample, (treatment, control) => {
        const found = compared(treatment, control);
        const {diff, diffLow, diffHigh, lift, liftLow, liftHigh} = found;
        for (const number of Object.values(found)) expect(number).to.not.be.NaN;
        if (diffLow === null || diffHigh === null) return;
        expect(diffLow <= diff && diff <= diffHigh).to.equal(true);
        if (lift === null || liftLow === null || liftHigh === null) return;
        expect(liftLow <= liftHigh).to.equal(true);
        expect(Math.sign(liftLow)).to.equal(Math.sign(diffLow));
        expect(Math.sign(liftHigh)).to.equal(Math.sign(diffHigh));
      }),
    );
  });
});
