import {expect} from 'chai';
import {compared, measured, pair, rates} from './tests.js';

/** Within 1e-7 of the value, and of more than 1 as a share of it. The digits beyond the printed ones are mpmath's. */
function near(actual: number | null | undefined, expected: number | null): void {
  if (expected === null || !Number.isFinite(expected)) expect(actual).to.equal(expected);
  else expect(actual).to.be.closeTo(expected, Math.max(1e-7, Math.abs(expected) * 1e-7));
}
const nearP = (actual: number | null | undefined, expected: number): void => {
  expect(actual).to.be.closeTo(expected, expected * 1e-6);
};

const newcombe: readonly (readonly [
  readonly [number, number],
  readonly [number, number],
  readonly (number | null)[],
])[] = [
  [
    [56, 70],
    [48, 80],
    [0.2, 0.0524315, 0.3338727, 1 / 3, 0.0782946, 0.66292, 0.00813314],
  ],
  [
    [9, 10],
    [3, 10],
    [0.6, 0.1705227, 0.809018, 2, 0.3223965, 7.3689061, 0.0049634],
  ],
  [
    [6, 7],
    [2, 7],
    [4 / 7, 0.0582279, 0.8062496, 2, 0.1081604, 9.4643112, 0.02662506],
  ],
  [
    [5, 56],
    [0, 29],
    [5 / 56, -0.0381371, 0.19256, null, -0.3707588, Infinity, 0.11755573],
  ],
  [
    [0, 10],
    [0, 20],
    [0, -0.1611252, 0.2775328, null, -1, Infinity, 1],
  ],
  [
    [10, 10],
    [0, 20],
    [1, 0.679086, 1, null, 4.962546, Infinity, 4.50782e-9],
  ],
  [
    [7, 34],
    [1, 34],
    [6 / 34, 0.0189214, 0.3403687, 6, 0.1536687, 40.9762617, 0.03075019],
  ],
];

