import {expect} from 'chai';
import {en} from '../../src/locale/en.js';
import {sharedZhCN as zhCN} from '../../src/locale/zh-cn.js';
import {issueSentence} from '../../src/validation/issue-sentence.js';

const notACount = {path: 'rows.3.count', code: 'unexpected', expected: 'count', got: '"abc"'};
const rules = {odd: () => 'is odd'};

describe('the sentence of an issue', () => {
  it('names place, expectation and finding', () => {
    expect(issueSentence(notACount, en, {})).to.equal('rows.3.count: expected a whole number of 0 or more, got "abc"');
    expect(issueSentence(notACount, zhCN, {})).to.equal('rows.3.count：应为不小于 0 的整数，实际为 "abc"');
  });

  it('says nothing of a place when the whole body is meant', () =>
    expect(issueSentence({path: '', code: 'missing', expected: 'rows'}, en, {})).to.equal(
      'expected an object with "rows", or a list of rows, got nothing',
    ));

  it('offers the choices where there are some', () =>
    expect(issueSentence({path: 'basis', code: 'unexpected', expected: 'at, reached', got: '"on"'}, en, {})).to.equal(
      'basis: expected one of at, reached, got "on"',
    ));

  it('takes the words of the chart for the rules of the chart', () =>
    expect(issueSentence({path: 'rows.0', code: 'odd'}, en, rules)).to.equal('rows.0: is odd'));

  for (const [language, words] of Object.entries({en, zhCN})) {
    it(`is a sentence for every shared rule in ${language}`, () => {
      for (const code of Object.keys(en.rules)) {
        const sentence = issueSentence({path: 'rows', code, expected: '7', got: '9'}, words, {});
        expect(sentence, code)
          .to.match(/^rows[:：].{4,}/)
          .and.not.match(/undefined|NaN/);
      }
    });

    it(`never shows a gap where an issue lacks a part in ${language}`, () => {
      for (const code of [...Object.keys(en.rules), 'unexpected', 'unheard_of'])
        expect(issueSentence({path: 'rows', code}, words, {})).to.not.include('undefined');
    });
  }
});

describe('the two languages', () => {
  it('word the same rules', () => expect(Object.keys(zhCN.rules)).to.have.members(Object.keys(en.rules)));
});
