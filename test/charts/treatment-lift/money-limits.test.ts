import {expect} from 'chai';
import '../../support/every-language.js';
import {treatmentLift} from '../../../src/charts/treatment-lift/definition.js';
import {changeFormat, levelFormat, rangeText} from '../../../src/charts/treatment-lift/values.js';
import {en} from '../../../src/charts/treatment-lift/words-en.js';
import {localeOf} from '../../../src/locale/locale.js';
import {drawnMarks, measured, options, pair, textsOf} from './tests.js';

const locale = localeOf('en', 'USD');
const reading = {locale, options, words: en};
const level = (low: number, high: number) => rangeText([low, high], levelFormat('money', locale), reading);
const change = (low: number, high: number) => rangeText([low, high], changeFormat('money', locale), reading);

describe('treatment-lift: limits of money', () => {
  it('have the decimals of the larger one, whatever they cross', () => {
    expect(level(0.083, 0.2)).to.equal('$0.08 to $0.20');
    expect(level(990.5, 1001)).to.equal('$991 to $1,001');
    expect(level(0.05, 0.0832)).to.equal('$0.050 to $0.083');
    expect(change(-0.0832, 0.2)).to.equal('-$0.08 to +$0.20');
    expect(change(-1001, 990.5)).to.equal('-$1,001 to +$991');
    expect(change(-0.0012, 0.052)).to.equal('-$0.001 to +$0.052');
  });

  it('have more where one would read 0, and no end of them', () => {
    expect(change(0.0042, 0.2)).to.equal('+$0.004 to +$0.200');
    expect(change(0.42, 1200)).to.equal('+$0.42 to +$1,200.00');
    expect(change(0, 1200)).to.equal('$0 to +$1,200');
    expect(change(1e-30, 5)).to.match(/^\+\$0\.0+1 to \+\$5\.00$/);
    expect(change(1e-12, 2e-12)).to.equal('+$0.000000000001 to +$0.000000000002');
  });

  it('are in the currency of the data, with its own sign', () => {
    expect(rangeText([0.083, 0.2], levelFormat('money', localeOf('en', 'EUR')), reading)).to.equal('€0.08 to €0.20');
    expect(rangeText([0.083, 0.2], levelFormat('money', localeOf('en')), reading)).to.equal('0.08 to 0.20');
  });

  // Differences of means with sd 1 and n 400 each reach 0.1388 to either side: t(798) 1.96293 · √(2/400).
  for (const [lang, said] of [
    ['en', {mean: '+$0.15', range: '+$0.01 to +$0.29', arm: '$0.25', limits: '$0.15 to $0.35'}],
    ['zh-CN', {mean: '+$0.15', range: '+$0.01 至 +$0.29', arm: '$0.25', limits: '$0.15 至 $0.35'}],
  ] as const)
    it(`stand with their estimate in ${lang}: in the drawing, the tooltip and the headline`, () => {
      const rows = pair({n: 400, mean: 0.25, sd: 1}, {n: 400, mean: 0.1, sd: 1}).map((row) => ({
        ...row,
        metric: 'Spend',
      }));
      const test = {randomised: true, currency: 'USD', metrics: [{id: 'Spend', money: true, margin: 0.001}], rows};
      const marks = drawnMarks(test, {lang});
      expect(textsOf(marks, 'figure')[0]!.split(' ')[0]).to.equal(said.mean);
      expect(textsOf(marks, 'range')).to.deep.equal([said.range]);
      const lines = marks.flatMap(({datum}) => datum?.lines.map(({value}) => value) ?? []);
      expect(lines.join('\n')).to.include(said.mean).and.to.include(said.range);
      const arms = drawnMarks(test, {lang, view: 'arms'});
      expect(textsOf(arms, 'figure').at(-1)).to.equal(said.arm);
      expect(textsOf(arms, 'range').at(-1)).to.equal(said.limits);
      const headline = treatmentLift.headline(measured(test), {locale: localeOf(lang, 'USD'), options});
      expect(headline.text).to.include(said.range);
    });
});