describe('treatment-lift: worked examples', () => {
  it('1: Wilson limits of an arm', () => {
    const arms = [
      [81, 263, 0.2552885199, 0.366209577],
      [15, 148, 0.0623863995, 0.1604872417],
      [0, 20, 0, 0.1611251581],
      [1, 29, 0.0061132143, 0.1717552188],
    ] as const;
    for (const [count, n, low, high] of arms) {
      const arm = measured(rates([count, n], [1, 2])).metrics[0]!.arms[1]!;
      near(arm.low, low);
      near(arm.high, high);
    }
  });

  for (const [t, c, [diff, low, high, lift, liftLow, liftHigh, p]] of newcombe)
    it(`2: ${t.join('/')} against ${c.join('/')}`, () => {
      const d = compared(rates(t, c));
      near(d.diff, diff!);
      near(d.diffLow, low!);
      near(d.diffHigh, high!);
      near(d.lift, lift!);
      near(d.liftLow, liftLow!);
      near(d.liftHigh, liftHigh!);
      nearP(d.pValue, p!);
    });

  it('3: Welch, and no relative interval for a control too close to 0', () => {
    const d = compared(pair({n: 10, mean: 2.33, sd: 2.002248736}, {n: 10, mean: 0.75, sd: 1.789009658}));
    near(d.diff, 1.58);
    near(d.diffLow, -0.2054832309);
    near(d.diffHigh, 3.3654832309);
    near(d.df, 17.7764735163);
    nearP(d.pValue, 0.07939414);
    near(d.lift, 2.1066666667);
    near(d.g, 2.51597257);
    expect([d.liftLow, d.liftHigh]).to.deep.equal([null, null]);
  });

  it('4: Fieller', () => {
    const d = compared(pair({n: 60, mean: 105.3, sd: 18.2}, {n: 55, mean: 96.1, sd: 20.4}));
    near(d.diffLow, 2.0297040802);
    near(d.diffHigh, 16.3702959198);
    near(d.df, 108.621574411);
    nearP(d.pValue, 0.01239515);
    near(d.lift, 0.0957336);
    near(d.liftLow, 0.0202438);
    near(d.liftHigh, 0.1782999);
    near(d.g, 0.00321868);
  });

  it('5: a negative control', () => {
    const d = compared(pair({n: 200, mean: -4, sd: 9}, {n: 200, mean: -8, sd: 10}));
    near(d.diffLow, 2.1297069559);
    near(d.diffHigh, 5.8702930441);
    near(d.lift, 0.5);
    near(d.liftLow, 0.3020921657);
    near(d.liftHigh, 0.6667708068);
    expect(d.verdict).to.equal('better');
  });

  it('6: a ratio of sums', () => {
    const sums = (sumNum: number, sumDen: number, squares: readonly [number, number, number]) => {
      const [sumNumSq, sumDenSq, sumNumDen] = squares;
      return {n: 100, sumNum, sumDen, sumNumSq, sumDenSq, sumNumDen};
    };
    const d = compared(pair(sums(5800, 190, [402000, 455, 12600]), sums(5200, 180, [331000, 420, 11050])));
    near(d.controlValue, 28.8888888889);
    near(d.value, 30.5263157895);
    near(d.diff, 1.6374269006);
    near(d.diffLow, -1.7384138242);
    near(d.diffHigh, 5.0132676254);
    near(d.df, 196.630985036);
    nearP(d.pValue, 0.3399672);
    near(d.lift, 0.0566802);
    near(d.liftLow, -0.0571633);
    near(d.liftHigh, 0.1838322);
  });

  it('7: adjusted for the pre-period', () => {
    const control = {n: 50, sum: 2500, preSum: 2400, sumSquares: 140000, preSumSquares: 129200, sumProducts: 131500};
    const treatment = {n: 50, sum: 2700, preSum: 2450, sumSquares: 160800, preSumSquares: 134050, sumProducts: 142300};
    const d = compared(pair(treatment, control));
    near(d.theta, 0.7678571429);
    near(d.diff, 3.2321428571);
    near(d.diffLow, -1.4263178851);
    near(d.diffHigh, 7.8906035994);
    near(d.df, 95.2237674412);
    nearP(d.pValue, 0.1716271);
    near(d.lift, 0.0646429);
    near(d.liftLow, -0.0273912);
    near(d.liftHigh, 0.1659537);
    const raw = compared(pair({n: 50, sum: 2700, sumSquares: 160800}, {n: 50, sum: 2500, sumSquares: 140000}));
    near(raw.diffLow, -2.9441895353);
    near(raw.diffHigh, 10.9441895353);
  });

  it('8: any-time intervals are the planned multiple of the standard error, p as printed', () => {
    const plans = [
      [1000, 3.363887726, 0.0375414369597],
      [5000, 3.03520899, 0.0129776133671],
      [20000, 3.127114144, 0.0150922026493],
    ] as const;
    for (const [customers, multiplier, p] of plans) {
      const n = customers / 2;
      // Two groups whose difference lies 3.5 standard errors from 0.
      const diff = 3.5 * Math.sqrt(2 / n);
      const rows = pair({n, mean: 10 + diff, sd: 1}, {n, mean: 10, sd: 1});
      const d = compared({rows, planned: 5000}, {anyTime: true});
      expect((d.diff! - d.diffLow!) / d.se!).to.be.closeTo(multiplier, 1e-8);
      nearP(d.pValue, p);
    }
  });

  it('9: the Bayesian view with its prior', () => {
    const {bayesian} = compared(rates([9, 20], [4, 20]), {bayesian: true});
    near(bayesian?.probability, 0.949939067);
    near(bayesian?.lossOfTreatment, 0.002975693);
    near(bayesian?.lossOfControl, 0.23024842);
    expect(bayesian?.prior).to.deep.equal({a: 1, b: 1});
  });

  it('10: a sample-ratio mismatch comes before every verdict', () => {
    const rows = rates([90000, 821588], [80000, 815482]);
    const metrics = measured({rows, allocation: {C: 1, T: 1}});
    expect(metrics.balance.status).to.equal('mismatch');
    near(metrics.balance.chiSquare, 22.774369);
    nearP(metrics.balance.pValue, 1.82179287e-6);
    expect(metrics.metrics[0]!.comparisons[0]!.verdict).to.equal('untrusted');
    expect(measured({rows}).balance.status).to.equal('not-checked');
  });

  it('12: increments, their value and their cost', () => {
    const rows = rates([660, 6000], [540, 6000]).map((row) => ({...row, metric: 'Bought'}));
    const d = compared({rows, metrics: [{id: 'Bought', valuePerConversion: 50, cost: 4000}]});
    near(d.diffLow, 0.0092690694);
    near(d.diffHigh, 0.0307450265);
    nearP(d.pValue, 0.000264673435);
    const {incremental, iroas, costPerIncremental} = d.increments!.perPeriod;
    near(incremental.value, 120);
    near(incremental.low, 55.6144163966);
    near(incremental.high, 184.470158735);
    near(iroas.value, 1.5);
    near(iroas.low, 0.6951802055);
    near(iroas.high, 2.3058769842);
    near(costPerIncremental.low, 21.6837239552);
    near(costPerIncremental.high, 71.9237970308);
    near(d.minimumDetectable, 0.0146381);
  });

  it('13: segments together by Mantel–Haenszel', () => {
    const rows = [
      ...rates([55, 510], [40, 500]).map((row) => ({...row, segment: 'A'})),
      ...rates([96, 590], [90, 600]).map((row) => ({...row, segment: 'B'})),
    ];
    const strata = measured(rows).metrics[0]!.strata[0]!;
    near(strata.diff, 0.0196584);
    near(strata.se, 0.014164);
    near(strata.diffLow, -0.0081026);
    near(strata.diffHigh, 0.0474194);
    near(strata.heterogeneity?.q, 0.2938103);
  });

  it('reads 80,000 × (2.81 % − 2.36 %) as 360 a week and 4,680 a quarter', () => {
    const rows = rates([2810, 100000], [2360, 100000]).map((row) => ({...row, metric: 'Win-back'}));
    const {increments} = compared({rows, metrics: [{id: 'Win-back', customers: 80000, per: 'week'}]});
    expect(increments?.perPeriod.incremental.value).to.be.closeTo(360, 1e-9);
    expect(increments?.perQuarter?.incremental.value).to.be.closeTo(4680, 1e-8);
    expect(increments?.perPeriod.incremental.low).to.be.lessThan(360);
  });
});
