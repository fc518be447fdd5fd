import {expect} from 'chai';
import {bayesianRates} from '../../src/statistics/bayesian.js';
import {expectClose} from './close.js';

type Counted = readonly [count: number, n: number];

const limitsOf = ([t, tn]: Counted, [c, cn]: Counted, [a, b, level]: readonly number[] = [1, 1, 0.95]) =>
  bayesianRates({count: t, n: tn}, {count: c, n: cn}, {prior: {a: a!, b: b!}, level: level!})!;

describe('the difference of two rates seen by Bayes', () => {
  // SciPy 1.17: ∫ F_T(C⁻¹(u) + d) du over 0–1 by `integrate.quad`, inverted by `optimize.brentq`, to 1e-12.
  for (const [t, c, prior, low, high] of [
    [[9, 20], [4, 20], [1, 1, 0.95], -0.0448876019, 0.4857561748],
    [[0, 200], [0, 200], [1, 1, 0.95], -0.0147569608, 0.0147569608],
    [[267, 21307], [122, 21306], [1, 1, 0.99], 0.0044531144, 0.0092177027],
    [[0, 20], [3, 20], [0.5, 0.5, 0.95], -0.3314091125, 0.0046089132],
    [[0, 20], [0, 20], [0.2, 1, 0.95], -0.06488086, 0.06488086],
    [[30, 100], [24, 120], [20, 80, 0.9], -0.0168188485, 0.1170731935],
    [[20, 20], [15, 20], [1, 1, 0.95], 0.0367409383, 0.4382424237],
    // The same integral over C by Gauss–Legendre, pieces between quantiles.
    [[0, 20], [100, 1000], [1, 1, 0.95], -0.1078959689, 0.0613630296],
    [[1, 10000], [30, 100], [1, 1, 0.95], -0.3959475695, -0.2187782919],
    [[500000, 1000000], [499000, 1000000], [1, 1, 0.95], -0.0003859032, 0.0023858973],
  ] as const)
    it(`of ${t.join('/')} against ${c.join('/')}, level ${prior[2]}, has the limits that SciPy finds`, () => {
      expectClose(limitsOf(t, c, prior), {low, high});
      expectClose(limitsOf(c, t, prior), {low: -high, high: -low});
    });

  it('stays in −1 to 1 and in order, from no conversions to 1e15 customers', () => {
    const counts = [
      [0, 1],
      [1, 1],
      [1, 3],
      [0, 1e15],
      [5e14, 1e15],
      [1e15, 1e15],
    ] as const;
    for (const t of counts)
      for (const c of counts) {
        const {low, high} = limitsOf(t, c);
        expect(-1 <= low && low <= high && high <= 1, `${t.join('/')} ${c.join('/')}: ${low} ${high}`).to.equal(true);
      }
  });
});
