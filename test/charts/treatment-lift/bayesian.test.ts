import {expect} from 'chai';
import {treatmentLift} from '../../../src/charts/treatment-lift/definition.js';
import {localeOf} from '../../../src/locale/locale.js';
import {marksOf, sceneOf} from '../../support/scenes.js';
import {compared, measured, options, pair, rates} from './tests.js';

describe('treatment-lift: Bayesian view', () => {
  it('where down is better, what is lost is too much, not too little', () => {
    const returned = rates([30, 500], [60, 500]).map((row) => ({...row, metric: 'Returns'}));
    const losses = (better: 'up' | 'down') => {
      const {bayesian} = compared({rows: returned, metrics: [{id: 'Returns', better}]}, {bayesian: true});
      return [bayesian!.lossOfTreatment, bayesian!.lossOfControl];
    };
    const [treatment, control] = losses('down');
    expect(treatment).to.be.within(1e-7, 1e-5);
    // E[C] − E[T] with Beta(1, 1): 61/502 − 31/502.
    expect(control! - treatment!).to.be.closeTo(30 / 502, 1e-12);
    expect(losses('up')).to.deep.equal([control, treatment]);
  });

  it('so too for a difference of means', () => {
    const rows = pair({n: 50, mean: 3, sd: 1}, {n: 50, mean: 2, sd: 1}).map((row) => ({...row, metric: 'Days'}));
    const {bayesian} = compared({rows, metrics: [{id: 'Days', better: 'down'}]}, {bayesian: true});
    expect(bayesian!.lossOfTreatment - bayesian!.lossOfControl).to.be.closeTo(1, 1e-12);
  });

  it('is never certain, prints no loss of twenty digits, and its interval stands in the table', () => {
    const reading = {locale: localeOf('en'), options};
    const cellsOf = (rows: readonly object[]): Record<string, string> => {
      const {
        columns,
        rows: [first],
      } = treatmentLift.tabulate(measured(rows, {bayesian: true}), reading);
      return Object.fromEntries(columns.map(({label}, index) => [label, first![index]!.text]));
    };
    const clear = rates([900, 1000], [500, 1000]);
    expect(cellsOf(clear)).to.include({
      'P(higher)': '> 99.9%',
      'Expected loss with the treatment': '< 0.000100%',
      // Beta(901, 101) and Beta(501, 501), by SciPy.
      'Credible interval, Treatment, low': '88.0%',
      'Credible interval, Treatment, high': '91.7%',
      'Credible interval, Control, low': '46.9%',
    });
    expect(cellsOf(rates([500, 1000], [900, 1000]))['P(higher)']).to.equal('< 0.1%');
    expect(cellsOf(rates([30, 100], [29, 100]))['P(higher)']).to.match(/^5\d\.\d%$/);
    expect(cellsOf(pair({n: 50, mean: 3, sd: 1}, {n: 50, mean: 2, sd: 1}))).to.include({
      // 1 ± 1.959964 × 0.2.
      'Credible interval, Difference, low': '+0.608',
      'Credible interval, Difference, high': '+1.39',
    });
    const defaults = {...treatmentLift.defaults, bayesian: true};
    const scene = sceneOf({...treatmentLift, defaults}, clear);
    const lines = marksOf(scene.marks).flatMap(({datum}) => datum?.lines ?? []);
    expect(lines.map(({value}) => value)).to.include('> 99.9%');
  });
});
