import {expect} from 'chai';
import {bayesianEffect, bayesianRates} from '../../src/statistics/bayesian.js';
import {expectClose, expectRelative} from './close.js';
import {anyCounts} from './counts.js';
import fc from '../support/fast-check.js';

describe('two rates seen by Bayes', () => {
  it('of 9/20 against 4/20', () => {
    const found = bayesianRates({count: 9, n: 20}, {count: 4, n: 20})!;
    expectRelative(found.probability, 0.949939067, 1e-9);
    expect(found.lossOfTreatment).to.be.closeTo(0.002975693, 1e-9);
    expect(found.lossOfControl).to.be.closeTo(0.23024842, 1e-9);
    // SciPy: beta.ppf of Beta(10, 12) and Beta(5, 17).
    expectClose(found.treatment, {low: 0.2571306264, high: 0.6597936907});
    expectClose(found.control, {low: 0.0821758756, high: 0.419066041});
    expect(found.prior).to.deep.equal({a: 1, b: 1});
  });

  it('has the fractions that can be worked out by hand', () => {
    // Beta(2, 1) against Beta(1, 2): ∫2t(1 − (1 − t)²) = 5/6, ∫t²·(1 − t)² = 1/30.
    const found = bayesianRates({count: 1, n: 1}, {count: 0, n: 1})!;
    expectRelative(found.probability, 5 / 6, 1e-12);
    expectRelative(found.lossOfTreatment, 1 / 30, 1e-12);
    expectRelative(found.lossOfControl, 11 / 30, 1e-12);
  });

  it('uses the prior it is given', () => {
    const found = bayesianRates({count: 0, n: 1}, {count: 0, n: 1}, {prior: {a: 2, b: 1}, level: 0.5})!;
    // Beta(2, 2) has its quartiles where 3x² − 2x³ is a quarter and three quarters.
    expectClose(found.treatment, {low: 0.3263518, high: 0.6736482});
    expect(found.prior).to.deep.equal({a: 2, b: 1});
  });

  it('says nothing without data', () => expect(bayesianRates({count: 0, n: 0}, {count: 1, n: 2})).to.equal(null));

  it('mirrors when the groups change places, keeps the difference of means, and has no NaN up to 1e15', () => {
    fc.assert(
      fc.property(anyCounts, anyCounts, (treatment, control) => {
        const [there, back] = [bayesianRates(treatment, control)!, bayesianRates(control, treatment)!];
        expect(there.probability + back.probability).to.be.closeTo(1, 1e-10);
        expect(0 <= there.probability && there.probability <= 1).to.equal(true);
        expect(there.lossOfTreatment).to.be.closeTo(back.lossOfControl, 1e-10);
        const mean = ({count, n}: {count: number; n: number}) => (count + 1) / (n + 2);
        expect(there.lossOfControl - there.lossOfTreatment).to.be.closeTo(mean(treatment) - mean(control), 1e-10);
        expect(0 <= there.control.low && there.control.low <= there.control.high).to.equal(true);
      }),
      {numRuns: 60},
    );
  });
});

describe('an effect seen by Bayes', () => {
  it('with a flat prior is the estimate itself', () => {
    // φ(2) − 2(1 − Φ(2)) = 0.00849070261682…, the standard normal loss function printed in tables.
    const found = bayesianEffect({diff: 2, se: 1});
    expectClose(found, {mean: 2, sd: 1, low: 0.040036, high: 3.959964, probability: 0.9772499});
    expectRelative(found.lossOfTreatment, 0.008490702616829, 1e-11);
    expectRelative(found.lossOfControl, 2.008490702616829, 1e-12);
    expect(found.prior).to.equal(null);
  });

  it('with a normal prior lies between the two, nearer the surer', () => {
    const prior = {mean: 0, sd: 1};
    expectClose(bayesianEffect({diff: 2, se: 1}, {prior}), {mean: 1, sd: Math.SQRT1_2});
    expectClose(bayesianEffect({diff: 2, se: 1e-6}, {prior}), {mean: 2});
  });

  it('never loses on both sides less than the effect', () => {
    const diff = fc.double({min: -1e3, max: 1e3, noNaN: true});
    fc.assert(
      fc.property(diff, fc.double({min: 1e-6, max: 1e3, noNaN: true}), (at, se) => {
        const {lossOfTreatment, lossOfControl, probability} = bayesianEffect({diff: at, se});
        expect(lossOfControl - lossOfTreatment).to.be.closeTo(at, 1e-9 * (Math.abs(at) + se));
        expect(lossOfTreatment >= 0 && lossOfControl >= 0).to.equal(true);
        expect(probability > 0.5).to.equal(at > 0 && probability !== 0.5);
      }),
    );
  });
});
