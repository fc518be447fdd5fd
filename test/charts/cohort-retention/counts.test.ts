import {expect} from 'chai';
import {cohortRetention} from '../../../src/charts/cohort-retention/definition.js';
import type {CohortRetentionOptions} from '../../../src/charts/cohort-retention/metrics.js';
import {localeOf} from '../../../src/locale/locale.js';
import type {PathMark} from '../../../src/scene/scene.js';
import {marksOf} from '../../support/scenes.js';
import {cohortRows, drawn, measured, optionsWith} from './cohorts.js';

const pathIn = (json: unknown, some: Partial<CohortRetentionOptions>, key: string) =>
  marksOf(drawn(json, some).marks).find((mark) => mark.key === key) as PathMark | undefined;
const textsIn = (json: unknown, some: Partial<CohortRetentionOptions>) =>
  marksOf(drawn(json, some).marks).flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
const notesOf = (json: unknown, some: Partial<CohortRetentionOptions>): string =>
  cohortRetention.notes(measured(json, some), {locale: localeOf('en'), options: optionsWith(some)}).join('\n');

const twoSeries = {
  rows: ['web', 'app'].flatMap((series, index) =>
    ['2026-01', '2026-02'].flatMap((cohort) =>
      cohortRows(cohort, [200, 80 + 15 * index, 70 + 15 * index]).map((row) => ({...row, series})),
    ),
  ),
};

describe('counts', () => {
  it('of several series are lines of cohorts, in the ink of their series and with its name', () => {
    for (const [index, name] of ['web', 'app'].entries()) {
      const line = pathIn(twoSeries, {values: 'counts'}, `cohorts ${index}`)!;
      expect(line.d.match(/M/g)).to.have.length(2);
      expect(line.paint!.stroke).to.equal(`series-${index + 1}`);
      expect(textsIn(twoSeries, {values: 'counts'})).to.include(name);
    }
  });

  it('of several series are reached by pointer and keyboard', () => {
    const field = drawn(twoSeries, {values: 'counts'}).field!;
    // Rows: the mean of web, its two cohorts, then those of app.
    expect([0, 1, 2, 3, 4, 5].map((row) => field.has({row, column: 0}))).to.deep.equal([
      ...[false, true, true],
      ...[false, true, true],
    ]);
    const {x, y, width, height} = field.boxOf({row: 5, column: 1});
    expect(field.datumOf(field.at(x + width / 2, y + height / 2)!)!.label).to.match(/^app: .*85 of 200/);
  });

  it('have no projection, which is one of rates', () => {
    const kept = {mode: 'still-active', unit: 'year', rows: cohortRows('2000', [1000, 869, 743, 653, 593, 551])};
    expect(pathIn(kept, {projection: 3}, 'projection 0')).not.to.equal(undefined);
    expect(pathIn(kept, {projection: 3, values: 'counts'}, 'projection 0')).to.equal(undefined);
    expect(textsIn(kept, {projection: 3, values: 'counts'})).not.to.include('8');
    const notes = notesOf(kept, {projection: 3, values: 'counts'});
    expect(notes).to.include('The projection stands in the table only.').and.not.to.include('Dashed');
  });

  it('are followed through time as well, with limits and plan of as many customers', () => {
    const rows = [...cohortRows('2026-01', [400, 200]), ...cohortRows('2026-02', [100, 50])];
    const json = {rows, plan: [{period: 1, rate: 0.5}]};
    const yOf = (key: string) =>
      [...pathIn(json, {view: 'trend', age: 1, values: 'counts'}, key)!.d.matchAll(/[ML]\S+ (\S+?)(?=[LMa]|$)/g)].map(
        ([, y]) => Number(y),
      );
    const [first, second] = yOf('points 0');
    expect(yOf('plan 0')).to.deep.equal([first, second]);
    expect(second).to.be.above(first! + 50);
    expect(textsIn(json, {view: 'trend', age: 1, values: 'counts'}).join()).not.to.include('%');
  });

  it('are said to leave out age 0 only where they do', () => {
    const rows = ['2026-01', '2026-02'].map((cohort) => ({cohort, size: 400, period: 0, retained: 400}));
    const json = {rows: [...rows, ...cohortRows('2026-01', [400, 100, 50])]};
    expect(notesOf(json, {view: 'both', values: 'counts'})).to.include('The curves leave out age 0');
    expect(notesOf(json, {view: 'both'})).to.include('Age 0, where all customers are, is left out.');
  });
});
