import {expect} from 'chai';
import {wilson} from '../../src/statistics/proportion.js';
import {kaplanMeier, medianAge, type SurvivalStep} from '../../src/statistics/survival.js';
import {expectClose} from './close.js';
import fc from '../support/fast-check.js';

const step = (n: number, kept: number): SurvivalStep => ({n, kept});
const shares = fc.array(fc.oneof(fc.double({min: 0, max: 1, noNaN: true}), fc.constantFrom(0, 1)), {maxLength: 12});

/** One cohort that only falls. */
const falling = (start: number, kept: readonly number[]): SurvivalStep[] => {
  const steps: SurvivalStep[] = [];
  let n = start;
  for (const share of kept) {
    steps.push(step(n, Math.round(n * share)));
    n = steps.at(-1)!.kept;
  }
  return steps;
};

describe('the Kaplan–Meier curve', () => {
  it('of cohorts 400 → 220 → 180 and 600 → 300', () => {
    const [first, second] = kaplanMeier([step(1000, 520), step(220, 180)]);
    expectClose(first!, {rate: 0.52, se: 0.0157987, low: 0.4885713, high: 0.5504554});
    expectClose(second!, {rate: 0.4254545, se: 0.0187064, low: 0.3885757, high: 0.4617997});
  });

  it('takes Wilson limits where everybody or nobody stayed', () => {
    const [all, none] = kaplanMeier([step(30, 30), step(30, 0)]);
    expectClose(all!, {rate: 1, se: 0, low: wilson(30, 30)!.low, high: 1});
    expectClose(none!, {rate: 0, low: 0, high: wilson(0, 30)!.high});
  });

  it('stops before the first age with nobody at risk', () => {
    expect(kaplanMeier([step(30, 0), step(0, 0), step(9, 8)])).to.have.length(1);
    expect(kaplanMeier([])).to.deep.equal([]);
  });

  it('has its median at the first age with half or fewer', () => {
    expect(medianAge(kaplanMeier([step(100, 80), step(80, 50), step(50, 20)]))).to.equal(2);
    expect(medianAge(kaplanMeier([step(100, 80)]))).to.equal(null);
  });

  it('of one cohort is the share of its start, never rises and lies inside its limits', () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 1e15}), shares, (start, kept) => {
        const steps = falling(start, kept);
        let before = 1;
        for (const [i, {rate, low, high, se}] of kaplanMeier(steps).entries()) {
          expect(rate).to.be.closeTo(steps[i]!.kept / start, 1e-12);
          expect(rate <= before && 0 <= low && low <= rate && rate <= high && high <= 1 && se >= 0).to.equal(true);
          before = rate;
        }
      }),
    );
  });
});
