import {expect} from 'chai';
import {en} from '../../src/locale/en.js';
import {isCurrency, localeOf} from '../../src/locale/locale.js';
import '../support/every-language.js';
import {languageOf} from '../../src/locale/vocabulary.js';
import {sharedZhCN as zhCN} from '../../src/locale/zh-cn.js';

describe('the language of a tag', () => {
  for (const tag of ['zh', 'zh-CN', 'zh-Hans-SG', 'zh-SG', 'zh-Hans-HK', 'ZH-cn', 'zh-Hantu', 'zh-x-tw'])
    it(`is Chinese of the mainland for ${tag}`, () => expect(languageOf(tag)).to.equal('zh-CN'));
  for (const tag of ['zh-TW', 'zh-HK', 'zh-MO', 'zh-Hant', 'zh-Hant-HK', 'zh-hant-SG', 'ZH-tw'])
    it(`is Chinese of Taiwan for ${tag}`, () => expect(languageOf(tag)).to.equal('zh-TW'));
  for (const tag of ['en', 'en-GB', 'de', 'fr-CA', 'zhx', 'za', '', 'not a tag', '<b>'])
    it(`is English for ${JSON.stringify(tag)}`, () => expect(languageOf(tag)).to.equal('en'));
});

const cases = {
  en: {
    count: [12345.4, '12,345'],
    compact: [12345, '12.3K'],
    change: [-1234, '-1,234'],
    percent: [0.1234, '12.3%'],
    wholePercent: [0.95, '95%'],
    percentChange: [0.05, '+5.0%'],
    points: [-0.0123, '-1.2 pp'],
    money: [1234.5, '1,235'],
  },
  'zh-CN': {
    count: [12345.4, '12,345'],
    compact: [12345, '1.2万'],
    change: [1234, '+1,234'],
    percent: [0.1234, '12.3%'],
    wholePercent: [0.95, '95%'],
    percentChange: [-0.05, '-5.0%'],
    points: [0.0123, '+1.2 个百分点'],
    money: [1234.5, '1,235'],
  },
  'zh-TW': {
    count: [12345.4, '12,345'],
    compact: [12345, '1.2萬'],
    change: [1234, '+1,234'],
    percent: [0.1234, '12.3%'],
    wholePercent: [0.95, '95%'],
    percentChange: [-0.05, '-5.0%'],
    points: [0.0123, '+1.2 個百分點'],
    money: [1234.5, '1,235'],
  },
} as const;

for (const [tag, formats] of Object.entries(cases)) {
  describe(`numbers in ${tag}`, () => {
    const locale = localeOf(tag);
    for (const [name, [value, text]] of Object.entries(formats))
      it(`${name}: ${value} is ${text}`, () => expect(locale[name as keyof typeof formats](value)).to.equal(text));
  });
}

describe('a locale', () => {
  it('speaks the language of its numbers', () => {
    expect(localeOf('en-GB').words).to.equal(en);
    expect(localeOf('zh-SG').words).to.equal(zhCN);
    expect(localeOf('zh-HK').words).to.equal(localeOf('zh-TW').words);
    expect(localeOf('de').count(12345)).to.equal('12,345');
    expect(localeOf('ar-EG').count(12345)).to.equal('12,345');
  });

  it('follows the region where it speaks the language', () =>
    expect(localeOf('en-IN').count(1234567)).to.equal('12,34,567'));

  it('has no sign for no change', () => {
    const {change, percentChange, points} = localeOf('en');
    expect([change(0), change(-0.2), percentChange(-0.0001), points(0.0001)]).to.deep.equal([
      '0',
      '0',
      '0.0%',
      '0.0 pp',
    ]);
  });

  it('never shows a zero as negative', () => {
    const {count, percent, wholePercent, money, compact} = localeOf('en', 'EUR');
    const shown = [count(-0), percent(-0), wholePercent(-0), money(-0), compact(-0)];
    expect(shown).to.deep.equal(['0', '0.0%', '0%', '€0', '0']);
  });

  it('is made once', () => expect(localeOf('en', 'EUR')).to.equal(localeOf('en', 'EUR')));

  it('names things in one phrase', () => {
    expect(localeOf('en').list(['a', 'b', 'c'])).to.equal('a, b, and c');
    expect(localeOf('en-GB').list(['a', 'b', 'c'])).to.equal('a, b and c');
    expect(localeOf('zh').list(['a', 'b', 'c'])).to.equal('a、b和c');
    expect(localeOf('zh-TW').list(['a', 'b', 'c'])).to.equal('a、b和c');
  });
});

describe('money', () => {
  for (const [currency, text] of [
    ['EUR', '€1,235'],
    ['eur', '€1,235'],
    ['GBP', '£1,235'],
    ['JPY', '¥1,235'],
    [undefined, '1,235'],
    ['', '1,235'],
    ['EURO', '1,235'],
    ['€', '1,235'],
    ['US ', '1,235'],
  ] as const) {
    it(`in ${JSON.stringify(currency)} is ${text}`, () =>
      expect(localeOf('en', currency).money(1234.5)).to.equal(text));
  }

  it('takes three letters that name no currency as its name', () => {
    expect(isCurrency('XQZ')).to.equal(true);
    expect(localeOf('en', 'XQZ').money(12)).to.include('XQZ');
  });
});

describe('a day', () => {
  const en = localeOf('en');
  const zh = localeOf('zh');

  it('is that day', () => {
    expect(en.day('2026-10-31')).to.equal('Oct 31, 2026');
    expect(localeOf('en-GB').day('2026-10-31')).to.equal('31 Oct 2026');
    expect(zh.day('2026-10-31')).to.equal('2026年10月31日');
    expect(localeOf('zh-TW').day('2026-10-31')).to.equal('2026年10月31日');
    expect(localeOf('zh-TW').ago(5)).to.equal('5 分鐘前');
  });

  it('may be a month or a year', () => {
    expect([en.day('2026-10'), zh.day('2026-10')]).to.deep.equal(['Oct 2026', '2026年10月']);
    expect([en.day('2026'), zh.day('2026')]).to.deep.equal(['2026', '2026']);
  });

  it('that is none is shown as written', () => expect(en.day('Q3 <b>')).to.equal('Q3 <b>'));

  it('of an early year stays in its year', () => {
    expect(en.day('0099-03-01')).to.include('99').and.not.include('1999');
    expect(en.day('0001-01-01')).to.match(/Jan 1, 1( |$)/);
  });
});
