import {expect} from 'chai';
import {readRows, type ReadOptions} from '../../src/mapping/index.js';

/** Reads one value as a role of a row. */
function read(
  role: string,
  value: unknown,
  options: ReadOptions = {},
): {readonly value: unknown; readonly issues: readonly unknown[]} {
  const {rows, issues} = readRows([{v: value, n: 1}], {map: {count: '{i}/n', [role]: '{i}/v'}, ...options});
  return {value: rows[0]?.[role], issues};
}

const UNREADABLE = Symbol('an issue');
type Case = readonly [given: unknown, wanted: unknown, options?: ReadOptions];

function table(role: string, cases: readonly Case[]): void {
  for (const [given, wanted, options] of cases)
    it(`${role}: ${JSON.stringify(given)} ${options ? JSON.stringify(options) : ''} → ${String(wanted)}`, () => {
      const {value, issues} = read(role, given, options);
      if (wanted === UNREADABLE) expect(issues[0]).to.deep.include({path: '0/v', code: 'unexpected'});
      else expect({value, issues}).to.deep.equal({value: wanted, issues: []});
    });
}

describe('numbers', () => {
  const comma = {decimal: ','} as const;
  table('spend', [
    [0, 0],
    ['0', 0],
    [-3.5, -3.5],
    ['12', 12],
    [' 12 ', 12],
    ['+5', 5],
    ['-0.25', -0.25],
    ['.5', 0.5],
    ['1e3', 1000],
    ['1,234', 1234],
    ['1,234,567.89', 1234567.89],
    ['1 234', 1234],
    ['1\u202f234,5', UNREADABLE],
    ["1'234", 1234],
    ['\u22125', -5],
    ['2.66万', 26600],
    ['1.5亿', 150000000],
    ['3萬', 30000],
    [{$numberLong: '5'}, 5],
    [{$numberDecimal: '1.5'}, 1.5],
    ['1.234,5', 1234.5, comma],
    ['41,5', 41.5, comma],
    ['1.234', 1234, comma],
    [1.234, 1.234, comma],
    [null, null],
    ['', null],
    ['  ', null],
    ['-', null],
    [' - ', null],
    [false, null],
    [undefined, null],
    [true, UNREADABLE],
    ['abc', UNREADABLE],
    ['1,5', UNREADABLE],
    ['1,23,456', UNREADABLE],
    ['12 EUR', UNREADABLE],
    ['€12', UNREADABLE],
    ['1.2.3', UNREADABLE],
    ['0x10', UNREADABLE],
    ['Infinity', UNREADABLE],
    ['1e999', UNREADABLE],
    ['NaN', UNREADABLE],
    [Number.NaN, UNREADABLE],
    [[], UNREADABLE],
    [[5], UNREADABLE],
    [{}, UNREADABLE],
    [{a: 1}, UNREADABLE],
    [{$a: 1, b: 2}, UNREADABLE],
    ['9'.repeat(400), UNREADABLE],
    ['%', UNREADABLE],
    ['(5)', UNREADABLE],
    ['１２', UNREADABLE],
  ]);
  table('rate', [
    [0.125, 0.125],
    ['12.4%', 0.124],
    ['98.3 %', 0.983],
    ['0%', 0],
    ['98.3％', 0.983],
    [8.4, 8.4],
    [8.4, 0.084, {scale: 'percent'}],
    ['41.5', 0.415, {scale: 'percent'}],
    ['41.5%', 0.415, {scale: 'percent'}],
    [0, 0, {scale: 'percent'}],
  ]);
  table('customers', [
    ['98%', UNREADABLE],
    [-7, 7, {scale: 'magnitude'}],
    ['-7', 7, {scale: 'magnitude'}],
    ['1,234', 1234],
  ]);
  table('value', [[50, 50, {scale: 'percent'}]]);

  it('cut what they show of a value', () => {
    const {issues} = read('spend', 'x'.repeat(5000));
    expect((issues[0] as {readonly got: string}).got.length).to.be.at.most(80);
  });

  it('answer a hostile text at once', () => {
    const started = performance.now();
    for (const text of [
      ' '.repeat(1e6),
      `${' '.repeat(1e6)}x`,
      '1'.repeat(1e6),
      '1,'.repeat(5e5),
      `${'1 '.repeat(5e5)}x`,
    ])
      read('spend', text);
    expect(performance.now() - started).to.be.below(1000);
  });
});

