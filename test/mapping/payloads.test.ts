import {expect} from 'chai';
import type {Reading, Row} from '../../src/mapping/index.js';
import {PAYLOAD_OPTIONS} from './payload-maps.js';
import {bodyOf, PAYLOADS, type Payload} from './payloads.js';
import {readingOf} from './reading-of.js';

type Fields = Readonly<Record<string, unknown>>;

/** Relative tolerance 1e-9; null and absent are both "not given". */
function expectSame(got: unknown, wanted: unknown, what: string): void {
  if (typeof wanted === 'number' && typeof got === 'number')
    expect(got, what).to.be.closeTo(wanted, Math.max(1e-9 * Math.abs(wanted), 1e-12));
  else expect(got ?? null, what).to.equal(wanted ?? null);
}

function groups(rows: readonly Row[], name: string): ReadonlyMap<unknown, readonly Row[]> {
  const found = new Map<unknown, Row[]>();
  for (const row of rows) found.set(row[name] ?? null, [...(found.get(row[name] ?? null) ?? []), row]);
  return found;
}

function expectLadder({rows, data, document}: Reading, wanted: Fields): void {
  if (wanted['moves']) {
    const moves = (data as {readonly moves: readonly Row[]}).moves;
    expect(moves.map(({from, to, count}) => [from, to, count])).to.deep.equal(wanted['moves']);
    return;
  }
  expect(document['basis']).to.equal(wanted['basis']);
  const series = wanted['series'] as readonly {readonly key: string | null; readonly rungs: readonly Fields[]}[];
  const read = groups(rows, 'series');
  expect([...read.keys()]).to.deep.equal(series.map(({key}) => key));
  for (const {key, rungs} of series) {
    expect(read.get(key)!.length).to.equal(rungs.length);
    rungs.forEach((rung, index) => {
      for (const [name, value] of Object.entries(rung))
        if (!name.startsWith('alsoAccept'))
          expectSame(read.get(key)![index]![name], value, `${String(key)}/${index}/${name}`);
    });
  }
}

function expectMatrix({rows: all, document}: Reading, wanted: Fields): void {
  // Cells that the backend leaves out are completed as "not given".
  const rows = all.filter(({customers}) => customers !== null);
  const names = (name: string) => [...new Set(rows.map((row) => row[name]))];
  expect(names('row')).to.deep.equal(wanted['rows']);
  expect(names('column')).to.deep.equal(wanted['cols']);
  const cells = wanted['cells'] as readonly Fields[];
  for (const cell of cells) {
    const found = rows.filter(({row, column}) => row === cell['row'] && column === cell['col']);
    expect(found.length, JSON.stringify(cell)).to.equal(cell['customers'] === null ? 0 : 1);
    expectSame(found[0]?.['customers'], cell['customers'], JSON.stringify(cell));
    if ('value' in cell) expectSame(found[0]?.['value'], cell['value'], JSON.stringify(cell));
  }
  expect(rows.length).to.equal(cells.filter(({customers}) => customers !== null).length);
  expectSame(document['notShown'], wanted['notShown'], 'notShown');
  for (const [name, sum] of Object.entries((wanted['total'] ?? {}) as Fields))
    expectSame(
      rows.reduce((total, row) => total + Number(row[name]), 0),
      sum,
      `total ${name}`,
    );
}

const monthly = (label: unknown): string => String(label).replace(/^(\d{4}-\d\d)-01$/, '$1');

function expectCohorts({rows, document}: Reading, wanted: Fields): void {
  expect(document['unit']).to.equal(wanted['unit']);
  expectSame(document['asOf'], wanted['asOf'], 'asOf');
  const measure = wanted['measure'] === 'rates' ? 'rate' : 'retained';
  const read = groups(rows, 'cohort');
  const cohorts = wanted['cohorts'] as readonly Fields[];
  expect([...read.keys()].map(monthly)).to.deep.equal(cohorts.map(({cohort}) => monthly(cohort)));
  [...read.values()].forEach((found, at) => {
    const {cohort, size, incompleteFrom} = cohorts[at]!;
    const values = cohorts[at]![wanted['measure'] as string] as readonly unknown[];
    const running = (period: number) => incompleteFrom !== undefined && period >= Number(incompleteFrom);
    for (const row of found) {
      const period = row['period'] as number;
      expectSame(row['size'], size, `size of ${String(cohort)}`);
      expect(row['incomplete'] === true, `${String(cohort)} at ${period} is running`).to.equal(running(period));
      // A running cell may hold a count that means "not yet".
      if (!(running(period) && values[period] === null))
        expectSame(row[measure], values[period], `${String(cohort)}/${period}`);
    }
    expect(found.map(({period}) => period)).to.deep.equal(found.map((_, index) => index));
    expect(found.length).to.be.at.least(values.filter((value) => value !== null).length);
  });
}

