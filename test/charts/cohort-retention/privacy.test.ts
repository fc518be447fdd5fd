import {expect} from 'chai';
import {COMPLETE, STATES, WITHHELD} from '../../../src/charts/cohort-retention/cells.js';
import {cohortRetention} from '../../../src/charts/cohort-retention/definition.js';
import type {CurvePoint} from '../../../src/charts/cohort-retention/curve.js';
import type {CohortRetentionMetrics, CohortRetentionOptions} from '../../../src/charts/cohort-retention/metrics.js';
import type {CohortRow} from '../../../src/charts/cohort-retention/schema.js';
import {localeOf} from '../../../src/locale/locale.js';
import fc from '../../support/fast-check.js';
import {perTier} from '../../support/tier.js';
import {cohortRows, measured, optionsWith, seriesIn} from './cohorts.js';

const FLOOR = 5;

type Asked = Partial<CohortRetentionOptions>;

interface Case {
  readonly rows: readonly CohortRow[];
  readonly asked: Asked;
}

const kept = fc.oneof({weight: 3, arbitrary: fc.integer({min: 0, max: 4})}, fc.integer({min: 5, max: 14}));

/** A triangle of a few cohorts with many small counts, in one series or two, and a way to look at it. */
const cases: fc.Arbitrary<Case> = fc
  .record({
    counts: fc.array(fc.array(kept, {minLength: 1, maxLength: 3}), {minLength: 2, maxLength: 8}),
    isFalling: fc.boolean(),
    isTwo: fc.boolean(),
    mean: fc.constantFrom('', 'pooled', 'chained', 'simple' as const),
    relative: fc.constantFrom('start', 'start', 'previous' as const),
    age: fc.integer({min: 1, max: 3}),
  })
  .map(({counts, isFalling, isTwo, ...asked}): Case => {
    const rows = counts.flatMap((row, index) => {
      const own = isFalling ? row.toSorted((a, b) => b - a) : row;
      const series = isTwo ? (index % 2 ? 'web' : 'shop') : null;
      return cohortRows(`2026-${String(index + 1).padStart(2, '0')}`, [20 + index, ...own]).map((d) => ({
        ...d,
        series,
      }));
    });
    return {rows, asked: {...asked, mode: isFalling ? 'still-active' : 'bounded'}};
  });

const told = (curve: readonly CurvePoint[]) => curve.filter(({rate}) => rate !== null);

/** Every number that is told of more than one cohort, by its place; null where it is withheld. */
function sumsIn({series, comparisons}: CohortRetentionMetrics): Map<string, number | null> {
  const sums = new Map<string, number | null>();
  const tell = (place: string, value: unknown): void => {
    if (typeof value === 'number' || value === null) sums.set(place, value);
    else if (typeof value === 'object') for (const [key, part] of Object.entries(value)) tell(`${place}.${key}`, part);
  };
  for (const [index, {curve, likeForLike, change, medianAge}] of series.entries()) {
    for (const point of told(curve)) tell(`${index} mean ${point.age}`, point);
    for (const point of told(likeForLike ?? [])) tell(`${index} chained ${point.age}`, point);
    if (change) tell(`${index} change`, change);
    if (medianAge !== null) tell(`${index} median`, medianAge);
  }
  for (const one of comparisons) tell(`against ${one.series}`, one);
  return sums;
}

/** Whether all numbers that are shown are what they would be: the sums of the very same cells, small ones as well. */
const agrees = (shown: ReadonlyMap<string, number | null>, whole: ReadonlyMap<string, number | null>): boolean =>
  [...shown].every(
    ([place, value]) => value === null || Math.abs(value - (whole.get(place) ?? NaN)) <= 1e-12 * (1 + Math.abs(value)),
  );

const small = (count: number | null | undefined) => typeof count === 'number' && count > 0 && count < FLOOR;

