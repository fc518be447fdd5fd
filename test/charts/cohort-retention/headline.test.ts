import {expect} from 'chai';
import {cohortRetention} from '../../../src/charts/cohort-retention/definition.js';
import type {CohortRetentionOptions} from '../../../src/charts/cohort-retention/metrics.js';
import {localeOf} from '../../../src/locale/locale.js';
import {newcombe} from '../../../src/statistics/proportion-difference.js';
import {cohortRows, measured, optionsWith, twoCohorts} from './cohorts.js';

type Asked = Partial<CohortRetentionOptions>;

const reading = (some: Asked, tag = 'en') => ({locale: localeOf(tag), options: optionsWith(some)});
const headlineOf = (json: unknown, some: Asked = {}, tag = 'en') =>
  cohortRetention.headline(measured(json, some), reading(some, tag));
const notesOf = (json: unknown, some: Asked = {}, tag = 'en') =>
  cohortRetention.notes(measured(json, some), reading(some, tag)).join('\n');

before(() => cohortRetention.learn('zh-CN'));

const counted = (series: string, size: number, retained: number) => ({
  cohort: '2026-01',
  period: 1,
  size,
  retained,
  series,
});

describe('why there is no mean', () => {
  const running = {rows: [{cohort: '2026-01', size: 100, period: 1, retained: 5, incomplete: true}]};
  const unsized = {rows: [{cohort: '2026-01', period: 1, rate: 0.25}]};
  const cases: readonly [string, unknown, Asked, string, string][] = [
    ['nothing is over', running, {}, 'none', 'No cohort has completed a period yet.'],
    ['sizes are missing', unsized, {}, 'unsized', 'No mean: the sizes of the cohorts are not given.'],
    ['a simple mean needs none', unsized, {mean: 'simple'}, 'plain', '25.0% at Month 1.'],
    ['the age is not in the data', twoCohorts, {age: 99}, 'absent', 'The data do not have Month 99.'],
    [
      'the age is not over',
      {asOf: '2026-03-31', rows: [...twoCohorts.rows, {cohort: '2026-02', size: 600, period: 3}]},
      {age: 3},
      'unknown',
      'No complete value is known at Month 3.',
    ],
    [
      'it is over and not known',
      {asOf: '2026-12-31', rows: [{cohort: '2026-01', size: 100, period: 1, retained: null}]},
      {},
      'unknown',
      'No complete value is known at Month 1.',
    ],
    [
      'there are no customers',
      {rows: [{cohort: '2026-01', size: 0, period: 1, retained: 0}]},
      {},
      'nobody',
      'The cohorts have no customers.',
    ],
    [
      'all began before the data',
      {leftTruncated: ['2026-01'], rows: cohortRows('2026-01', [100, 50])},
      {},
      'outside',
      'No cohort that is complete at Month 1 enters the mean.',
    ],
  ];
  for (const [name, json, some, finding, text] of cases)
    it(name, () => expect(headlineOf(json, some)).to.deep.include({finding, text}));

  it('follows an age in the trend without any mean', () => {
    expect(measured(unsized).age).to.equal(1);
    expect(measured(unsized).series[0]!.trend[0]!.rate).to.equal(0.25);
  });
});

describe('how sure', () => {
  const months = (retained: readonly number[]) =>
    retained.map((kept, index) => ({cohort: `2026-0${index + 1}`, size: 1000, period: 1, retained: kept}));

  it('calls the newer half what it is, with the interval of the difference', () => {
    const better = headlineOf({rows: months([200, 210, 300, 310])});
    const {diffLow, diffHigh} = newcombe({count: 610, n: 2000}, {count: 410, n: 2000})!;
    expect(better.facts).to.deep.include({diffLow, diffHigh, since: '2026-03'});
    expect(better.text).to.equal(
      'The newer half of the cohorts (since Mar 2026) does better at Month 1: 30.5% against 20.5% (+7.3 pp to +12.7 pp).',
    );
    expect(headlineOf({rows: months([200, 210, 205, 206])}).text).to.match(
      /^No clear change at Month 1: 20.6% in the newer half of the cohorts \(since Mar 2026\), 20.5% in the older \(-2/,
    );
    expect(headlineOf({rows: months([200, 210, 300, 310])}, {}, 'zh').text).to.match(
      /^较新的一半群组（.*起）.*（\+7\.3.*）。$/,
    );
  });

  it('tells of the series that differs most clearly, not of the smallest', () => {
    const json = {rows: [counted('web', 5000, 2000), counted('app', 5000, 1750), counted('shop', 12, 7)]};
    const {text, finding} = headlineOf(json);
    expect(finding).to.equal('less');
    expect(text).to.equal('app retains less at Month 1: 35.0% against 40.0% in web (-7.2 pp to -2.8 pp).');
    const {diffLow, diffHigh} = newcombe({count: 1750, n: 5000}, {count: 2000, n: 5000}, 0.975)!;
    expect([diffLow, diffHigh].map((d) => (d * 100).toFixed(1))).to.deep.equal(['-7.2', '-2.8']);
    for (const view of ['curves', 'trend'] as const) {
      expect(notesOf(json, {view})).to.contain('app against web at Month 1: -5.0 pp (-7.2 pp to -2.8 pp).');
      expect(notesOf(json, {view})).to.contain('shop against web at Month 1: +18.3 pp');
    }
    expect(notesOf(json, {}, 'zh')).to.contain('app与web相差 -5.0');
  });

  it('names the only series that has a mean', () => {
    const rows = [{...counted('web', 500, 250), incomplete: true}, counted('app', 100, 50)];
    expect(headlineOf({rows}).text).to.equal('app: 50.0% at Month 1 (40.4% to 59.6%).');
  });
});

describe('fewer cohorts at later ages', () => {
  const said = /Fewer cohorts have completed the later ages/;

  it('is said where the like-for-like mean is another', () => {
    expect(notesOf(twoCohorts)).to.match(said);
  });

  it('is not said of a single cohort, or of equal values', () => {
    const rows = cohortRows('2026-01', [100, 50, 50]);
    expect(notesOf({asOf: '2026-03-31', rows: [...rows, {cohort: '2026-01', period: 3}]})).to.not.match(said);
    const alike = [...cohortRows('2026-01', [100, 50, 25]), ...cohortRows('2026-02', [100, 50])];
    expect(notesOf({rows: alike})).to.not.match(said);
  });
});
