import {expect} from 'chai';
import {treatmentLift} from '../../../src/charts/treatment-lift/definition.js';
import type {LiftRow} from '../../../src/charts/treatment-lift/schema.js';
import {localeOf} from '../../../src/locale/locale.js';
import {measured, options, rates} from './tests.js';

const at = (place: Partial<LiftRow>, count: number): LiftRow[] =>
  rates([count + 20, 400], [count, 400]).map((row) => ({...row, ...place}));

describe('treatment-lift: what belongs together', () => {
  it('bins given day by day count as of the last day', () => {
    const rows = [1, 2].flatMap((bin) => [
      ...at({bin, date: '2026-01-02'}, 60),
      ...at({bin, date: '2026-01-01'}, 40).map((row) => ({...row, n: 300})),
    ]);
    const [metric] = measured(rows, {view: 'bins'}).metrics;
    expect(metric!.bins[0]!.bins.map(({bin, controlCount}) => [bin, controlCount])).to.deep.equal([
      [1, 60],
      [2, 60],
    ]);
    expect(metric!.comparisons.map(({count, controlCount}) => [count, controlCount])).to.deep.equal([[160, 120]]);
  });

  it('bins of several segments add up to each of them', () => {
    const rows = ['North', 'South'].flatMap((segment) => [1, 2].flatMap((bin) => at({segment, bin}, 50)));
    const {metrics} = measured(rows);
    expect(metrics[0]!.comparisons.map(({segment}) => segment)).to.deep.equal(['North', 'South']);
    expect(treatmentLift.measure(rows, options).issues).to.deep.equal([]);
  });

  it('the arm that is the control in one row is the control in all', () => {
    const [control, treatment] = at({segment: 'North'}, 50);
    const elsewhere = at({segment: 'South'}, 60).map((row) => ({...row, control: null}));
    const {metrics} = measured([control, treatment, ...elsewhere]);
    expect(metrics[0]!.arms.map(({arm, segment, isControl}) => [segment, arm, isControl])).to.deep.equal([
      ['North', 'C', true],
      ['North', 'T', false],
      ['South', 'C', true],
      ['South', 'T', false],
    ]);
  });

  it('thousands of days in any order are put in order, and each course is its own arm', () => {
    const days = Array.from({length: 2000}, (_, index) => new Date(index * 864e5).toISOString().slice(0, 10));
    const rows = days.flatMap((date, index) => at({date}, 50 + index).map((row) => ({...row, n: 4000 + index})));
    const more = rows.filter(({arm}) => arm === 'T').map((row) => ({...row, arm: 'U'}));
    const {courses} = measured([...rows, ...more].reverse()).metrics[0]!;
    expect(courses.map(({arm}) => arm)).to.deep.equal(['U', 'T']);
    for (const {points} of courses) expect(points.map(({date}) => date)).to.deep.equal(days);
  });

  it('the last day of a course has the interval of the comparison, looked at once or at any time', () => {
    const days = ['2026-01-01', '2026-01-02'].flatMap((date) => at({date}, 60));
    for (const anyTime of [false, true]) {
      const {courses, comparisons} = measured({rows: days, planned: 800}, {anyTime}).metrics[0]!;
      const [last, d] = [courses[0]!.points.at(-1)!, comparisons[0]!];
      for (const field of ['diff', 'diffLow', 'diffHigh', 'liftLow', 'liftHigh'] as const)
        expect(last[field]).to.be.closeTo(d[field]!, 1e-12);
      expect(last.oneLook === null).to.equal(!anyTime);
    }
    const {columns} = treatmentLift.tabulate(measured({rows: days, planned: 800}, {view: 'time', anyTime: true}), {
      locale: localeOf('en'),
      options: {...options, view: 'time'},
    });
    expect(columns.map(({label}) => label)).to.include.members(['Difference, low', 'One look, Difference, low']);
    const early = at({date: '2026-01-01'}, 1).map((row) => ({...row, n: 25}));
    const [point] = measured({rows: early, planned: 800}, {anyTime: true}).metrics[0]!.courses[0]!.points;
    expect([point!.noInterval, point!.diffLow]).to.deep.equal(['too-few', null]);
  });
});
