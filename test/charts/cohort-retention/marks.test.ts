import {expect} from 'chai';
import weeks from '../../../demo/data/second-purchase.json';
import {cohortRetention} from '../../../src/charts/cohort-retention/definition.js';
import type {CohortRetentionOptions} from '../../../src/charts/cohort-retention/metrics.js';
import {localeOf} from '../../../src/locale/locale.js';
import type {PathMark, TextMark} from '../../../src/scene/scene.js';
import {marksOf} from '../../support/scenes.js';
import {cohortRows, drawn, measured, optionsWith} from './cohorts.js';

type Some = Partial<CohortRetentionOptions>;
const pathIn = (json: unknown, key: string, some: Some = {}) =>
  marksOf(drawn(json, some).marks).find((mark) => mark.key === key) as PathMark | undefined;
const textsIn = (json: unknown, some: Some = {}, width?: number) =>
  marksOf(drawn(json, some, width).marks).filter((mark): mark is TextMark => mark.kind === 'text');
const notesOf = (json: unknown, some: Some): string =>
  cohortRetention.notes(measured(json, some), {locale: localeOf('en'), options: optionsWith(some)}).join('\n');

describe('a trend', () => {
  const trend = {view: 'trend', age: 1} as const;
  const first = cohortRows('2026-01', [100, 50]);
  const [withheld, unknown, nobody, running] = [
    cohortRows('2026-02', [100, 2]),
    [...cohortRows('2026-03', [100, null]), {cohort: '2026-03', size: 100, period: 2, retained: 20}],
    cohortRows('2026-03', [0, 0]),
    [{cohort: '2026-04', size: 100, period: 1, retained: 9, incomplete: true}],
  ];

  for (const {name, rows, key, note, count = 1} of [
    // With the other cohort, which would tell it as the rest of the mean.
    {name: 'a dot for what is withheld', rows: withheld, key: 'withheld', note: '• Withheld', count: 2},
    {name: 'a dash for what is not known', rows: unknown, key: 'unknown', note: '–: not known.'},
    {name: 'a frame for cohorts of nobody', rows: nobody, key: 'empty', note: '□: no customers.'},
    {name: 'a ring for what is not finished', rows: running, key: 'running 0', note: 'Open or hatched'},
  ])
    it(`has ${name}, and a note where there is one`, () => {
      const [with_, without] = [{rows: [...first, ...rows]}, {rows: first}];
      const some = {...trend, minCell: 5};
      expect(pathIn(with_, key, some)!.d.match(/M/g)).to.have.length(count);
      expect(pathIn(without, key, some)).to.equal(undefined);
      expect(notesOf(with_, some)).to.include(note);
      expect(notesOf(without, some)).not.to.include(note);
    });

  it('has stars on a dotted line for cohorts that began before the data, which are no rings', () => {
    const stars = pathIn(weeks, 'stars 0', {view: 'trend', age: 45})!;
    // Five weeks are left-truncated, three strokes a star; two of them have no value.
    const points = measured(weeks, {view: 'trend', age: 45}).series[0]!.trend.filter(
      (d) => d.isTruncated && d.state === 'complete' && d.rate !== null,
    );
    expect(stars.d.match(/M/g)).to.have.length(points.length * 3);
    expect(pathIn(weeks, 'apart 0', {view: 'trend', age: 45})!.paint!.dash).to.deep.equal([2, 2]);
    expect(pathIn(weeks, 'stars 0', {view: 'trend', age: 45, poolTruncated: true})).to.equal(undefined);
  });

  it('says of such cohorts that they are in no mean, unless they are asked in', () => {
    const some = {view: 'triangle', age: 45} as const;
    expect(notesOf(weeks, some)).to.include('before the data begin, in no mean:');
    expect(notesOf(weeks, {...some, poolTruncated: true})).to.include('before the data begin: ');
  });

  it('explains the dot only where one is drawn', () => {
    const json = {rows: [...first, ...withheld]};
    expect(notesOf(json, {view: 'triangle', minCell: 5})).to.include('• Withheld');
    expect(notesOf(json, {view: 'curves', minCell: 5})).to.match(/^Withheld/m);
  });

  it('names its series', () => {
    const rows = ['web', 'app'].flatMap((series) => first.map((row) => ({...row, series})));
    expect(textsIn({rows}, trend).map(({text}) => text)).to.include.members(['web', 'app']);
  });
});

describe('a plan by age', () => {
  const rows = cohortRows('2026-01', [1000, 600, 400, 200]);
  const plan = [1, 2, 3].map((period) => ({period, rate: 0.4}));

  it('has the ages named at which it was met and missed, and an arrow at each', () => {
    const notes = notesOf({rows, plan}, {});
    expect(notes).to.include('Clearly above plan: Month 1.').and.to.include('Clearly below plan: Month 3.');
    for (const key of ['above', 'below']) expect(pathIn({rows, plan}, key)!.d.match(/M/g)).to.have.length(1);
  });

  it('has the cohorts named in a trend', () =>
    expect(notesOf({rows, plan}, {view: 'trend', age: 3})).to.include('Clearly below plan: Jan 2026.'));
});

