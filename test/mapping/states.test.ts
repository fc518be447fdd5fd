import {expect} from 'chai';
import {readRows, type ReadOptions, type StateName, type StateRules} from '../../src/mapping/index.js';

const map = {rung: 'data/{i}/a', count: 'data/{i}/n'};
const data = [{a: 'x', n: 1}];

const stateOf = (body: unknown, options: ReadOptions = {map}) => {
  const reading = readRows(body, options);
  return reading.kind === 'state' ? [reading.state, reading.code, reading.message ?? null] : [reading.kind];
};

const bodies: readonly (readonly [name: string, body: unknown, state: StateName, code: string, words?: string])[] = [
  ['still computing', {error: 'Continue wait'}, 'loading', 'still_computing', 'Continue wait'],
  ['a job that is not complete', {jobComplete: false}, 'loading', 'still_computing'],
  ['a queued state', {status: 'QUEUED', id: 'x'}, 'loading', 'still_computing'],
  ['an error text', {error: 'quota exceeded'}, 'failed', 'backend_error', 'quota exceeded'],
  ['an error object', {error: {code: 403, message: 'denied'}}, 'failed', 'backend_error', 'denied'],
  ['an error beside data', {error: 'stale', data}, 'failed', 'backend_error', 'stale'],
  ['a list of errors', {errors: [{message: 'row limit'}], data: null}, 'failed', 'backend_error', 'row limit'],
  ['success: false', {success: false, msg: '无权限', data: []}, 'failed', 'backend_error', '无权限'],
  ['another code', {code: 500, msg: '系统异常', rows: []}, 'failed', 'backend_error', '系统异常'],
  ['an error with its status', {error: 'Unauthorized', status: 401}, 'failed', 'backend_error', 'Unauthorized'],
  ['a failed status', {status: 'failed'}, 'failed', 'backend_error'],
  ['a next link', {data, links: {next: '/p2'}}, 'partial', 'more_pages'],
  ['a truncated report', {data, allData: false}, 'partial', 'more_pages'],
  ['an empty list', {data: []}, 'empty', 'no_rows'],
  ['a list that is null', {data: null}, 'empty', 'no_rows'],
  ['a sign-in page', '  <!doctype html><title>Sign in</title>', 'failed', 'sign_in_page'],
  ['a cut body', '{"data": [{"a": "x", "n"', 'failed', 'not_json'],
  ['no body', '', 'empty', 'no_rows'],
  ['only white space', ' \n', 'empty', 'no_rows'],
];

describe('a body that is a state', () => {
  for (const [name, body, ...state] of bodies)
    it(`${name} is ${state[0]}`, () => expect(stateOf(body)).to.deep.equal([...state, null].slice(0, 3)));

  it('one page of several comes with its rows', () => {
    expect(readRows({data, '@odata.nextLink': 'https://x'}, {map}).rows).to.deep.equal([{rung: 'x', count: 1}]);
  });

  it('with issues says the issues, not that it is one page of several', () => {
    expect(readRows({data: [{a: 'x', n: 'y'}], hasMore: true}, {map})).to.deep.include({kind: 'rows'});
  });

  it('without a map is known as well', () => expect(stateOf({error: 'no'}, {})[0]).to.equal('failed'));

  it('says no more of a page than its first words', () => {
    expect(stateOf({error: 'x'.repeat(9999)})[2]!.length).to.equal(200);
  });
});

describe('plain data', () => {
  const plain: readonly unknown[] = [
    {data, status: 'running'},
    {data, status: 'completed', error: null, errors: []},
    {data, error: 0, code: 0, msg: 'ok'},
    {data, code: 200, msg: '查询成功'},
    {data, code: 'EUR'},
    {data, success: true, last: true, next: null, hasMore: false},
    {data, error: false},
  ];
  for (const body of plain)
    it(`${JSON.stringify(body)} is no state`, () => expect(stateOf(body)).to.deep.equal(['rows']));
});

describe('own rules', () => {
  const states: StateRules = {
    loading: {when: {'job/state': ['NEW', 'BUSY']}},
    failed: [{when: {'items/{i}/bad': true}, message: 'items/0/why'}],
    partial: {when: {left: {not: 0}}},
  };

  it('are asked first, wildcards meaning anywhere', () => {
    expect(stateOf({job: {state: 'busy'}, data}, {map, states})[0]).to.equal('loading');
    expect(stateOf({items: [{why: 'out of disk'}, {bad: true}], data}, {map, states})).to.deep.equal([
      'failed',
      'backend_error',
      'out of disk',
    ]);
    expect(stateOf({left: 3, data}, {map, states})[0]).to.equal('partial');
    expect(stateOf({left: 0, data}, {map, states})).to.deep.equal(['rows']);
  });

  it('take the place of the usual ones, state by state', () => {
    expect(stateOf({code: 1234, msg: 'fine', data}, {map, states: {failed: []}})).to.deep.equal(['rows']);
    expect(stateOf({error: 'Continue wait'}, {map, states: {failed: []}})[0]).to.equal('loading');
  });

  it('that do not parse are an issue', () => {
    expect(readRows({data}, {map, states: {failed: {when: {'{a': 1}}}}).issues).to.deep.equal([
      {path: 'map', code: 'wildcard_not_closed'},
    ]);
  });
});
