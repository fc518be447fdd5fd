import {expect} from 'chai';
import {treatmentLift} from '../../../src/charts/treatment-lift/definition.js';
import {localeOf} from '../../../src/locale/locale.js';
import {measured, options, pair as means, rates} from './tests.js';

const named = (rows: readonly object[], more: object = {}) => rows.map((row) => ({...row, metric: 'M', ...more}));
const pair = named(rates([281, 10000], [236, 10000]));
const entry = {id: 'M', customers: 80000, per: 'week', valuePerConversion: 50, cost: 4000};
const of = (rows: readonly object[], more: object = {}, test: object = {}) =>
  measured({rows, metrics: [{...entry, ...more}], ...test}).metrics[0]!;

describe('treatment-lift: increments', () => {
  it('customers and cost are those of all, never those of each segment or bin', () => {
    const segments = ['North', 'South'].flatMap((segment) => named(pair, {segment}));
    const [all, ...parts] = of([...pair, ...segments]).comparisons;
    expect(all!.increments!.perPeriod.incremental.value).to.be.closeTo(360, 1e-9);
    expect(parts.map(({increments}) => increments)).to.deep.equal([null, null]);
    const {bins, comparisons} = of([1, 2].flatMap((bin) => named(pair, {bin})));
    expect(comparisons[0]!.increments!.perPeriod.incremental.value).to.be.closeTo(360, 1e-9);
    expect(bins[0]!.bins.map(({increments}) => increments)).to.deep.equal([null, null]);
  });

  it('a segment has its own treated customers, and no share of a cost that is that of all', () => {
    const [north] = of(named(pair, {segment: 'North'}), {customers: null, per: null}).comparisons;
    const {incremental, incrementalValue, iroas} = north!.increments!.perPeriod;
    expect(incremental.value).to.be.closeTo(45, 1e-9);
    expect(incrementalValue.value).to.be.closeTo(45 * 50, 1e-7);
    expect(iroas.value).to.equal(null);
  });

  it('a test whose split is not to be trusted brings nothing', () => {
    expect(of(pair, {}, {allocation: {C: 1, T: 3}}).comparisons[0]!.increments).to.equal(null);
    expect(of(pair, {}, {allocation: {C: 1, T: 1}}).comparisons[0]!.increments).not.to.equal(null);
  });
});

const reading = {locale: localeOf('en', 'EUR'), options};
const notesOf = (more: object, test: object = {}, rows: readonly object[] = pair): string =>
  treatmentLift.notes(measured({rows, metrics: [{...entry, ...more}], ...test}), reading).join('\n');
/** What the table says of increments: headings, and the first row's texts. */
const cellsOf = (more: object, test: object = {}, rows: readonly object[] = pair): Record<string, string> => {
  const table = treatmentLift.tabulate(measured({rows, metrics: [{...entry, ...more}], ...test}), reading);
  return Object.fromEntries(table.columns.map(({label}, index) => [label, table.rows[0]![index]!.text]));
};

describe('treatment-lift: increments in words', () => {
  it('the table names each period, as the notes do, and a cost has no sign', () => {
    const cells = cellsOf({}, {randomised: true});
    expect(cells).to.include({
      'Incremental a week': '360',
      'Incremental a quarter': '4,680',
      'Incremental value a week': '+€18,000',
      'Incremental value a quarter': '+€234,000',
      'Cost per incremental': '€11.11',
      'Incremental return on spend': '4.5',
    });
    expect(Object.keys(cells).filter((name) => /^Incremental(,|$)/.test(name))).to.deep.equal([]);
    expect(cellsOf({customers: null}, {randomised: true})).to.include.keys('Incremental in this test');
  });

  it('money is its own value, said once', () => {
    const spend = named(means({n: 500, mean: 12, sd: 9}, {n: 500, mean: 10, sd: 9}));
    const cells = cellsOf({money: true, valuePerConversion: null}, {randomised: true}, spend);
    expect(cells).to.include({'Incremental value a week': '+€160,000'});
    expect(Object.keys(cells)).not.to.include.members(['Incremental a week']);
  });

  it('only of groups made by chance is a difference an increment', () => {
    const causal = /incremental|extra|profit|return on/i;
    for (const randomised of [false, null]) {
      const said = notesOf({}, {randomised});
      expect(said).to.match(/total difference a week: \+360 .*\n.*total difference in value a week: \+€18,000/i);
      expect(said).not.to.match(causal);
      expect(Object.keys(cellsOf({}, {randomised})).join())
        .to.match(/Total difference a week/)
        .and.not.match(causal);
    }
    expect(notesOf({}, {randomised: true})).to.match(/incremental a week: \+360/i);
  });

  it('a split that fails brings nothing in notes or table', () => {
    const test = {randomised: true, allocation: {C: 1, T: 3}};
    expect(notesOf({}, test)).not.to.match(/a week|a quarter/);
    expect(Object.keys(cellsOf({}, test)).join()).not.to.match(/Incremental|Total|Profit/);
  });

  it('extra conversions of scores are a difference, and none of a split that fails', () => {
    const bins = [1, 2, 3].flatMap((bin) => named(pair, {bin}));
    const said = (test: object) =>
      treatmentLift
        .notes(measured({rows: bins, ...test}, {view: 'bins'}), {...reading, options: {...options, view: 'bins'}})
        .join();
    expect(said({}))
      .to.match(/conversions above a random order \(uplift area\), .* among the treated \(Qini area\)/)
      .and.not.match(/extra/i);
    expect(said({allocation: {C: 1, T: 3}})).not.to.match(/Qini/);
  });
});
