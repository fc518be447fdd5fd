import {expect} from 'chai';
import {compared, pair, rates} from './tests.js';

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
});
