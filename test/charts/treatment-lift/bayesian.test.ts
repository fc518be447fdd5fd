import {expect} from 'chai';
import {estimatedTextWidth} from '../../../src/chart/estimated-ruler.js';
import {frameOf} from '../../../src/chart/frame.js';
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

  const toldIn = (json: unknown, given: Partial<typeof options>, lang = 'en') => {
    const own = {...options, bayesian: true, ...given};
    const metrics = measured(json, own);
    const reading = {locale: localeOf(lang), options: own};
    const {columns, rows} = treatmentLift.tabulate(metrics, reading);
    const frame = frameOf({width: 720, textWidth: estimatedTextWidth});
    const marks = marksOf(treatmentLift.draw(metrics, {...reading, frame}).marks);
    return {
      notes: treatmentLift.notes(metrics, reading),
      table: rows.map((row) => Object.fromEntries(row.map(({value}, index) => [columns[index]!.label, value]))),
      lines: marks.flatMap(({datum}) => datum?.lines.map(({name, value}) => `${name}: ${value}`) ?? []),
      dotted: marks.flatMap((mark) => (mark.kind === 'group' && mark.part === 'credible' ? marksOf(mark.marks) : [])),
      marks,
    };
  };
  const few = rates([9, 20], [4, 20]);
  const means = pair({n: 50, mean: 3, sd: 1}, {n: 50, mean: 2, sd: 1});
  const DOTTED = 'Dotted: the credible interval of the Bayesian view.';

  it('beside the level of each arm its credible interval is drawn, told and tabled', () => {
    const {notes, table, lines, dotted} = toldIn(few, {view: 'arms'});
    // SciPy: beta.ppf of Beta(5, 17) and Beta(10, 12).
    for (const [index, [low, high]] of [
      [0.0821758756, 0.419066041],
      [0.2571306264, 0.6597936907],
    ].entries()) {
      expect(table[index]!['Credible interval, low']).to.be.closeTo(low!, 1e-9);
      expect(table[index]!['Credible interval, high']).to.be.closeTo(high!, 1e-9);
    }
    expect(lines).to.include('Credible interval: 25.7% to 66.0%');
    expect(dotted.map(({kind}) => kind)).to.deep.equal(['line', 'line']);
    expect(notes).to.include.members([
      'Bayesian view with the prior Beta(1, 1) for each rate.',
      DOTTED,
      'Solid lines and verdicts use no prior.',
    ]);
    const without = toldIn(few, {view: 'arms', bayesian: false});
    expect(without.dotted).to.deep.equal([]);
    expect(without.notes.join()).not.to.match(/prior|Dotted/);
  });

  it('of a difference of means it is drawn where differences are, at its own limits', () => {
    const {dotted, notes, marks, lines} = toldIn(means, {});
    const [line] = dotted.flatMap((mark) => (mark.kind === 'line' ? mark : []));
    const [solid] = marks.flatMap((mark) => (mark.kind === 'line' && mark.part === 'interval' ? mark : []));
    // 1 ± 1.959964 × 0.2 beside 1 ± t(98) × 0.2, t = 1.984467.
    expect((line!.x2 - line!.x1) / (solid!.x2 - solid!.x1)).to.be.closeTo(1.959964 / 1.984467, 1e-4);
    expect(lines).to.include('Credible interval: +0.608 to +1.39');
    expect(notes).to.include.members([DOTTED, 'Bayesian view with a flat prior for differences of means.']);
    const relative = toldIn(means, {scale: 'relative'});
    expect(relative.dotted).to.deep.equal([]);
    expect(relative.notes).to.not.include(DOTTED);
    expect(relative.notes).to.include('Solid lines and verdicts use no prior.');
  });

  it('of a difference of rates it is drawn, told and tabled, with its prior', () => {
    for (const lang of ['en', 'zh-CN']) expect(toldIn(few, {}, lang).dotted).to.have.length(1);
    const {dotted, notes, lines, marks, table} = toldIn(few, {});
    // Beta(10, 12) less Beta(5, 17), by SciPy.
    expect(table[0]!['Credible interval, Difference, low']).to.be.closeTo(-0.0448876019, 1e-7);
    expect(table[0]!['Credible interval, Difference, high']).to.be.closeTo(0.4857561748, 1e-7);
    expect(lines).to.include('Credible interval: -4.5 pp to +48.6 pp');
    const [line] = dotted.flatMap((mark) => (mark.kind === 'line' ? mark : []));
    const [solid] = marks.flatMap((mark) => (mark.kind === 'line' && mark.part === 'interval' ? mark : []));
    const {diffLow, diffHigh} = compared(few);
    const share = (0.4857561748 + 0.0448876019) / (diffHigh! - diffLow!);
    expect((line!.x2 - line!.x1) / (solid!.x2 - solid!.x1)).to.be.closeTo(share, 1e-3);
    expect(notes).to.include.members([DOTTED, 'Bayesian view with the prior Beta(1, 1) for each rate.']);
    const relative = toldIn(few, {scale: 'relative'});
    expect(relative.dotted).to.deep.equal([]);
    expect(relative.notes).to.not.include(DOTTED);
  });

  it('the probability stands under the drawing, but not of a split that fails; a course has no prior', () => {
    expect(toldIn(few, {}).notes).to.include('Metric, T: higher with a probability of 95.0%.');
    const untrusted = {rows: rates([900, 2000], [400, 1000]), allocation: {C: 1, T: 1}};
    expect(toldIn(untrusted, {}).notes.join('\n')).to.include('Beta(1, 1)').and.not.include('probability');
    const days = few.map((row) => ({...row, date: '2026-01-05'}));
    expect(toldIn(days, {view: 'time'}).notes.join()).not.to.match(/prior|probability|Dotted/);
  });

  it('a group too small to show has no credible interval', () => {
    const {table, lines, dotted} = toldIn(rates([3, 20], [9, 20]), {view: 'arms', minCell: 5});
    expect(dotted).to.have.length(1);
    expect(lines.filter((line) => line.startsWith('Credible'))).to.have.length(1);
    expect(table.map((row) => row['Credible interval, low'] === null)).to.deep.equal([false, true]);
  });
});
