import {expect} from 'chai';
import {STATES} from '../../../src/charts/cohort-retention/cells.js';
import type {CurvePoint} from '../../../src/charts/cohort-retention/curve.js';
import type {CohortRow} from '../../../src/charts/cohort-retention/schema.js';
import {kaplanMeier} from '../../../src/statistics/survival.js';
import {wilson} from '../../../src/statistics/proportion.js';
import fc from '../../support/fast-check.js';
import {forAny} from '../../support/for-any.js';
import {cohortRows, measured, optionsWith, seriesIn, twoCohorts} from './cohorts.js';
import {cohortRetention} from '../../../src/charts/cohort-retention/definition.js';
import {localeOf} from '../../../src/locale/locale.js';

const rates = (points: readonly CurvePoint[]) => points.map(({rate}) => rate);

/** To 1e-7: what is expected was computed apart, with ten digits. */
type Figures = Omit<Partial<CurvePoint>, 'isWithheld'>;
const expectLike = (point: Figures | undefined, expected: Figures): void => {
  for (const [name, value] of Object.entries(expected))
    expect(point?.[name as keyof Figures], name).to.be.closeTo(value!, 1e-7);
};

describe('worked example 14', () => {
  it('pools cohorts by size, complete cells only', () => {
    const {curve} = seriesIn(twoCohorts);
    expectLike(curve[0], {n: 1000, cohorts: 2, rate: 0.52, low: 0.4890177247, high: 0.550829205});
    expectLike(curve[1], {n: 400, cohorts: 1, rate: 0.45, low: 0.401952228, high: 0.4989990014});
  });

  it('chains like for like', () => {
    const {likeForLike, curve} = seriesIn(twoCohorts);
    expectLike(likeForLike![1], {rate: (0.52 * 180) / 220});
    expect(likeForLike![1]!.rate).to.be.closeTo(0.4254545455, 1e-7);
    expect(rates(seriesIn(twoCohorts, {mean: 'chained'}).curve)).to.deep.equal(rates(likeForLike!));
    expect(curve[1]!.rate, 'the pooled curve may stand higher').to.be.above(likeForLike![1]!.rate!);
  });

  it('still active: Kaplan–Meier with log-log limits', () => {
    const {curve, mean, medianAge} = seriesIn({...twoCohorts, mode: 'still-active'});
    expect(mean).to.equal('survival');
    expectLike(curve[0], {rate: 0.52, low: 0.4885712616, high: 0.5504554166});
    expectLike(curve[1], {rate: 0.4254545455, low: 0.3885756642, high: 0.4617996875});
    expect(medianAge).to.equal(2);
  });
});

describe('ages that some cohorts lack', () => {
  // Example 14, in which one cohort also says that all were there at the start.
  const half = {rows: [...twoCohorts.rows, {cohort: '2026-02', size: 600, period: 0, retained: 600}]};

  it('a cohort without a row of age 0 starts with its size', () => {
    const {curve, medianAge} = seriesIn({...half, mode: 'still-active'});
    expectLike(curve[1], {rate: 0.52, low: 0.4885712616, high: 0.5504554166});
    expectLike(curve[2], {rate: 0.4254545455, low: 0.3885756642, high: 0.4617996875});
    expect(medianAge).to.equal(2);
    expectLike(seriesIn(half, {mean: 'chained'}).curve[2], {rate: 0.4254545455});
    expectLike(seriesIn(half, {relative: 'previous'}).curve[1], {n: 1000, rate: 0.52});
  });

  it('who has left at age 0 has left: the mean of one cohort is that cohort', () => {
    const kept = [900, 800, 400, 380];
    const rows = kept.map((retained, period) => ({cohort: '2026-01', size: 1000, period, retained}));
    const {curve, cells} = seriesIn({rows, mode: 'still-active'});
    curve.forEach(({rate}, column) => expect(rate).to.be.closeTo(cells.rates[column]!, 1e-12));
    // Kaplan–Meier without censoring is the share itself, Greenwood's variance the binomial one.
    const [low, high] = [1, -1].map((sign) => {
      const reach = (1.959963985 * Math.sqrt(0.62 / 0.38 / 1000)) / Math.log(0.38);
      return Math.exp(Math.log(0.38) * Math.exp(-sign * reach));
    });
    expectLike(curve[3], {rate: 0.38, low: low!, high: high!});
  });

  it('a cohort without a size is in no mean, and leaves it to the others', () => {
    const rows = [...twoCohorts.rows, {cohort: '2026-03', period: 1, retained: 50}];
    expectLike(seriesIn({rows}).curve[0], {n: 1000, rate: 0.52});
  });
});

