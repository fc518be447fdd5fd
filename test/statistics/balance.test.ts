import {expect} from 'chai';
import {balance, type PlannedGroup} from '../../src/statistics/balance.js';
import {expectRelative} from './close.js';
import fc from '../support/fast-check.js';

const groupsOf = (...pairs: (readonly [n: number, planned: number | null])[]): PlannedGroup[] =>
  pairs.map(([n, planned]) => ({n, planned}));
const statusOf = (...pairs: (readonly [n: number, planned: number | null])[]) => balance(groupsOf(...pairs)).status;

describe('the balance of groups', () => {
  it('of 821,588 and 815,482 is a mismatch for half and half (Kohavi, Tang & Xu)', () => {
    const found = balance(groupsOf([821588, 1], [815482, 1]));
    expect(found.status).to.equal('mismatch');
    expect(found.chiSquare).to.be.closeTo(22.7743688419, 1e-7);
    expectRelative(found.pValue!, 1.82179287262e-6, 1e-6);
    expect(found.df).to.equal(1);
  });

  it('shows observed beside planned shares', () =>
    expect(balance(groupsOf([30, 1], [70, 3])).groups).to.deep.equal([
      {share: 0.3, plannedShare: 0.25},
      {share: 0.7, plannedShare: 0.75},
    ]));

  it('is never assumed to be half and half', () => {
    expect(statusOf([900, null], [100, null])).to.equal('not-checked');
    expect(statusOf([900, 1], [100, null])).to.equal('not-checked');
    expect(balance(groupsOf([900, null], [100, null])).groups[0]).to.deep.equal({share: 0.9, plannedShare: null});
  });

  it('is not checked without customers, without weights or for a single group', () => {
    expect(statusOf([0, 1], [0, 1])).to.equal('not-checked');
    expect(statusOf([5, 0], [5, 0])).to.equal('not-checked');
    expect(statusOf([500, 1], [0, 0])).to.equal('not-checked');
    expect(statusOf()).to.equal('not-checked');
  });

  it('needs five expected customers in each group', () => {
    expect(statusOf([9, 1], [0, 1])).to.equal('too-few');
    expect(statusOf([5, 1], [5, 1])).to.equal('ok');
    expect(statusOf([96, 99], [4, 1])).to.equal('too-few');
  });

  it('is broken by a single customer in a group planned to get none', () =>
    expect(statusOf([500, 1], [500, 1], [1, 0])).to.equal('mismatch'));

  it('does not count an empty group planned to get none', () =>
    expect(balance(groupsOf([520, 1], [480, 1], [0, 0])).df).to.equal(1));

  it('depends on neither order nor unit of the weights, and has no NaN up to 1e15 customers', () => {
    const group = fc.tuple(fc.integer({min: 0, max: 1e15}), fc.integer({min: 0, max: 9}));
    fc.assert(
      fc.property(fc.array(group, {maxLength: 6}), (pairs) => {
        const found = balance(groupsOf(...pairs));
        for (const number of [found.chiSquare, found.pValue, found.df]) expect(number).to.not.be.NaN;
        const doubled = balance(groupsOf(...pairs.map(([n, planned]) => [n, planned * 2] as const).reverse()));
        expect(doubled.status).to.equal(found.status);
      }),
    );
  });
});
