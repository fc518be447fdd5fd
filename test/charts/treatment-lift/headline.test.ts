import {expect} from 'chai';
import {treatmentLift} from '../../../src/charts/treatment-lift/definition.js';
import type {TreatmentLiftOptions} from '../../../src/charts/treatment-lift/metrics.js';
import {en} from '../../../src/charts/treatment-lift/words-en.js';
import {liftZhCN} from '../../../src/charts/treatment-lift/words-zh-cn.js';
import {localeOf} from '../../../src/locale/locale.js';
import {pair, rates} from './tests.js';

/** The headline of JSON, read in English unless said. */
function headlineOf(
  json: unknown,
  {lang = 'en', ...given}: Partial<TreatmentLiftOptions> & {readonly lang?: string} = {},
): {finding: string; text: string} {
  const options = {...treatmentLift.defaults, ...given};
  const {metrics} = treatmentLift.measure(json, options);
  return treatmentLift.headline(metrics!, {locale: localeOf(lang), options});
}

type Rate = readonly [number, number];
const rows = (metric: string, [t, c]: readonly [Rate, Rate], more: object = {}) =>
  rates(t, c).map((row) => ({...row, metric, ...more}));

const up = [
  [2000, 10000],
  [1500, 10000],
] as const;
const down = [
  [1500, 10000],
  [2000, 10000],
] as const;
const level = [
  [1505, 10000],
  [1500, 10000],
] as const;
const bins = (...of: (readonly [Rate, Rate])[]) => of.flatMap((rate, index) => rows('Buys', rate, {bin: index + 1}));
const guardrail = {id: 'Returns', guardrail: true, better: 'down'};

