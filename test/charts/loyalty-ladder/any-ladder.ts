import fc from '../../support/fast-check.js';
import {anyText} from '../../support/for-any.js';

/** A ladder as JSON that the contract takes. */
export interface LadderJson {
  basis?: 'at' | 'reached';
  rungs?: {id: string; label?: string}[];
  rows: Record<string, unknown>[];
  moves?: Record<string, unknown>[];
  [field: string]: unknown;
}

const STANDARD = ['prospect', 'customer', 'client', 'supporter', 'advocate', 'partner'];
/** Names that try to be something else: keys of ours, markup, other scripts, halves of pairs, nothing to see. */
const HOSTILE = [
  ...['__proto__', 'constructor', 'toString', 'hit', 'name', 'bar', 'count', 'customers', 'share', 'slipped', 'series'],
  ...[
    'money',
    'change',
    'left',
    'entered',
    'netPromotion',
    'up client',
    'down client',
    'panel 0',
    '0 0',
    'to 1',
    '1',
    '',
  ],
  ...['<img src=x onerror=alert(1)>', '"]', '\\', "'", 'a b', 'b', '%s', '{{x}}', '${1}', 'data:text/html,x'],
  ...[
    '潜在客户',
    'עמית',
    '\u202egnp',
    'e\u0301',
    '😀👩‍👩‍👧',
    '\ud800',
    'a\u0000b',
    'Kundenbindungsprogrammteilnehmerverzeichnis',
  ],
  ...['x'.repeat(300), 'line\nbreak', '\ttab', '=1+1', '\u200b'],
].filter((name) => name.trim() !== '');

const anyName: fc.Arbitrary<string> = fc.oneof(
  {weight: 3, arbitrary: fc.constantFrom(...STANDARD)},
  {weight: 2, arbitrary: fc.constantFrom(...HOSTILE)},
  {weight: 1, arbitrary: anyText({least: 1}).filter((name) => name.trim() !== '')},
);

const anyCount = fc.oneof(
  {weight: 4, arbitrary: fc.nat(500)},
  {weight: 1, arbitrary: fc.constant(0)},
  {weight: 1, arbitrary: fc.nat(2 ** 31 - 1)},
  {weight: 1, arbitrary: fc.constant(2 ** 40)},
);
const anyAmount = fc.oneof(anyCount, fc.double({min: 0, max: 1e9, noNaN: true}), fc.constantFrom(1e308, 5e-324, -0));
const anyDay = fc.constantFrom('2026-10-31', '2024-02-29', '2026-03-29', '2026-10', '2026', '0001-01-01', '9999-12-31');

const anyRungs = (least: number) => fc.uniqueArray(anyName, {minLength: least, maxLength: 7});
const anySeries = fc.oneof(
  {weight: 3, arbitrary: fc.constant([undefined])},
  {weight: 1, arbitrary: fc.uniqueArray(anyName, {minLength: 1, maxLength: 4})},
);

/** A number as it is, or as the decimal text that some databases send. */
const asSent = (value: number) =>
  fc.constantFrom<unknown>(value, value, value, Number.isSafeInteger(value) ? `${value === 0 ? 0 : value}` : value);

const optional = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, {nil: undefined, freq: 2});

/** One rung of one series with whatever fields may stand beside it. */
const anyRow = (rung: string, series: string | undefined) =>
  fc
    .record({
      count: fc.option(anyCount.chain(asSent), {nil: null, freq: 6}),
      previous: optional(anyCount.chain(asSent)),
      target: optional(anyCount),
      value: optional(fc.oneof(anyAmount, fc.integer({min: -1000, max: 1000}))),
      spend: optional(anyAmount),
    })
    .map((fields) => ({rung, ...fields, ...(series === undefined ? {} : {series})}));

/** Rows that no moves contradict, since there are none. */
const anyStock: fc.Arbitrary<LadderJson> = fc
  .tuple(anyRungs(0), anySeries, fc.constantFrom('at', 'reached', undefined))
  .chain(([rungs, series, basis]) =>
    fc
      .tuple(...series.flatMap((one) => rungs.map((rung) => anyRow(rung, one))))
      .map((rows) => ({...(basis ? {basis} : {}), rows})),
  );

/** A full movement matrix whose sums are the counts of the rows; parts of it may be left out where that is honest. */
const anyFlow: fc.Arbitrary<LadderJson> = fc.tuple(anyRungs(1), anySeries).chain(([rungs, series]) =>
  fc.tuple(...series.map((one) => anyMatrix(rungs, one))).map((parts) => ({
    basis: 'at' as const,
    rows: parts.flatMap(({rows}) => rows),
    moves: parts.flatMap(({moves}) => moves),
  })),
);

function anyMatrix(rungs: readonly string[], series: string | undefined) {
  const places = [...rungs, null];
  const pairs = places
    .flatMap((from) => places.map((to) => ({from, to})))
    .filter(({from, to}) => from !== null || to !== null);
  const count = fc.oneof(fc.nat(60), fc.constant(0), fc.nat(5000));
  const move = fc.record({count, previous: count, wonBack: fc.double({min: 0, max: 1, noNaN: true})});
  const kept = fc.constantFrom('all', 'no counts', 'no previous');
  return fc
    .tuple(fc.array(move, {minLength: pairs.length, maxLength: pairs.length}), fc.boolean(), kept)
    .map(([cells, hasPast, keep]) => {
      const named = series === undefined ? {} : {series};
      const moves = pairs.map((pair, index) => {
        const {count, previous, wonBack} = cells[index]!;
        const entry = pair.from === null ? {wonBack: Math.floor(count * wonBack)} : {};
        return {...pair, count, ...entry, ...(hasPast ? {previous} : {}), ...named};
      });
      const total = (side: 'from' | 'to', rung: string) =>
        moves.reduce((sum, entry) => sum + (entry[side] === rung ? entry.count : 0), 0);
      const rows = rungs.map((rung) => ({
        rung,
        ...(keep === 'no counts' ? {} : {count: total('to', rung)}),
        ...(keep === 'no previous' ? {} : {previous: total('from', rung)}),
        ...named,
      }));
      return {rows, moves};
    });
}

/** Any ladder the contract takes, in any order, with the loose fields around it. */
export const anyLadder: fc.Arbitrary<LadderJson> = fc
  .tuple(
    fc.oneof(anyStock, anyFlow),
    fc.record(
      {
        asOf: anyDay,
        previousAsOf: anyDay,
        proxy: anyName,
        source: anyName,
        currency: fc.constantFrom('EUR', 'eur', 'CNY', 'XQZ', 'no such', ''),
        schemaVersion: fc.nat(9),
      },
      {requiredKeys: []},
    ),
    fc.constantFrom('none', 'listed', 'labelled'),
  )
  .map(([ladder, fields, listing]) => {
    const named = [...ladder.rows, ...(ladder.moves ?? [])].flatMap(({rung, from, to}) => [rung, from, to]);
    const ids = [...new Set(named.filter((name): name is string => typeof name === 'string'))];
    if (listing === 'none') return {...fields, ...ladder};
    const rungs = ids.map((id) => (listing === 'labelled' ? {id, label: `${id}!`} : {id}));
    return {...fields, rungs, ...ladder};
  });
