import {expect} from 'chai';
import {defineContract, MAX_ROWS} from '../../src/validation/contract.js';
import {count, given, id, oneOf, text} from '../../src/validation/fields.js';

const {parse} = defineContract(
  {source: given(text), basis: given(oneOf('at', 'reached'))},
  {rows: {rung: id, count: given(count)}, moves: {count}},
);
const issuesOf = (json: unknown) => parse(json).issues;
const pathsOf = (json: unknown) => issuesOf(json).map(({path}) => path);

describe('a contract', () => {
  it('reads fields and lists', () => {
    expect(parse({source: 'log', rows: [{rung: 'client', count: '12'}]}).value).to.deep.equal({
      source: 'log',
      rows: [{rung: 'client', count: 12}],
      moves: [],
    });
  });

  it('takes a bare list as rows', () => {
    expect(parse([{rung: 'client'}]).value?.rows).to.deep.equal([{rung: 'client'}]);
  });

  it('ignores keys it does not know, so that a newer backend stays readable', () => {
    expect(parse({schemaVersion: 9, rows: [{rung: 'client', mood: 'good'}]}).issues).to.deep.equal([]);
  });

  for (const [name, json] of [
    ['nothing', undefined],
    ['null', null],
    ['text', 'rows'],
    ['a number', 12],
    ['an object without a list', {row: []}],
    ['an object whose lists are null', {rows: null, moves: null}],
  ] as const) {
    it(`asks for rows when given ${name}`, () => {
      const [issue] = issuesOf(json);
      expect(issue).to.include({path: '', expected: 'rows'});
    });
  }

  it('names the place, what was expected and what stood there', () => {
    expect(issuesOf({rows: [{rung: 'client', count: 'abc'}]})).to.deep.equal([
      {path: 'rows.0.count', code: 'unexpected', expected: 'count', got: '"abc"'},
    ]);
    expect(issuesOf({rows: [{count: 3}]})).to.deep.equal([{path: 'rows.0.rung', code: 'missing', expected: 'id'}]);
    expect(issuesOf({rows: {rung: 'client'}})).to.deep.equal([
      {path: 'rows', code: 'unexpected', expected: 'array', got: '{…}'},
    ]);
    expect(issuesOf({rows: [], basis: 'on'})).to.deep.equal([
      {path: 'basis', code: 'unexpected', expected: 'at, reached', got: '"on"'},
    ]);
    expect(pathsOf({rows: [null, 'client', []]})).to.deep.equal(['rows.0', 'rows.1', 'rows.2']);
  });

  it('lists the trouble of all lists at once', () => {
    expect(pathsOf({rows: [{rung: ''}], moves: [{count: -1}]})).to.deep.equal(['rows.0.rung', 'moves.0.count']);
  });

  it('stops at twenty issues', () => {
    const bad = Array.from({length: 1000}, () => ({rung: 0, count: -1}));
    expect(issuesOf({rows: bad, moves: bad})).to.have.length(20);
  });

  it('reads a hundred thousand bad rows without overflowing', () => {
    const bad = Array.from({length: 100_000}, () => ({}));
    expect(issuesOf(bad)).to.have.length(20);
  });

  it('refuses more rows than it can draw', () => {
    const [issue] = issuesOf({rows: new Array(MAX_ROWS + 1)});
    expect(issue).to.deep.equal({path: 'rows', code: 'too_many_rows', expected: '1000000', got: '1000001'});
  });

  it('answers for an object that throws when it is read', () => {
    const throwing = {
      get rows(): never {
        throw new Error('not mine to give');
      },
    };
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    for (const json of [throwing, revoked.proxy])
      expect(issuesOf(json)).to.deep.equal([{path: '', code: 'unreadable'}]);
  });

  it('leaves Object.prototype alone', () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    parse(JSON.parse('{"__proto__": {"polluted": 1}, "rows": [{"rung": "a", "__proto__": {"polluted": 1}}]}'));
    parse(JSON.parse('{"constructor": {"prototype": {"polluted": 1}}, "rows": []}'));
    expect(Object.getOwnPropertyNames(Object.prototype)).to.deep.equal(before);
    expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
  });

  it('keeps what it has read apart from what it was given', () => {
    const json = {rows: [{rung: 'client', count: 1}]};
    const {value} = parse(json);
    json.rows[0]!.count = 2;
    expect(value?.rows[0]).to.deep.equal({rung: 'client', count: 1});
  });
});
