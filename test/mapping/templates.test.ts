import {expect} from 'chai';
import {readRows, type MapSource} from '../../src/mapping/index.js';

const rowsOf = (body: unknown, map: MapSource) => {
  const {issues, rows} = readRows(body, {map});
  expect(issues).to.deep.equal([]);
  return rows;
};
const ladder = (rung: string, count: string): MapSource => ({rung, count});

describe('pointer templates', () => {
  it('bind a name to the same index in every template', () => {
    const body = {names: ['a', 'b'], counts: [1, 2]};
    expect(rowsOf(body, ladder('names/{i}', 'counts/{i}'))).to.deep.equal([
      {rung: 'a', count: 1},
      {rung: 'b', count: 2},
    ]);
  });

  it('yield the key itself for a wildcard alone, and the value at a top-level key behind a slash', () => {
    expect(rowsOf({a: 1, b: 2}, ladder('{r}', '/{r}'))).to.deep.equal([
      {rung: 'a', count: 1},
      {rung: 'b', count: 2},
    ]);
  });

  it('add an offset to a key; a negative result is not given', () => {
    const map = {cohort: '=A', period: '{p-1}', retained: '/{p}'};
    expect(rowsOf([9, 8, 7], map)).to.deep.equal([
      {cohort: 'A', period: 0, retained: 8, size: 8},
      {cohort: 'A', period: 1, retained: 7, size: 8},
    ]);
    expect(rowsOf([9], {...map, period: '{p+2}'})).to.deep.equal([{cohort: 'A', period: 2, retained: 9}]);
  });

  it('match part of a key, also several parts', () => {
    const wide = [{cohort: '2026-01', month_0: 5, month_1: 3, note: 'x', month_: 1}];
    expect(rowsOf(wide, {cohort: '{i}/cohort', period: '{p}', retained: '{i}/month_{p}'}).length).to.equal(2);
    const cells = {'a!b': 1, 'a!b!c': 2, a: 3};
    expect(rowsOf(cells, {row: '{r}', column: '{c}', customers: '/{r}!{c}'})).to.deep.equal([
      {row: 'a', column: 'b', customers: 1},
      {row: 'a', column: 'b!c', customers: 2},
    ]);
  });

  it('use a value that is bound as text of a key', () => {
    const body = {ids: [{x: 'a'}], by_0: {n: 4}};
    expect(rowsOf(body, {rung: 'ids/{i}/x', count: 'by_{i}/n'})).to.deep.equal([{rung: 'a', count: 4}]);
  });

  it('read keys that hold the marks of the grammar', () => {
    const body = [{'a/b': 'x', 'm~n{}#': 3}];
    expect(rowsOf(body, ladder('{i}/a~1b', '{i}/m~0n~2~3~4'))).to.deep.equal([{rung: 'x', count: 3}]);
  });

  it('read constants: text, numbers, flags', () => {
    const map = {arm: '=A', n: 7, conversions: '{i}/c', control: true};
    expect(rowsOf([{c: 1}], map)).to.deep.equal([{arm: 'A', n: 7, conversions: 1, control: true}]);
  });

  it('take the first given value of a fallback list, entry by entry', () => {
    const body = [
      {title: null, name: 'a', n: 1},
      {title: 'b', name: 'x', n: 2},
      {title: '-', name: 'c', m: 3},
    ];
    expect(rowsOf(body, {rung: ['{i}/title', '{i}/name', '=?'], count: ['{i}/n', '{i}/m']})).to.deep.equal([
      {rung: 'a', count: 1},
      {rung: 'b', count: 2},
      {rung: 'c', count: 3},
    ]);
  });

  it('enumerate the measure that binds every wildcard, wherever it stands in the map', () => {
    const body = [{c: '2026-01', size: 9, v: [8, 7]}];
    const map = {size: '{c}/size', retained: '{c}/v/{p}', period: '{p}', cohort: '{c}/c'};
    expect(rowsOf(body, map).length).to.equal(2);
    expect(rowsOf(body, Object.fromEntries(Object.entries(map).reverse())).length).to.equal(2);
  });

  it('reach own properties only', () => {
    for (const name of ['__proto__', 'constructor', 'length', 'toString', 'hasOwnProperty'])
      expect(readRows([[1]], {map: {rung: '=a', count: `{i}/${name}`}}).rows).to.deep.equal([{rung: 'a', count: null}]);
    const body = JSON.parse('[{"__proto__": {"n": 5}, "constructor": "c"}]') as unknown;
    expect(rowsOf(body, ladder('{i}/constructor', '{i}/__proto__/n'))).to.deep.equal([{rung: 'c', count: 5}]);
  });

  it('index a list by whole numbers only', () => {
    for (const index of ['00', '-1', '1e0', ' 0', '0.0'])
      expect(readRows([5], {map: {rung: '=a', count: `/${index}`}}).rows[0]).to.deep.equal({rung: 'a', count: null});
  });

  describe('of columns', () => {
    const body = {
      cols: ['stage', 'n', 'n'],
      rows: [
        ['a', 1, 9],
        ['b', 2],
      ],
    };

    it('look a name up, the first of two equal ones', () => {
      const map = {columns: 'cols/{#}', rung: 'rows/{i}/#stage', count: 'rows/{i}/#n'};
      expect(rowsOf(body, map)).to.deep.equal([
        {rung: 'a', count: 1},
        {rung: 'b', count: 2},
      ]);
    });

    it('take wildcards in names', () => {
      const wide = {cols: ['cohort', 'm_0', 'm_1'], rows: [['2026-01', 5, 3]]};
      const map = {columns: 'cols/{#}', cohort: 'rows/{i}/#cohort', period: '{p}', retained: 'rows/{i}/#m_{p}'};
      expect(rowsOf(wide, map).map(({period, retained}) => [period, retained])).to.deep.equal([
        [0, 5],
        [1, 3],
      ]);
    });

    it('are written short under a field', () => {
      const map = {columns: 'cols/{#}', field: 'rows/{i}/#', rung: '#stage', count: '#n'};
      expect(rowsOf(body, map).length).to.equal(2);
      expect(rowsOf([{'a.b': 'x', n: 1}], {field: '{i}/#', rung: '#a.b', count: '#n'})).to.deep.equal([
        {rung: 'x', count: 1},
      ]);
    });
  });

  describe('rules', () => {
    const body = [
      ['Stage', 'N'],
      ['1. a', 1],
      ['2. b', 2],
      ['Total', 3],
    ];

    it('take a text apart and skip what does not match', () => {
      expect(rowsOf(body, {match: {'{i}/0': '{n}. {rung}'}, rung: '{rung}', count: '{i}/1'})).to.deep.equal([
        {rung: 'a', count: 1},
        {rung: 'b', count: 2},
      ]);
    });

    it('skip, keep and drop', () => {
      const map = {rung: '{i}/0', count: '{i}/1', skip: 1};
      expect(rowsOf(body, {...map, drop: {rung: ['Total']}}).length).to.equal(2);
      expect(rowsOf(body, {...map, keep: {rung: ['2. b']}})).to.deep.equal([{rung: '2. b', count: 2}]);
    });

    it('skip entries of the outermost wildcard only', () => {
      const map = {row: '{r}', column: '{c}', customers: '/{r}/{c}', skip: 1};
      expect(
        rowsOf(
          [
            [1, 2],
            [3, 4],
          ],
          map,
        ).map(({customers}) => customers),
      ).to.deep.equal([3, 4]);
    });

    it('unite a list of maps', () => {
      const body = {base: {n: 10, c: 1}, variants: [{k: 'B', n: 12, c: 3}]};
      const {rows} = readRows(body, {
        map: [
          {arm: '=A', n: 'base/n', conversions: 'base/c', control: true},
          {arm: 'variants/{v}/k', n: 'variants/{v}/n', conversions: 'variants/{v}/c', control: false},
        ],
      });
      expect(rows.map(({arm, n, control}) => [arm, n, control])).to.deep.equal([
        ['A', 10, true],
        ['B', 12, false],
      ]);
    });
  });
});

