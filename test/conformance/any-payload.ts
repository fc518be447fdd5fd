import type {Chart} from '../../src/chart/chart.js';
import type {Field} from '../../src/validation/fields.js';
import type {Subject} from './subjects.js';
import fc from '../support/fast-check.js';

/*
 * Payloads made from the contract of a chart: right by its fields, then spoilt. The same definitions that the elements
 * read by are read here, so a new field is tried without a new line.
 */

type Json = Record<string, unknown>;

const NAMES = [
  'prospect',
  'customer',
  'client',
  '__proto__',
  'constructor',
  'toString',
  'a b',
  '客户',
  'é',
  '10',
  'x"y',
];
const DAYS = ['2026-03-29', '2024-02-29', '2026-10', '2025', '0001-01-01', '9999-12-31'];

const counts = fc.oneof(
  {weight: 4, arbitrary: fc.nat({max: 20})},
  {weight: 4, arbitrary: fc.nat({max: 1_000_000})},
  {weight: 1, arbitrary: fc.nat({max: 5_000}).map(String)},
  {weight: 1, arbitrary: fc.constantFrom(0, Number.MAX_SAFE_INTEGER)},
);
const amounts = fc.oneof(fc.nat({max: 1_000_000}), fc.double({min: 0, max: 1e12, noNaN: true}), fc.constant(1e308));

const KINDS: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  count: counts,
  amount: amounts,
  number: fc.oneof(
    amounts,
    amounts.map((amount) => -amount),
  ),
  rate: fc.double({min: 0, max: 1, noNaN: true}),
  id: fc.constantFrom(...NAMES),
  text: fc.constantFrom(...NAMES, '', ' '),
  day: fc.constantFrom(...DAYS),
  flag: fc.boolean(),
  level: fc.double({min: 0.01, max: 0.99, noNaN: true}),
  weights: fc.dictionary(fc.constantFrom(...NAMES), amounts, {maxKeys: 4}),
};

/** One value of a field; what may be absent sometimes is, and a list of wishes, such as an order, mostly is. */
function valueOf(field: Field<unknown>): fc.Arbitrary<unknown> {
  const value = rightValueOf(field);
  if (!field.isOptional) return value;
  const [absent, given] = field.item ? [6, 1] : [1, 3];
  return fc.oneof({weight: absent, arbitrary: fc.constant(undefined)}, {weight: given, arbitrary: value});
}

function rightValueOf({expected, choices, item, shape}: Field<unknown>): fc.Arbitrary<unknown> {
  if (choices) return fc.constantFrom(...choices);
  if (item) return fc.array(valueOf(item), {maxLength: 4});
  if (shape) return valuesOf(shape);
  const kind = KINDS[expected];
  if (!kind) throw new Error(`kind without an arbitrary: ${expected}`);
  return kind;
}

type Shape = Readonly<Record<string, Field<unknown>>>;

const valuesOf = (shape: Shape): fc.Arbitrary<Json> =>
  fc.record(Object.fromEntries(Object.entries(shape).map(([key, field]) => [key, valueOf(field)])));

/**
 * Items that differ in their names, as most rules ask, and of which all lack the same optional fields, as rows of a query
 * do: some values are absent beside.
 */
function listOf(shape: Shape): fc.Arbitrary<Json[]> {
  const keys = Object.keys(shape);
  const names = keys.filter((key) => shape[key]?.expected === 'id');
  const selector = (item: Json) => JSON.stringify(names.map((name) => item[name] ?? null));
  return fc.subarray(keys.filter((key) => shape[key]?.isOptional)).chain((lacking) => {
    const fields = Object.entries(shape).filter(([key]) => !lacking.includes(key));
    const item = fc.record(Object.fromEntries(fields.map(([key, field]) => [key, rarelyAbsent(field)])));
    return fc.uniqueArray(item, {selector, maxLength: 6});
  });
}

