import {expect} from 'chai';
import {amount, count, day, type Field, id, quantity, rate, text} from '../../src/validation/fields.js';

const read = (field: Field<unknown>, value: unknown): unknown => {
  const result = field.read(value);
  return result === undefined ? `refused: ${field.expected}` : result;
};

const NEVER_NUMBERS = [
  ...['', ' ', 'abc', '1,234', '12%', '12 %', '1e3', '0x10', ' 12', '12 ', '+12', '.5', '5.', 'NaN', 'Infinity'],
  ...[NaN, Infinity, -Infinity, 1e400, true, false, null, undefined, [], [1], {}, new Date(0), 12n, Symbol('12')],
];

const plain = (_: string, value: unknown): unknown =>
  ['bigint', 'symbol', 'number', 'undefined'].includes(typeof value) ? String(value) : value;

const cases = [
  {
    name: 'count',
    field: count,
    good: [0, 1, 2 ** 53 - 1],
    bad: [-1, 1.5, 2 ** 53, 1e308, '1.5', '-1', '9'.repeat(400)],
  },
  {name: 'amount', field: amount, good: [0, 0.25, 5e-324, 1e308], bad: [-1, -0.01, '-3', '9'.repeat(400)]},
  {name: 'number', field: quantity, good: [-3.5, 0, 1e308], bad: ['-9'.padEnd(400, '9')]},
  {name: 'rate', field: rate, good: [0, 0.5, 1], bad: [-0.1, 1.1, '1.0001', '-1']},
];

for (const {name, field, good, bad} of cases) {
  describe(`a field for a ${name}`, () => {
    it('takes numbers as they are', () => good.forEach((value) => expect(read(field, value)).to.equal(value)));

    it('takes plain decimal text, as databases send it', () => {
      expect(read(field, '1')).to.equal(1);
      expect(read(field, '0.00')).to.equal(0);
    });

    for (const value of [...NEVER_NUMBERS, ...bad])
      it(`refuses ${typeof value} ${JSON.stringify(value, plain)}`, () =>
        expect(read(field, value)).to.equal(`refused: ${name}`));
  });
}

describe('a field for a name', () => {
  it('takes text as it is', () =>
    ['a', ' a ', '__proto__', '0'].forEach((value) => expect(read(id, value)).to.equal(value)));
  for (const value of ['', ' ', '\t\n', '\u3000', '\u00a0', null, 0, {}, ['a']])
    it(`refuses ${JSON.stringify(value)}`, () => expect(read(id, value)).to.equal('refused: id'));
});

describe('a field for text', () => {
  it('takes any text', () => ['', '<b>', '\ud800'].forEach((value) => expect(read(text, value)).to.equal(value)));
  for (const value of [0, true, {}, null])
    it(`refuses ${JSON.stringify(value)}`, () => expect(read(text, value)).to.equal('refused: text'));
});

describe('a field for a day', () => {
  it('takes days, months and years as written', () =>
    ['2026-10-31', '2026-10', '2026', '2028-02-29'].forEach((value) => expect(read(day, value)).to.equal(value)));
  for (const value of ['2026-02-29', '2026-13', '31.10.2026', '2026-10-31T00:00', 20261031, ''])
    it(`refuses ${JSON.stringify(value)}`, () => expect(read(day, value)).to.equal('refused: day'));
});
