import {expect} from 'chai';
import segmentMatrixData from '../../../demo/data/segment-matrix.json';
import tierMigration from '../../../demo/data/tier-migration.json';
import {frameOf} from '../../../src/chart/frame.js';
import {segmentMatrix} from '../../../src/charts/segment-matrix/definition.js';
import type {SegmentMatrixOptions} from '../../../src/charts/segment-matrix/options.js';
import {localeOf} from '../../../src/locale/locale.js';
import type {Mark, TextMark} from '../../../src/scene/scene.js';
import '../../support/every-language.js';
import {outsideOf, overlapsAmong, textBoxesOf} from '../../support/text-boxes.js';
import {gridOf, issuesOf, optionsOf} from './read.js';

type Given = Partial<SegmentMatrixOptions> & {readonly width?: number; readonly lang?: string};

function drawn(json: unknown, {width = 720, lang = 'en', ...given}: Given) {
  const options = optionsOf(given);
  const {metrics, issues} = segmentMatrix.measure(json, options);
  if (!metrics) throw new Error(JSON.stringify(issues));
  const reading = {locale: localeOf(lang, segmentMatrix.currencyOf(metrics)), options};
  const scene = segmentMatrix.draw(metrics, {...reading, frame: frameOf({width})});
  return {scene, notes: segmentMatrix.notes(metrics, reading)};
}

const legendOf = (json: unknown, given: Given) =>
  drawn(json, given).scene.marks.filter(
    (mark) => mark.key.startsWith('legend') || mark.key.startsWith('swatch'),
  ) as (Mark & {readonly x: number})[];
const isText = (mark: Mark): mark is TextMark => mark.kind === 'text';
/** The numbers of a legend, without its title. */
const stopsOf = (json: unknown, given: Given) =>
  legendOf(json, given)
    .filter(isText)
    .filter(({key}) => key !== 'legend')
    .map(({text}) => text);
const titleOf = (json: unknown, given: Given) =>
  legendOf(json, given)
    .filter(isText)
    .find(({key}) => key === 'legend')?.text;

/** A grid of 2 × 2 with these values, a hundred customers each. */
const worth = (...values: readonly (number | null)[]) => ({
  rows: values.map((value, i) => ({row: `R${i >> 1}`, column: `C${i & 1}`, customers: 100, value})),
});
const changed = (...previous: readonly (number | null)[]) => ({
  rows: previous.map((count, i) => ({row: `R${i >> 1}`, column: `C${i & 1}`, customers: 100, previous: count})),
});

describe('legend of a measure that runs both ways', () => {
  it('bears the average customer between less and more', () => {
    expect(stopsOf(segmentMatrixData, {measure: 'index'})).to.deep.equal(['11', '100', '529']);
    expect(stopsOf(changed(200, 100, 80, 125), {measure: 'change'})).to.deep.equal(['-50.0%', '0%', '+25.0%']);
    expect(stopsOf(worth(-50, 10, 20, 100), {measure: 'value'})).to.deep.equal(['-50', '0', '100']);
  });

  it('changes its ink at that number', () => {
    for (const width of [240, 320, 720]) {
      const marks = legendOf(segmentMatrixData, {measure: 'index', width});
      const centre = marks.filter(isText).find(({text}) => text === '100')!;
      const inksOf = (side: (x: number) => boolean) =>
        new Set(marks.flatMap((mark) => (mark.kind === 'rect' && side(mark.x) ? [mark.paint!.fill] : [])));
      expect([...inksOf((x) => x < centre.x)], String(width)).to.deep.equal(['series-2']);
      expect([...inksOf((x) => x > centre.x)], String(width)).to.deep.equal(['accent']);
    }
  });

  it('ends at the numbers of the data, at the centre where they lie on one side of it', () => {
    expect(stopsOf(worth(10, 20, 30, 20), {measure: 'index'})).to.deep.equal(['50', '100', '150']);
    expect(stopsOf(changed(50, 80, 100, 80), {measure: 'change'})).to.deep.equal(['0%', '+100.0%']);
    expect(stopsOf(changed(200, 400, 100, 125), {measure: 'change'})).to.deep.equal(['-75.0%', '0%']);
  });

  it('groups the digits of thousands as its cells do, in Chinese too', () => {
    const rows = ['a', 'b'].flatMap((row) =>
      ['c', 'd'].map((column, index) => ({
        row,
        column,
        customers: 3_043 - index * 1_000,
        value: 9_100 - index * 4_000,
      })),
    );
    const given = {lang: 'zh-CN'} as const;
    expect(stopsOf({rows}, {...given, measure: 'customers'})).to.deep.equal(['0', '3,043']);
    expect(stopsOf({rows, currency: 'CNY'}, {...given, measure: 'value'})).to.deep.equal(['¥0', '¥9,100']);
  });

  it('writes no number twice', () => {
    expect(stopsOf(worth(1_001, 999, 1_000, 1_000), {measure: 'index'})).to.deep.equal(['100']);
    expect(stopsOf(worth(1_001, 979, 1_000, 1_000), {measure: 'index'})).to.deep.equal(['98', '100', '101']);
    expect(stopsOf(worth(0, 0, 0, 0), {measure: 'value'})).to.deep.equal(['0']);
  });

  it('says with a sign, and only then, that numbers lie beyond its ends', () => {
    const rows = [
      {row: 'R0', column: 'C0', customers: 1_000, value: 10},
      {row: 'R0', column: 'C1', customers: 100, value: 10_000},
      {row: 'R1', column: 'C0', customers: 10, value: 100_000},
      {row: 'R1', column: 'C1', customers: 100_000, value: 1_000_000},
    ];
    expect(stopsOf({rows}, {measure: 'index'})).to.deep.equal(['≤10', '100', '≥1,000']);
    for (const value of [11, 12, 13])
      expect(stopsOf(worth(value, 129, 130, 400 - 259 - value), {measure: 'index'})[0]).to.equal(String(value));
  });

  it('makes no strong shade of next to nothing', () => {
    const {marks} = drawn(worth(1_001, 999, 1_000, 1_000), {measure: 'index'}).scene;
    const opacities = marks.flatMap((mark) =>
      mark.kind === 'group' && mark.part === 'cell' ? [mark.marks[0]!.paint!.opacity!] : [],
    );
    expect(opacities).to.have.length(4);
    expect(Math.max(...opacities)).to.be.below(0.1);
  });
});

