import {anyLadder, type LadderJson} from './any-ladder.js';
import fc from '../../support/fast-check.js';

/** What a backend may send in the place of a value. */
const HOSTILE: readonly unknown[] = [
  ...[
    null,
    true,
    false,
    '',
    ' ',
    'abc',
    '12',
    '1,234',
    '12%',
    '1e3',
    '-5',
    '9'.repeat(400),
    '=1+1',
    '\u0000',
    '\ud800',
  ],
  ...[-1, -0, 0, 1, 0.5, 5e-324, 1e308, -1e308, NaN, Infinity, -Infinity, 2 ** 53, 2 ** 53 + 2, 1e21],
  ...[[], {}, [[]], [null], {rung: 'client'}, {toString: null}, [1, 2, 3], 'x'.repeat(5_000)],
  ...['2026-02-30', '2026-10-31T00:00:00Z', 1_761_868_800_000, 'at', 'reached', 'client', '__proto__', 'constructor'],
];

interface Edit {
  readonly kind: 'replace' | 'remove' | 'rename' | 'wrap' | 'double' | 'swap';
  /** Chooses the place among all places of the JSON. */
  readonly at: number;
  readonly value: unknown;
}

const anyEdit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'rename', 'wrap', 'double', 'swap'),
  at: fc.nat(10_000),
  value: fc.constantFrom(...HOSTILE),
});

interface Place {
  readonly holder: Record<string, unknown> | unknown[];
  readonly key: string;
}

const placesIn = (json: unknown): Place[] =>
  typeof json === 'object' && json !== null
    ? Object.entries(json).flatMap(([key, value]) => [{holder: json as Place['holder'], key}, ...placesIn(value)])
    : [];

/** As `JSON.parse` does it: also `__proto__` becomes a key like any other. */
const write = (holder: object, key: string, value: unknown): void => {
  Object.defineProperty(holder, key, {value, writable: true, enumerable: true, configurable: true});
};

const ACTIONS: Readonly<Record<Edit['kind'], (place: Place, value: unknown) => void>> = {
  replace: ({holder, key}, value) => write(holder, key, value),
  remove: ({holder, key}) => {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else Reflect.deleteProperty(holder, key);
  },
  rename: ({holder, key}, value) => {
    // Not every object can be made a text: one of the values has no toString.
    const name = typeof value === 'string' ? value : JSON.stringify(value);
    if (!Array.isArray(holder)) write(holder, name.slice(0, 20), holder[key]);
  },
  wrap: ({holder, key}) => write(holder, key, [Reflect.get(holder, key)]),
  double: ({holder, key}) => {
    if (Array.isArray(holder)) holder.push(structuredClone(holder[Number(key)]));
  },
  swap: ({holder}) => {
    if (Array.isArray(holder)) holder.reverse();
  },
};

function edited(ladder: LadderJson, edits: readonly Edit[]): unknown {
  const root = {json: structuredClone(ladder) as unknown};
  for (const {kind, at, value} of edits) {
    const places = placesIn(root);
    const place = places[at % places.length];
    if (place) ACTIONS[kind](place, structuredClone(value));
  }
  return root.json;
}

/** A ladder with one to three things in it that a backend may get wrong. */
export const spoiltLadder: fc.Arbitrary<unknown> = fc
  .tuple(anyLadder, fc.array(anyEdit, {minLength: 1, maxLength: 3}))
  .map(([ladder, edits]) => edited(ladder, edits));

/** The text of a ladder, cut or scratched: sometimes still JSON, mostly not. */
export const spoiltText: fc.Arbitrary<string> = fc
  .tuple(
    anyLadder,
    fc.nat(),
    fc.constantFrom('', '"', ',', '}', ']', '\\', '0', '-', 'e9', '<', '\ufeff', 'null'),
    fc.boolean(),
  )
  .map(([ladder, at, scratch, isCut]) => {
    const text = JSON.stringify(ladder);
    const place = at % (text.length + 1);
    return text.slice(0, place) + scratch + (isCut ? '' : text.slice(place + 1));
  });
