import {expect} from 'chai';
import {readRows, type MapSource, type ReadOptions} from '../../src/mapping/index.js';

const LADDER: MapSource = {rung: 'data/{i}/name', count: 'data/{i}/n'};
const codes = (body: unknown, options: ReadOptions) => readRows(body, options).issues.map(({code}) => code);

describe('issues', () => {
  it("name the caller's own path", () => {
    const body = {
      columns: [{name: 'n'}, {name: 'stage'}],
      data: {
        rows: [
          [1, 'a'],
          [2, 'b'],
          [3, 'c'],
          ['x', 'd'],
        ],
      },
    };
    const map = {columns: 'columns/{#}/name', rung: 'data/rows/{i}/#stage', count: 'data/rows/{i}/#n'};
    expect(readRows(body, {map}).issues).to.deep.equal([
      {path: 'data/rows/3/0', code: 'unexpected', expected: 'count', got: '"x"'},
    ]);
  });

  it('escape a key that holds a slash or a tilde', () => {
    const {issues} = readRows({'a/b~': {n: 'x'}}, {map: {rung: '{r}', count: '/{r}/n'}});
    expect(issues[0]!.path).to.equal('a~1b~0/n');
  });

  it('are at most 20, and hold no more than 80 characters of a value', () => {
    const data = Array.from({length: 500}, () => ({name: 'a', n: 'y'.repeat(500)}));
    const {issues} = readRows({data}, {map: LADDER});
    expect(issues.length).to.equal(20);
    expect(issues.every(({got}) => got!.length <= 80)).to.equal(true);
  });

  it('say where wildcards bind nothing, and what is there instead', () => {
    expect(readRows({payload: {items: []}, total: 0}, {map: LADDER}).issues).to.deep.equal([
      {path: '', code: 'nothing_found', expected: 'data', got: 'payload, total'},
    ]);
    expect(
      readRows({data: {list: [1]}}, {map: {rung: 'data/rows/{i}/a', count: 'data/rows/{i}/n'}}).issues,
    ).to.deep.equal([{path: 'data', code: 'nothing_found', expected: 'rows', got: 'list'}]);
    expect(codes('a text', {map: LADDER, format: 'csv'})).to.deep.equal(['nothing_found']);
    expect(codes(5, {map: LADDER})).to.deep.equal(['nothing_found']);
    expect(codes(null, {map: LADDER})).to.deep.equal([]);
  });

  it('say which column is missing', () => {
    const map = {columns: 'cols/{#}', rung: 'rows/{i}/#stage', count: 'rows/{i}/#n'};
    const {issues} = readRows({cols: ['level', 'n'], rows: [['a', 1]]}, {map});
    expect(issues[0]).to.deep.equal({path: 'rows/0/#stage', code: 'entries_left_out', expected: 'rung', got: '1'});
    expect(issues[1]).to.deep.equal({path: 'rows/0', code: 'nothing_found', expected: '#stage', got: 'level, n'});
  });

  it('are notes where only an optional role found nothing', () => {
    const {rows, issues, notes} = readRows({data: [{name: 'a', n: 1}]}, {map: {...LADDER, target: 'data/{i}/plam'}});
    expect(rows).to.deep.equal([{rung: 'a', count: 1, target: null}]);
    expect([issues.length, notes]).to.deep.equal([
      0,
      [{path: 'data/0', code: 'nothing_found', expected: 'plam', got: 'name, n'}],
    ]);
  });

  it('say that no text fits a pattern', () => {
    const {issues} = readRows([['a', 1]], {map: {match: {'{i}/0': '{n}. {rung}'}, rung: '{rung}', count: '{i}/1'}});
    expect(issues).to.deep.equal([{path: '0/0', code: 'unexpected', expected: '{n}. {rung}', got: '"a"'}]);
  });

  it('tell a body that throws when it is read', () => {
    const body = {
      get data(): never {
        throw new Error('no');
      },
    };
    expect(readRows(body, {map: LADDER}).issues).to.deep.equal([{path: '', code: 'unreadable'}]);
  });
});

