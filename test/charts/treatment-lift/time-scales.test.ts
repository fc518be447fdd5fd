import {expect} from 'chai';
import {arrowsOf} from '../../../src/charts/treatment-lift/course-band.js';
import type {Mark} from '../../../src/scene/scene.js';
import {marksOf} from '../../support/scenes.js';
import {misplacedIn} from '../../support/text-boxes.js';
import {drawnMarks, textsOf} from './tests.js';

const dayAfter = (start: string, days: number): string =>
  new Date(Date.parse(start) + days * 864e5).toISOString().slice(0, 10);

/** Rows of a day for each arm with its customers a day and its rate. */
const rowsOn = (date: string, day: number, arms: Readonly<Record<string, readonly [number, number]>>) =>
  Object.entries(arms).map(([arm, [n, rate]]) => ({
    ...{arm, date, n: n * (day + 1), conversions: Math.round(n * (day + 1) * rate)},
    ...(arm === 'C' ? {control: true} : {}),
  }));

const testOf = (
  days: readonly number[],
  arms: Readonly<Record<string, readonly [number, number]>>,
  start = '2026-01-05',
) => days.flatMap((day) => rowsOn(dayAfter(start, day), day, arms));

const panelsOf = (marks: readonly Mark[]): Mark[][] =>
  marks.flatMap((mark) => (mark.kind === 'group' && mark.part === 'panel' ? [marksOf(mark.marks)] : []));

const placesOf = (marks: readonly Mark[], key: string) =>
  marks.flatMap((mark) => (mark.kind === 'text' && mark.key.startsWith(key) ? [[mark.text, mark.x, mark.y]] : []));

const daily = Array.from({length: 42}, (_, day) => day);
/** English months as numbers from 0. */
const instantsOf = (texts: readonly string[]): number[] => texts.map((text) => Date.parse(`${text} UTC`) / 864e5);

describe('treatment-lift: scales of time', () => {
  it('arms of one metric share the scale of values and of days, so that heights and days can be compared', () => {
    const late = [...testOf(daily, {C: [60, 0.1], A: [60, 0.13]}), ...testOf(daily.slice(20), {B: [6, 0.2]})];
    const panels = panelsOf(drawnMarks(late, {view: 'time', width: 1000}));
    expect(panels).to.have.length(2);
    const [a, b] = panels as [Mark[], Mark[]];
    expect(placesOf(a, 'tick ')).to.deep.equal(placesOf(b, 'tick '));
    expect(placesOf(a, 'day ')).to.deep.equal(placesOf(b, 'day '));
    const startOf = (marks: readonly Mark[]) =>
      marks.flatMap((mark) =>
        mark.kind === 'path' && mark.part === 'course' ? [Number(/^M([\d.]+)/.exec(mark.d)![1])] : [],
      )[0]!;
    expect(startOf(b) - startOf(a)).to.be.above(150);
  });

  it('metrics keep scales of their own: their units differ', () => {
    const named = (metric: string, rate: number) =>
      testOf(daily, {C: [60, 0.1], A: [60, rate]}).map((row) => ({...row, metric}));
    const [a, b] = panelsOf(drawnMarks([...named('One', 0.11), ...named('Other', 0.6)], {view: 'time', width: 1000}));
    expect(textsOf(a!, 'tick ')).not.to.deep.equal(textsOf(b!, 'tick '));
  });

  for (const [what, days, width] of [
    ['every day', daily, 1000],
    ['days with gaps', [0, 1, 2, 3, 9, 10, 30, 31, 60, 98, 99], 1000],
    ['half a year', Array.from({length: 180}, (_, day) => day), 720],
    ['three years', Array.from({length: 1100}, (_, day) => day), 720],
  ] as const)
    it(`days are named in even steps back from the last: ${what}`, () => {
      const marks = drawnMarks(testOf(days, {C: [60, 0.1], A: [60, 0.13]}, '2026-01-31'), {view: 'time', width});
      const texts = textsOf(marks, 'day ');
      const instants = instantsOf(texts);
      expect(instants.at(-1)).to.equal(Date.parse(dayAfter('2026-01-31', days.at(-1)!)) / 864e5);
      expect(texts.length).to.be.above(2);
      const steps = instants.slice(1).map((instant, index) => instant - instants[index]!);
      const isMonthly = steps.some((step) => step >= 28);
      // Months have 28 to 31 days, years 365 or 366; all other steps are the same.
      expect(Math.max(...steps) - Math.min(...steps)).to.be.at.most(isMonthly ? 4 : 0);
    });

  it('from a month’s end they go back to the ends of months; months and years keep their precision', () => {
    const months = ['2025-10', '2025-11', '2025-12', '2026-01', '2026-02', '2026-03'];
    const dated = (dates: readonly string[]) =>
      dates.flatMap((date, index) => rowsOn(date, index, {C: [600, 0.1], A: [600, 0.13]}));
    const said = (dates: readonly string[]) => textsOf(drawnMarks(dated(dates), {view: 'time', width: 1000}), 'day ');
    expect(said(months)).to.include.members(['Dec 2025', 'Jan 2026', 'Feb 2026', 'Mar 2026']);
    expect(said(['2022', '2023', '2024', '2026'])).to.deep.equal(['2022', '2023', '2024', '2025', '2026']);
    expect(said(['2025-12-31', '2026-01-31', '2026-03-15', '2026-05-31'])).to.include.members([
      'Feb 28, 2026',
      'Mar 31, 2026',
      'Apr 30, 2026',
      'May 31, 2026',
    ]);
    expect(said(['2026-03-15'])).to.deep.equal(['Mar 15, 2026']);
  });

  it('where the last value has no room beside the plot it stands at the end of the title, and nothing overlaps', () => {
    const rows = testOf(daily, {C: [60, 0.1], A: [60, 0.13]}).map((row) => ({...row, metric: 'Bought'}));
    for (const lang of ['en', 'zh-CN'])
      for (const width of [288, 320, 400, 720]) {
        const marks = drawnMarks({rows}, {view: 'time', width, lang});
        expect(
          misplacedIn({
            width,
            height: 400,
            marks: marks.filter(({kind, key}) => kind === 'group' && key.startsWith('["Bought')),
          }),
        ).to.deep.equal([]);
      }
    const endOf = (width: number) => placesOf(drawnMarks({rows}, {view: 'time', width, lang: 'zh-CN'}), 'end')[0]!;
    expect(endOf(320)[1]).to.equal(320);
    expect(endOf(320)[2]).to.be.below(0);
    expect(endOf(720)[2]).to.be.above(0);
  });

  it('a day alone without a band has no arrow; an arrow stands at its days', () => {
    const axis = {low: -1, high: 1, place: (value: number) => value, ticks: []};
    const plot = {left: 40, width: 400, height: 200, axis, ticks: []};
    const xsOf = (limits: readonly number[]) =>
      arrowsOf(limits, {xs: [40, 60, 80, 100], plot, isUp: true}).map(({x}) => x);
    expect(xsOf([5, NaN, 0.5, 0.5])).to.deep.equal([]);
    expect(xsOf([5, 5, 0.5, 0.5])).to.deep.equal([50]);
    expect(xsOf([5, 0.5, 0.5, 0.5])).to.deep.equal([40]);
    expect(xsOf([5])).to.deep.equal([40]);
  });
});
