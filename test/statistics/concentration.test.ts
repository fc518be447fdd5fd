import {expect} from 'chai';
import {
  concentrationCurve,
  customersHolding,
  gini,
  peakOf,
  type SegmentValue,
  shareOfWallet,
  valueOfTop,
} from '../../src/statistics/concentration.js';
import fc from '../support/fast-check.js';

const segments = (...pairs: (readonly [customers: number, value: number])[]): SegmentValue[] =>
  pairs.map(([customers, value]) => ({customers, value}));

const twentyEighty = segments([20, 80], [80, 20]);
const losing = segments([50, 120], [30, 0], [20, -20]);
const anySegments = fc.array(
  fc.record({customers: fc.integer({min: 0, max: 1e12}), value: fc.integer({min: 0, max: 1e12})}),
  {minLength: 1, maxLength: 12},
);

describe('concentration', () => {
  it('of 20 % of customers with 80 % of value has Gini 0.6', () =>
    expect(gini(twentyEighty)).to.be.closeTo(0.6, 1e-15));

  it('reads the curve both ways, linear inside a segment', () => {
    const curve = concentrationCurve(twentyEighty)!;
    expect(valueOfTop(curve, 0.1)).to.be.closeTo(0.4, 1e-15);
    expect(valueOfTop(curve, 0.6)).to.be.closeTo(0.9, 1e-15);
    expect(customersHolding(curve, 0.8)).to.be.closeTo(0.2, 1e-15);
    expect(customersHolding(curve, 0.9)).to.be.closeTo(0.6, 1e-15);
    expect([valueOfTop(curve, 0), valueOfTop(curve, 1), customersHolding(curve, 0)]).to.deep.equal([0, 1, 0]);
  });

  it('peaks above 100 % when a segment loses money, and then has no Gini', () => {
    expect(peakOf(concentrationCurve(losing)!)).to.deep.equal({customers: 0.5, value: 1.2});
    expect(concentrationCurve(losing)!.at(-1)).to.deep.equal({customers: 1, value: 1});
    expect(gini(losing)).to.equal(null);
  });

  it('is not defined for a total of nothing or less', () => {
    for (const broke of [
      segments([5, 0]),
      segments([5, 3], [5, -9]),
      segments([0, 9]),
      segments([1, 1e308], [1, 1e308]),
      [],
    ]) {
      expect(concentrationCurve(broke)).to.equal(null);
      expect(gini(broke)).to.equal(null);
    }
  });

  it('puts value without customers first', () => {
    const odd = segments([10, 10], [0, 30], [10, 20], [0, 0]);
    expect(concentrationCurve(odd)!.map(({value}) => value)).to.deep.equal([0, 0.5, 5 / 6, 1]);
  });

  it('of the wallet is own over own and elsewhere', () => {
    const customers = [
      {own: 30, elsewhere: 70},
      {own: 20, elsewhere: 0},
    ];
    expect(shareOfWallet(customers)).to.be.closeTo(50 / 120, 1e-15);
    expect(shareOfWallet([{own: 0, elsewhere: 0}])).to.equal(null);
  });

  it('has a concave curve, whatever the order, and a Gini of 0 for equals', () => {
    fc.assert(
      fc.property(anySegments, (list) => {
        const curve = concentrationCurve(list);
        fc.pre(curve !== null);
        expect(concentrationCurve([...list].reverse())!.at(-1)).to.deep.equal(curve.at(-1));
        expect(gini([...list].reverse())).to.be.closeTo(gini(list)!, 1e-9);
        expect(gini(list)).to.be.within(0, 1);
        for (const {customers, value} of curve) expect(value).to.be.at.least(customers - 1e-12);
        expect(gini(list.map(({customers}) => ({customers, value: customers * 3})))).to.be.closeTo(0, 1e-9);
      }),
    );
  });
});
