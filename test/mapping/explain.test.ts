import {expect} from 'chai';
import {explain, loadPreset} from '../../src/mapping/index.js';

const body = {
  data: {
    rows: [
      {stage: 'a', n: 1},
      {stage: 'b', n: null},
    ],
  },
  at: '2026-01-01',
};

describe('explain', () => {
  it('counts what each role found', () => {
    expect(
      explain(body, {rung: 'data/rows/{i}/stage', count: 'data/rows/{i}/n', asOf: 'at', basis: '=at'}),
    ).to.deep.equal({
      entries: 2,
      issues: [],
      roles: [
        {role: 'rung', template: 'data/rows/{i}/stage', found: 2},
        {role: 'count', template: 'data/rows/{i}/n', found: 1},
        {role: 'asOf', template: 'at', found: 1},
        {role: 'basis', template: '=at', found: 1},
      ],
    });
  });

  it('says how far a pointer led, what it looked for and what is there', () => {
    const {roles} = explain(body, {rung: ['data/rows/{i}/name', 'x'], count: 'data/rows/{i}/n', asOf: 'meta/at'});
    expect(roles[0]).to.deep.equal({
      role: 'rung',
      template: 'data/rows/{i}/name or x',
      found: 0,
      reached: 'data/rows/0',
      missing: 'name',
      keys: ['stage', 'n'],
    });
    expect(roles[2]).to.deep.include({reached: '', missing: 'meta', keys: ['data', 'at']});
  });

  it('says so too where nothing is bound at all', () => {
    const {roles, entries, issues} = explain(body, {rung: 'data/list/{i}/a', count: 'data/list/{i}/n'});
    expect(entries).to.equal(0);
    expect(roles.map(({reached, missing}) => [reached, missing])).to.deep.equal([
      ['data', 'list'],
      ['data', 'list'],
    ]);
    expect(issues.map(({code}) => code)).to.deep.equal(['nothing_found']);
  });

  it('shows at most 20 keys', () => {
    const wide = [Object.fromEntries(Array.from({length: 300}, (_, index) => [`k${index}`, index]))];
    expect(explain(wide, {rung: '{i}/a', count: '{i}/k1'}).roles[0]!.keys!.length).to.equal(20);
  });

  it('names the columns of a table', () => {
    const table = {cols: ['a', 'b'], rows: [['x', 1]]};
    const {roles} = explain(table, {columns: 'cols/{#}', rung: 'rows/{i}/#name', count: 'rows/{i}/#b'});
    expect(roles[0]).to.deep.include({reached: 'rows/0', missing: '#name', keys: ['a', 'b']});
  });

  it('explains a preset, and each map of a union', async () => {
    await loadPreset('posthog-experiment');
    const {roles} = explain(
      {baseline: {key: 'c', number_of_samples: 5, sum: 1}, variant_results: []},
      {preset: 'posthog-experiment'},
    );
    expect(roles.filter(({role}) => role === 'n').map(({found}) => found)).to.deep.equal([1, 0]);
  });

  it('reads text as readRows does, and takes trouble as it comes', () => {
    expect(explain('a,b\nx,1', {map: {rung: '{i}/a', count: '{i}/b'}, format: 'csv'}).entries).to.equal(1);
    expect(explain('<html>', {map: {rung: '{i}/a', count: '{i}/b'}}).issues[0]!.code).to.equal('sign_in_page');
    expect(explain([], {rung: '{', count: '{i}/b'}).issues[0]!.code).to.equal('wildcard_not_closed');
    expect(explain([], {preset: 'nobody'}).issues[0]!.code).to.equal('unknown_preset');
  });
});
