import {expect} from 'chai';
import {type Stratum, stratifiedDifference} from '../../src/statistics/stratified.js';
import {expectClose} from './close.js';
import {anyCounts} from './counts.js';
import fc from '../support/fast-check.js';

const stratum = (t: readonly [number, number], c: readonly [number, number]): Stratum => ({
  treatment: {count: t[0], n: t[1]},
  control: {count: c[0], n: c[1]},
});
const strata = fc.array(fc.record({treatment: anyCounts, control: anyCounts}), {minLength: 1, maxLength: 6});

describe('a difference over segments', () => {
  it('of the worked example, by Mantel and Haenszel', () => {
    const found = stratifiedDifference([stratum([55, 510], [40, 500]), stratum([96, 590], [90, 600])])!;
    expectClose(found, {diff: 0.0196584, se: 0.014164, diffLow: -0.0081026, diffHigh: 0.0474194});
    expectClose(found.heterogeneity, {q: 0.2938103, df: 1});
    expect(found.reversed).to.equal(false);
  });

  it('of one segment is its plain difference', () => {
    const found = stratifiedDifference([stratum([30, 100], [20, 80])])!;
    expectClose(found, {diff: 0.05, heterogeneity: null});
  });

  it('flags a total that says the opposite of every segment', () => {
    // Kidney stones (Charig et al. 1986): open surgery is better for small and for large stones, worse in total.
    const small = stratum([81, 87], [234, 270]);
    const large = stratum([192, 263], [55, 80]);
    const stones = stratifiedDifference([small, large])!;
    expectClose(stones, {crude: 273 / 350 - 289 / 350});
    expect(stones.reversed).to.equal(true);
    expect(stratifiedDifference([small, small])!.reversed).to.equal(false);
  });

  it('leaves out a segment without customers in both groups', () => {
    const full = stratum([30, 100], [20, 80]);
    const found = stratifiedDifference([full, stratum([5, 9], [0, 0])]);
    expect(found).to.deep.equal(stratifiedDifference([full]));
    expect(stratifiedDifference([stratum([5, 9], [0, 0])])).to.equal(null);
    expect(stratifiedDifference([])).to.equal(null);
  });

  it('has no limits without spread and no heterogeneity if one segment has none', () => {
    const sure = stratum([10, 10], [0, 20]);
    expectClose(stratifiedDifference([sure]), {diff: 1, se: 0, diffLow: null, pValue: null});
    expect(stratifiedDifference([sure, stratum([30, 100], [20, 80])])!.heterogeneity).to.equal(null);
  });

  it('changes sign and keeps p when the groups change places; never NaN up to 1e15 customers', () => {
    fc.assert(
      fc.property(strata, (segments) => {
        const there = stratifiedDifference(segments)!;
        const back = stratifiedDifference(segments.map((s) => ({treatment: s.control, control: s.treatment})))!;
        expect(back.diff).to.be.closeTo(-there.diff, 1e-15);
        expect(back.se).to.be.closeTo(there.se, 1e-7);
        expect(back.reversed).to.equal(there.reversed);
        for (const number of Object.values({...there, ...there.heterogeneity})) expect(number).to.not.be.NaN;
      }),
    );
  });

  it('lies between the segments', () => {
    fc.assert(
      fc.property(strata, (segments) => {
        const gaps = segments.map(({treatment: t, control: c}) => t.count / t.n - c.count / c.n);
        const {diff} = stratifiedDifference(segments)!;
        expect(diff).to.be.within(Math.min(...gaps) - 1e-15, Math.max(...gaps) + 1e-15);
      }),
    );
  });
});