describe('a projection', () => {
  // Fader and Hardie (2007), high-end customers.
  const kept = {
    mode: 'still-active',
    unit: 'year',
    rows: cohortRows('2000', [1000, 869, 743, 653, 593, 551, 517, 491]),
  };

  it('is named at the end of its dashed line', () => {
    const name = textsIn(kept, {projection: 3}).find(({key}) => key === 'projection name')!;
    expect(name.text).to.equal('Projection');
    const [, x, y] = /L([\d.]+) ([\d.]+)$/.exec(pathIn(kept, 'projection 0', {projection: 3})!.d)!;
    expect(name.x).to.be.closeTo(Number(x), 0.01);
    expect(name.y - Number(y)).to.be.within(8, 24);
  });

  it('that is refused says why at the end of the mean', () => {
    const texts = textsIn({...kept, mode: 'bounded'}, {projection: 3}).map(({text}) => text);
    expect(texts).to.include('No projection: these counts may rise again.');
    expect(textsIn(kept).map(({key}) => key)).not.to.include('projection name');
  });
});

describe('names at the ends of lines', () => {
  const seriesOf = (count: number) => ({
    rows: Array.from({length: count}, (_, index) =>
      cohortRows('2026-01', [2000, 900 + 20 * index, 200]).map((row) => ({...row, series: `Channel ${index + 1}`})),
    ).flat(),
  });

  for (const [count, width] of [
    [8, 720],
    [30, 720],
    [8, 320],
  ] as const)
    it(`of ${count} series stay apart and beside the plot at ${width} pixels`, () => {
      const texts = textsIn(seriesOf(count), {}, width);
      const names = texts.filter(({key, text}) => /^label \S+$/.test(key) && text);
      const ys = names.map(({y}) => y).sort((a, b) => a - b);
      expect(Math.min(...ys.slice(1).map((y, index) => y - ys[index]!))).to.be.at.least(14.9);
      const zero = texts.find(({text}) => text === '0%')!;
      expect(ys.at(-1)).to.be.at.most(zero.y + 2);
      expect(ys[0]).to.be.at.least(0);
      const told = names.filter(({text}) => !text.startsWith('+')).length;
      const rest = names.find(({text}) => text.startsWith('+'))?.text ?? '+0';
      expect(told + Number(rest)).to.equal(count);
    });

  it('stress no cohort as the newest where cohorts are no dates', () => {
    const rows = (names: readonly string[]) => ({rows: names.flatMap((name) => cohortRows(name, [100, 50, 40, 30]))});
    expect(textsIn(rows(['2026-01', '2026-02'])).map(({text}) => text)).to.include('Feb 2026');
    expect(textsIn(rows(['A', 'B'])).map(({text}) => text)).not.to.include('B');
    const inks = marksOf(drawn(rows(['A', 'B'])).marks).filter(({key}) => key.startsWith('cohorts '));
    expect(inks).to.have.length(1);
  });
});

describe('what is pointed at', () => {
  const keysOf = (json: unknown, place: {row: number; column: number}) =>
    drawn(json, {view: 'both', minCell: 5})
      .field!.marksOf(place)
      .map((group) => (group.kind === 'group' ? group.marks.map(({key}) => key) : []));
  const series = {
    rows: ['web', 'app'].flatMap((name) =>
      ['2026-01', '2026-02'].flatMap((cohort, index) =>
        cohortRows(cohort, [200, 80, index ? null : 70]).map((row) => ({...row, series: name})),
      ),
    ),
  };

  it('is marked in the mean of its series, and as the same cohort and age in every triangle', () => {
    const cell = ['row', 'column', 'cell'];
    expect(keysOf(series, {row: 2, column: 0})).to.deep.equal([['at', 'line'], cell, cell]);
    expect(keysOf(series, {row: 0, column: 0})).to.deep.equal([['at', 'line', 'point'], cell, cell]);
    const [, web, app] = drawn(series, {view: 'both'}).field!.marksOf({row: 2, column: 0});
    const heightOf = (group: typeof web) =>
      group?.kind === 'group' && group.marks[0]?.kind === 'rect' ? group.marks[0].y : 0;
    expect(heightOf(app) - heightOf(web)).to.be.above(40);
  });

  it('has its line marked where it holds no value', () => {
    const rows = [...cohortRows('2026-01', [200, 80, 70, 60]), ...cohortRows('2026-02', [200, 80, 70, 2])];
    for (const place of [{row: 2, column: 2}])
      expect(keysOf({rows}, place)).to.deep.equal([
        ['at', 'line'],
        ['row', 'column', 'cell'],
      ]);
  });

  it('is also a cohort by its name', () => {
    const field = drawn(series, {view: 'triangle'}).field!;
    const {y, height} = field.boxOf({row: 2, column: 0});
    expect(field.at(4, y + height / 2)).to.include({row: 2, column: 0});
  });
});
