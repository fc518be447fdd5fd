import {expect} from 'chai';
import {readDay} from '../../src/locale/calendar.js';

describe('a calendar day', () => {
  for (const [text, day] of [
    ['2026', {year: 2026}],
    ['2026-10', {year: 2026, month: 10}],
    ['2026-10-31', {year: 2026, month: 10, day: 31}],
    ['2028-02-29', {year: 2028, month: 2, day: 29}],
    ['2000-02-29', {year: 2000, month: 2, day: 29}],
    ['0001-01-01', {year: 1, month: 1, day: 1}],
    ['9999-12-31', {year: 9999, month: 12, day: 31}],
  ] as const)
    it(`is read from ${text}`, () => expect(readDay(text)).to.deep.equal(day));

  for (const text of [
    ...[
      '',
      'soon',
      '2026-00',
      '2026-13',
      '2026-1',
      '2026-10-0',
      '2026-10-00',
      '2026-10-32',
      '2026-04-31',
      '2026-00-10',
    ],
    ...['2026-02-29', '2100-02-29', '1900-02-29', '2026/10/31', '31.10.2026', '20261031', '2026-10-31T00:00:00Z'],
    ...[' 2026-10-31', '2026-10-31\n', '2026-W44', '-2026', '+002026-10-31', '２０２６-１０-３１'],
  ])
    it(`is not ${JSON.stringify(text)}`, () => expect(readDay(text)).to.equal(null));

  it('exists exactly when the calendar has it, for every month of 400 years', () => {
    for (let year = 1801; year <= 2200; year++)
      for (let month = 1; month <= 12; month++) {
        const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
        const [stem, two] = [
          `${year}-${String(month).padStart(2, '0')}-`,
          (day: number) => String(day).padStart(2, '0'),
        ];
        expect(readDay(stem + two(last)), stem).to.not.equal(null);
        expect(readDay(stem + two(last + 1)), stem).to.equal(null);
      }
  });
});