describe('treatment-lift: headline', () => {
  for (const label of ['', ' ', '\t\n', null])
    it(`names a metric by its id where its label is ${JSON.stringify(label)}`, () => {
      const test = {randomised: true, metrics: [{id: 'Buys', label}], rows: rows('Buys', up)};
      expect(headlineOf(test).text).to.match(/^T raised Buys by 33\.3%/);
      expect(headlineOf(test, {view: 'arms'}).text).to.match(/^Buys is 33\.3% higher in T/);
      expect(headlineOf(test, {lang: 'zh-CN'}).text).to.match(/T.*Buys/);
      expect(headlineOf({...test, metrics: [{id: 'Buys', label: 'Orders'}]}).text).to.include('raised Orders by');
    });

  it('calls a difference an effect only where chance made the groups and the test is over', () => {
    const buys = rows('Buys', up);
    const finding = (test: object) => headlineOf({rows: buys, ...test}).finding;
    expect(finding({randomised: true})).to.equal('raised');
    expect(finding({randomised: true, finished: false})).to.equal('soFarHigher');
    expect(finding({randomised: false})).to.equal('higher');
    expect(finding({})).to.equal('higher');
    expect(headlineOf({rows: rows('Buys', down), randomised: true}).finding).to.equal('lowered');
    expect(headlineOf({rows: buys, randomised: false}).text).to.equal(
      'Buys is 33.3% higher in T than in C (+25.5% to +41.7%).',
    );
  });

  it('a sample-ratio mismatch comes before a guardrail that is worse', () => {
    const test = {metrics: [guardrail], rows: [...rows('Buys', up), ...rows('Returns', up)]};
    expect(headlineOf(test).finding).to.equal('guardrail');
    expect(headlineOf({...test, allocation: {C: 1, T: 2}}).finding).to.equal('untrusted');
  });

  it('a guardrail speaks of all customers, never of the one segment that looks worst', () => {
    const north = rows(
      'Returns',
      [
        [70, 400],
        [40, 400],
      ],
      {segment: 'North'},
    );
    const south = rows(
      'Returns',
      [
        [300, 4000],
        [320, 4000],
      ],
      {segment: 'South'},
    );
    const worse = rows('Returns', up, {segment: 'South'});
    const finding = (returns: object[]) =>
      headlineOf({randomised: true, metrics: [guardrail], rows: [...rows('Buys', up), ...returns]}).finding;
    expect(finding([...north, ...south])).to.equal('raised');
    expect(finding([...north, ...worse])).to.equal('guardrail');
  });

  it('scores are said to bring something only where chance made the groups and the test is over', () => {
    const finding = (of: readonly [Rate, Rate], test: object) =>
      headlineOf({rows: bins(of, of, of), ...test}, {view: 'bins'}).finding;
    expect(finding(up, {randomised: true, finished: false})).to.equal('soFarHigher');
    expect(finding(up, {randomised: false})).to.equal('higher');
    expect(finding(down, {randomised: true})).to.equal('lowered');
    expect(finding(level, {randomised: true})).to.equal('scoresUnclear');
  });

  it('a share of the best scores is said where it is clearly more than that of a random order, and no more than all', () => {
    const said = (...of: (readonly [Rate, Rate])[]) =>
      headlineOf({rows: bins(...of), randomised: true}, {view: 'bins'});
    const [best, some] = [
      [
        [2500, 10000],
        [1500, 10000],
      ],
      [
        [1600, 10000],
        [1500, 10000],
      ],
    ] as const;
    expect(said(best, some, some).text).to.equal(
      'The best-scored 33% of customers account for 83% of what T changes in Buys.',
    );
    expect(said(up, up, up).finding).to.equal('scoresAlike');
    const hardly = [
      [2050, 10000],
      [1500, 10000],
    ] as const;
    expect(said(hardly, up, up).finding).to.equal('scoresAlike');
    // Clear with a million customers, and yet 35 % for 33 %.
    const million = (t: number) =>
      [
        [t, 1e6],
        [150_000, 1e6],
      ] as const;
    expect(said(million(260_000), million(250_000), million(250_000)).finding).to.equal('scoresAlike');
    // The best third brings more than all together: the rest loses.
    expect(said(best, level, down).finding).to.equal('raised');
    expect(said(down, best, best).finding).to.equal('scoresAlike');
  });

  it('a guardrail that is worse so far comes first, worded as so far', () => {
    const test = {metrics: [guardrail], randomised: true};
    const running = headlineOf({...test, finished: false, rows: [...rows('Buys', up), ...rows('Returns', up)]});
    expect(running.text).to.equal(
      'Guardrail: so far Returns is worse with T, by 33.3% (+25.5% to +41.7%); too early to tell.',
    );
  });

  it('an arm that is clearly worse is not hidden by one that is unclear, nor by one that is better', () => {
    const arms = (y: Rate) => [...rows('Buys', down), {metric: 'Buys', arm: 'Y', n: y[1], conversions: y[0]}];
    const said = (y: Rate) => headlineOf({randomised: true, rows: arms(y)});
    expect(said([2010, 10000])).to.include({finding: 'lowered'});
    expect(said([2010, 10000]).text).to.match(/^T lowered Buys by 25\.0% \([^)]+\)\.$/);
    expect(said([2600, 10000]).text).to.match(/^Y raised Buys by 30\.0% \([^)]+\)\. T lowered Buys by 25\.0% /);
  });

  it('segments that all say the opposite of their sum are said to, and the sum is not (Charig et al. 1986)', () => {
    const stones = [
      ...rows(
        'Cured',
        [
          [81, 87],
          [234, 270],
        ],
        {segment: 'small'},
      ),
      ...rows(
        'Cured',
        [
          [192, 263],
          [55, 80],
        ],
        {segment: 'large'},
      ),
    ];
    const total = rows('Cured', [
      [273, 350],
      [289, 350],
    ]);
    for (const cured of [stones, [...total, ...stones]]) {
      const {finding, text} = headlineOf({rows: cured, randomised: true});
      expect(finding).to.equal('higherInEach');
      expect(text).to.match(
        /^In every segment Cured is higher with T, within them by 5\.4 pp \(.+ to .+\); all together say the opposite \(-4\.6 pp\)/,
      );
    }
    // Five times the customers make the sum a clear difference, which is still not said.
    const clear = [...total, ...stones].map(({n, conversions, ...row}) => ({
      ...row,
      n: n! * 5,
      conversions: conversions! * 5,
    }));
    expect(headlineOf({rows: clear, randomised: true}).finding).to.equal('higherInEach');
  });

  it('a metric whose own customers are not split as planned is not trusted', () => {
    const some = rows('Buys', [
      [400, 4000],
      [400, 5000],
    ]);
    const test = {allocation: {C: 1, T: 1}, rows: [...some, ...rows('Visits', up)]};
    expect(headlineOf({...test, metrics: [{id: 'Buys'}]}).text).to.match(/^Customers counted for Buys are not split/);
    expect(headlineOf({...test, metrics: [{id: 'Visits'}]}).finding).to.equal('higher');
  });

  it('an interval that holds 0 is given as the range that the data fit', () => {
    expect(headlineOf({randomised: true, rows: rows('Buys', level)}).text).to.match(
      /^No clear difference in Buys with T: the data fit -.+ to \+.+\.$/,
    );
  });

  it('of an unstable percentage the difference is said', () => {
    const json = {randomised: true, rows: pair({n: 50, mean: 9, sd: 5}, {n: 50, mean: 2, sd: 4})};
    const {metrics} = treatmentLift.measure(json, treatmentLift.defaults);
    expect(metrics!.metrics[0]!.comparisons[0]!.g).to.be.within(0.1, 0.99);
    expect(headlineOf(json).text).to.include(' by 7').and.not.include('%');
  });

  it('what the back-end reports is said to be reported, with its own interval', () => {
    const reported = [
      {arm: 'C', control: true},
      {arm: 'T', lift: 0.05, low: 0.01, high: 0.09},
    ];
    expect(headlineOf({rows: reported}).text).to.equal(
      'The back-end reports +5.0% for the outcome with T (+1.0% to +9.0%).',
    );
  });
});

/** Whatever a sentence asks for. */
const anything: unknown = new Proxy(['x'], {
  get: (list, name): unknown => (typeof name === 'symbol' || name in list ? Reflect.get(list, name) : 'x'),
});

/** Every word and sentence. */
const textsIn = (words: unknown): string[] => {
  if (typeof words === 'string') return [words];
  if (typeof words === 'function') return [(words as (...facts: unknown[]) => string)(anything, anything, anything)];
  return Object.values(words as object).flatMap(textsIn);
};

describe('treatment-lift: words', () => {
  it('no sentence knows "no effect", a winner or a cause', () => {
    const said = {en: textsIn(en), zh: textsIn(liftZhCN)};
    expect(said.en).to.have.length(said.zh.length).and.to.have.length.above(120);
    for (const text of said.en)
      expect(text).not.to.match(/no effect|winner|\bwins?\b|caus(ed|es|ing)|significan|prove/i);
    for (const text of said.zh)
      expect(text).not.to.match(/没有效果|无效果|没有影响|赢家|胜出|获胜|导致|造成|显著|证明/);
  });
});