describe('paths of the contract', () => {
  const body = {
    a: [
      {s: 'B', m: 2},
      {s: 'A', m: 1},
    ],
    day: '2026-05-01',
  };

  it('lead back to the caller, with dots or slashes', () => {
    const {locate} = readRows(body, {map: {rung: 'a/{i}/s', count: 'a/{i}/m', asOf: 'day'}});
    expect(locate('rows.1.count')).to.equal('a/1/m');
    expect(locate('rows/0/rung')).to.equal('a/0/s');
    expect(locate('asOf')).to.equal('day');
    // What nobody mapped is said of the measure of its row, of all entries, or of the map.
    expect(locate('rows.0.nothing')).to.equal('a/0/m');
    expect(locate('rows.9.count')).to.equal('a');
    expect(locate('rows')).to.equal('a');
    expect(locate('unit')).to.equal('map/unit');
    expect(locate('')).to.equal('');
  });

  it('follow rows that were put in order', () => {
    const cohorts = [
      ['2026-02', 0, 5],
      ['2026-01', 0, 4],
    ];
    const {locate} = readRows(cohorts, {map: {cohort: '{i}/0', period: '{i}/1', retained: '{i}/2'}});
    expect(locate('rows.0.retained')).to.equal('1/2');
  });

  it('name the template that gave the value, and the entry for a key', () => {
    const {locate} = readRows([{b: 1}], {map: {rung: '{i}', count: ['{i}/a', '{i}/b']}});
    expect([locate('rows.0.count'), locate('rows.0.rung')]).to.deep.equal(['0/b', '0']);
  });

  it('lead to moves', () => {
    const {locate, data} = readRows([{f: 'a', t: null, n: 1}], {map: {from: '{i}/f', to: '{i}/t', count: '{i}/n'}});
    expect(data).to.deep.equal({rows: [], moves: [{from: 'a', to: null, count: 1}]});
    expect(locate('moves.0.count')).to.equal('0/n');
  });

  it('are those of the body without a map', () => {
    expect(readRows([{rung: 'a'}], {}).locate('rows.0.rung')).to.equal('0/rung');
    expect(readRows({rows: []}, {}).locate('rows.0.rung')).to.equal('rows/0/rung');
  });
});

describe('without a map', () => {
  it('the body is handed on as it is', () => {
    const body = {asOf: '2026-01-01', rows: [{rung: 'a', count: '1'}]};
    const {data, rows, document, kind} = readRows(body);
    expect({data, rows, document, kind}).to.deep.equal({
      data: body,
      rows: body.rows,
      document: {asOf: '2026-01-01'},
      kind: 'rows',
    });
  });

  it('a body of any kind does no harm', () => {
    for (const body of [null, undefined, 5, true, [], {}, [[]], 'null', '5'])
      expect(readRows(body).issues).to.deep.equal([]);
  });
});

describe('fields beside the rows', () => {
  it('are pointers, constants or options', () => {
    const body = {data: [{name: 'a', n: 1}], meta: {at: '2026-05-18T09:30:00Z', order: ['a', 'b']}};
    const map = {...LADDER, asOf: 'meta/at', basis: '=at', order: 'meta/order', rungs: [{id: 'a', label: 'A'}]};
    expect(readRows(body, {map, currency: 'EUR'}).document).to.deep.equal({
      asOf: '2026-05-18',
      basis: 'at',
      order: ['a', 'b'],
      rungs: [{id: 'a', label: 'A'}],
      currency: 'EUR',
    });
  });

  it('that are not there are not given, those that cannot be read are an issue', () => {
    expect(readRows({data: [{name: 'a', n: 1}]}, {map: {...LADDER, asOf: 'meta/at'}}).document).to.deep.equal({});
    const {issues} = readRows({data: [{name: 'a', n: 1}], at: 'soon'}, {map: {...LADDER, asOf: 'at'}});
    expect(issues).to.deep.equal([{path: 'at', code: 'unexpected', expected: 'day', got: '"soon"'}]);
  });
});

