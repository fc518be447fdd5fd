import {expect} from 'chai';
import {cohortRetention} from '../../../src/charts/cohort-retention/definition.js';
import type {CohortRetentionOptions} from '../../../src/charts/cohort-retention/metrics.js';
import {localeOf} from '../../../src/locale/locale.js';
import {measured, optionsWith, seriesIn} from './cohorts.js';

const row = (cohort: string, series?: string, [size, retained] = [200, 100]) => ({
  ...{cohort, size, period: 1, retained},
  ...(series ? {series} : {}),
});
const notesOf = (json: unknown, some: Partial<CohortRetentionOptions>): string =>
  cohortRetention.notes(measured(json, some), {locale: localeOf('en'), options: optionsWith(some)}).join('\n');

describe('the place of a cohort in time', () => {
  const placesIn = (json: unknown, some: Partial<CohortRetentionOptions>) => {
    const {series} = measured(json, {view: 'trend', age: 1, ...some});
    const all = new Map(series.flatMap(({trend}) => trend.map(({cohort, place}) => [cohort, place] as const)));
    for (const {trend} of series) for (const {cohort, place} of trend) expect(place, cohort).to.equal(all.get(cohort));
    return [...all].sort(([, a], [, b]) => a - b).map(([cohort]) => cohort);
  };

  it('is one for all series, also in groups', () => {
    const [early, late] = [
      ['2025-01', '2025-04', '2025-07', '2025-10'].map((cohort) => row(cohort, 'web')),
      ['2025-07', '2025-10', '2026-01'].map((cohort) => row(cohort, 'app')),
    ];
    const quarters = ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1'];
    for (const rows of [
      [...early, ...late],
      [...late, ...early],
    ])
      expect(placesIn({rows}, {group: 'quarter'})).to.deep.equal(quarters);
  });

  it('is that of the lists together where cohorts are no dates', () => {
    const rows = [
      ...['spring', 'autumn'].map((cohort) => row(cohort, 'web')),
      ...['winter', 'spring', 'summer'].map((cohort) => row(cohort, 'app')),
      row('fair', 'shop'),
    ];
    expect(placesIn({rows}, {})).to.deep.equal(['winter', 'spring', 'summer', 'autumn', 'fair']);
  });
});

describe('a plan from cohort to cohort', () => {
  const plan = [{period: 1, rate: 0.3, step: 0.01, cohort: '2026-01'}];
  const plansIn = (json: object, some: Partial<CohortRetentionOptions> = {}) =>
    seriesIn({plan, ...json}, {view: 'trend', age: 1, ...some}).trend.map((point) => point.plan);

  it('is pooled by size where cohorts are', () => {
    const rows = [row('2026-01', undefined, [100, 31]), row('2026-02', undefined, [300, 93]), row('2026-04')];
    // (100 × 30 % + 300 × 31 %) / 400, then April alone.
    const [first, second] = plansIn({rows}, {group: 'quarter'});
    expect(first).to.be.closeTo(0.3075, 1e-12);
    expect(second).to.be.closeTo(0.33, 1e-12);
  });

  it('is that of the chosen cohorts of a group', () => {
    const rows = ['2026-01', '2026-02', '2026-03'].map((cohort) => row(cohort));
    const [pooled] = plansIn({rows}, {group: 'quarter', cohorts: '2026-02, 2026-03'});
    expect(pooled).to.be.closeTo(0.315, 1e-12);
  });

  it('is none of a group in which a cohort has none', () => {
    const rows = ['2025-12', '2026-01', '2026-02'].map((cohort) => row(cohort));
    expect(plansIn({rows}, {group: 'year'})).to.deep.equal([null, 0.305]);
  });

  it('takes cohorts that are no dates in their order', () => {
    const named = [{period: 1, rate: 0.3, step: 0.02, cohort: 'second'}];
    const rows = ['first', 'second', 'third'].map((cohort) => row(cohort));
    expect(plansIn({plan: named, rows})).to.deep.equal([null, 0.3, 0.32]);
  });

  it('ends where the next begins', () => {
    const rows = ['2026-01', '2026-02', '2026-03'].map((cohort) => row(cohort));
    const two = [...plan, {period: 1, rate: 0.5, cohort: '2026-03'}];
    expect(plansIn({plan: two, rows})).to.deep.equal([0.3, 0.31, 0.5]);
  });

  it('says where there is none, and where it is compared', () => {
    const rows = ['2025-12', '2026-01', '2026-02'].map((cohort) => row(cohort));
    const note = /No plan at Month 1 for (.*) complete cohorts\./;
    expect(notesOf({rows, plan}, {view: 'trend', age: 1})).to.match(note);
    expect(note.exec(notesOf({rows, plan}, {view: 'trend', age: 1}))![1]).to.equal('1 of the 3');
    const elsewhere = [{...plan[0], cohort: 'Wave 1'}];
    expect(note.exec(notesOf({rows, plan: elsewhere}, {view: 'trend', age: 1}))![1]).to.equal('3 of the 3');
    expect(notesOf({rows}, {view: 'trend', age: 1})).not.to.match(note);
    expect(notesOf({rows, plan}, {view: 'curves'})).to.include('compared only in the trend');
  });
});
