import {expect} from 'chai';
import {cohortRows, issuesOf, measured, seriesIn} from './cohorts.js';
import {STATES} from '../../../src/charts/cohort-retention/cells.js';
import {cohortRetention} from '../../../src/charts/cohort-retention/definition.js';
import {localeOf} from '../../../src/locale/locale.js';

const row = {cohort: '2026-01', size: 100, period: 1, retained: 50};

describe('what is refused', () => {
  for (const {name, rows, path, code} of [
    {name: 'a cohort and period twice', rows: [row, row], path: 'rows.1', code: 'duplicate'},
    {
      name: 'two sizes of one cohort',
      rows: [row, {...row, period: 2, size: 90}],
      path: 'rows.1.size',
      code: 'size_contradicts',
    },
    {
      name: 'days beside months',
      rows: [row, {...row, cohort: '2026-02-01'}],
      path: 'rows.1.cohort',
      code: 'mixed_units',
    },
    {name: 'names beside dates', rows: [row, {...row, cohort: 'spring'}], path: 'rows.1.cohort', code: 'mixed_units'},
    {name: 'a rate outside 0–1', rows: [{cohort: 'a', period: 1, rate: 1.2}], path: 'rows.0.rate', code: 'unexpected'},
    {
      name: 'a period that is no whole number',
      rows: [{...row, period: 1.5}],
      path: 'rows.0.period',
      code: 'unexpected',
    },
  ]) {
    it(name, () => {
      const {metrics, issues} = cohortRetention.measure({rows}, cohortRetention.defaults);
      expect(metrics).to.equal(null);
      expect(issues[0]).to.include({path, code});
    });
  }
});

it('names a wrong value among right ones as if it stood alone', () => {
  const right = Array.from({length: 50}, (_, period) => ({...row, period}));
  for (const [wrong, path] of [
    [{...row, period: 50, retained: -1}, 'rows.50.retained'],
    [{...row, period: 50, size: '9 %'}, 'rows.50.size'],
    [{...row, period: 50, rate: Number.NaN}, 'rows.50.rate'],
    [{...row, period: 50, cohort: ' '}, 'rows.50.cohort'],
    [{...row, period: 50, series: ''}, 'rows.50.series'],
    [{...row, period: 50, incomplete: 'no'}, 'rows.50.incomplete'],
    [Object.create(row), 'rows.50.cohort'],
    [null, 'rows.50'],
  ] as const)
    expect(issuesOf({rows: [...right, wrong]})[0]?.path).to.equal(path);
});

describe('what is left out, and named', () => {
  it('more retained than there were', () => {
    const json = {
      rows: [
        {...row, retained: 101},
        {...row, cohort: '2026-02'},
      ],
    };
    expect(issuesOf(json)).to.deep.equal([
      {path: 'rows.0.retained', code: 'retained_exceeds_size', expected: '100', got: '101'},
    ]);
    const {cells, curve} = seriesIn(json);
    expect(cells.rates[0]).to.deep.equal(NaN);
    expect(curve[0]).to.include({n: 100, rate: 0.5});
  });

  it('still-active counts that rise, and only those', () => {
    const rows = cohortRows('2026-01', [100, 50, 60, 40]);
    const json = {mode: 'still-active', rows};
    expect(issuesOf(json)).to.deep.equal([
      {path: 'rows.1.retained', code: 'retained_rises', expected: '50', got: '60'},
    ]);
    expect([...seriesIn(json).cells.states].map((state) => STATES[state])).to.deep.equal([
      'complete',
      'unknown',
      'complete',
    ]);
    expect(issuesOf({mode: 'bounded', rows})).to.deep.equal([]);
    expect(issuesOf({rows}, {mode: 'on-or-after'}), 'the page says what counts mean').to.have.length(1);
  });

  it('never with more than eighty characters of the data', () => {
    const cohort = 'x'.repeat(500);
    const long = {...row, cohort};
    const found = [[long, long, {...long, period: 2, size: 7}], [{cohort, period: 1, rate: 0.4}]].flatMap((rows) =>
      issuesOf({rows}),
    );
    expect(found.map(({code}) => code)).to.deep.equal(['duplicate', 'size_contradicts', 'missing_size']);
    for (const {code, expected, got} of found)
      expect(Math.max(expected?.length ?? 0, got?.length ?? 0), code).to.be.at.most(80);
  });

  it('a cohort without size, where a weighted mean is asked', () => {
    const json = {rows: [{cohort: '2026-01', period: 1, rate: 0.4}, row, {...row, cohort: '2026-02'}].slice(0, 1)};
    expect(issuesOf(json)).to.deep.equal([{path: 'rows.0.size', code: 'missing_size', got: '"2026-01"'}]);
    expect(seriesIn(json).curve).to.deep.equal([]);
    expect(issuesOf(json, {mean: 'simple'})).to.deep.equal([]);
    expect(seriesIn(json, {mean: 'simple'}).curve[0]!.rate).to.equal(0.4);
  });
});

