import {expect} from 'chai';
import {customersPerGroup, minimumDetectable} from '../../src/statistics/sensitivity.js';
import fc from '../support/fast-check.js';

describe('the sensitivity of a test', () => {
  it('at 9 % with 6000 each finds 1.46 points', () =>
    expect(minimumDetectable(0.09 * 0.91, [6000, 6000])).to.be.closeTo(0.0146381, 1e-7));

  it('is not available without spread or customers', () => {
    expect(minimumDetectable(0, [6000, 6000])).to.equal(null);
    expect(minimumDetectable(0.09, [0, 6000])).to.equal(null);
  });

  it("needs R's number of customers: power.prop.test(p1 = .5, p2 = .75, power = .9)", () =>
    expect(customersPerGroup(0.5, 0.75, {power: 0.9})).to.be.closeTo(76.7069, 5e-5));

  it('cannot tell equal rates apart', () => expect(customersPerGroup(0.1, 0.1)).to.equal(null));

  it('grows with the groups and shrinks with the power asked for', () => {
    const n = fc.integer({min: 1, max: 1e15});
    fc.assert(
      fc.property(n, n, (t, c) => {
        const found = minimumDetectable(0.2, [t, c])!;
        expect(minimumDetectable(0.2, [2 * t, c])!).to.be.at.most(found);
        expect(minimumDetectable(0.2, [t, c], {power: 0.9})!).to.be.greaterThan(found);
      }),
    );
  });

  it('is symmetric in the two rates', () => {
    const rate = fc.double({min: 0, max: 1, noNaN: true});
    fc.assert(
      fc.property(rate, rate, (one, other) => {
        expect(customersPerGroup(one, other)).to.equal(customersPerGroup(other, one));
        expect(customersPerGroup(one, other)).to.not.be.NaN;
      }),
    );
  });
});