/** The rows that are withheld. */
function hiddenIn({rows, asked}: Case): number[] {
  const {series, ages} = measured({rows}, {...asked, minCell: FLOOR});
  return rows.flatMap(({cohort, period, retained, ...row}, place) => {
    const own = series.find((d) => d.series === row.series)!;
    const cell = own.cohorts.indexOf(cohort) * ages.length + ages.indexOf(period);
    // Of the age before a larger number is told by the age after.
    const isHidden = own.cells.states[cell] === WITHHELD && (asked.relative !== 'previous' || small(retained));
    return isHidden ? [place] : [];
  });
}

/** The hidden rows that could be nothing else, knowing every shown number and that a hidden count is 1 or more. */
function solvedIn(one: Case): string[] {
  const {rows, asked} = one;
  const shown = sumsIn(measured({rows}, {...asked, minCell: FLOOR}));
  const hidden = hiddenIn(one);
  const seen = new Map(hidden.map((place) => [place, new Set([rows[place]!.retained!])]));
  const guess = rows.map((row) => ({...row}));
  const isOpen = () => [...seen.values()].every((values) => values.size > 1);
  const tryFrom = (index: number): void => {
    const place = hidden[index];
    if (isOpen()) return;
    if (place === undefined) {
      if (agrees(shown, sumsIn(measured({rows: guess}, asked))))
        for (const at of hidden) seen.get(at)!.add(guess[at]!.retained!);
      return;
    }
    const truth = rows[place]!.retained!;
    // Two lists with the same sums differ by one more here and one less there, again and again.
    for (const count of [truth, truth - 1, truth + 1])
      if (count > 0) {
        guess[place]!.retained = count;
        tryFrom(index + 1);
      }
    guess[place]!.retained = truth;
  };
  tryFrom(0);
  return [...seen].flatMap(([place, {size}]) => (size > 1 ? [] : [`${rows[place]!.cohort} ${rows[place]!.period}`]));
}

const numRuns = perTier({fast: 150, gate: 1_000, deep: 5_000});