describe('cohorts', () => {
  const map = {cohort: '{i}/0', period: '{i}/1', retained: '{i}/2'};
  const read = (body: unknown, options: ReadOptions = {}) =>
    readRows(body, {map, unit: 'month', ...options}).rows.map(({cohort, period, retained}) => [
      cohort,
      period,
      retained,
    ]);

  it('are sorted by date and period, quarters too; names stay as they came', () => {
    expect(
      read([
        ['2026-Q1', 1, 1],
        ['Q4 2025', 0, 2],
        ['2026-Q1', 0, 3],
      ]),
    ).to.deep.equal([
      ['2025-Q4', 0, 2],
      ['2026-Q1', 0, 3],
      ['2026-Q1', 1, 1],
    ]);
    expect(
      read([
        ['b', 0, 1],
        ['a', 0, 2],
      ]),
    ).to.deep.equal([
      ['b', 0, 1],
      ['a', 0, 2],
    ]);
  });

  it('take a gap inside as zero only if declared, and never one at the end', () => {
    const body = [
      ['2026-01', 0, 9],
      ['2026-01', 3, 4],
      ['2026-02', 0, 8],
    ];
    expect(read(body).length).to.equal(3);
    expect(read(body, {fill: 'interior-zero'})).to.deep.equal([
      ['2026-01', 0, 9],
      ['2026-01', 1, 0],
      ['2026-01', 2, 0],
      ['2026-01', 3, 4],
      ['2026-02', 0, 8],
    ]);
    expect(
      read(
        [
          ['2026-01', 0, 9],
          ['2026-01', 99999, 4],
        ],
        {fill: 'interior-zero'},
      ).length,
    ).to.equal(2);
  });

  it('mark a period that had not ended', () => {
    const running = (asOf: string, unit = 'month', cohort = '2026-01') =>
      readRows(
        [
          [cohort, 0, 9],
          [cohort, 1, 4],
        ],
        {map, unit, asOf},
      ).rows.map(({incomplete}) => incomplete === true);
    expect(running('2026-02-27')).to.deep.equal([false, true]);
    expect(running('2026-02-28')).to.deep.equal([false, false]);
    expect(running('2026-01-15')).to.deep.equal([true, true]);
    expect(running('2026-01-13', 'week', '2026-01-01')).to.deep.equal([false, true]);
    expect(running('2026-06-29', 'quarter', '2026-Q1')).to.deep.equal([false, true]);
    expect(running('2026-02-27', 'month', 'Spring')).to.deep.equal([false, false]);
  });

  it('keep the flag of the backend', () => {
    const {rows} = readRows([['2026-01', 1, 4, false]], {
      map: {...map, incomplete: '{i}/3'},
      unit: 'month',
      asOf: '2026-01-02',
    });
    expect(rows[0]!['incomplete']).to.equal(false);
  });

  it('have the size that is given, or what was retained at age 0', () => {
    const sizes = (given: MapSource) =>
      readRows(
        [
          ['2026-01', 0, 9, 10],
          ['2026-01', 1, 4, 10],
        ],
        {map: {...map, ...given}},
      ).rows.map(({size}) => size);
    expect(sizes({})).to.deep.equal([9, 9]);
    expect(sizes({size: '{i}/3'})).to.deep.equal([10, 10]);
  });
});

describe('limits', () => {
  it('end a body of more than a million values with an issue', () => {
    const data = Array.from({length: 500_001}, () => ({name: 'a', n: 1}));
    expect(readRows({data}, {map: LADDER})).to.deep.include({rows: [], issues: [{path: '', code: 'too_much_data'}]});
  });

  it('end a body that leads back into itself', () => {
    const body: Record<string, unknown> = {n: 1};
    for (let index = 0; index < 20; index++) body[`k${index}`] = body;
    expect(codes(body, {map: {rung: '=a', count: '{a}/{b}/{c}/{d}/{e}/{f}/{g}/{h}'}})).to.deep.equal(['too_much_data']);
  });

  it('read what is deep', () => {
    const text = `${'['.repeat(5000)}1${']'.repeat(5000)}`;
    expect(codes(text, {map: {rung: '=a', count: `${'0/'.repeat(4999)}0`}})).to.deep.equal([]);
  });
});
