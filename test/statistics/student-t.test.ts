import {expect} from 'chai';
import {criticalValue, normalTail} from '../../src/statistics/normal.js';
import {studentCritical, studentTail} from '../../src/statistics/student-t.js';
import {expectRelative} from './close.js';
import fc from '../support/fast-check.js';

// SciPy 1.17 (Boost): t.sf(t, df).
const TAILS: [t: number, df: number, tail: number][] = [
  [1.86, 17.776474, 0.039757300133302226],
  [8, 5, 0.0002464533302862221],
  [10, 100, 4.950844492297065e-17],
  [36, 1000, 5.4791006111824495e-183],
  [0.2, 3.5, 0.4262758348413073],
];

// SciPy: t.ppf((1 + level) / 2, df); at 0.95 also in every printed table.
const CRITICAL: [level: number, df: number, t: number][] = [
  [0.95, 1, 12.706204736174694],
  [0.95, 10, 2.228138851986274],
  [0.95, 30, 2.0422724563012378],
  [0.95, 120, 1.9799304050824402],
  [0.999, 1, 636.6192487687897],
  [0.999, 5, 6.868826625881276],
  [0.999, 1e6, 3.2905364612487222],
];

const anyT = fc.double({min: -50, max: 50, noNaN: true});
const anyDf = fc.oneof(fc.double({min: 1, max: 200, noNaN: true}), fc.double({min: 1, max: 2e15, noNaN: true}));

describe("Student's t", () => {
  for (const [t, df, tail] of TAILS) {
    it(`has ${tail} above ${t} with ${df} df`, () => expectRelative(studentTail(t, df), tail, 1e-11));
  }

  for (const [level, df, t] of CRITICAL) {
    it(`reaches ±${t} at ${level} with ${df} df`, () => expectRelative(studentCritical(level, df), t, 1e-11));
  }

  it('agrees with the closed forms for 1 and 2 df', () => {
    fc.assert(
      fc.property(fc.double({min: 1e-3, max: 1e6, noNaN: true}), (t) => {
        expectRelative(studentTail(t, 1), Math.atan2(1, t) / Math.PI, 1e-10);
        const root = Math.sqrt(2 + t * t);
        expectRelative(studentTail(t, 2), 1 / (root * (root + t)), 1e-10);
      }),
    );
  });

  it('ends at infinity', () => expect([Infinity, -Infinity].map((t) => studentTail(t, 3))).to.deep.equal([0, 1]));

  it('meets the normal for 1e15 df', () => {
    fc.assert(
      fc.property(fc.double({min: 0, max: 30, noNaN: true}), (t) =>
        expectRelative(studentTail(t, 1e15), normalTail(t), 1e-9),
      ),
    );
    expectRelative(studentCritical(0.95, 2e15), criticalValue(0.95), 1e-12);
  });

  it('is symmetric, falls from left to right and is wider than the normal', () => {
    fc.assert(
      fc.property(anyT, anyT, anyDf, (a, b, df) => {
        expect(studentTail(a, df) + studentTail(-a, df)).to.be.closeTo(1, 1e-15);
        expect(studentTail(Math.max(a, b), df)).to.be.at.most(studentTail(Math.min(a, b), df) * (1 + 1e-12));
        expect(studentTail(Math.abs(a), df)).to.be.at.least(normalTail(Math.abs(a)) * (1 - 1e-9));
      }),
    );
  });

  it('takes back its own critical value', () => {
    fc.assert(
      fc.property(fc.double({min: 0.01, max: 1 - 1e-9, noNaN: true}), anyDf, (level, df) =>
        expectRelative(2 * studentTail(studentCritical(level, df), df), 1 - level, 1e-10),
      ),
    );
  });
});
