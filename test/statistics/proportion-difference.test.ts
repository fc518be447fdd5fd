import {expect} from 'chai';
import {moverR, newcombe} from '../../src/statistics/proportion-difference.js';
import type {Counts} from '../../src/statistics/proportion.js';
import {expectClose, expectRelative} from './close.js';
import {anyCounts} from './counts.js';
import fc from '../support/fast-check.js';

interface Case {
  readonly groups: string;
  readonly diff: readonly [number, number, number];
  readonly lift: readonly [number | null, number, number];
  readonly pValue: number;
}

// The first six: data of Newcombe (1998b); the last: Perondi (2004), as in Fagerland, Lydersen & Laake.
const CASES: readonly Case[] = [
  {
    groups: '56/70 48/80',
    diff: [0.2, 0.0524315, 0.3338727],
    lift: [0.3333333, 0.0782946, 0.66292],
    pValue: 0.00813314,
  },
  {groups: '9/10 3/10', diff: [0.6, 0.1705227, 0.809018], lift: [2, 0.3223965, 7.3689061], pValue: 0.0049634},
  {groups: '6/7 2/7', diff: [0.5714286, 0.0582279, 0.8062496], lift: [2, 0.1081604, 9.4643112], pValue: 0.02662506},
  {
    groups: '5/56 0/29',
    diff: [0.0892857, -0.0381371, 0.19256],
    lift: [null, -0.3707588, Infinity],
    pValue: 0.11755573,
  },
  {groups: '0/10 0/20', diff: [0, -0.1611252, 0.2775328], lift: [null, -1, Infinity], pValue: 1},
  {groups: '10/10 0/20', diff: [1, 0.679086, 1], lift: [null, 4.962546, Infinity], pValue: 4.50782e-9},
  {groups: '7/34 1/34', diff: [0.1764706, 0.0189214, 0.3403687], lift: [6, 0.1536687, 40.9762617], pValue: 0.03075019},
];

const read = (groups: string): [Counts, Counts] =>
  groups.split(' ').map((group) => {
    const [count, n] = group.split('/').map(Number);
    return {count: count!, n: n!};
  }) as [Counts, Counts];

const twoGroups = fc.tuple(anyCounts, anyCounts);

describe('the difference of two rates', () => {
  for (const {groups, diff, lift, pValue} of CASES) {
    it(`of ${groups} is ${diff.join(', ')}, p ${pValue}`, () => {
      const found = newcombe(...read(groups))!;
      expectClose(found, {diff: diff[0], diffLow: diff[1], diffHigh: diff[2]});
      expectRelative(found.pValue, pValue, 1e-6);
    });
    it(`of ${groups} as a lift is ${lift.join(', ')}`, () =>
      expectClose(moverR(...read(groups)), {lift: lift[0], liftLow: lift[1], liftHigh: lift[2]}));
  }

  it('of 660/6000 540/6000, the increment example', () => {
    const found = newcombe({count: 660, n: 6000}, {count: 540, n: 6000})!;
    expectClose(found, {diff: 0.02, diffLow: 0.00926907, diffHigh: 0.03074503});
    // Printed with six digits.
    expectRelative(found.pValue, 0.000264673, 2e-6);
  });

  it('is not defined against an empty group', () => {
    expect(newcombe({count: 1, n: 2}, {count: 0, n: 0})).to.equal(null);
    expect(moverR({count: 0, n: 0}, {count: 1, n: 2})).to.equal(null);
  });

  it('keeps the p-value of a huge difference', () => {
    // mpmath, 60 digits: the z at which 60 % and 40 % of 10,000 touch, and its two-sided tail.
    expectRelative(newcombe({count: 6000, n: 10000}, {count: 4000, n: 10000})!.pValue, 3.389381072493828e-177, 1e-10);
  });

  it('changes sign and keeps p when the groups change places', () => {
    fc.assert(
      fc.property(twoGroups, ([treatment, control]) => {
        const there = newcombe(treatment, control)!;
        const back = newcombe(control, treatment)!;
        expect([back.diff + there.diff, back.diffLow + there.diffHigh]).to.deep.equal([0, 0]);
        expect(back.pValue).to.equal(there.pValue);
      }),
    );
  });

  it('stays ordered and within ±1, with a p between 0 and 1', () => {
    fc.assert(
      fc.property(twoGroups, ([treatment, control]) => {
        const {diff, diffLow, diffHigh, pValue} = newcombe(treatment, control)!;
        expect(-1 <= diffLow && diffLow <= diff && diff <= diffHigh && diffHigh <= 1).to.equal(true);
        expect(0 <= pValue && pValue <= 1).to.equal(true);
      }),
    );
  });

  it('excludes 0 on both scales together, and exactly when p is below 1 − level', () => {
    fc.assert(
      fc.property(twoGroups, fc.constantFrom(0.8, 0.95, 0.999), ([treatment, control], level) => {
        const {diffLow, diffHigh, pValue} = newcombe(treatment, control, level)!;
        const {liftLow, liftHigh} = moverR(treatment, control, level)!;
        const sign = diffLow > 0 ? 1 : diffHigh < 0 ? -1 : 0;
        expect(liftLow > 0 ? 1 : liftHigh < 0 ? -1 : 0).to.equal(sign);
        expect(pValue < 1 - level).to.equal(sign !== 0);
      }),
    );
  });

  it('has a lift inside its interval, from −1 up, undefined only for a control without successes', () => {
    fc.assert(
      fc.property(twoGroups, ([treatment, control]) => {
        const {lift, liftLow, liftHigh} = moverR(treatment, control)!;
        expect(lift === null).to.equal(control.count === 0);
        expect(liftHigh === Infinity).to.equal(control.count === 0);
        expect(-1 <= liftLow && liftLow <= (lift ?? liftLow) && (lift ?? liftLow) <= liftHigh).to.equal(true);
      }),
    );
  });
});
