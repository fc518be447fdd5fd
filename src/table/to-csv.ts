import type {Cell, DataTable} from './data-table.js';

/** With these a spreadsheet would take a text for a formula. */
const FORMULA = /^[=+\-@\t\r]/;
const NEEDS_QUOTES = /[",\r\n]/;
/** Tells Excel that the file is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/** A table as CSV (RFC 4180) that opens clean in a spreadsheet: texts guarded against formulas, numbers untouched. */
export function toCsv({columns, rows}: DataTable): string {
  const lines = [columns.map(({label}) => field(label)), ...rows.map((row) => row.map(cell))];
  return BYTE_ORDER_MARK + lines.map((line) => `${line.join(',')}\r\n`).join('');
}

const cell = ({value}: Cell): string => {
  if (value === null) return '';
  return typeof value === 'number' ? String(value) : field(value);
};

function field(text: string): string {
  const guarded = FORMULA.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
