import {expect} from 'chai';
import {compared, measured, pair, rates} from './tests.js';
import fc from '../../support/fast-check.js';

const counts = fc.integer({min: 1, max: 5000}).chain((n) => fc.tuple(fc.integer({min: 0, max: n}), fc.constant(n)));
const sample = fc.record({
  n: fc.integer({min: 2, max: 5000}),
  mean: fc.double({min: 0.5, max: 500, noNaN: true}),
  sd: fc.double({min: 0.1, max: 300, noNaN: true}),
});
const close = (a: number | null, b: number | null) => {
  if (a === null || b === null || !Number.isFinite(a)) expect(a).to.equal(b);
  else expect(a).to.be.closeTo(b, 1e-9 * Math.max(1, Math.abs(b)));
};

describe('treatment-lift: what always holds', () => {
  it('swapping the arms changes the sign of the difference and keeps p', () => {
    fc.assert(
      fc.property(counts, counts, (t, c) => {
        const [one, other] = [compared(rates(t, c)), compared(rates(c, t))];
        close(one.diff, -other.diff!);
        close(one.diffLow, -other.diffHigh!);
        close(one.pValue, other.pValue);
      }),
    );
  });

  it('swapping the arms of a mean, a ratio or a pre-period does the same', () => {
    const sums = (by: number) => ({
      ...{n: 50, sum: 2500 * by, sumSquares: 140000 * by * by},
      ...{preSum: 2400, preSumSquares: 129200, sumProducts: 131500 * by},
    });
    const orders = (by: number) => ({
      ...{n: 100, sumNum: 5200 * by, sumDen: 180},
      ...{sumNumSq: 331000 * by * by, sumDenSq: 420, sumNumDen: 11050 * by},
    });
    const money = {n: 60, mean: 105.3, sd: 18.2};
    const cases = [
      [money, {n: 55, mean: 96.1, sd: 20.4}],
      [sums(1.1), sums(1)],
      [orders(1.2), orders(1)],
    ] as const;
    for (const [t, c] of cases) {
      const [one, other] = [compared(pair(t, c)), compared(pair(c, t))];
      expect(one.diff).to.be.greaterThan(0);
      close(one.diff, -other.diff!);
      close(one.diffLow, -other.diffHigh!);
      close(one.diffHigh, -other.diffLow!);
      close(one.pValue, other.pValue);
    }
  });

  it('scaling a mean scales its limits, not its lift', () => {
    fc.assert(
      fc.property(sample, sample, fc.integer({min: 2, max: 1000}), (t, c, by) => {
        const scaled = ({n, mean, sd}: typeof t) => ({n, mean: mean * by, sd: sd * by});
        const [one, other] = [compared(pair(t, c)), compared(pair(scaled(t), scaled(c)))];
        close(one.diffLow! * by, other.diffLow);
        close(one.diffHigh! * by, other.diffHigh);
        close(one.lift, other.lift);
        close(one.pValue, other.pValue);
      }),
    );
  });

  it('a ratio with the denominator 1 is the mean', () => {
    fc.assert(
      fc.property(sample, sample, (t, c) => {
        const ratio = ({n, mean, sd}: typeof t) => {
          const sumSquares = (n - 1) * sd * sd + n * mean * mean;
          return {n, sumNum: n * mean, sumDen: n, sumNumSq: sumSquares, sumDenSq: n, sumNumDen: n * mean};
        };
        const [one, other] = [compared(pair(t, c)), compared(pair(ratio(t), ratio(c)))];
        for (const field of ['diff', 'diffLow', 'diffHigh'] as const)
          expect(one[field]).to.be.closeTo(other[field]!, 1e-5 * (1 + Math.abs(one[field]!)));
      }),
    );
  });

  it('both scales exclude 0 together or neither does, and p agrees with the interval', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.tuple(counts, counts).map(([t, c]) => rates(t, c)),
          fc.tuple(sample, sample).map(([t, c]) => pair(t, c)),
        ),
        (rows) => {
          const d = compared(rows);
          const excludes = (low: number, high: number) => low > 0 || high < 0;
          const absolute = excludes(d.diffLow!, d.diffHigh!);
          if (d.liftLow !== null) expect(excludes(d.liftLow, d.liftHigh!)).to.equal(absolute);
          expect(d.pValue! < 0.05).to.equal(absolute);
          expect(d.verdict).to.equal(absolute ? (d.diffLow! > 0 ? 'better' : 'worse') : 'no-clear-difference');
        },
      ),
    );
  });

  it('a family of m is drawn at 1 − α/m and judged by what is drawn', () => {
    const rows = ['A', 'B', 'C', 'D'].flatMap((metric) =>
      rates([130, 1000], [100, 1000]).map((row) => ({...row, metric})),
    );
    const metrics = ['A', 'B', 'C', 'D'].map((id) => ({id, family: true}));
    const [alone, together] = [measured({rows}), measured({rows, metrics})];
    expect(together.family).to.equal(4);
    expect(together.metrics[0]!.level).to.be.closeTo(0.9875, 1e-12);
    const [a, b] = [alone.metrics[0]!.comparisons[0]!, together.metrics[0]!.comparisons[0]!];
    expect([a.verdict, b.verdict]).to.deep.equal(['better', 'no-clear-difference']);
    expect(b.pValue).to.equal(a.pValue);
    expect(b.holm).to.be.closeTo(a.pValue! * 4, 1e-12);
  });

  it('small groups are withheld, and never the only one among parts with a sum', () => {
    const rows = [
      [40, 400],
      [2, 300],
      [25, 350],
    ].flatMap(([t, n], index) => rates([t!, n!], [30, 300]).map((row) => ({...row, segment: `S${index}`})));
    const shown = measured(rows, {minCell: 5}).metrics[0]!.comparisons;
    expect(shown.map(({isWithheld}) => isWithheld)).to.deep.equal([false, true, true]);
    expect(JSON.stringify(shown.filter(({isWithheld}) => isWithheld))).not.to.match(/"(count|value|diff)":[0-9-]/);
  });

  it('verdicts: margin, guardrail direction, running, split', () => {
    const named = (t: readonly [number, number], c: readonly [number, number]) =>
      rates(t, c).map((row) => ({...row, metric: 'M'}));
    const verdict = (rows: object[], entry: object = {}, test: object = {}) =>
      compared({rows, metrics: [{id: 'M', ...entry}], ...test}).verdict;
    const clear = named([2000, 10000], [1500, 10000]);
    expect(verdict(clear)).to.equal('better');
    expect(verdict(clear, {better: 'down'})).to.equal('worse');
    expect(verdict(clear, {}, {finished: false})).to.equal('better-preliminary');
    expect(verdict(clear, {better: 'down'}, {finished: false})).to.equal('worse-preliminary');
    expect(verdict(clear, {margin: 0.2}, {finished: false})).to.equal('practically-same');
    const split = {allocation: {C: 1, T: 2}};
    expect(verdict(clear, {margin: 0.2}, {...split, finished: false})).to.equal('untrusted');
    const bare = pair({n: 10000, mean: 3}, {n: 10000, mean: 2}).map((row) => ({...row, metric: 'M'}));
    expect([verdict(bare), verdict(bare, {}, split)]).to.deep.equal(['no-interval', 'untrusted']);
    expect(verdict(named([1505, 10000], [1500, 10000]), {margin: 0.02})).to.equal('practically-same');
    expect(verdict(named([1505, 10000], [1500, 10000]), {margin: 0.005})).to.equal('inconclusive');
    expect(verdict(named([1505, 10000], [1500, 10000]))).to.equal('no-clear-difference');
  });
});