describe('small groups of cohorts', () => {
  it('cannot be computed from means, like-for-like means, halves and comparisons', function () {
    this.timeout(300_000);
    let told = 0;
    const few = cases.filter((one) => hiddenIn(one).length <= 8);
    fc.assert(
      fc.property(few, (one) => {
        const {series} = measured({rows: one.rows}, {...one.asked, minCell: FLOOR});
        const isTold = series.some(
          ({cells, curve}) => cells.states.includes(4) && curve.some(({rate}) => rate !== null),
        );
        if (isTold) told++;
        expect(solvedIn(one)).to.deep.equal([]);
      }),
      {numRuns},
    );
    expect(told / numRuns, 'share with something withheld beside a mean').to.be.above(0.2);
  });

  it('leave means as they are: what is shown is what would be shown if nothing were withheld', () => {
    let differing = 0;
    fc.assert(
      fc.property(cases, ({rows, asked}) => {
        const [shown, whole] = [FLOOR, 0].map((minCell) => sumsIn(measured({rows}, {...asked, minCell})));
        if ([...shown!.values()].filter((d) => d !== null).length !== whole!.size) differing++;
        expect(agrees(shown!, whole!)).to.equal(true);
      }),
      {numRuns},
    );
    expect(differing).to.be.above(10);
  });

  it('do not lift a mean: 52 cohorts of 25 customers of whom one in five stays', () => {
    // As many cohorts with 0, 1, 2 … retained as a binomial distribution of 25 customers has.
    const shares = [0, 1, 3, 7, 10, 10, 9, 6, 3, 2, 1];
    const counts = shares.flatMap((cohorts, retained) => Array.from({length: cohorts}, () => retained));
    const rows = counts.map((retained, index) => ({cohort: `c${index}`, size: 25, period: 1, retained}));
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length / 25;
    const [point] = seriesIn({rows}, {minCell: FLOOR}).curve;
    expect(point).to.include({n: 1300, cohorts: 52});
    expect(point!.rate).to.be.closeTo(mean, 1e-12);
    const {cells} = seriesIn({rows}, {minCell: FLOOR});
    expect(cells.states.filter((state) => STATES[state] === 'withheld')).to.have.length(21);
  });

  it('take the smallest other with them where the mean would tell one, and the mean is of all', () => {
    const rows = [
      ...cohortRows('2026-01', [100, 50, 40]),
      ...cohortRows('2026-02', [100, 3, 30]),
      ...cohortRows('2026-03', [100, 20, 30]),
    ];
    const {curve, cells} = seriesIn({rows}, {minCell: FLOOR});
    expect([...cells.states].map((state) => state === WITHHELD)).to.deep.equal([
      false,
      false,
      true,
      false,
      true,
      false,
    ]);
    expect([cells.retained[4], cells.rates[4], cells.n[4]]).to.deep.equal([NaN, NaN, 100]);
    expect(curve[0]).to.deep.include({n: 300, rate: 73 / 300, isWithheld: false});
  });

  it('withhold the mean that one of them alone would tell: it is never that of the others', () => {
    const rows = cohortRows('2026-01', [100, 3, 30]);
    const {curve} = seriesIn({rows}, {minCell: FLOOR});
    expect(curve[0]).to.deep.include({n: null, rate: null, low: null, isWithheld: true});
    expect(curve[1]).to.deep.include({n: 100, rate: 0.3, isWithheld: false});
    const two = {rows: [...cohortRows('2026-01', [100, 50]), ...cohortRows('2026-02', [100, 3])]};
    expect(seriesIn(two, {minCell: FLOOR, mean: 'simple'}).curve[0], 'rates tell each other apart').to.deep.include({
      rate: null,
      isWithheld: true,
    });
    const {metrics} = cohortRetention.measure({rows}, optionsWith({minCell: FLOOR, age: 1}));
    const reading = {locale: localeOf('en'), options: optionsWith({minCell: FLOOR, age: 1})};
    expect(cohortRetention.headline(metrics!, reading)).to.deep.include({
      finding: 'withheld',
      text: 'The mean at Month 1 is withheld, as it would tell of a small group.',
    });
    expect(cohortRetention.notes(metrics!, reading).join()).to.contain('count in means');
    expect(cohortRetention.tabulate(metrics!, reading).rows[0]!.at(-1)!.text).to.equal('withheld');
  });

  it('a cohort that is small itself is in no mean: that is known before anybody stays', () => {
    const rows = [...cohortRows('2026-01', [100, 50]), ...cohortRows('2026-02', [4, 4])];
    const {curve, cells} = seriesIn({rows}, {minCell: FLOOR});
    expect(curve[0]).to.include({n: 100, rate: 0.5, cohorts: 1});
    expect([...cells.states].map((state) => state === COMPLETE)).to.deep.equal([true, false]);
  });

  it('are not told by what is wrong with them', () => {
    const rows = [
      {cohort: '2026-01', size: 3, period: 1, retained: 4},
      {cohort: '2026-02', size: 300, period: 1, retained: 400},
    ];
    const {issues} = cohortRetention.measure({rows}, optionsWith({minCell: FLOOR}));
    expect(issues.map(({expected, got}) => [expected, got])).to.deep.equal([
      ['<5', '<5'],
      ['300', '400'],
    ]);
  });

  it('stop what is built on steps: the projection is refused', () => {
    const json = {mode: 'still-active', rows: [...cohortRows('2026-01', [100, 50, 30, 20, 4]), ...cohortRows('2026-02', [100, 50, 30, 20])]}; // prettier-ignore
    expect(seriesIn(json, {projection: 3}).projection?.refused).to.not.equal('withheld');
    expect(seriesIn(json, {projection: 3, minCell: FLOOR}).projection?.refused).to.equal('withheld');
  });
});
