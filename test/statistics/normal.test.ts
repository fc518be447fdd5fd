import {expect} from 'chai';
import {criticalValue, normalCdf, normalQuantile, normalTail} from '../../src/statistics/normal.js';
import {expectRelative} from './close.js';
import fc from '../support/fast-check.js';

// Stan's and SciPy's own tests of the log tail, and R's pnorm(1:3, lower.tail = FALSE).
const TAILS: [z: number, tail: number][] = [
  [1, 0.15865525393145707],
  [2, 0.02275013194817921],
  [3, 0.0013498980316300946],
  [6, 9.865876450376981e-10],
  [8.5, 9.479534822203318e-18],
  [10, 7.619853024160525e-24],
  [14, 7.7935368191928e-45],
  [16, 6.388754400538087e-58],
  [30, 4.906713927148187e-198],
];

// Wichura (1988), algorithm AS 241, prints the first three; the rest by mpmath at 400 digits.
const QUANTILES: [p: number, z: number][] = [
  [0.25, -0.6744897501960817],
  [0.001, -3.090232306167814],
  [1e-20, -9.262340089798408],
  [0.975, 1.959963984540054],
  [1e-100, -21.273453560965324],
  [1e-300, -37.0470962993612],
  [5e-324, -38.467405617144346],
];

const z = fc.double({min: -30, max: 30, noNaN: true});

describe('the normal distribution', () => {
  for (const [at, tail] of TAILS) {
    it(`has ${tail} above ${at}`, () => {
      expectRelative(normalTail(at), tail, 1e-12);
      expectRelative(normalCdf(-at), tail, 1e-12);
    });
  }

  for (const [p, at] of QUANTILES)
    it(`has its ${p} quantile at ${at}`, () => expectRelative(normalQuantile(p), at, 1e-13));

  it('ends at infinity and has no quantile outside 0 to 1', () => {
    expect([0, 1].map(normalQuantile)).to.deep.equal([-Infinity, Infinity]);
    expect([-0.1, 1.1, NaN].map(normalQuantile)).to.deep.equal([NaN, NaN, NaN]);
    expect([Infinity, -Infinity, 0].map(normalTail)).to.deep.equal([0, 1, 0.5]);
  });

  it('gives the critical value of the level asked for, whatever was asked before', () => {
    expectRelative(criticalValue(0.95), 1.959963984540054, 1e-13);
    expectRelative(criticalValue(0.99), 2.5758293035489004, 1e-13);
    expectRelative(criticalValue(0.95), 1.959963984540054, 1e-13);
  });

  it('falls from left to right and is symmetric', () => {
    fc.assert(
      fc.property(z, z, (a, b) => {
        expect(normalTail(Math.max(a, b))).to.be.at.most(normalTail(Math.min(a, b)));
        expect(normalTail(a)).to.equal(normalCdf(-a));
        expect(normalTail(a) + normalTail(-a)).to.be.closeTo(1, 1e-15);
      }),
    );
  });

  it('takes back its own quantile', () => {
    fc.assert(
      fc.property(fc.double({min: 1e-300, max: 0.5, noNaN: true}), (p) =>
        expectRelative(normalCdf(normalQuantile(p)), p, 1e-11),
      ),
    );
  });
});