describe('unit and name of the measure', () => {
  const pounds = {...segmentMatrixData, currency: 'GBP'};

  for (const width of [240, 288, 320, 480, 720])
    it(`stand in the legend at ${width} px`, () => {
      for (const lang of ['en', 'zh'])
        for (const measure of ['value', 'value-per-customer'] as const) {
          const stops = stopsOf(pounds, {measure, width, lang});
          expect(
            stops.every((text) => text.startsWith('£')),
            `${stops.join()} ${lang}`,
          ).to.equal(true);
          expect(titleOf(pounds, {measure, width, lang})).to.be.a('string');
        }
      const changes = {rows: segmentMatrixData.rows.map((row, i) => ({...row, previous: 60 + i * 17}))};
      expect(titleOf(changes, {measure: 'change', width})).to.equal('Change');
      const texts = textBoxesOf(drawn(changes, {measure: 'change', width}).scene);
      expect(overlapsAmong(texts)).to.deep.equal([]);
    });

  it('are those of every sum or of none', () => {
    for (let width = 200; width < 700; width += 20) {
      const {marks} = drawn(pounds, {measure: 'value-per-customer', width}).scene;
      for (const isSum of [(key: string) => /^5 [0-4]$/.test(key), (key: string) => key.endsWith(' 5')]) {
        const sums = marks.flatMap((mark) =>
          mark.kind === 'group' && isSum(mark.key) ? mark.marks.filter(isText).slice(0, 1) : [],
        );
        expect(new Set(sums.map(({text}) => text.startsWith('£'))).size, `${width} px`).to.be.at.most(1);
      }
    }
  });
});

