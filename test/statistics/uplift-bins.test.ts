import {expect} from 'chai';
import {bestScores, type UpliftBin, upliftCurve} from '../../src/statistics/uplift-bins.js';
import {expectClose} from './close.js';
import {anyCounts} from './counts.js';
import fc from '../support/fast-check.js';

const bin = (t: readonly [number, number], c: readonly [number, number]): UpliftBin => ({
  treatment: {count: t[0], n: t[1]},
  control: {count: c[0], n: c[1]},
});

describe('uplift by score bin', () => {
  it('of all effect in the better half', () => {
    const found = upliftCurve([bin([50, 100], [20, 100]), bin([20, 100], [20, 100])]);
    expect(found.points.map(({customers}) => customers)).to.deep.equal([0, 0.5, 1]);
    for (const [i, uplift] of [0, 60, 60].entries()) expect(found.points[i]!.uplift).to.be.closeTo(uplift, 1e-12);
    expect(found.points.map(({qini}) => qini)).to.deep.equal([0, 30, 30]);
    // A random order: half of the end for half of the customers.
    for (const [i, random] of [0, 30, 60].entries()) expect(found.points[i]!.randomUplift).to.be.closeTo(random, 1e-12);
    expect(found.points.map(({randomQini}) => randomQini)).to.deep.equal([0, 15, 30]);
    expect(found.upliftArea).to.be.closeTo(15, 1e-12);
    expect(found.qiniArea).to.be.closeTo(7.5, 1e-12);
  });

  it('scales the control to the treated when the groups differ in size', () => {
    const {points} = upliftCurve([bin([30, 100], [5, 50])]);
    expect(points[1]!.qini).to.be.closeTo(20, 1e-12);
    expect(points[1]!.uplift).to.be.closeTo(30, 1e-12);
  });

  it('is not defined before both groups have somebody', () => {
    const found = upliftCurve([bin([5, 10], [0, 0]), bin([5, 10], [2, 10])]);
    expect(found.points[1]).to.include({customers: 1 / 3, uplift: null, qini: null});
    expect([found.upliftArea, found.qiniArea]).to.deep.equal([null, null]);
    expect(upliftCurve([bin([0, 0], [0, 0])]).points[1]!.customers).to.equal(0);
  });

  it('of equal bins lies on the random line: no area', () => {
    fc.assert(
      fc.property(anyCounts, anyCounts, fc.integer({min: 1, max: 9}), (treatment, control, bins) => {
        const found = upliftCurve(Array.from({length: bins}, () => ({treatment, control})));
        const size = bins * (treatment.n + control.n);
        expect(found.upliftArea! / size).to.be.closeTo(0, 1e-12);
        expect(found.qiniArea! / size).to.be.closeTo(0, 1e-12);
      }),
    );
  });

  it('the best third against the rest: its share, and the difference of the two differences', () => {
    const rest = bin([190, 1000], [150, 1000]);
    // Limits by Wilson, Newcombe and Zou & Donner in Python.
    expectClose(bestScores([bin([300, 1000], [100, 1000]), rest, rest]), {
      ...{customers: 1 / 3, share: 200 / 280},
      ...{gapLow: 0.11867232921532903, gapHigh: 0.20101123839379967},
    });
    const alike = bestScores([rest, rest, rest])!;
    expectClose(alike, {share: 1 / 3});
    expect(alike.gapLow).to.be.below(0).and.above(-0.1);
  });

  it('has no best third of two bins, of no effect, of nobody', () => {
    const half = bin([30, 100], [20, 100]);
    expect(bestScores([half, half])).to.equal(null);
    const same = bin([20, 100], [20, 100]);
    expect(bestScores([same, same, same])).to.equal(null);
    expect(bestScores([])).to.equal(null);
    fc.assert(
      fc.property(fc.array(fc.record({treatment: anyCounts, control: anyCounts}), {maxLength: 8}), (bins) => {
        for (const number of Object.values(bestScores(bins) ?? {})) expect(number).to.not.be.NaN;
      }),
    );
  });
});
