import {expect} from 'chai';
import {moneyTicks, tickFormat} from '../../../src/charts/treatment-lift/axis-words.js';
import {localeOf} from '../../../src/locale/locale.js';
import {options} from './tests.js';
import {en} from '../../../src/charts/treatment-lift/words-en.js';

const locale = localeOf('en', 'USD');

describe('treatment-lift: ticks of money', () => {
  const texts = (all: readonly number[]) => {
    const tick = tickFormat('money', {locale, options, words: en});
    return all.map((value) => tick(value, all));
  };

  it('have no cents where none of them has any, be they below or above a thousand', () => {
    expect(texts([-200, 0, 400, 1200])).to.deep.equal(['-$200', '$0', '+$400', '+$1,200']);
    const level = moneyTicks(locale.fine.money, locale, {});
    expect(level(1200, [800, 1200])).to.equal('$1,200');
  });

  it('have cents all of them where one has', () => {
    expect(texts([0, 0.5, 1])).to.deep.equal(['$0.00', '+$0.50', '+$1.00']);
  });

  it('and amounts beside them keep their cents, and two digits of less than ten', () => {
    const amounts = [0, 0.004, 0.056, 0.0999, 0.1, 0.5, 2.34, 999.5, 1012.4].map(locale.fine.money);
    expect(amounts).to.deep.equal([
      '$0.00',
      '$0.004',
      '$0.056',
      '$0.10',
      '$0.10',
      '$0.50',
      '$2.34',
      '$999.50',
      '$1,012',
    ]);
  });
});
