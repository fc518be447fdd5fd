import {expect} from 'chai';
import type {CommonOptions} from '../../src/chart/chart.js';
import {defineChart} from '../../src/chart/define-chart.js';
import {frameOf} from '../../src/chart/frame.js';
import {localeOf} from '../../src/locale/locale.js';
import {Vocabulary} from '../../src/locale/vocabulary.js';

interface Options extends CommonOptions {
  readonly view: 'bar' | 'dot';
  readonly level: number;
}
const words = (title: string) => ({
  title,
  rules: {too_small: () => `${title}!`},
  missing: {dot: `${title}: no dots`},
});

/** A chart of one number, so that every step can be seen. */
const single = defineChart({
  name: 'single-number',
  views: ['bar', 'dot'],
  defaults: {view: 'bar', level: 0.95},
  words: new Vocabulary(words('Number'), () => Promise.resolve(words('数'))),
  contract: {fields: {}, lists: {}},
  parse: (json: unknown) =>
    typeof json === 'number' ? {value: {n: json}, issues: []} : {value: null, issues: [{path: '', code: 'too_small'}]},
  measure: ({n}: {n: number}, {level}: Options) => ({n, parts: [{half: n / 2}], level}),
  currencyOf: () => 'EUR',
  isEmpty: ({n}) => n === 0,
  headline: ({n}, {words: {title}}) => ({finding: 'is', text: `${title} ${n}`, facts: {n}}),
  notes: (_, {words: {title}}) => [title],
  tabulate: ({n}, {words: {title}}) => ({
    caption: title,
    columns: [{label: title, numeric: true}],
    rows: [[{text: String(n), value: n}]],
  }),
  layout: ({n}, {frame}) => ({width: frame.width, at: n}),
  draw: ({width, at}, {words: {title}, options}) => ({
    width,
    height: 10,
    marks: [{kind: 'text', key: options.view, x: at, y: 0, size: 12, text: title}],
  }),
});

before(() => single.learn('zh-CN'));

const reading = (tag: string, view: Options['view'] = 'bar') => ({
  locale: localeOf(tag),
  options: {...single.defaults, view},
});
const measured = (json: unknown) => single.measure(json, single.defaults);

describe('a defined chart', () => {
  it('measures what it can read', () =>
    expect(measured(4)).to.deep.equal({metrics: {n: 4, parts: [{half: 2}], level: 0.95}, isEmpty: false, issues: []}));

  it('says where it cannot', () =>
    expect(measured('4')).to.deep.equal({metrics: null, isEmpty: false, issues: [{path: '', code: 'too_small'}]}));

  it('knows when there is nothing to draw', () => expect(measured(0).isEmpty).to.equal(true));

  it('says that there are no rows, or what its words say a view finds none of', () => {
    const sentenceOf = (view: Options['view'], tag: string) => single.empty(localeOf(tag), {...single.defaults, view});
    expect(sentenceOf('bar', 'en')).to.equal('There are no rows to show.');
    expect(sentenceOf('dot', 'en')).to.equal('Number: no dots');
    expect(sentenceOf('dot', 'zh-CN')).to.equal('数: no dots');
  });

  it('refuses a view that it does not have, and names those it has', () =>
    expect(single.measure(4, {...single.defaults, view: 'pie' as 'bar'}).issues).to.deep.equal([
      {path: 'view', code: 'unexpected', expected: 'bar, dot', got: '"pie"'},
    ]));

  it('refuses a level and a least group that cannot be', () => {
    const pathsOf = (options: Partial<Options>) =>
      single.measure(4, {...single.defaults, ...options}).issues.map(({path, expected}) => `${path} ${expected ?? ''}`);
    for (const level of [0, 1, 95, NaN]) expect(pathsOf({level}), String(level)).to.deep.equal(['level level']);
    for (const minCell of [-1, 2.5, NaN]) expect(pathsOf({minCell}), String(minCell)).to.deep.equal(['min-cell count']);
    expect(pathsOf({level: 0.5, minCell: 0})).to.deep.equal([]);
  });

  it('withholds groups under five unless it is asked otherwise', () => expect(single.defaults.minCell).to.equal(5));

  it('speaks the language of the reader in every step', () => {
    const {metrics} = measured(4);
    const zh = reading('zh');
    const scene = single.draw(metrics!, {...zh, frame: frameOf()});
    expect([
      single.title(zh.locale),
      single.headline(metrics!, zh).text,
      single.tabulate(metrics!, zh).caption,
      single.notes(metrics!, zh)[0],
      single.rules(zh.locale)['too_small']?.({path: '', code: '', expected: '', got: ''}),
      scene.marks[0]?.kind === 'text' && scene.marks[0].text,
    ]).to.deep.equal(['数', '数 4', '数', '数', '数!', '数']);
    expect(single.headline(metrics!, reading('fr')).text).to.equal('Number 4');
  });

  it('hands frame and options from layout to drawing', () => {
    const {metrics} = measured(4);
    const scene = single.draw(metrics!, {...reading('en', 'dot'), frame: frameOf({width: 300})});
    expect(scene).to.deep.equal({
      width: 300,
      height: 10,
      marks: [{kind: 'text', key: 'dot', x: 4, y: 0, size: 12, text: 'Number'}],
    });
  });
});