describe('dates', () => {
  table('date', [
    ['2026-01-31', '2026-01-31'],
    ['2026-01-31T23:30:00-05:00', '2026-01-31'],
    ['2026-01-01T00:00:00Z', '2026-01-01'],
    ['2026-01-31 23:59:59.999 UTC', '2026-01-31'],
    ['2026-01', '2026-01'],
    ['2026', '2026'],
    [2026, '2026'],
    ['2026/1/5', '2026-01-05'],
    ['2026年1月5日', '2026-01-05'],
    ['2026年12月', '2026-12'],
    [1767225600000, '2026-01-01'],
    ['1767225600000', '2026-01-01'],
    [1767225600, UNREADABLE],
    [20454, UNREADABLE],
    [1767225600, '2026-01-01', {dates: 'seconds'}],
    [20454, '2026-01-01', {dates: 'days'}],
    [46023, '2026-01-01', {dates: 'serial'}],
    [46023.75, '2026-01-01', {dates: 'serial'}],
    ['20260131', '2026-01-31', {dates: 'compact'}],
    ['202601', '2026-01', {dates: 'compact'}],
    ['20260131', UNREADABLE],
    ['/Date(1767225600000)/', '2026-01-01'],
    ['/Date(1767222000000+0100)/', '2026-01-01'],
    ['Date(2026,0,1)', '2026-01-01'],
    ['Date(2026,11,31,23,59,59)', '2026-12-31'],
    ['Jun 2026', '2026-06'],
    ['September, 2026', '2026-09'],
    ['2026-Q3', '2026-Q3'],
    ['Q3 2026', '2026-Q3'],
    ['2026Q1', '2026-Q1'],
    ['2026-W05', '2026-W05'],
    [{$date: '2026-01-05T00:00:00Z'}, '2026-01-05'],
    ['2026-02-30', UNREADABLE],
    ['2026-13', UNREADABLE],
    ['2026-00-10', UNREADABLE],
    ['01/02/2026', UNREADABLE],
    ['Foo 2026', UNREADABLE],
    ['2026-01 to 2026-03', UNREADABLE],
    [true, UNREADABLE],
    [{}, UNREADABLE],
  ]);
  table('cohort', [
    ['Spring campaign', 'Spring campaign'],
    ['2026-02-30', UNREADABLE],
    [1767225600, UNREADABLE],
    [12.5, UNREADABLE],
  ]);
});

describe('periods', () => {
  const period = (value: unknown, cohort: string, unit: string) => {
    const {rows, issues} = readRows([{p: value, n: 1}], {
      map: {cohort: `=${cohort}`, period: '{i}/p', retained: '{i}/n'},
      unit,
    });
    return issues.length ? UNREADABLE : rows[0]?.['period'];
  };
  const cases: readonly (readonly [unknown, unknown, unit?: string])[] = [
    [3, 3],
    ['3', 3],
    ['0003', 3],
    ['3.0', 3],
    ['Month 3', 3],
    ['month_3', 3],
    ['第3月', 3],
    ['3 months', 3],
    ['M3', 3],
    ['2026-04-01', 3],
    ['2026-04', 3],
    ['Apr 2026', 3],
    [1774915200000, 2],
    ['2026-01-29', 4, 'week'],
    ['2026-Q4', 3, 'quarter'],
    ['2028', 2, 'year'],
    [2028, 2, 'year'],
    [1.5, UNREADABLE],
    [-1, UNREADABLE],
    ['Month -1', UNREADABLE],
    ['< 1 month', UNREADABLE],
    ['3+', UNREADABLE],
    ['Day 0-7', UNREADABLE],
    ['total', UNREADABLE],
    [true, UNREADABLE],
    [[3], UNREADABLE],
    ['0x10', UNREADABLE],
    ['2025-12-01', UNREADABLE],
    ['2026-04-01', UNREADABLE, 'fortnight'],
  ];
  for (const [value, wanted, unit = 'month'] of cases)
    it(`${JSON.stringify(value)} in ${unit}s → ${String(wanted)}`, () =>
      expect(period(value, '2026-01-01', unit)).to.equal(wanted));
});

describe('names and flags', () => {
  it('give a readable label for pooled and nameless groups', () => {
    expect(read('rung', '$$_posthog_breakdown_other_$$').value).to.equal('Other');
    expect(read('rung', '$$_posthog_breakdown_null_$$').value).to.equal('(not set)');
    expect(read('rung', '(not set)').value).to.equal('(not set)');
  });

  it('leave totals and nameless groups out, the latter with a note', () => {
    const map = {row: '{i}/0', column: '{i}/1', customers: '{i}/2'};
    const body = [
      ['a', 'x', 1],
      ['RESERVED_TOTAL', 'x', 5],
      [null, 'x', 2],
      ['b', '', 3],
    ];
    const {rows, issues, notes} = readRows(body, {map});
    expect([rows.length, issues]).to.deep.equal([1, []]);
    expect(notes).to.deep.equal([
      {path: '2/0', code: 'entries_left_out', expected: 'row', got: '1'},
      {path: '3/1', code: 'entries_left_out', expected: 'column', got: '1'},
    ]);
  });

  table('rung', [
    [5, '5'],
    [true, 'true'],
    ['__proto__', '__proto__'],
    [{}, UNREADABLE],
    [['a'], UNREADABLE],
  ]);
  table('incomplete', [
    [true, true],
    [false, false],
    ['false', false],
    [0, false],
    ['1', true],
    ['maybe', UNREADABLE],
    [2, UNREADABLE],
  ]);

  it('know the control by a flag of the row, or by its name', () => {
    const body = {
      control: 'B',
      rows: [
        {a: 'A', n: 1, c: 0},
        {a: 'B', n: 2, c: 1},
        {a: '0', n: 3, c: 0},
      ],
    };
    const controls = (control: string) =>
      readRows(body, {map: {arm: 'rows/{i}/a', n: 'rows/{i}/n', control}})
        .rows.filter((row) => row['control'])
        .map(({arm}) => arm);
    expect(controls('rows/{i}/c')).to.deep.equal(['B']);
    expect(controls('control')).to.deep.equal(['B']);
    expect(controls('=0')).to.deep.equal(['0']);
  });
});