describe('rates of the age before', () => {
  const rates = [0.869, 0.743, 0.653, 0.593, 0.551, 0.517, 0.491];
  const rows = cohortRows('2026-01', [1000, ...rates.map((rate) => rate * 1000)]);
  const steps = (some: object) =>
    seriesIn({rows, mode: 'still-active', plan: [{period: 2, rate: 0.7}]}, {relative: 'previous', ...some});

  it('are no place for what is of the start: plan, median and projection', () => {
    const {curve, trend, medianAge, projection} = steps({projection: 3, age: 2});
    expect(curve.every(({plan}) => plan === null)).to.equal(true);
    expect(trend[0]!.plan).to.equal(null);
    expect(medianAge).to.equal(null);
    expect(projection?.refused).to.equal('stepwise');
    expect(measured({rows, plan: [{period: 2, rate: 0.7}]}, {relative: 'previous'}).plan).to.deep.equal([]);
  });

  it('are not chained, which would make them of the start again', () => {
    expect(steps({mean: 'chained'}).curve.map(({rate}) => rate)).to.deep.equal(steps({}).curve.map(({rate}) => rate));
  });
});

describe('what is complete', () => {
  const triangle = (asOf: string | null) => ({
    unit: 'month',
    asOf,
    rows: [
      ...cohortRows('2026-01', [100, 50, 40, 5]),
      ...cohortRows('2026-02', [100, 60, 6]),
      ...cohortRows('2026-03', [100, 0]),
    ],
  });
  const statesOf = (json: unknown) => [...seriesIn(json).cells.states].map((state) => STATES[state]);

  it('is what the last customer of the cohort has passed', () => {
    expect(statesOf(triangle('2026-04-15'))).to.deep.equal([
      ...['complete', 'complete', 'running'],
      ...['complete', 'running', 'future'],
      ...['running', 'future', 'future'],
    ]);
    expect(statesOf(triangle('2026-04-30'))[2], 'the month is over').to.equal('complete');
  });

  it('leaves the last diagonal out of the mean, so that no line falls because of it', () => {
    expect(rates(seriesIn(triangle('2026-04-15')).curve)).to.deep.equal([0.55, 0.4]);
  });

  it('counts a cohort with 0 returns', () => {
    expect(seriesIn(triangle('2026-04-30')).curve[0]).to.include({n: 300, cohorts: 3, rate: 110 / 300});
  });

  it('takes zeros of the future for what they are', () => {
    const rows = [...triangle(null).rows, {cohort: '2026-03', size: 100, period: 3, retained: 0}];
    expect(statesOf({...triangle('2026-04-15'), rows})[8]).to.equal('future');
  });

  it('believes the data first', () => {
    const rows = triangle(null).rows.map((row) => ({...row, incomplete: row.period === 1}));
    expect(statesOf({...triangle('2026-04-15'), rows}).filter((state) => state === 'running')).to.have.length(3);
    expect(seriesIn({...triangle('2026-04-15'), rows}).curve[0]!.rate, 'no complete cohort').to.equal(null);
  });

  it('tells what is not known from what is not yet', () => {
    const rows = [...cohortRows('2026-01', [100, null, 40]), ...cohortRows('2026-02', [100, 50])];
    expect(statesOf({unit: 'month', asOf: '2026-03-31', rows})).to.deep.equal([
      ...['unknown', 'complete'],
      ...['complete', 'future'],
    ]);
  });

  it('knows the last customer of a week and of 45 days', () => {
    const week = (asOf: string) =>
      statesOf({
        unit: 'day',
        asOf,
        rows: ['2026-01-05', '2026-01-12'].map((cohort) => ({cohort, size: 50, period: 45, retained: 9})),
      });
    expect(week('2026-02-24')).to.deep.equal(['running', 'running']);
    expect(week('2026-02-25'), '45 days after Sunday, 11 January').to.deep.equal(['complete', 'running']);
  });

  it('takes everything for complete where nobody says, and tells so', () => {
    expect(measured(triangle(null)).completeness).to.equal('nobody');
    expect(measured(triangle('2026-04-15')).completeness).to.equal('as-of');
  });
});

