import {expect} from 'chai';
import {treatmentLift} from '../../../src/charts/treatment-lift/definition.js';
import type {TreatmentLiftOptions} from '../../../src/charts/treatment-lift/metrics.js';
import {localeOf} from '../../../src/locale/locale.js';
import {drawnMarks, pair, rates, textsOf} from './tests.js';

/** What is drawn on the relative scale: title, figures, words of the tooltip, and limits read off the scale's labels. */
function drawnOf(data: unknown, given: Partial<TreatmentLiftOptions> = {scale: 'relative'}) {
  const marks = drawnMarks(data, given);
  const xs = marks.flatMap((mark) => (mark.kind === 'text' && mark.key.startsWith('tick ') ? [mark.x] : []));
  const values = textsOf(marks, 'tick ').map((text) => Number(text.replace('%', '')));
  const plotX = marks.flatMap((mark) => (mark.kind === 'group' && mark.key === 'interval' ? [mark.x!] : []))[0]!;
  const perPixel = (values.at(-1)! - values[0]!) / (xs.at(-1)! - xs[0]!);
  const valueAt = (x: number) => values[0]! + (plotX + x - xs[0]!) * perPixel;
  const [limits] = marks.flatMap((mark) =>
    mark.kind === 'line' && mark.part === 'interval' ? [[valueAt(mark.x1), valueAt(mark.x2)] as const] : [],
  );
  const [datum] = marks.flatMap((mark) => ('datum' in mark ? [mark.datum] : []));
  return {
    title: textsOf(marks, 'title')[0],
    figure: textsOf(marks, 'figure')[0],
    range: textsOf(marks, 'range')[0],
    limits: limits!,
    lift: datum!.lines.find(({name}) => name === 'Lift')!.value,
    label: datum!.label,
  };
}

/** Limits by SciPy: of Welch, and the lifts L at which (6 − (1 + L)·2)² = t²(v + (1 + L)²v), by its root finder. */
const unstable = pair({n: 20, mean: 6, sd: 3}, {n: 20, mean: 2, sd: 2});

describe('treatment-lift: unstable lifts', () => {
  it('a lift whose control is too uncertain (g 0.207) is never drawn, also where the page asks for lifts', () => {
    const {title, figure, range, limits, label} = drawnOf(unstable);
    expect(title).to.equal('Difference from C, 95% intervals');
    expect(limits[0]).to.be.closeTo(2.3599153662, 1e-6);
    expect(limits[1]).to.be.closeTo(5.6400846338, 1e-6);
    expect(figure).to.equal('+4 · unstable');
    expect(range).to.equal('+2.36 to +5.64');
    expect(label).to.include('+4 · unstable (+2.36 to +5.64)');
  });

  it('its percentage is called unstable wherever it stands', () => {
    expect(drawnOf(unstable).lift).to.equal('+200.0% (+89.9% to +466.6%), unstable');
    const dated = unstable.map((row) => ({...row, date: '2026-01-01'}));
    const marks = drawnMarks(dated, {view: 'time', scale: 'relative'});
    const [day] = marks.flatMap((mark) => ('datum' in mark ? [mark.datum] : []));
    expect(day!.lines.map(({value}) => value)).to.include('+200.0% (+89.9% to +466.6%), unstable');
    expect(textsOf(marks, 'title')[0]).to.match(/^Difference/);
    const options = {...treatmentLift.defaults, scale: 'relative', minCell: 0} as const;
    const {metrics} = treatmentLift.measure(unstable, options);
    const table = treatmentLift.tabulate(metrics!, {locale: localeOf('en'), options});
    const lift = table.rows[0]![table.columns.findIndex(({label}) => label === 'Lift')]!;
    expect([lift.text, lift.value]).to.deep.equal(['+200.0%, unstable', 2]);
  });

  it('a lift beside it that is stable (g 0.003, example 4) is drawn as one where the page asks for it', () => {
    const stable = pair({n: 60, mean: 105.3, sd: 18.2}, {n: 55, mean: 96.1, sd: 20.4});
    const {title, figure, limits, lift} = drawnOf(stable);
    expect(title).to.equal('Lift against C, 95% intervals');
    expect(limits[0]).to.be.closeTo(2.02438, 1e-4);
    expect(limits[1]).to.be.closeTo(17.82999, 1e-4);
    expect(figure).to.equal('+9.6% · +9.2');
    expect(lift).to.equal('+9.6% (+2.0% to +17.8%)');
    const both = [stable, unstable].flatMap((rows, index) => rows.map((row) => ({...row, metric: `M${index}`})));
    const marks = drawnMarks({rows: both}, {scale: 'relative'});
    expect(textsOf(marks, 'title')).to.deep.equal([
      'Lift against C, 95% intervals',
      'Difference from C, 95% intervals',
    ]);
  });

  it('of a rate whose control is 0 the lift’s own limits stand under no difference', () => {
    const {figure, range} = drawnOf(rates([5, 56], [0, 29]));
    expect([figure, range]).to.deep.equal(['– · +8.9 pp', '-37.1% or more']);
  });
});