describe('what is named, and what becomes of it', () => {
  const pathsOf = (json: unknown) => issuesOf(json).map(({path, code}) => `${path} ${code}`);

  it('still-active rates that rise', () => {
    const rows = [0.5, 0.7, 0.4].map((rate, index) => ({cohort: '2026-01', size: 1000, period: index + 1, rate}));
    expect(pathsOf({mode: 'still-active', rows})).to.deep.equal(['rows.1.rate retained_rises']);
    expect([...seriesIn({mode: 'still-active', rows}).cells.states].map((state) => STATES[state])[1]).to.equal(
      'unknown',
    );
    const mixed = [{...rows[0], rate: 0.5}, {...rows[1], rate: null, retained: 503}, {...rows[2], retained: 600}]; // prettier-ignore
    expect(pathsOf({mode: 'still-active', rows: mixed}), 'rates are rounded').to.deep.equal([
      'rows.2.retained retained_rises',
    ]);
  });

  it('a rate beside other counts, unless it is only rounded', () => {
    const of = (rate: number) => pathsOf({rows: [{...row, size: 1000, retained: 100, rate}]});
    expect(of(0.9)).to.deep.equal(['rows.0.rate rate_contradicts']);
    expect(of(0.104)).to.deep.equal([]);
  });

  it('customers at an age that has not begun', () => {
    const rows = [row, {...row, period: 8, retained: 0}, {...row, period: 9}];
    expect(pathsOf({asOf: '2026-03-31', rows})).to.deep.equal(['rows.2.retained not_begun']);
    expect(pathsOf({asOf: '2026-03-31', rows: rows.map((one) => ({...one, pending: 3}))})).to.deep.equal([]);
    const within = {...row, cohort: '2026-03-01', period: 45, retained: 3};
    expect(pathsOf({unit: 'day', asOf: '2026-03-20', rows: [within]}), 'back within 45 days').to.deep.equal([]);
    expect(pathsOf({unit: 'day', asOf: '2026-02-20', rows: [within]})).to.deep.equal(['rows.0.retained not_begun']);
    expect(pathsOf({asOf: '2026-10-01', rows})).to.deep.equal([]);
    const march = {...row, cohort: '2026-02-01'};
    expect(pathsOf({asOf: '2026-03-01', rows: [march]}), 'February is short').to.deep.equal([]);
  });

  it('names that look like dates and are none', () => {
    for (const cohort of ['2026-13', '2026-02-31', '2026-Q5', '2026-W54', '2026-W00'])
      expect(pathsOf({rows: [{...row, cohort}]})).to.deep.equal(['rows.0.cohort no_date']);
    for (const cohort of ['2026-Q4', '2026-W53', '2026', '1000 club', '2026-spring'])
      expect(pathsOf({rows: [{...row, cohort}]}), cohort).to.deep.equal([]);
    expect(pathsOf({rows: [{...row, cohort: '2027-W53'}]}), '2027 has 52').to.deep.equal(['rows.0.cohort no_date']);
  });

  it('two plans for one age, and a path that ends before it begins', () => {
    const plan = [{period: 1, rate: 0.5}, {period: 1, rate: 0.9}, {period: 1, rate: 0.5, cohort: '2026-03', until: '2026-01'}]; // prettier-ignore
    expect(pathsOf({rows: [row], plan})).to.deep.equal(['plan.1 duplicate', 'plan.2.until ends_early']);
  });

  it('left-truncated cohorts are found by the calendar, and those that are not there are named', () => {
    const rows = ['2009-12-01', '2010-01-01'].map((cohort) => ({...row, cohort}));
    const json = {leftTruncated: ['2009-12'], rows};
    expect(issuesOf(json)).to.deep.equal([]);
    expect(measured(json).leftTruncated).to.deep.equal(['2009-12-01']);
    expect(seriesIn(json).curve[0]!.cohorts).to.equal(1);
    expect(pathsOf({...json, leftTruncated: ['2009-12', '2008-12']})).to.deep.equal(['leftTruncated.1 unknown_cohort']);
    expect(measured({...json, leftTruncated: ['2008-12']}).leftTruncated, 'no note tells of it').to.deep.equal([]);
  });
});

describe('what is accepted', () => {
  it('the size from period 0', () => {
    const rows = [0, 1].map((period) => ({cohort: '2026-01', period, retained: period ? 30 : 60}));
    expect(seriesIn({rows}).sizes[0]).to.equal(60);
    expect(issuesOf({rows})).to.deep.equal([]);
  });

  it('rows in any order: dated cohorts are put in theirs', () => {
    const rows = ['2026-03', '2026-01', '2026-02'].map((cohort) => ({...row, cohort}));
    expect(seriesIn({rows}).cohorts).to.deep.equal(['2026-01', '2026-02', '2026-03']);
  });

  it('names that are no dates, in theirs', () => {
    const rows = ['spring', 'autumn'].map((cohort) => ({...row, cohort}));
    expect(seriesIn({rows}).cohorts).to.deep.equal(['spring', 'autumn']);
    expect(seriesIn({rows}).change).to.equal(null);
  });

  it('the same numbers as text, with nulls, in a bare list or beside what nobody asked for', () => {
    const rows = ['2026-01', '2026-02', '2026-03'].flatMap((cohort) =>
      [0, 1, 2, 5000].map((period) => ({cohort, period, size: 90, retained: 80 - (period % 7)})),
    );
    const expected = measured({rows});
    const inText = rows.map((one) => ({...one, size: String(one.size), period: String(one.period)}));
    const withNulls = rows.map((one) => ({
      ...one,
      rate: null,
      pending: null,
      series: null,
      incomplete: null,
      other: {},
    }));
    for (const json of [
      {rows: inText},
      rows,
      {rows: withNulls},
      {rows: rows.map((one) => ({...one, size: `${one.size}.0`}))},
    ])
      expect(measured(json)).to.deep.equal(expected);
  });

  it('nothing at all', () => {
    expect(measured({rows: []}).series).to.deep.equal([]);
    expect(cohortRetention.measure([], cohortRetention.defaults).isEmpty).to.equal(true);
  });
});

it('every rule is worded in both languages', () => {
  const codes = (tag: string) => Object.keys(cohortRetention.rules(localeOf(tag))).sort();
  expect(codes('zh')).to.deep.equal(codes('en'));
  expect(codes('en')).to.include.members(['mixed_units', 'retained_rises', 'missing_size']);
});