describe('what a mean is made of', () => {
  it('leaves out cohorts that began before the data, unless asked', () => {
    const json = {...twoCohorts, leftTruncated: ['2026-01']};
    expect(rates(seriesIn(json).curve)).to.deep.equal([0.5]);
    expect(rates(seriesIn(json, {poolTruncated: true}).curve)).to.deep.equal([0.52, 0.45]);
  });

  it('leaves out small groups, which are withheld everywhere', () => {
    const {cells, sizes, curve} = seriesIn(
      {rows: [...twoCohorts.rows, ...cohortRows('2026-03', [4, 4])]},
      {minCell: 5},
    );
    expect(STATES[cells.states[4]!]).to.equal('withheld');
    expect([cells.retained[4], cells.rates[4], cells.n[4], sizes[2]]).to.deep.equal([NaN, NaN, NaN, NaN]);
    expect(curve[0]!.n).to.equal(1000);
  });

  it('hides cells in which few are retained, but not those in which nobody is, and counts them all', () => {
    const rows = [
      ...twoCohorts.rows,
      ...cohortRows('2026-03', [200, 4]),
      ...cohortRows('2026-04', [200, 0]),
      ...cohortRows('2026-05', [200, 2]),
    ];
    const {cells, sizes, curve} = seriesIn({rows}, {minCell: 5});
    expect(STATES[cells.states[4]!]).to.equal('withheld');
    expect([cells.retained[4], cells.rates[4], cells.n[4], sizes[2]]).to.deep.equal([NaN, NaN, 200, 200]);
    expect(STATES[cells.states[6]!]).to.equal('complete');
    expect(curve[0]!).to.include({n: 1600, cohorts: 5, rate: 526 / 1600});
  });

  it('stops where no cohort is complete', () => {
    const rows = [...cohortRows('2026-01', [100, 50, 9]), ...cohortRows('2026-02', [100, 50])];
    expect(seriesIn({unit: 'month', asOf: '2026-03-31', rows}).curve).to.have.length(2);
    expect(seriesIn({unit: 'month', asOf: '2026-03-30', rows}).curve).to.have.length(1);
  });

  it('relates to the age before', () => {
    expect(rates(seriesIn(twoCohorts, {relative: 'previous'}).curve)).to.deep.equal([0.52, 180 / 220]);
  });

  it('groups by quarter, and chooses', () => {
    const grouped = seriesIn(twoCohorts, {group: 'quarter'});
    expect(grouped.cohorts).to.deep.equal(['2026-Q1']);
    expect(grouped.sizes[0]).to.equal(1000);
    expect(rates(grouped.curve), 'February has no second month, so the quarter has none').to.deep.equal([0.52]);
    expect(seriesIn(twoCohorts, {cohorts: '2026-02'}).cohorts).to.deep.equal(['2026-02']);
  });
});

/** Cohorts of one year with counts that may rise; the last ones are known for fewer ages. */
const anyRows = fc
  .array(fc.tuple(fc.integer({min: 1, max: 900}), fc.array(fc.double({min: 0, max: 1, noNaN: true}), {maxLength: 6})), {
    minLength: 1,
    maxLength: 12,
  })
  .map((cohorts) =>
    cohorts.flatMap(([size, shares], index) =>
      cohortRows(`2026-${String(index + 1).padStart(2, '0')}`, [
        size,
        ...shares.map((share) => Math.round(share * size)),
      ]),
    ),
  )
  .filter((rows) => rows.length > 0);

