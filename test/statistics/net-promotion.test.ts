import {expect} from 'chai';
import {netPromotion} from '../../src/statistics/net-promotion.js';
import {expectClose} from './close.js';
import fc from '../support/fast-check.js';

const moves = fc.tuple(
  fc.integer({min: 0, max: 3e14}),
  fc.integer({min: 0, max: 3e14}),
  fc.integer({min: 1, max: 3e14}),
);

describe('net promotion', () => {
  it('of 6 up and 16 down of 161 (Cavo 2012, by Bonett & Price)', () =>
    expectClose(netPromotion({up: 6, down: 16, n: 161}), {rate: -0.0621118, low: -0.1194988, high: -0.0032006}));

  it('of 1 up and 7 down of 21', () =>
    expectClose(netPromotion({up: 1, down: 7, n: 21}), {rate: -0.2857143, low: -0.5083593, high: -0.0133798}));

  it('is not defined for nobody', () => expect(netPromotion({up: 0, down: 0, n: 0})).to.equal(null));

  it('stops at ±1', () => {
    expect(netPromotion({up: 3, down: 0, n: 3})!.high).to.equal(1);
    expect(netPromotion({up: 0, down: 3, n: 3})!.low).to.equal(-1);
  });

  it('changes sign when up and down change places, and never leaves ±1', () => {
    fc.assert(
      fc.property(moves, ([up, down, stayed]) => {
        const n = up + down + stayed;
        const {rate, low, high} = netPromotion({up, down, n})!;
        expect(-1 <= low && low <= high && high <= 1).to.equal(true);
        const back = netPromotion({up: down, down: up, n})!;
        expect([back.rate + rate, back.low + high, back.high + low]).to.deep.equal([0, 0, 0]);
      }),
    );
  });
});