describe('a measure that the data do not hold', () => {
  const counts = gridOf(
    [
      [10, 20],
      [30, 40],
    ],
    () => Number.NaN,
  );
  const rows = counts.rows.map(({row, column, customers}) => ({row, column, customers}));

  it('is an issue with what it needs', () => {
    for (const [measure, issues] of [
      ['value', ['measure measure_not_given']],
      ['value-per-customer', ['measure measure_not_given']],
      ['index', ['measure measure_not_given']],
      ['change', ['measure measure_not_given']],
      ['customers', []],
      ['auto', []],
    ] as const)
      expect(issuesOf({rows}, {measure}), measure).to.deep.equal(issues);
    expect(issuesOf(worth(1, null, null, null), {measure: 'value'})).to.deep.equal([]);
    expect(issuesOf(changed(1, null, null, null), {measure: 'change'})).to.deep.equal([]);
    expect(issuesOf({rows: []}, {measure: 'value'})).to.deep.equal([]);
  });

  it('is said where the shades would be explained, in every language', () => {
    for (const [lang, title] of [
      ['en', 'Value: no numbers'],
      ['zh', '价值：无数据'],
      ['zh-TW', '價值：無資料'],
    ] as const) {
      expect(titleOf({rows}, {measure: 'value', lang})).to.equal(title);
      expect(legendOf({rows}, {measure: 'value', lang})).to.have.length(1);
    }
  });

  it('is called withheld where it is', () => {
    const few = gridOf([
      [1, 2],
      [3, 1],
    ]);
    expect(titleOf(few, {measure: 'value'})).to.equal('Value: withheld');
    expect(
      titleOf(
        gridOf([
          [0, 0],
          [0, 0],
        ]),
        {measure: 'index'},
      ),
    ).to.equal('Index: no numbers');
  });

  it('has a reason where the total is no worth', () => {
    const note = 'The total value is not above 0, so there are no shares of it.';
    for (const values of [
      [-5, 5, 3, -3],
      [-5, 5, 3, -8],
    ] as const)
      expect(drawn(worth(...values), {}).notes).to.include(note);
    expect(drawn(worth(5, 5, 3, -3), {}).notes).to.not.include(note);
    expect(drawn({rows}, {}).notes).to.not.include(note);
  });
});

describe('columns of a narrow matrix', () => {
  const headsOf = (json: unknown, width: number, kind: 'row' | 'column') => {
    const heads = new Map<string, string>();
    for (const mark of drawn(json, {width}).scene.marks) {
      const [name, index] = mark.key.split(' ');
      if (mark.kind === 'text' && name === kind && index)
        heads.set(index, `${heads.get(index) ?? ''} ${mark.text}`.trim());
    }
    return [...heads.values()];
  };

  it('have, of a migration, the numbers of their rows where names have no room', () => {
    const columns = headsOf(tierMigration, 288, 'column');
    expect(columns).to.deep.equal(['1', '2', '3', '4', '5', 'All', 'From ↓']);
    const names = tierMigration.order.map((name, index) => `${index + 1} ${name}`);
    expect(headsOf(tierMigration, 288, 'row')).to.deep.equal([...names, 'All']);
  });

  it('have their names where there is room', () => {
    expect(headsOf(tierMigration, 720, 'column').slice(0, 5)).to.deep.equal(tierMigration.order);
    expect(headsOf(tierMigration, 720, 'row').slice(0, 5)).to.deep.equal(tierMigration.order);
  });

  const long = ['Grundversorgungsleistungen', 'Grundlagenberatung', 'All'];
  const german = {
    rows: ['a', 'b'].flatMap((row) => long.map((column, i) => ({row, column, customers: 50 + i, value: 9 + i}))),
  };

  it('have letters where their names begin with figures', () => {
    const counted = {rows: german.rows.map((row) => (row.column === long[1] ? {...row, column: '2 or more'} : row))};
    expect(headsOf(counted, 220, 'column')).to.deep.equal(['A', 'B', 'C', 'All']);
  });

  it('have numbers that a key explains where they are not the rows once more', () => {
    expect(headsOf(german, 220, 'column')).to.deep.equal(['1', '2', '3', 'All']);
    expect(headsOf(german, 220, 'row')).to.deep.equal(['a', 'b', 'All']);
    const {scene} = drawn(german, {width: 220});
    const key = scene.marks.flatMap((mark) => (isText(mark) && mark.key.startsWith('key ') ? [mark.text] : []));
    expect(key).to.deep.equal(long.map((name, index) => `${index + 1} ${name}`));
    const texts = textBoxesOf(scene);
    expect([...overlapsAmong(texts), ...outsideOf(scene, texts)]).to.deep.equal([]);
    expect(headsOf(german, 720, 'column').map((name) => name.slice(0, 6))).to.deep.equal([
      'Grundv',
      'Grundl',
      'All',
      'All',
    ]);
    const many = Array.from({length: 20}, (_, i) => ({column: `${long[0]!} ${i}`, customers: 50, value: i}));
    const wide = {rows: ['a', 'b'].flatMap((row) => many.map((cell) => ({...cell, row})))};
    expect(drawn(wide, {width: 320}).scene.marks.some(({key: name}) => name.startsWith('key '))).to.equal(false);
  });

  it('are told apart at any width', () => {
    for (let width = 200; width <= 900; width += 20) {
      const columns = headsOf(tierMigration, width, 'column').slice(0, 5);
      expect(new Set(columns).size, `${width} px: ${columns.join(' | ')}`).to.equal(5);
    }
  });
});