describe('properties', () => {
  it('the pooled mean is all customers together', () => {
    forAny(anyRows, (rows) => {
      for (const {age, rate, n, low} of seriesIn({rows}).curve) {
        const own = rows.filter(({period}) => period === age);
        const size = own.reduce((sum, row) => sum + row.size!, 0);
        const kept = own.reduce((sum, row) => sum + row.retained!, 0);
        expect([n, rate, low]).to.deep.equal([size, kept / size, wilson(kept, size)!.low]);
      }
    });
  });

  it('the order of rows does not matter', () => {
    const shuffled = anyRows.chain((rows) =>
      fc.shuffledSubarray(rows, {minLength: rows.length}).map((mixed): [CohortRow[], CohortRow[]] => [rows, mixed]),
    );
    forAny(shuffled, ([rows, mixed]) => expect(measured({rows: mixed})).to.deep.equal(measured({rows})));
  });

  it('splitting a cohort in two of the same age leaves the pooled curve', () => {
    forAny(fc.tuple(anyRows, fc.double({min: 0, max: 1, noNaN: true})), ([rows, share]) => {
      const [first] = rows;
      const part = Math.floor(first!.size! * share);
      const split = rows.flatMap((row): CohortRow[] => {
        if (row.cohort !== first!.cohort) return [row];
        const kept = Math.min(part, row.retained!);
        const rest = {...row, cohort: '2025-12', size: row.size! - part, retained: row.retained! - kept};
        return rest.retained > rest.size ? [row] : [{...row, size: part, retained: kept}, rest];
      });
      const isWhole = split.length === rows.length + rows.filter(({cohort}) => cohort === first!.cohort).length;
      if (isWhole) expect(rates(seriesIn({rows: split}).curve)).to.deep.equal(rates(seriesIn({rows}).curve));
    });
  });

  it('where counts only fall, the chained mean is Kaplan–Meier', () => {
    const falling = anyRows.map((rows) => {
      const least = new Map<string, number>();
      return rows.map((row) => {
        const retained = Math.min(row.retained!, least.get(row.cohort) ?? Infinity);
        least.set(row.cohort, retained);
        return {...row, retained};
      });
    });
    forAny(falling, (rows) => {
      const chained = rates(seriesIn({rows, mode: 'still-active'}, {mean: 'chained'}).curve);
      const survival = rates(seriesIn({rows, mode: 'still-active'}).curve);
      survival.forEach((rate, index) => expect(chained[index]).to.be.closeTo(rate!, 1e-12));
    });
  });
});

