import {expect} from 'chai';
import goldCardShare from '../../../demo/data/gold-card-share.json';
import loyaltyAndValue from '../../../demo/data/loyalty-and-value.json';
import loyaltyGroups from '../../../demo/data/loyalty-groups.json';
import loyaltyProfitability from '../../../demo/data/loyalty-profitability.json';
import revenueQuarters from '../../../demo/data/revenue-quarters.json';
import segmentMatrixData from '../../../demo/data/segment-matrix.json';
import tierMigration from '../../../demo/data/tier-migration.json';
import {frameOf} from '../../../src/chart/frame.js';
import {figureText} from '../../../src/charts/segment-matrix/formats.js';
import {FIGURE} from '../../../src/charts/segment-matrix/measure-grid.js';
import {segmentMatrix} from '../../../src/charts/segment-matrix/definition.js';
import type {SegmentMatrixOptions} from '../../../src/charts/segment-matrix/options.js';
import {en} from '../../../src/charts/segment-matrix/words-en.js';
import {localeOf} from '../../../src/locale/locale.js';
import type {Mark, Scene} from '../../../src/scene/scene.js';
import {outsideOf, overlapsAmong, textBoxesOf} from '../../support/text-boxes.js';
import {layoutQuadrant} from '../../../src/charts/segment-matrix/layout-quadrant.js';
import {matrixZhCN} from '../../../src/charts/segment-matrix/words-zh-cn.js';
import fc from '../../support/fast-check.js';
import {gridOf, optionsOf} from './read.js';

function sceneOf(
  json: unknown,
  {width = 720, lang = 'en', ...given}: {width?: number; lang?: string} & Partial<SegmentMatrixOptions> = {},
): Scene {
  const options = optionsOf({quadrantNames: 'loyalty-profitability', ...given});
  const {metrics, issues} = segmentMatrix.measure(json, options);
  expect(metrics, JSON.stringify(issues)).to.not.equal(null);
  return segmentMatrix.draw(metrics!, {locale: localeOf(lang), options, frame: frameOf({width})});
}

const DATA = {
  goldCardShare,
  loyaltyAndValue,
  loyaltyGroups,
  loyaltyProfitability,
  revenueQuarters,
  segmentMatrixData,
  tierMigration,
};

const frame = frameOf({width: 720});

const numbersIn = (marks: readonly Mark[]): number[] =>
  marks.flatMap((mark) => [
    ...Object.values(mark).filter((value) => typeof value === 'number'),
    ...(mark.kind === 'group' ? numbersIn(mark.marks) : []),
  ]);

const boldIn = (marks: readonly Mark[]): string[] =>
  marks.flatMap((mark) =>
    mark.kind === 'group' ? boldIn(mark.marks) : mark.kind === 'text' && mark.weight ? [mark.text] : [],
  );

const textsOf = (marks: readonly Mark[]): string[] =>
  marks.flatMap((mark) => (mark.kind === 'group' ? textsOf(mark.marks) : mark.kind === 'text' ? [mark.text] : []));

