import {expect} from 'chai';
import {treatmentLift} from '../../../src/charts/treatment-lift/definition.js';
import type {TreatmentLiftMetrics, TreatmentLiftOptions} from '../../../src/charts/treatment-lift/metrics.js';
import type {DataTable} from '../../../src/table/data-table.js';
import winBack from '../../../demo/data/win-back-test.json';
import {localeOf} from '../../../src/locale/locale.js';
import {options as shown, pair, rates} from './tests.js';

type Given = Partial<TreatmentLiftOptions>;

const readingOf = (given: Given) => ({locale: localeOf('en'), options: {...shown, ...given}});

function metricsOf(json: unknown, given: Given): TreatmentLiftMetrics {
  const {metrics, issues} = treatmentLift.measure(json, {...shown, ...given});
  if (metrics === null) throw new Error(JSON.stringify(issues));
  return metrics;
}

/** The notes under the drawing of JSON, as one text. */
const notesOf = (json: unknown, given: Given = {}): string =>
  treatmentLift.notes(metricsOf(json, given), readingOf(given)).join('\n');

const tableOf = (json: unknown, given: Given = {}): DataTable =>
  treatmentLift.tabulate(metricsOf(json, given), readingOf(given));

/** What the table says under a heading, row by row. */
const columnOf = ({columns, rows}: DataTable, heading: string) => {
  const index = columns.findIndex(({label}) => label === heading);
  return rows.map((cells) => cells[index]?.value ?? null);
};

const some = rates([90, 500], [50, 500]);

describe('treatment-lift: notes', () => {
  it('flags segments that all say the opposite of the total (kidney stones, Charig et al. 1986)', () => {
    const stones = [
      ...rates([81, 87], [234, 270]).map((row) => ({...row, segment: 'small'})),
      ...rates([192, 263], [55, 80]).map((row) => ({...row, segment: 'large'})),
    ];
    expect(notesOf(stones)).to.match(
      /T: all segments added up say -4\.6 pp, and each of them says the opposite.*Simpson’s/,
    );
    expect(notesOf(stones.map((row) => ({...row, segment: row.segment === 'small' ? 'S' : null})))).not.to.include(
      'Simpson',
    );
  });

  it('the prior of the Bayesian view is printed, and none where it was not asked for', () => {
    const prior = (rows: readonly object[], entry: object, given: Given = {bayesian: true}) =>
      /Bayesian view[^\n]*/.exec(
        notesOf({rows: rows.map((row) => ({...row, metric: 'M'})), metrics: [{id: 'M', ...entry}]}, given),
      )?.[0] ?? null;
    const means = pair({n: 50, mean: 3, sd: 1}, {n: 50, mean: 2, sd: 1});
    expect(prior(some, {})).to.equal('Bayesian view with the prior Beta(1, 1) for each rate.');
    expect(prior(some, {priorA: 2, priorB: 30})).to.include('Beta(2, 30)');
    expect(prior(means, {})).to.include('a flat prior');
    expect(prior(means, {priorMean: 0, priorSd: 0.5})).to.include('Normal(0, 0.5)');
    expect(prior(some, {}, {})).to.equal(null);
  });

  it('says what was not random, not planned and not over', () => {
    expect(notesOf(some)).to.include('not assigned at random').and.include('No planned split is given');
    const sure = {rows: some, randomised: true, allocation: {C: 1, T: 1}};
    expect(notesOf(sure)).not.to.match(/at random|No planned split|still running/);
    expect(notesOf({...sure, finished: false})).to.include('early looks find differences too often');
    expect(notesOf({...sure, allocation: {C: 1, T: 3}})).to.include('Find the cause before reading any result');
  });

  it('says which plan is not checked, and why', () => {
    const said = (json: unknown, given: Given = {}) => /[^\n]*not checked\./.exec(notesOf(json, given))?.[0];
    const allocation = {C: 1, T: 1};
    expect(said(some)).to.equal('No planned split is given, so it is not checked.');
    const misfit = 'The planned split does not fit the arms, so it is not checked.';
    expect(said({rows: some, allocation: {C: 1, X: 1}})).to.equal(misfit);
    expect(said({rows: some, allocation: {C: 0, T: 0}})).to.equal(misfit);
    const small = rates([3, 500], [50, 500]);
    expect(said({rows: small, allocation}, {minCell: 5})).to.match(/^A group is too small to show/);
    expect(said({rows: pair({rate: 0.2}, {rate: 0.1}), allocation})).to.match(
      /^The customers of each arm are not given/,
    );
  });

  it('names the shares of a mismatch, and the metric whose own customers are split otherwise', () => {
    const rows = some.map((row) => ({...row, metric: 'All'}));
    expect(notesOf({rows, allocation: {C: 1, T: 3}})).to.include(
      'Not split as planned (p < 0.001): C 50.0% (planned 25.0%) and T 50.0% (planned 75.0%).',
    );
    const few = rates([40, 100], [40, 200]).map((row) => ({...row, metric: 'Some'}));
    expect(notesOf({rows: [...rows, ...few], allocation: {C: 1, T: 1}})).to.match(
      /Customers are split as planned \(p = 1\.000\)\.\nSome: not split as planned \(p < 0\.001\): C 66\.7% \(planned 50\.0%\)/,
    );
  });

  it('only intervals that stay right at any time are said to', () => {
    const json = {rows: some, finished: false, planned: 1000};
    expect(notesOf(json, {anyTime: true}))
      .to.include('Intervals stay right')
      .and.not.include('still running');
    expect(notesOf(json, {anyTime: true, view: 'arms'}))
      .to.include('still running')
      .and.not.include('stay right');
  });

  it('many bins are many comparisons', () => {
    const bins = [1, 2, 3, 4, 5, 6].flatMap((bin) => some.map((row) => ({...row, bin, metric: 'M'})));
    const family = [
      {id: 'M', family: true},
      {id: 'N', family: true},
    ];
    const json = {rows: [...bins, ...some.map((row) => ({...row, metric: 'N'}))], metrics: family};
    expect(notesOf(json, {view: 'bins'}))
      .to.include('6 comparisons, each on its own')
      .and.not.include('declared family');
    expect(notesOf(json)).to.include('A declared family of 2').and.not.include('each on its own');
  });

  it('the win-back letter reads 360 a week and 4,680 a quarter, with their intervals', () => {
    const text = notesOf(winBack);
    expect(text).to.match(/incremental a week: \+360 \(\+\d+ to \+\d+\)/i);
    expect(text).to.match(/incremental a quarter: \+4,680 \(\+[\d,]+ to \+[\d,]+\)/i);
  });

  it('says why there is no lift', () => {
    expect(notesOf(rates([50, 500], [0, 500]))).to.include('The control is 0, so there is no lift');
    const sleep = pair({n: 10, mean: 2.33, sd: 2.002248736}, {n: 10, mean: 0.75, sd: 1.789009658});
    expect(notesOf(sleep)).to.include('too close to 0 for a relative interval');
  });
});