const rarelyAbsent = (field: Field<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({weight: 7, arbitrary: rightValueOf(field)}, {weight: 1, arbitrary: valueOf(field)});

/** Right field by field, from the contract alone; the rules between fields may still refuse it. */
export const fromContract = ({contract: {fields, lists}}: Pick<Chart, 'contract'>): fc.Arbitrary<Json> =>
  fc
    .tuple(
      valuesOf(fields),
      fc.record(
        Object.fromEntries(
          Object.entries(lists).map(([name, shape]) => [name, fc.option(listOf(shape), {nil: undefined, freq: 2})]),
        ),
      ),
    )
    .map(([loose, arrays]) => ({...loose, ...(arrays as Json)}));

/** A sample with all its counts times a number: as right as the sample is, and as small or large as groups can be. */
export function rescaled({chart, samples}: Subject): fc.Arbitrary<Json> {
  const factor = fc.constantFrom(0, 1, 0.001, 0.01, 3, 1_000);
  return fc.tuple(fc.constantFrom(...samples.values()), factor, fc.boolean()).map(([sample, by, isReversed]) => {
    const json = structuredClone(sample) as Json;
    for (const [name, shape] of Object.entries(chart.contract.lists)) {
      const items = (json[name] ?? []) as Json[];
      for (const item of items) multiply(item, shape, by);
      if (isReversed) items.reverse();
    }
    return json;
  });
}

function multiply(item: Json, shape: Shape, by: number): void {
  for (const [key, {expected}] of Object.entries(shape)) {
    const value = item[key];
    if (expected === 'count' && typeof value === 'number') item[key] = Math.round(value * by);
  }
}

export const valid = (subject: Subject): fc.Arbitrary<Json> => fc.oneof(fromContract(subject.chart), rescaled(subject));

/** What a back-end may send in a value's place. */
const wrong = fc.constantFrom<unknown>(
  ...[null, undefined, true, false, '', ' ', [], {}, [[]], {a: 1}],
  ...[Number.NaN, Infinity, -Infinity, -0, -1, 0, 1.5, 5e-324, 1e308, 2 ** 53, 2 ** 53 + 2, -1e9],
  ...['12', '1,234', '12%', '1e3', '0x10', '١٢', 'NaN', '2026-02-30', '2026-13', '29.02.2025', 'T00:00', '\u0000'],
  ...['__proto__', 'constructor', 'prospect', 'x'.repeat(10_000), '\ud800', '\u202e', 'ﷺ'],
);

interface Place {
  readonly holder: Json;
  readonly key: string;
}

function placesIn(json: unknown, found: Place[] = []): Place[] {
  if (typeof json !== 'object' || json === null) return found;
  for (const key of Object.keys(json)) {
    found.push({holder: json as Json, key});
    placesIn((json as Json)[key], found);
  }
  return found;
}

const EDITS: readonly ((place: Place, value: unknown, root: Json) => void)[] = [
  ({holder, key}, value) => setOwn(holder, key, value),
  ({holder, key}) => Reflect.deleteProperty(holder, key),
  ({holder, key}) => setOwn(holder, `${key}s`, holder[key]),
  ({holder, key}) => setOwn(holder, key, [holder[key]]),
  ({holder, key}) => setOwn(holder, key, {...(Object(holder[key]) as object)}),
  ({holder}, value) => setOwn(holder, '__proto__', value),
  ({holder, key}) => {
    if (Array.isArray(holder)) (holder as unknown[]).push(holder[Number(key)]);
  },
  (_, value, root) => setOwn(root, 'rows', value),
];

/** As `JSON.parse` does it: also `__proto__` becomes a key like any other. */
const setOwn = (holder: Json, key: string, value: unknown): void => {
  Object.defineProperty(holder, key, {value, writable: true, enumerable: true, configurable: true});
};

/** One to three edits of something right. */
export const spoilt = (subject: Subject): fc.Arbitrary<unknown> => {
  const edit = fc.tuple(fc.nat(), fc.nat({max: EDITS.length - 1}), wrong);
  return fc.tuple(valid(subject), fc.array(edit, {minLength: 1, maxLength: 3})).map(([json, edits]) => {
    const root = structuredClone(json);
    for (const [at, which, value] of edits) {
      const places = placesIn(root);
      if (places.length) EDITS[which]!(places[at % places.length]!, value, root);
    }
    return root;
  });
};

/** The text of something right with a few characters lost, doubled or put in. */
export const spoiltText = (subject: Subject): fc.Arbitrary<string> => {
  const piece = fc.constantFrom(
    '',
    '"',
    '}',
    ']',
    '{',
    '[',
    ',',
    ':',
    '\\',
    '1e400',
    'null',
    '\u0000',
    '</script>',
    '9'.repeat(40),
  );
  const cut = fc.record({at: fc.nat(), length: fc.nat({max: 3}), piece});
  return fc.tuple(valid(subject), fc.array(cut, {minLength: 1, maxLength: 3})).map(([json, cuts]) =>
    cuts.reduce((text, {at, length, piece: put}) => {
      const start = at % (text.length + 1);
      return text.slice(0, start) + put + text.slice(start + length);
    }, JSON.stringify(json)),
  );
};
