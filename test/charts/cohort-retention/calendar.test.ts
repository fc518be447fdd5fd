import {expect} from 'chai';
import {STATES} from '../../../src/charts/cohort-retention/cells.js';
import {groupName} from '../../../src/charts/cohort-retention/grouping.js';
import {readSpan} from '../../../src/charts/cohort-retention/periods.js';
import {cohortRows, measured, seriesIn} from './cohorts.js';

const statesOf = (json: unknown, some = {}) => [...seriesIn(json, some).cells.states].map((state) => STATES[state]);
const row = {size: 500, period: 1, retained: 200};

describe('quarters and ISO weeks', () => {
  it('are read as the days they are', () => {
    const days = (name: string) => {
      const {first, last} = readSpan(name)!;
      return [first, last].map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
    };
    expect(days('2026-Q1')).to.deep.equal(['2026-01-01', '2026-03-31']);
    // ISO 8601: the week with the first Thursday of the year is its first.
    expect(days('2026-W01')).to.deep.equal(['2025-12-29', '2026-01-04']);
    expect(days('2026-W05')).to.deep.equal(['2026-01-26', '2026-02-01']);
    expect(days('2020-W53')).to.deep.equal(['2020-12-28', '2021-01-03']);
    expect(readSpan('2021-W53')).to.equal(null);
    expect(days('0099-02')).to.deep.equal(['0099-02-01', '0099-02-28']);
  });

  it('are complete when their last customer has passed the age', () => {
    const quarters = ['2025-Q3', '2025-Q4', '2026-Q1'].map((cohort) => ({...row, cohort}));
    const json = {unit: 'quarter', asOf: '2026-05-10', rows: quarters};
    expect(statesOf(json)).to.deep.equal(['complete', 'complete', 'running']);
    expect(measured(json).completeness).to.equal('as-of');
    expect(seriesIn(json).curve[0]!.cohorts).to.equal(2);
    const weeks = ['2026-W03', '2026-W04', '2026-W05'].map((cohort) => ({...row, cohort}));
    expect(statesOf({unit: 'week', asOf: '2026-02-07', rows: weeks})).to.deep.equal([
      'complete',
      'complete',
      'running',
    ]);
    expect(statesOf({unit: 'week', asOf: '2026-02-08', rows: weeks})[2]).to.equal('complete');
  });

  it('belong to longer groups, not to shorter ones', () => {
    expect(['2026-Q4', '2026-W01', '2026-10-31', '2026-10', 'autumn'].map((d) => groupName(d, 'year'))).to.deep.equal([
      ...['2026', '2025', '2026', '2026', 'autumn'],
    ]);
    expect(['2026-Q4', '2026-W05', '2026'].map((d) => groupName(d, 'month'))).to.deep.equal(['2026-Q4', '2026-01', '2026']); // prettier-ignore
    expect(['2026-Q4', '2026-W05', '2026'].map((d) => groupName(d, 'quarter'))).to.deep.equal(['2026-Q4', '2026-Q1', '2026']); // prettier-ignore
  });

  it('follow each other a step of the plan apart', () => {
    for (const names of [
      ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05'],
      ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01', '2026-05-01'],
      ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1'],
      ['2025-W51', '2025-W52', '2026-W01', '2026-W02', '2026-W03'],
      ['2022', '2023', '2024', '2025', '2026'],
    ])
      for (const unit of ['day', 'week']) {
        const rows = names.map((cohort) => ({cohort, size: 1000, period: 45, retained: 300}));
        const plan = [{period: 45, rate: 0.3, step: 0.01, cohort: names[0]}];
        seriesIn({unit, rows, plan}, {age: 45}).trend.forEach((point, index) =>
          expect(point.plan, `${point.cohort} in ${unit}s`).to.be.closeTo(0.3 + index * 0.01, 1e-12),
        );
      }
  });

  it('a month of days lasts to its end', () => {
    const rows = ['2026-01-01', '2026-02-01'].map((cohort) => ({...row, cohort}));
    expect(statesOf({unit: 'day', asOf: '2026-01-31', rows})[0], 'who came on the 31st').to.equal('running');
    expect(statesOf({unit: 'day', asOf: '2026-02-01', rows})[0]).to.equal('complete');
  });
});

describe('what a cell is', () => {
  it('is not complete while customers are pending, unless the data say so', () => {
    const rows = [
      {cohort: '2026-01-05', size: 100, period: 45, retained: 30},
      {cohort: '2026-01-12', size: 100, period: 45, retained: 5, pending: 60},
      {cohort: '2026-01-19', size: 100, period: 45, retained: 5, pending: 0},
      {cohort: '2026-01-26', size: 100, period: 45, retained: 5, pending: 60, incomplete: false},
    ];
    expect(statesOf({unit: 'day', rows})).to.deep.equal(['complete', 'running', 'complete', 'complete']);
    expect(measured({unit: 'day', rows}).completeness).to.equal('data');
  });

  it('is unknown, not yet to come, where its value was impossible', () => {
    const rows = [
      {...row, cohort: '2026-01'},
      {...row, cohort: '2026-02', retained: 4100},
    ];
    expect(statesOf({rows})).to.deep.equal(['complete', 'unknown']);
    expect(statesOf({rows, asOf: '2026-03-10'}), 'while it runs as well').to.deep.equal(['complete', 'unknown']);
  });

  it('is unknown for a group of which one is', () => {
    const rows = [
      ...cohortRows('2026-01', [100, 50]),
      ...cohortRows('2026-02', [100, null]),
      ...cohortRows('2026-03', [100, 50]),
    ];
    const {cells} = seriesIn({asOf: '2026-12-31', rows}, {group: 'quarter'});
    expect([...cells.states].map((state) => STATES[state])).to.deep.equal(['unknown']);
    expect([cells.retained[0], cells.rates[0]]).to.deep.equal([NaN, NaN]);
  });
});
