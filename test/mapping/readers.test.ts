import {expect} from 'chai';
import {readRows, type ReadOptions} from '../../src/mapping/index.js';

const map = {rung: '{i}/rung', count: '{i}/n'};
const pairs = (body: string, options: ReadOptions) => {
  const {rows, issues} = readRows(body, {map, ...options});
  expect(issues).to.deep.equal([]);
  return rows.map(({rung, count}) => [rung, count]);
};
const TWO = [
  ['a', 1],
  ['b', 2],
];

describe('text bodies', () => {
  const cases: readonly (readonly [string, string, ReadOptions])[] = [
    ['JSON', '[{"rung":"a","n":1},{"rung":"b","n":2}]', {}],
    [
      'JSON with a byte order mark',
      '\ufeff[{"rung":"a","n":1},{"rung":"b","n":2}]',
      {contentType: 'application/json; charset=utf-8'},
    ],
    ['JSON behind a guard', ')]}\'\n[{"rung":"a","n":1},{"rung":"b","n":2}]', {}],
    ['NDJSON by format', '{"rung":"a","n":1}\n{"rung":"b","n":2}\n', {format: 'ndjson'}],
    ['NDJSON by content type', '{"rung":"a","n":1}\r\n\r\n{"rung":"b","n":2}', {contentType: 'application/x-ndjson'}],
    ['JSON lines', '{"rung":"a","n":1}\n{"rung":"b","n":2}', {contentType: 'application/jsonl'}],
    ['gviz', '/*O_o*/ setResponse([{"rung":"a","n":1},{"rung":"b","n":2}]);', {format: 'gviz'}],
    ['CSV', 'rung,n\na,1\nb,2\n', {contentType: 'text/csv'}],
    ['CSV with CRLF', 'rung,n\r\na,1\r\nb,2\r\n', {format: 'csv'}],
    ['CSV with quotes', '"rung","n"\n"a","1"\n"b","2"', {format: 'csv'}],
    ['CSV with semicolons', 'rung;n\na;1\nb;2', {format: 'csv'}],
    ['CSV with a decimal comma', 'rung;n\na;1,0\nb;2,0', {format: 'csv', decimal: ','}],
    ['CSV with two equal names', 'rung,n,n\na,1,9\nb,2,9', {format: 'csv'}],
    ['CSV with short lines', 'rung,n,x\na,1\nb,2', {format: 'csv'}],
    ['TSV', 'rung\tn\na\t1\nb\t2', {contentType: 'text/tab-separated-values'}],
  ];
  for (const [name, body, options] of cases) it(`read ${name}`, () => expect(pairs(body, options)).to.deep.equal(TWO));

  it('read quotes, line ends and separators inside quotes', () => {
    expect(pairs('rung,n\n"say ""a"", b\nc",1\n"""",2\n', {format: 'csv'})).to.deep.equal([
      ['say "a", b\nc', 1],
      ['"', 2],
    ]);
  });

  it('take an empty cell as not given and a thousands separator in quotes as one', () => {
    expect(pairs('rung,n\na,\nb,"1,234"', {format: 'csv'})).to.deep.equal([
      ['a', null],
      ['b', 1234],
    ]);
  });

  it('take any name as a name', () => {
    const {rows} = readRows('__proto__,constructor\na,1', {
      map: {rung: '{i}/__proto__', count: '{i}/constructor'},
      format: 'csv',
    });
    expect(rows).to.deep.equal([{rung: 'a', count: 1}]);
  });

  const broken: readonly (readonly [string, string, ReadOptions, string, string])[] = [
    ['a line with more cells than the header', 'rung,n\na,1\nb,1,234', {format: 'csv'}, 'broken_csv', '1'],
    ['a quote that does not close', 'rung,n\n"a,1', {format: 'csv'}, 'broken_csv', ''],
    ['a line that is no JSON', '{"rung":"a","n":1}\n{"rung":', {format: 'ndjson'}, 'not_json', '1'],
    ['gviz without a call', 'nothing', {format: 'gviz'}, 'not_json', ''],
    ['CSV taken for JSON', 'rung,n\na,1', {}, 'not_json', ''],
    ['a page in place of CSV', '<html></html>', {format: 'csv'}, 'sign_in_page', ''],
  ];
  for (const [name, body, options, code, path] of broken)
    it(`tell ${name}`, () => {
      const reading = readRows(body, {map, ...options});
      expect(reading).to.deep.include({kind: 'state', state: 'failed', code, issues: [{path, code}]});
    });
});
