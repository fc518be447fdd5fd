import {expect} from 'chai';
import {benjaminiHochberg, holm, levelOfEach} from '../../src/statistics/several-comparisons.js';
import fc from '../support/fast-check.js';

// Benjamini & Hochberg (1995), the fifteen p-values of their example.
const PUBLISHED = [
  ...[0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344],
  ...[0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1],
];

const ps = fc.array(fc.option(fc.double({min: 0, max: 1, noNaN: true})), {maxLength: 30});
const given = (values: readonly (number | null)[]) => values.filter((p): p is number => p !== null);

describe('several comparisons', () => {
  it('adjusts the published example by Holm', () => {
    const expected = [0.0015, 0.0056, 0.0247, 0.114, 0.2211];
    for (const [i, p] of expected.entries()) expect(holm(PUBLISHED)[i]).to.be.closeTo(p, 1e-12);
  });

  it('adjusts the published example by Benjamini and Hochberg', () => {
    const expected = [0.0015, 0.003, 0.0095, 0.035625, 0.0603];
    for (const [i, p] of expected.entries()) expect(benjaminiHochberg(PUBLISHED)[i]).to.be.closeTo(p, 1e-12);
  });

  it('does not count missing p-values', () => {
    expect(holm([null, 0.02, 0.01, null])).to.deep.equal([null, 0.02, 0.02, null]);
    expect(benjaminiHochberg([null, 0.04, 0.01])).to.deep.equal([null, 0.04, 0.02]);
    expect(holm([])).to.deep.equal([]);
  });

  it('draws each interval at 1 − α/m', () => expect(levelOfEach(0.95, 5)).to.be.closeTo(0.99, 1e-15));

  it('keeps order and bounds: p ≤ Benjamini–Hochberg ≤ Holm ≤ m·p and 1', () => {
    fc.assert(
      fc.property(ps, (values) => {
        const m = given(values).length;
        const [strict, mild] = [holm(values), benjaminiHochberg(values)];
        for (const [i, p] of values.entries()) {
          if (p === null) expect([strict[i], mild[i]]).to.deep.equal([null, null]);
          else expect(p <= mild[i]! && mild[i]! <= strict[i]! && strict[i]! <= Math.min(1, m * p)).to.equal(true);
        }
      }),
    );
  });

  it('depends on the values only, not on where they stand', () => {
    fc.assert(
      fc.property(ps, (values) => {
        const back = [...values].reverse();
        expect(holm(back).reverse()).to.deep.equal(holm(values));
        expect(benjaminiHochberg(back).reverse()).to.deep.equal(benjaminiHochberg(values));
      }),
    );
  });
});