describe('treatment-lift: table', () => {
  it('gives the back-end’s interval as the back-end’s, which decides nothing', () => {
    const reported = some.map((row) => (row.control ? row : {...row, lift: 0.5, low: -0.2, high: 0.6, pValue: 0.4}));
    const table = tableOf({rows: reported, randomised: true});
    expect(columnOf(table, 'Reported by the back-end')).to.deep.equal([0.5]);
    expect(columnOf(table, 'Reported by the back-end, low')).to.deep.equal([-0.2]);
    expect(columnOf(table, 'Reported by the back-end, p')).to.deep.equal([0.4]);
    expect(columnOf(table, 'Verdict')).to.deep.equal(['better']);
    expect(columnOf(table, 'p')[0]).to.be.below(0.05);
    // Among differences no lift of the back-end is drawn.
    const apart = notesOf(reported, {scale: 'absolute'});
    expect(apart).to.include('What the back-end reports is in the table').and.not.include('Dashed');
    expect(notesOf(reported)).to.include('Dashed: as the back-end reports it');
    const only = pair({lift: 0.5, low: -0.2, high: 0.6}, {});
    expect(notesOf(only)).to.include('Dashed: as the back-end reports it');
  });

  it('two one-sided tests look at 1 − 2α, the verdict at the drawn interval', () => {
    const rows = rates([1505, 10000], [1500, 10000]).map((row) => ({...row, metric: 'M'}));
    const said = (margin: number) => {
      const table = tableOf({rows, metrics: [{id: 'M', margin}]});
      return ['Verdict', 'Same by two one-sided tests', 'Not worse'].map((name) => columnOf(table, name)[0]);
    };
    expect(said(0.02)).to.deep.equal(['practically the same', 'yes', 'yes']);
    // The interval reaches 1.04 points at 95 %, 0.88 at 90 %.
    expect(said(0.0095)).to.deep.equal(['inconclusive', 'yes', 'yes']);
    expect(said(0.008)).to.deep.equal(['inconclusive', 'no', 'yes']);
    expect(said(0.001)).to.deep.equal(['inconclusive', 'no', 'no']);
  });

  it('what nothing bounds is unbounded, and what is not defined is empty', () => {
    const table = tableOf(rates([50, 500], [0, 500]));
    expect(columnOf(table, 'Lift')).to.deep.equal([null]);
    expect(columnOf(table, 'Lift, high')).to.deep.equal(['unbounded']);
  });
});