const faults: readonly {
  readonly name: string;
  readonly map: MapSource;
  readonly code: string;
  readonly path?: string;
}[] = [
  {name: 'an open brace', map: ladder('{i', '{i}/n'), code: 'wildcard_not_closed', path: 'map/rung'},
  {name: 'an open brace within a key', map: ladder('a_{i/x', '{i}/n'), code: 'wildcard_not_closed', path: 'map/rung'},
  {name: 'a closing brace', map: ladder('i}', '{i}/n'), code: 'wildcard_not_opened', path: 'map/rung'},
  {name: 'no name', map: ladder('{}/a', '{i}/n'), code: 'wildcard_not_named', path: 'map/rung'},
  {name: 'a name with a space', map: ladder('{a b}/a', '{i}/n'), code: 'wildcard_not_named', path: 'map/rung'},
  {name: 'an offset within a path', map: ladder('x/{i-1}', '{i}/n'), code: 'wildcard_not_named', path: 'map/rung'},
  {name: 'wildcards that touch', map: ladder('{a}{b}/x', '{i}/n'), code: 'wildcards_touch', path: 'map/rung'},
  {name: 'an unknown escape', map: ladder('a~7', '{i}/n'), code: 'escape_unknown', path: 'map/rung'},
  {name: 'a trailing escape', map: ladder('a~', '{i}/n'), code: 'escape_unknown', path: 'map/rung'},
  {name: 'an object', map: {rung: {a: 1}, count: '{i}/n'}, code: 'template_not_text', path: 'map/rung'},
  {name: 'null in a list', map: {rung: ['{i}/a', null], count: '{i}/n'}, code: 'template_not_text', path: 'map/rung'},
  {name: 'an unknown role', map: {rnug: '{i}/a', count: '{i}/n'}, code: 'unknown_role', path: 'map/rnug'},
  {
    name: 'a role named by a prototype',
    map: {constructor: '{i}/a', count: '{i}/n'},
    code: 'unknown_role',
  },
  {name: 'no measure', map: {rung: '{i}/a'}, code: 'no_measure'},
  {name: 'no role', map: {}, code: 'no_role'},
  {name: 'a wildcard the measure lacks', map: ladder('{j}/a', '{i}/n'), code: 'wildcard_unbound', path: 'map/count'},
  {
    name: 'a broken pattern',
    map: {match: {'{i}/a': '{x'}, count: '{i}/n'},
    code: 'wildcard_not_closed',
    path: 'map/match',
  },
  {name: 'broken columns', map: {columns: 'a/{#', count: '{i}/#n'}, code: 'wildcard_not_closed', path: 'map/columns'},
  {name: 'a map that is text', map: 'rung' as unknown as MapSource, code: 'unknown_role'},
];

describe('a map with', () => {
  for (const {name, map, code, path} of faults)
    it(`${name} is ${code}`, () => {
      const {issues, rows} = readRows([{a: 'x', n: 1}], {map});
      expect(rows).to.deep.equal([]);
      expect(issues.map((issue) => issue.code)).to.include(code);
      if (path) expect(issues.find((issue) => issue.code === code)!.path).to.equal(path);
    });

  it('trouble in one part of a union says in which', () => {
    const {issues} = readRows([], {
      map: [
        {rung: '=a', count: '{i}/n'},
        {rung: '{', count: '{i}/n'},
      ],
    });
    expect(issues[0]!.path).to.equal('map/1/rung');
  });
});