describe('drawing of the segment matrix', () => {
  for (const [name, data] of Object.entries(DATA))
    for (const width of [320, 480, 720, 1100])
      for (const lang of ['en', 'zh'])
        it(`keeps every text of ${name} apart and inside at ${width} px, ${lang}`, () => {
          const scene = sceneOf(data, {width, lang});
          const texts = textBoxesOf(scene);
          expect(texts).to.not.be.empty;
          expect([...overlapsAmong(texts), ...outsideOf(scene, texts)]).to.deep.equal([]);
        });

  it('has a finite place for every mark, whatever is withheld, empty or alone', () => {
    const odd = [
      gridOf([
        [0, 0],
        [0, 0],
      ]),
      gridOf([
        [1, 2],
        [3, 1],
      ]),
      gridOf([
        [null, null],
        [null, null],
      ]),
      {rows: [{segment: 'a', customers: 0, value: 0}]},
      {rows: [{segment: 'a', customers: 9, value: -5}]},
      {rows: [{segment: 'a', x: 3, y: 3, customers: 9}]},
      {rows: [{segment: 'a', x: 3, y: 3, customers: 1}]},
    ];
    for (const data of odd) {
      const {width, height, marks} = sceneOf(data);
      expect([width, height, ...numbersIn(marks)].every(Number.isFinite), JSON.stringify(data)).to.equal(true);
    }
  });

  for (const width of [200, 252, 320, 720])
    it(`writes no number wider than its cell, and sums of all columns or of none, at ${width} px`, () => {
      const counts = gridOf([
        [3_043, 199, 150, 147, 108],
        [2_214, 76, 40, 36, 9],
        [540, 21, 30, 7, 10],
      ]);
      const {marks} = sceneOf(counts, {width, measure: 'customers'});
      const groups = marks.filter((mark) => mark.kind === 'group');
      const wide = groups.flatMap(({marks: inside}) => {
        const hit = inside.find((mark) => mark.kind === 'rect')!;
        return inside.filter((mark) => mark.kind === 'text' && frame.textWidth(mark.text, mark.size) > hit.width);
      });
      expect(wide).to.deep.equal([]);
      const sums = groups.filter(({key}) => /^3 [0-4]$/.test(key)).map(({marks: inside}) => inside.length);
      expect(sums).to.have.length(5);
      expect(new Set(sums).size).to.equal(1);
    });

  it('shades the ends of the legend as the cells that are worth as much', () => {
    const values = [70, 1_560, 1_190, 1_180];
    const rows = values.map((value, i) => ({row: `R${i >> 1}`, column: `C${i & 1}`, customers: 100, value}));
    const {marks} = sceneOf({rows}, {measure: 'index'});
    const swatches = marks.filter(({key}) => key.startsWith('swatch'));
    const shadeOf = (place: string) => {
      const cell = marks.find(({key}) => key === place);
      return cell?.kind === 'group' ? cell.marks[0]!.paint! : null;
    };
    for (const [swatch, cell] of [
      [swatches[0]!, shadeOf('0 0')],
      [swatches.at(-1)!, shadeOf('0 1')],
    ] as const) {
      expect(swatch.paint!.fill).to.equal(cell!.fill);
      expect(swatch.paint!.opacity).to.be.closeTo(cell!.opacity!, 0.05);
    }
  });

  for (const [size, width] of [
    [3, 200],
    [20, 320],
    [24, 720],
  ] as const)
    it(`shows the sign of what is withheld where no number has room: ${size} × ${size}, ${width} px`, () => {
      const small = (i: number, j: number) => (i === j ? 2 : 0);
      const counts = Array.from({length: size}, (_, i) =>
        Array.from({length: size}, (__, j) => small(i, j) || 123_456_789 + i * 17 + j),
      );
      const texts = textsOf(
        sceneOf(
          gridOf(counts, () => 123_456_789),
          {width, measure: 'value'},
        ).marks,
      );
      expect(texts.filter((text) => text === '•')).to.have.length.at.least(size);
    });

  // Counts of two digits and values of seven: no text of the one can be one of the other.
  for (const [size, width] of [
    [5, 300],
    [5, 200],
    [5, 720],
    [10, 480],
    [20, 860],
    [24, 860],
  ] as const)
    for (const measure of ['value', 'value-per-customer', 'index', 'change'] as const)
      it(`writes first, in bold, the measure and nothing else: ${measure}, ${size} × ${size}, ${width} px`, () => {
        const counts = Array.from({length: size}, (_, i) =>
          Array.from({length: size}, (__, j) => 10 + ((i * 7 + j) % 80)),
        );
        const {rows} = gridOf(counts, (n) => 1_000_003 * n ** 3);
        const json = {rows: rows.map((row, i) => ({...row, previous: 5 + ((i * 13) % 90)}))};
        const options = optionsOf({measure});
        const {metrics} = segmentMatrix.measure(json, options);
        if (metrics?.view !== 'grid') throw new Error('no grid');
        const reading = {locale: localeOf('en'), options, words: en};
        const lines = [...metrics.cells, ...metrics.rowSums, ...metrics.columnSums, metrics.total].map((d) => {
          const number = d[FIGURE[measure]];
          return [figureText(measure, d, reading), ...(number === null ? [] : [reading.locale.compact(number)])];
        });
        const bold = boldIn(sceneOf(json, {width, measure}).marks);
        expect(bold.filter((text) => !lines.flat().includes(text))).to.deep.equal([]);
      });

  it('measures a few words of a name of thousands', () => {
    const name = 'word '.repeat(5_000);
    let count = 0;
    const textWidth = (text: string, size: number) => {
      count++;
      return frame.textWidth(text, size);
    };
    const rows = ['a', 'b'].flatMap((row) => [name, 'b'].map((column) => ({row, column, customers: 50, value: 5})));
    const options = optionsOf();
    const {metrics} = segmentMatrix.measure({rows}, options);
    segmentMatrix.draw(metrics!, {locale: localeOf('en'), options, frame: {...frame, textWidth}});
    expect(count).to.be.within(1, 500);
  });

  it('paints a dense grid as one image and words its datums when they are met', () => {
    const {marks, field} = sceneOf(
      gridOf(
        Array.from({length: 50}, (_, i) => Array.from({length: 50}, (__, j) => 10 + i * j)),
        (n) => n * n,
      ),
    );
    expect(marks.length).to.be.below(400);
    expect(marks.filter(({kind}) => kind === 'cells')).to.have.length(2);
    expect(field!.datumOf({row: 3, column: 4})!.title).to.equal('R3 × C4');
    const {x, y} = field!.boxOf({row: 7, column: 9});
    expect(field!.at(x + 1, y + 1)).to.deep.equal({row: 7, column: 9});
  });

  it('paints ten thousand bubbles as one image and finds them by place', () => {
    const rows = Array.from({length: 10_000}, (_, i) => ({
      segment: `S${i}`,
      x: i % 100,
      y: Math.floor(i / 100),
      customers: 9,
    }));
    const {marks, field} = sceneOf({rows});
    expect(marks.length).to.be.below(60);
    const dots = marks.find((mark) => mark.kind === 'dots')!;
    expect(dots.dots).to.have.length(30_000);
    const {x, y, width, height} = field!.boxOf({row: 1, column: 5_050});
    const found = field!.at(x + width / 2, y + height / 2)!;
    expect(field!.boxOf(found)).to.deep.equal({x, y, width, height});
    expect(field!.datumOf(found)!.label).to.contain('9 customers');
    expect(field!.datumOf({row: 0, column: 1})!.title).to.equal('True friends');
    expect(field!.at(-50, -50)).to.equal(null);
  });

  const bubblesOf = (scene: Scene) =>
    scene.marks.flatMap((mark) =>
      mark.kind === 'group' ? mark.marks.filter((inner) => inner.kind === 'circle' && inner.part === 'bubble') : [],
    ) as (Mark & {kind: 'circle'})[];
  const corners = (scene: Scene) =>
    scene.marks.flatMap((mark) =>
      mark.part === 'quadrant' && mark.kind === 'group' ? [mark.marks[0]!] : [],
    ) as (Mark & {
      kind: 'rect';
    })[];

  for (const width of [260, 320, 480, 860, 1100])
    it(`keeps bubbles whole and off the corners' texts at ${width} px`, () => {
      for (const data of [loyaltyProfitability, loyaltyAndValue])
        for (const quadrantNames of ['loyalty-profitability', 'wallet-affinity'] as const) {
          const scene = sceneOf(data, {width, quadrantNames});
          for (const {cx, cy, r} of bubblesOf(scene)) {
            expect(cx - r).to.be.at.least(0);
            expect(cx + r).to.be.at.most(width);
            for (const box of corners(scene)) {
              const [dx, dy] = [
                cx - Math.max(box.x, Math.min(cx, box.x + box.width)),
                cy - Math.max(box.y, Math.min(cy, box.y + box.height)),
              ];
              expect(Math.hypot(dx, dy), `${box.x} ${box.y}`).to.be.at.least(r);
            }
          }
        }
    });

  it('names every quadrant, with customers, value and the shares of both', () => {
    const linesAt = (width: number) =>
      sceneOf(loyaltyProfitability, {width}).marks.flatMap((mark) =>
        mark.part === 'quadrant' && mark.kind === 'group' ? [textsOf(mark.marks)] : [],
      );
    expect(linesAt(860)[1]).to.deep.equal(['True friends', 'Customers: 4,600 (23%)', 'Value: 2,274,000 (53%)']);
    for (const lines of linesAt(320)) {
      expect(lines).to.have.length(3);
      expect(lines[1]).to.match(/\(\d+%\)$/);
      expect(lines[2]).to.match(/\(\d+%\)$/);
    }
  });

  it('shortens names of bubbles before it drops them, the largest last of all', () => {
    const named = sceneOf(loyaltyAndValue, {width: 860}).marks.flatMap((mark) =>
      mark.kind === 'text' && mark.key.startsWith('name ') && !/^name [xy]$/.test(mark.key) ? [mark] : [],
    );
    expect(named).to.have.length.at.least(8);
    const byCustomers = loyaltyAndValue.rows.toSorted((a, b) => b.customers - a.customers);
    for (const {segment} of byCustomers.slice(0, 3)) expect(named.map(({key}) => key)).to.include(`name ${segment}`);
    const outlier = loyaltyAndValue.rows.toSorted((a, b) => b.y - a.y)[0]!;
    expect(named.map(({key}) => key)).to.include(`name ${outlier.segment}`);
    for (const {key, text} of named) expect(key.slice(5).startsWith(text.replace('…', ''))).to.equal(true);
  });

  it('writes no two ticks of an axis alike, whatever its unit and however near they are', () => {
    const reach = fc.record({
      from: fc.double({min: -1e7, max: 1e7, noNaN: true}),
      length: fc
        .integer({min: -5, max: 7})
        .chain((power) => fc.double({min: 1, max: 10, noNaN: true}).map((n) => n * 10 ** power)),
      unit: fc.constantFrom('number', 'percent', 'money'),
      lang: fc.constantFrom('en', 'zh'),
    });
    fc.assert(
      fc.property(reach, ({from, length, unit, lang}) => {
        const rows = [0, 1].map((i) => ({segment: `S${i}`, x: from + i * length, y: i, customers: 9}));
        const {metrics} = segmentMatrix.measure({rows, xUnit: unit}, optionsOf());
        if (metrics?.view !== 'quadrant') throw new Error('no quadrants');
        const view = {
          ...{frame, options: optionsOf(), locale: localeOf(lang, 'EUR')},
          words: lang === 'zh' ? matrixZhCN : en,
        };
        const texts = layoutQuadrant(metrics, view).x.ticks.map(({text}) => text);
        expect(texts.length).to.be.above(1);
        expect(new Set(texts).size, texts.join(' | ')).to.equal(texts.length);
      }),
    );
  });

  it('draws nobody on axes of nobody', () => {
    const rows = Array.from({length: 1_000}, (_, i) => ({segment: `C${i}`, x: i % 37, y: i % 11}));
    const {marks} = sceneOf({rows});
    expect(textsOf(marks)).to.deep.equal(['Customers: withheld']);
    expect(marks.some(({handle}) => handle)).to.equal(false);
  });

  for (const width of [320, 720, 1100])
    it(`names the line of the average customer in every picture of shares, ${width} px`, () => {
      const losing = {
        rows: [500, 200, 100].map((customers, i) => ({segment: `S${i}`, customers, value: [-300, 900, -300][i]!})),
      };
      for (const data of [goldCardShare, loyaltyGroups, revenueQuarters, losing]) {
        const scene = sceneOf(data, {width, view: 'share'});
        expect(textsOf(scene.marks)).to.include('Average customer = 100');
        const texts = textBoxesOf(scene);
        expect([...overlapsAmong(texts), ...outsideOf(scene, texts)]).to.deep.equal([]);
      }
    });

  it('names the upper edge of a curve above 100 %, and 100 % where the curve leaves room', () => {
    const rows = [
      {segment: 'Good', customers: 200, value: 900},
      {segment: 'Fair', customers: 300, value: 300},
      {segment: 'Loss', customers: 100, value: -300},
    ];
    const texts = textsOf(sceneOf({rows}, {view: 'share'}).marks);
    expect(texts).to.include('Share of value: 133%');
    expect(texts.filter((text) => text === '100%')).to.have.length(3);
  });
});

describe('upper edge of the curve of shares', () => {
  for (const [loss, edge] of [
    [-0.01, '100%'],
    [-10, '101%'],
    [-60, '106%'],
  ] as const)
    it(`writes no 100 % over the name of an upper edge that is hardly higher: ${edge}`, () => {
      const rows = [
        {segment: 'Good', customers: 2_000, value: 700},
        {segment: 'Fair', customers: 2_000, value: 300 - loss},
        {segment: 'Loss', customers: 4_000, value: loss},
      ];
      for (const width of [320, 720, 1100]) {
        const scene = sceneOf({rows}, {width, view: 'share'});
        expect(textsOf(scene.marks)).to.include(`Share of value: ${edge}`);
        expect(overlapsAmong(textBoxesOf(scene))).to.deep.equal([]);
      }
    });
});
