import {expect} from 'chai';
import {projectRetention} from '../../src/statistics/retention-projection.js';
import type {SurvivalStep} from '../../src/statistics/survival.js';
import fc from '../support/fast-check.js';

const stepsOf = (active: readonly number[]): SurvivalStep[] =>
  active.slice(1).map((kept, i) => ({n: active[i]!, kept}));
const refusal = (...active: number[]) => projectRetention(stepsOf(active), 12).refused;

const shapesAndRates = (active: readonly number[], ages: number) => {
  const found = projectRetention(stepsOf(active), ages);
  if (found.refused !== null) throw new Error(`refused: ${found.refused}`);
  return found;
};

// Fader & Hardie (2007), table 1, per mille: seven ages to fit, then what was really seen at ages 8 to 12.
const HIGH_END = [1000, 869, 743, 653, 593, 551, 517, 491, 468, 445, 427, 409, 394];
const REGULAR = [1000, 631, 468, 382, 326, 289, 262, 241, 223, 207, 194, 183, 173];

describe('the retention projection', () => {
  for (const {name, active, alpha, beta} of [
    {name: 'high end', active: HIGH_END, alpha: 0.668, beta: 3.806},
    {name: 'regular', active: REGULAR, alpha: 0.704, beta: 1.182},
  ]) {
    it(`of the published ${name} customers has α ${alpha} and β ${beta}`, () => {
      const found = shapesAndRates(active.slice(0, 8), 12);
      expect(found.alpha).to.be.closeTo(alpha, 5e-4);
      expect(found.beta).to.be.closeTo(beta, 5e-4);
      expect(found.rates).to.have.length(12);
      for (const [i, rate] of found.rates.entries()) expect(rate).to.be.closeTo(active[i + 1]! / 1000, 0.02);
    });
  }

  it('is refused with a reason when it does not fit', () => {
    expect(refusal(1000, 800, 700)).to.equal('too-few-ages');
    expect(refusal(1000, 1000, 1000, 1000)).to.equal('no-losses');
    expect(refusal(1000, 0)).to.equal('too-few-ages');
    expect(refusal(1000, 900, 700, 400, 100)).to.equal('no-slowing');
    expect(refusal(1e5, 5e4, 49900, 49800, 49700, 49600, 30000)).to.equal('poor-fit');
    expect(
      projectRetention(
        [1, 2, 3].map(() => ({n: 10, kept: 0})),
        5,
      ).refused,
    ).to.equal('nobody-left');
  });

  it('does not read past an age at which no cohort is complete', () => {
    const steps = [...stepsOf(HIGH_END.slice(0, 3)), {n: 0, kept: 0}, ...stepsOf(HIGH_END.slice(0, 9))];
    expect(projectRetention(steps, 12).refused).to.equal('too-few-ages');
  });

  it('finds back the shapes that made the data', () => {
    const shape = fc.double({min: 0.3, max: 8, noNaN: true});
    fc.assert(
      fc.property(shape, shape, (alpha, beta) => {
        const active = [1e9];
        for (let k = 0; k < 12; k++) active.push(Math.round((active[k]! * (beta + k)) / (alpha + beta + k)));
        const found = shapesAndRates(active, 24);
        expect(found.alpha / alpha).to.be.closeTo(1, 0.01);
        expect(found.beta / beta).to.be.closeTo(1, 0.01);
      }),
    );
  });

  it('falls ever more slowly and never has NaN, whatever it is given', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({min: 0, max: 1e6}), {minLength: 2, maxLength: 15}), (counts) => {
        const found = projectRetention(stepsOf(counts.sort((a, b) => b - a)), 30);
        if (found.refused !== null) return;
        const retention = found.rates.map((rate, i) => rate / (found.rates[i - 1] ?? 1));
        for (const [i, kept] of retention.entries()) expect(kept).to.be.within(retention[i - 1] ?? 0, 1);
      }),
    );
  });
});