function expectArm(row: Row, control: Row, wanted: Fields): void {
  for (const name of ['n', 'conversions', 'value']) if (name in wanted) expectSame(row[name], wanted[name], name);
  expect(row['control'] === true).to.equal(wanted['control']);
  const [rate, base] = [row, control].map(({conversions, n}) => Number(conversions) / Number(n)) as [number, number];
  const derived = {
    rate,
    absoluteLift: rate - base,
    relativeLift: rate / base - 1,
    valuePerCustomer: Number(row['value']) / Number(row['n']),
  };
  for (const [name, value] of Object.entries((wanted['derived'] ?? {}) as Fields))
    expectSame(derived[name as 'rate'], value, name);
  const {relativeLift, ciLow, ciHigh, pValue, ciOf} = (wanted['reported'] ?? {}) as Fields;
  if (ciOf) expect(row['ciOf']).to.equal(ciOf);
  if (ciLow !== undefined) expect([row['low'], row['high'], row['pValue']]).to.deep.equal([ciLow, ciHigh, pValue]);
  if (relativeLift !== undefined) expectSame(row['lift'], relativeLift, 'reported lift');
}

function expectLift({rows, document}: Reading, wanted: Fields): void {
  const metrics = wanted['metrics'] as readonly {
    readonly metric: string | null;
    readonly guardrail?: true;
    readonly arms: readonly Fields[];
  }[];
  const read = groups(rows, 'metric');
  expect([...read.keys()]).to.deep.equal(metrics.map(({metric}) => metric));
  expectSame(document['srmPValue'], wanted['srmPValue'], 'srm');
  for (const {metric, arms, guardrail} of metrics) {
    const found = read.get(metric)!;
    expect(found.map(({arm}) => arm)).to.deep.equal(arms.map(({arm}) => arm));
    const control = found.find((row) => row['control'] === true)!;
    arms.forEach((arm, index) => expectArm(found[index]!, control, arm));
    if (guardrail) expect(document['metrics']).to.deep.include({id: metric, guardrail});
  }
}

const BY_CHART: Readonly<Record<string, (reading: Reading, wanted: Fields) => void>> = {
  ladder: expectLadder,
  matrix: expectMatrix,
  cohorts: expectCohorts,
  lift: expectLift,
};

function expectState(reading: Reading, {state, message}: Fields): void {
  if (reading.kind !== 'state') throw new Error('not a state');
  expect(reading.state).to.equal(state === 'error' ? 'failed' : state);
  if (message) expect(reading.message).to.equal(message);
}

const expectReading = (reading: Reading, {expected}: Payload): void => {
  if (expected['state']) {
    expectState(reading, expected);
    return;
  }
  expect(reading.issues).to.deep.equal([]);
  expect(reading.kind).to.equal('rows');
  BY_CHART[expected.chart]!(reading, expected);
};

describe('response bodies of real backends', () => {
  it('are all here', () => expect(PAYLOADS.length).to.equal(32));

  for (const payload of PAYLOADS)
    it(`${payload.file} is read as expected`, async () => {
      expectReading(await readingOf(await bodyOf(payload.file), PAYLOAD_OPTIONS[payload.file]!), payload);
    });

  it('a sign-in page is said to be one', async () => {
    const reading = await readingOf(await bodyOf('html-login-page.txt'), {});
    expect(reading).to.deep.include({kind: 'state', state: 'failed', code: 'sign_in_page'});
  });

  it('groups named __proto__ touch no prototype', async () => {
    await readingOf(await bodyOf('hostile-labels-ladder.json'), PAYLOAD_OPTIONS['hostile-labels-ladder.json']!);
    expect(({} as Fields)['polluted']).to.equal(undefined);
  });
});
