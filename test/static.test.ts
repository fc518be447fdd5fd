import '../src/define.js';
import './support/watch-page.js';
import {expect} from 'chai';
import {textRuler} from '../src/chart/controllers/text-ruler.js';
import {charts, DataIssuesError, headline, measure, renderToSvg, tabulate} from '../src/static.js';
import {dark, light} from '../src/theme/theme.js';
import {demoCases, demoLadders} from './support/demo-data.js';
import {fixture} from './support/fixture.js';
import {parseXml, treeOf, type DrawnTree} from './support/parse-xml.js';

const ladder = demoLadders['neglected-rungs'];
const bad = {
  rows: [
    {rung: 'client', count: 'abc'},
    {rung: 'client', count: 1},
  ],
};

/** A page resolves `#1c62b5` to `rgb(28, 98, 181)`: the same colour in other words. */
const inNumbers = (colour: string): string =>
  /^#[0-9a-f]{6}$/.test(colour)
    ? `rgb(${[1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)).join(', ')})`
    : colour;
const withNumbers = ({attributes, children, ...tree}: DrawnTree): DrawnTree => ({
  ...tree,
  attributes: Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, inNumbers(value)])),
  children: children.map(withNumbers),
});
const treeOfFile = (svg: string | null) => withNumbers(treeOf(parseXml(svg ?? '').documentElement));

const refusalOf = (act: () => unknown): DataIssuesError => {
  try {
    act();
  } catch (error) {
    if (error instanceof DataIssuesError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('without a page', () => {
  for (const chart of charts)
    for (const {name, data, view} of demoCases(chart))
      for (const lang of ['en', 'zh-CN'])
        it(`draws what the element draws: ${chart.name}, ${name}, ${view}, ${lang}`, async () => {
          const element = await fixture(`insight-${chart.name as 'loyalty-ladder'}`, {
            data,
            view: view as 'moves',
            lang,
          });
          const {fontFamily} = getComputedStyle(element);
          if (element.status === 'empty') {
            expect([element.toSvg(), element.metrics]).to.deep.equal([null, measure(chart.name, data, {view})]);
            return;
          }
          const given = {view, lang, fontFamily, width: 720, textWidth: textRuler(element, element.locale.language)};
          expect(treeOfFile(renderToSvg(chart.name, data, given))).to.deep.equal(treeOfFile(element.toSvg()));
          expect(measure(chart.name, data, given)).to.deep.equal(element.metrics);
          expect(headline(chart.name, data, given)).to.deep.equal(element.headline);
        });

  it('draws as wide as asked, 720 pixels unless asked', () => {
    expect(renderToSvg('loyalty-ladder', ladder)).to.include('width="720"');
    expect(renderToSvg('loyalty-ladder', ladder, {width: 320})).to.include('width="320"');
  });

  it('draws in the dark', () => {
    const svg = renderToSvg('loyalty-ladder', ladder, {theme: 'dark'});
    expect(svg).to.include(dark.accent).and.not.include(light.accent);
  });

  it('leaves no reference to a page', () => expect(renderToSvg('loyalty-ladder', ladder)).to.not.match(/var\(|url\(/));

  it('draws the same twice', () => {
    const [first, ...others] = Array.from({length: 20}, () => renderToSvg('loyalty-ladder', structuredClone(ladder)));
    expect(new Set(others)).to.deep.equal(new Set([first]));
  });

  it('gives numbers that nobody can change, themselves and all that they hold', () => {
    const thawed = (value: unknown): unknown[] =>
      typeof value !== 'object' || value === null || ArrayBuffer.isView(value)
        ? []
        : [...(Object.isFrozen(value) ? [] : [value]), ...Object.values(value).flatMap(thawed)];
    for (const chart of charts)
      for (const {data, view} of demoCases(chart))
        expect(thawed(measure(chart.name, data, {view})), `${chart.name}, ${view}`).to.deep.equal([]);
  });

  it('takes the options of the chart', () => {
    const {level} = measure('loyalty-ladder', ladder, {level: 0.9}) as {level: number};
    expect(level).to.equal(0.9);
  });

  it('tabulates in the language and currency asked for', () => {
    const {caption, rows} = tabulate('loyalty-ladder', ladder, {lang: 'zh', currency: 'EUR'});
    expect(caption).to.equal('忠诚阶梯');
    expect(rows.flat().map(({text}) => text)).to.include('€1,600,000');
  });

  it('takes the currency that the data name, unless another is given', () => {
    const texts = (currency?: string) =>
      tabulate('loyalty-ladder', {...ladder, currency: 'GBP'}, currency ? {currency} : {})
        .rows.flat()
        .map(({text}) => text);
    expect(texts()).to.include('£1,600,000');
    expect(texts('EUR')).to.include('€1,600,000');
  });
});

describe('what cannot be drawn without a page', () => {
  const ways = {renderToSvg, measure, tabulate, headline};

  for (const [name, act] of Object.entries(ways)) {
    it(`${name} says where bad data are wrong`, () => {
      const error = refusalOf(() => act('loyalty-ladder', bad));
      expect(error.name).to.equal('DataIssuesError');
      expect(error.message).to.include('rows.0.count: expected a whole number of 0 or more, got "abc"');
      expect(error.issues).to.deep.include({path: 'rows.0.count', code: 'unexpected', expected: 'count', got: '"abc"'});
    });

    it(`${name} names a chart that is none`, () =>
      expect(() => act('pie', ladder))
        .to.throw(Error, 'unknown chart: pie')
        .and.not.instanceOf(DataIssuesError));
  }

  it('is said in the language asked for', () =>
    expect(refusalOf(() => measure('loyalty-ladder', bad, {lang: 'zh'})).message).to.include(
      'rows.0.count：应为不小于 0 的整数，实际为 "abc"',
    ));

  it('is a view that the chart does not have', () =>
    expect(refusalOf(() => renderToSvg('loyalty-ladder', ladder, {view: 'pie'})).message).to.equal(
      'view: expected one of ladder, funnel, moves, got "pie"',
    ));

  for (const level of [0, 1, 95, -0.5, NaN, Infinity])
    it(`is a level of ${level}`, () =>
      expect(refusalOf(() => measure('loyalty-ladder', ladder, {level})).message).to.match(
        /^level: expected a number between 0 and 1/,
      ));
});