describe('plan and comparison', () => {
  it('a plan path rises a step a week and is held after its end', () => {
    const weeks = ['2026-01-05', '2026-01-12', '2026-01-19', '2026-01-26'];
    const rows = weeks.map((cohort) => ({cohort, size: 1000, period: 45, retained: 290}));
    const plan = [{period: 45, rate: 0.2934, step: 0.0006, cohort: weeks[0], until: weeks[2]}];
    const {trend} = seriesIn({unit: 'day', rows, plan}, {age: 45});
    const expected = [0.2934, 0.294, 0.2946, 0.2946];
    trend.forEach((point, index) => expect(point.plan).to.be.closeTo(expected[index]!, 1e-12));
    expect(trend[0]!.gap).to.include({verdict: 'near'});
  });

  it('tells of every series its median age and what it is against plan', () => {
    const {curve} = seriesIn({...twoCohorts, mode: 'still-active', plan: [{period: 2, rate: 0.45}]});
    expect(curve[1]!.plan!.verdict).to.equal('near');
    const rows = ['web', 'shop'].flatMap((series) => twoCohorts.rows.map((one) => ({...one, series})));
    const json = {mode: 'still-active', rows, plan: [{period: 2, rate: 0.5}]};
    const reading = {locale: localeOf('en'), options: optionsWith()};
    const notes = cohortRetention.notes(measured(json), reading).join('\n');
    for (const series of ['web', 'shop']) {
      expect(notes).to.contain(`${series}: Half or fewer are left at Month 2.`);
      expect(notes).to.contain(`${series}: Against plan: 0 clearly above, 1 clearly below, 0 without a clear gap.`);
    }
  });

  it('calls a gap clear only when the plan lies outside the interval', () => {
    const gapOf = (rate: number) => seriesIn({...twoCohorts, plan: [{period: 1, rate}]}).curve[0]!.plan!.verdict;
    expect([0.48, 0.49, 0.55, 0.56].map(gapOf)).to.deep.equal(['above', 'near', 'near', 'below']);
  });

  it('compares two series by Newcombe', () => {
    // Worked example 2: 56 of 70 against 48 of 80.
    const rows = [
      {cohort: 'a', series: 'C', size: 80, period: 1, retained: 48},
      {cohort: 'a', series: 'T', size: 70, period: 1, retained: 56},
    ];
    const [comparison] = measured({rows}, {age: 1}).comparisons;
    expect(comparison!.diff).to.be.closeTo(0.2, 1e-12);
    expect(comparison!.diffLow).to.be.closeTo(0.0524315, 5.1e-8);
    expect(comparison!.diffHigh).to.be.closeTo(0.3338727, 5.1e-8);
    expect(comparison!.pValue).to.be.closeTo(0.00813314, 5.1e-9);
  });

  it('compares several series with intervals that hold together', () => {
    const of = (series: string, size: number, retained: number) => ({cohort: 'a', period: 1, series, size, retained});
    const json = {rows: [of('C', 80, 48), of('T', 70, 56), of('U', 80, 49)]};
    const {comparisons} = measured(json, {age: 1});
    // Newcombe's method at 97.5 %, computed in Python with statistics.NormalDist.
    expect(comparisons[0]!.level).to.be.closeTo(0.975, 1e-12);
    expect(comparisons[0]!.diffLow).to.be.closeTo(0.030885524518377644, 1e-9);
    expect(comparisons[0]!.diffHigh).to.be.closeTo(0.3514756700759255, 1e-9);
    const reading = {locale: localeOf('en'), options: optionsWith()};
    expect(cohortRetention.notes(measured(json), reading)).to.include(
      'The 2 differences have intervals of 97.5% each, which hold together at 95.0%.',
    );
    const two = cohortRetention.notes(measured({rows: json.rows.slice(0, 2)}), reading).join();
    expect(two).not.to.include('hold together');
  });

  it('compares survival by its own limits', () => {
    const of = (series: string, row: readonly number[]) => cohortRows('2026-01', row).map((d) => ({...d, series}));
    const rows = [...of('a', [400, 220, 180]), ...of('b', [600, 300, 200])];
    const [comparison] = measured({mode: 'still-active', rows}, {age: 2}).comparisons;
    const last = (steps: readonly number[]) =>
      kaplanMeier(steps.slice(1).map((kept, index) => ({n: steps[index]!, kept})))[1]!;
    const [a, b] = [last([400, 220, 180]), last([600, 300, 200])];
    expect(comparison!.diffLow).to.be.closeTo(b.rate - a.rate - Math.hypot(b.rate - b.low, a.high - a.rate), 1e-12);
    expect(comparison!.pValue).to.equal(null);
  });
});

describe('projection', () => {
  const shares = [0.869, 0.743, 0.653, 0.593, 0.551, 0.517, 0.491];
  const regular = {rows: cohortRows('2026-01', [1000, ...shares.map((share) => share * 1000)]), mode: 'still-active'};

  it('is off unless asked for', () => {
    expect(seriesIn(regular).projection).to.equal(null);
  });

  it('continues the published curve of Fader & Hardie (2007), high end, to year 12', () => {
    const {projection} = seriesIn(regular, {projection: 5});
    if (projection?.refused !== null) throw new Error('refused');
    expect(projection.rates).to.have.length(12);
    expect(projection.rates[11], 'observed: 0.410').to.be.closeTo(0.39, 0.03);
  });

  it('is refused with a reason', () => {
    const refusedOf = (json: object) => seriesIn(json, {projection: 3}).projection?.refused;
    expect(refusedOf({...regular, mode: 'bounded'})).to.equal('may-rise');
    expect(refusedOf({...regular, rows: regular.rows.filter(({period}) => period !== 2)})).to.equal('gaps');
    expect(refusedOf({...regular, rows: regular.rows.slice(0, 2)})).to.equal('too-few-ages');
  });
});
