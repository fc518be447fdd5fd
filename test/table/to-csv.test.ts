import {expect} from 'chai';
import type {Cell, DataTable} from '../../src/table/data-table.js';
import {toCsv} from '../../src/table/to-csv.js';
import fc from '../support/fast-check.js';
import {anyText, forAny} from '../support/for-any.js';
import {parseCsv} from '../support/parse-csv.js';

const text = (value: string): Cell => ({text: value, value});
const number = (value: number | null): Cell => ({text: 'as shown', value});
const tableOf = (rows: readonly (readonly Cell[])[]): DataTable => ({
  caption: 'Table',
  columns: (rows[0] ?? []).map((_, index) => ({label: `c${index}`, numeric: false})),
  rows,
});
/** The records below the header, without the byte order mark. */
const recordsOf = (rows: readonly (readonly Cell[])[]) => parseCsv(toCsv(tableOf(rows)).slice(1)).slice(1);
const fieldOf = (cell: Cell) => recordsOf([[cell]])[0]![0];

describe('CSV', () => {
  it('begins with a byte order mark and ends every line as RFC 4180 asks', () =>
    expect(toCsv(tableOf([[text('a'), number(1)]]))).to.equal('\ufeffc0,c1\r\na,1\r\n'));

  it('is only a header for a table without rows', () =>
    expect(toCsv({caption: '', columns: [{label: 'Rung', numeric: false}], rows: []})).to.equal('\ufeffRung\r\n'));

  for (const start of ['=', '+', '-', '@', '\t', '\r']) {
    it(`guards a text that begins with ${JSON.stringify(start)}`, () => {
      expect(fieldOf(text(`${start}HYPERLINK("http://x")`))).to.equal(`'${start}HYPERLINK("http://x")`);
      expect(parseCsv(toCsv({...tableOf([]), columns: [{label: `${start}1`, numeric: true}]}).slice(1))).to.deep.equal([
        [`'${start}1`],
      ]);
    });
  }

  it('never touches a number', () => {
    const numbers = [0, -3, -0.25, 1e21, 5e-324, 0.1 + 0.2, Number.MAX_SAFE_INTEGER];
    expect(recordsOf([numbers.map(number)])[0]!.map(Number)).to.deep.equal(numbers);
  });

  it('leaves empty what is not defined, which is not zero', () => {
    expect(fieldOf(number(null))).to.equal('');
    expect(fieldOf(number(0))).to.equal('0');
  });

  it('brings back every text and number it was given', () => {
    const tricky = fc.string({unit: fc.constantFrom(...'",\r\n\t=+-@ \'aé中😀')});
    const texts = fc.oneof(tricky, anyText());
    const anyCell = fc.oneof(texts.map(text), fc.double({noNaN: true, noDefaultInfinity: true}).map(number));
    const anyRows = fc
      .integer({min: 1, max: 5})
      .chain((width) => fc.array(fc.array(anyCell, {minLength: width, maxLength: width}), {maxLength: 8}));
    forAny(
      anyRows,
      (rows) => {
        const records = recordsOf(rows);
        expect(records).to.have.length(rows.length);
        rows.forEach((row, index) => row.forEach((cell, column) => expectSame(records[index]![column]!, cell)));
      },
      {fast: 60, gate: 1_000, deep: 5_000},
    );
  });
});

function expectSame(field: string, {value}: Cell): void {
  if (typeof value === 'number') expect(Number(field)).to.equal(value);
  else expect(/^[=+\-@\t\r]/.test(value!) ? field.slice(1) : field).to.equal(value);
}
