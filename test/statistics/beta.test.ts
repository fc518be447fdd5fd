import {expect} from 'chai';
import {betaDistribution} from '../../src/statistics/beta.js';
import {expectRelative} from './close.js';
import fc from '../support/fast-check.js';

const logOdds = (rate: number) => Math.log(rate / (1 - rate));
const seen = (a: number, b: number, rate: number) => {
  const beta = betaDistribution(a, b);
  return beta.seenFrom(logOdds(rate) - beta.peak);
};

// mpmath, 40 digits: below = betainc(a, b, 0, x, regularized=True), shortfall and excess from betainc(a + 1, b, …).
const SEEN: [shape: [a: number, b: number, x: number], below: number, shortfall: number, excess: number][] = [
  [[10, 12, 0.3], 0.06757276699503394, 0.002660562557869754, 0.1572060171033243],
  [[1, 21, 0.2], 0.9907766279631452, 0.1548808498922493, 0.000335395346794719],
  [[2, 3, 0.9], 0.9963, 0.500094, 9.4e-5],
  [[0.5, 0.5, 0.01], 0.06376856085851985, 0.0004248389652962522, 0.4904248389652963],
  [[300, 2, 0.9], 5.809175882042903e-13, 1.787056883174916e-15, 0.09337748344371037],
];

// SciPy: betaincinv at 0.025, 0.5 and 0.975.
const QUANTILES: [a: number, b: number, quantiles: [number, number, number]][] = [
  [10, 12, [0.25713062640640744, 0.45314349846455626, 0.6597936907197254]],
  [1, 21, [0.0012048834483635127, 0.032468221476108367, 0.16109761521907956]],
  [1000, 1000, [0.4780947196206838, 0.5, 0.5219052803793163]],
];

const shape = fc.oneof(fc.double({min: 0.5, max: 50, noNaN: true}), fc.double({min: 1, max: 1e15, noNaN: true}));

describe('the beta distribution', () => {
  for (const [[a, b, x], below, shortfall, excess] of SEEN) {
    it(`(${a}, ${b}) seen from ${x}`, () => {
      const found = seen(a, b, x);
      expectRelative(found.below, below, 1e-10);
      expectRelative(found.shortfall, shortfall, 1e-10);
      expectRelative(found.excess, excess, 1e-10);
    });
  }

  for (const [a, b, quantiles] of QUANTILES) {
    it(`(${a}, ${b}) has quantiles ${quantiles.join(', ')}`, () => {
      const found = [0.025, 0.5, 0.975].map(betaDistribution(a, b).quantile);
      for (const [i, quantile] of quantiles.entries()) expectRelative(found[i]!, quantile, 1e-11);
    });
  }

  it('mirrors, orders its quantiles and balances around its mean, up to 1e15 customers', () => {
    const p = fc.double({min: 0.001, max: 0.999, noNaN: true});
    fc.assert(
      fc.property(shape, shape, p, (a, b, share) => {
        const beta = betaDistribution(a, b);
        const v = logOdds(share) * beta.width;
        const {below, shortfall, excess} = beta.seenFrom(v);
        expect(betaDistribution(b, a).seenFrom(-v).below).to.be.closeTo(1 - below, 1e-10);
        const odds = (a / b) * Math.exp(v);
        expect(shortfall - excess).to.be.closeTo(odds / (1 + odds) - beta.mean, 1e-10);
        const [less, more] = [beta.quantile(share / 2), beta.quantile(share)];
        expect(0 <= less && less <= more && more <= 1).to.equal(true);
      }),
      {numRuns: 50},
    );
  });
});
