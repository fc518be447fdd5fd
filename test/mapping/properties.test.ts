import {expect} from 'chai';
import {readRows, type MapSource, type Reading, type ReadOptions, type Row} from '../../src/mapping/index.js';
import {PAYLOAD_OPTIONS} from './payload-maps.js';
import {bodyOf, PAYLOADS} from './payloads.js';
import {readingOf} from './reading-of.js';
import fc from '../support/fast-check.js';

type Json = null | boolean | number | string | Json[] | {[key: string]: Json};
const isBranch = (value: Json): value is Json[] | Record<string, Json> => typeof value === 'object' && value !== null;

/** The same JSON with the keys of every object in another order. */
function permuted(value: Json, random: () => number): Json {
  if (Array.isArray(value)) return value.map((one) => permuted(one, random));
  if (!isBranch(value)) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, permuted(one, random), random()] as const);
  return Object.fromEntries(entries.sort((a, b) => a[2] - b[2]).map(([key, one]) => [key, one]));
}

function withTextNumbers(value: Json): Json {
  if (Array.isArray(value)) return value.map(withTextNumbers);
  if (isBranch(value))
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withTextNumbers(one)]));
  return typeof value === 'number' ? String(value) : value;
}

type Path = readonly string[];
const leavesOf = (value: Json, path: Path = []): readonly Path[] =>
  isBranch(value) ? Object.entries(value).flatMap(([key, one]) => leavesOf(one, [...path, key])) : [path];

const childOf = (node: Json, key: string): Json => (node as Readonly<Record<string, Json>>)[key]!;

/** A copy in which one leaf is something else, or (of an object) is named otherwise or gone. */
function mutated(body: Json, path: Path, change: Change): Json {
  const copy = JSON.parse(JSON.stringify(body)) as Json;
  const key = path.at(-1)!;
  const parent = path.slice(0, -1).reduce(childOf, copy) as Record<string, Json>;
  if (change.kind === 'value' || Array.isArray(parent)) parent[key] = change.value;
  else {
    if (change.kind === 'name') parent[`${key}_v2`] = parent[key]!;
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- the key of a copy of the test's own body
    delete parent[key];
  }
  return copy;
}

interface Change {
  readonly kind: 'value' | 'name' | 'gone';
  readonly value: Json;
}

const HOSTILE: readonly Json[] = [
  null,
  true,
  false,
  '',
  '-',
  'abc',
  '1,5',
  '1.2.3',
  '12 EUR',
  'NaN',
  '--',
  [],
  {},
  [1],
  {a: 1},
  '<b>',
];
const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom('value' as const, 'value' as const, 'name' as const, 'gone' as const),
  value: fc.constantFrom(...HOSTILE),
});

const sorted = (rows: readonly Row[]): readonly string[] =>
  rows.map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))).sort();

const numbersOf = (row: Row): readonly (readonly [string, unknown])[] =>
  Object.entries(row).filter(([, value]) => typeof value === 'number');

/** Every row's numbers stand together in one row of the original reading. */
const tellsNoOtherNumbers = (reading: Reading, original: readonly Row[]): boolean =>
  reading.rows.every((row) => original.some((known) => numbersOf(row).every(([name, value]) => known[name] === value)));

/** Rows that stand in the body: not the cells that complete a matrix, which have no place there. */
const arrived = ({rows, locate}: Reading): readonly Row[] =>
  rows.filter((row, index) => !('column' in row) || locate(`rows.${index}.column`) !== locate('rows'));

const JSON_PAYLOADS = PAYLOADS.filter(({file, expected}) => file.endsWith('.json') && !expected['state']).map(
  ({file}) => file,
);

for (const file of JSON_PAYLOADS)
  describe(file, () => {
    const options: ReadOptions = PAYLOAD_OPTIONS[file]!;
    let body: Json;
    let original: Reading;
    let undropped: readonly Row[];
    before(async () => {
      body = (await bodyOf(file)) as Json;
      original = await readingOf(body, options);
      // A row that is dropped by its name is there once the name is another.
      undropped = readRows(body, {...options, map: {...(options.map as MapSource | undefined), drop: {}}}).rows;
    });

    it('reads the same with permuted keys', () => {
      fc.assert(
        fc.property(fc.infiniteStream(fc.double({min: 0, max: 1, noNaN: true})), (stream) => {
          const random = () => Number(stream.next().value);
          expect(sorted(readRows(permuted(body, random), options).rows)).to.deep.equal(sorted(original.rows));
        }),
        {numRuns: 20},
      );
    });

    it('reads the same with numbers as text', () => {
      const reading = readRows(withTextNumbers(body), options);
      expect(reading.issues).to.deep.equal([]);
      expect(reading.rows).to.deep.equal(original.rows);
    });

    it('gives no other number when a leaf is something else: the same, nothing, or an issue', () => {
      fc.assert(
        fc.property(fc.constantFrom(...leavesOf(body)), change, (path, one) => {
          const reading = readRows(mutated(body, path, one), options);
          const told = reading.kind === 'state' || reading.issues.length > 0;
          expect(told || tellsNoOtherNumbers(reading, undropped), JSON.stringify([path, one])).to.equal(true);
        }),
        {numRuns: 300},
      );
    });

    it('says so when an entry is lost because a value is not given', () => {
      fc.assert(
        fc.property(fc.constantFrom(...leavesOf(body)), fc.constantFrom<Json>(null, '', '-', false), (path, value) => {
          const reading = readRows(mutated(body, path, {kind: 'value', value}), options);
          const {kind, issues, notes} = reading;
          const told = kind === 'state' || issues.length > 0 || notes.length > 0;
          expect(told || arrived(reading).length >= arrived(original).length, JSON.stringify(path)).to.equal(true);
        }),
        {numRuns: 200},
      );
    });
  });

describe('any JSON under any map', () => {
  const template = fc.oneof(
    fc.stringMatching(/^[a-c{}/#~=+\-0-2]{0,12}$/),
    fc.array(fc.stringMatching(/^[a-c{}/#]{0,8}$/), {maxLength: 3}),
    fc.constantFrom('{i}/a', '{i}', '{a}/{b}', '/{a}', '#a', '{i}/#a'),
    fc.jsonValue(),
  );
  const names = [
    'rung',
    'count',
    'cohort',
    'period',
    'retained',
    'columns',
    'field',
    'match',
    'skip',
    'keep',
    'drop',
    'asOf',
    'x',
    '__proto__',
  ];
  const map = fc.dictionary(fc.constantFrom(...names), template, {maxKeys: 5});

  it('ends in a reading, never in a throw', () => {
    fc.assert(
      fc.property(fc.jsonValue({maxDepth: 4}), map, (body, one) => {
        const reading = readRows(body, {map: one as ReadOptions['map']});
        expect(['rows', 'state']).to.include(reading.kind);
        for (const row of reading.rows)
          for (const [, value] of numbersOf(row)) expect(Number.isFinite(value)).to.equal(true);
      }),
      {numRuns: 2000},
    );
    expect(Object.keys(Object.prototype)).to.deep.equal([]);
  });

  it('ends in a reading for any text in any format', () => {
    const formats = ['json', 'ndjson', 'csv', 'tsv', 'gviz'] as const;
    fc.assert(
      fc.property(fc.stringMatching(/^[ab1,;\t"\n\r{}[\]():<]{0,40}$/), fc.constantFrom(...formats), (text, format) => {
        expect(readRows(text, {map: {rung: '{i}/a', count: '{i}/b'}, format}).kind).to.be.oneOf(['rows', 'state']);
      }),
      {numRuns: 1000},
    );
  });
});
