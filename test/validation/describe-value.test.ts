import {expect} from 'chai';
import fc from '../support/fast-check.js';
import {anyText} from '../support/for-any.js';
import {describeValue, shortened} from '../../src/validation/describe-value.js';

describe('a value from outside', () => {
  for (const [value, text] of [
    ['abc', '"abc"'],
    ['say "no"', '"say \\"no\\""'],
    ['', '""'],
    [-3, '-3'],
    [NaN, 'NaN'],
    [1e400, 'Infinity'],
    [true, 'true'],
    [null, 'null'],
    [undefined, 'undefined'],
    [{secret: 1}, '{…}'],
    [[1, 2], '[…]'],
    [[], '[]'],
    [12n, '12'],
    [Symbol('x'), 'Symbol(x)'],
  ] as const)
    it(`is told as ${text}`, () => expect(describeValue(value)).to.equal(text));

  it('is cut: issues end in logs, and logs must not carry customers', () => {
    expect(describeValue('x'.repeat(1e6)))
      .to.have.length(80)
      .and.match(/^"x+…"$/);
  });

  it('is never longer than 80 characters, whatever it holds', () => {
    const anything = fc.oneof(
      anyText({most: 300}),
      fc.string({unit: fc.constantFrom('\u0000', '"', '\\', '\ud83d', '😀', 'a'), maxLength: 300, size: 'max'}),
      fc.anything(),
    );
    fc.assert(fc.property(anything, (value) => describeValue(value).length <= 80));
  });
});

describe('shortened text', () => {
  it('is the text itself where it is short enough', () => expect(shortened('abcd', 4)).to.equal('abcd'));
  it('ends in an ellipsis', () => expect(shortened('abcde', 4)).to.equal('abc…'));
  it('never ends inside a character', () => {
    expect(shortened('ab😀😀', 4)).to.equal('ab…');
    fc.assert(
      fc.property(
        fc.string({unit: fc.constantFrom(...'aé中😀👩'), maxLength: 30, size: 'max'}),
        fc.integer({min: 1, max: 20}),
        (text, length) => shortened(text, length).isWellFormed(),
      ),
    );
  });
});
