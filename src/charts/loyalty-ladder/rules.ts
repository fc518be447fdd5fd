import type {Parsed} from '../../validation/contract.js';
import {MAX_ISSUES} from '../../validation/contract.js';
import type {DataIssue} from '../../validation/data-issue.js';
import {describeValue, shortened} from '../../validation/describe-value.js';
import {keyOf} from '../../validation/key-of.js';
import {contract, type LoyaltyLadderData, type MoveRow, RUNGS} from './schema.js';

/** Reads a ladder and holds it against the rules that no single field can break. */
export function parseLoyaltyLadder(json: unknown): Parsed<LoyaltyLadderData> {
  const parsed = contract.parse(json);
  if (parsed.value === null) return parsed;
  const data: LoyaltyLadderData = parsed.value;
  const tooMany = tooManyNames(data);
  if (tooMany.length) return {value: null, issues: tooMany};
  const issues = [...duplicates(data), ...unknownRungs(data), ...oddMoves(data), ...contradictions(data)];
  return issues.length ? {value: null, issues: issues.slice(0, MAX_ISSUES)} : {value: data, issues: []};
}

/** Nobody reads a ladder of more rungs, or more ladders side by side; a page that drew them would stand still. */
const MAX_RUNGS = 200;
const MAX_SERIES = 50;

function tooManyNames(data: LoyaltyLadderData): DataIssue[] {
  const rungs = rungsOf(data).length;
  const series = new Set([...data.rows, ...data.moves].map((row) => row.series ?? null)).size;
  return [
    ...(rungs > MAX_RUNGS
      ? [{path: 'rows', code: 'too_many_rungs', expected: String(MAX_RUNGS), got: String(rungs)}]
      : []),
    ...(series > MAX_SERIES
      ? [{path: 'rows', code: 'too_many_series', expected: String(MAX_SERIES), got: String(series)}]
      : []),
  ];
}

/** The rungs of a ladder, lowest first: as listed, else in the standard order, else as they first appear. */
export function rungsOf({rungs, rows, moves}: LoyaltyLadderData): readonly string[] {
  if (rungs.length) return rungs.map(({id}) => id);
  const named = new Set<string>();
  for (const {rung} of rows) named.add(rung);
  for (const {from, to} of moves) for (const rung of [from, to]) if (rung) named.add(rung);
  const places = [...named].map((rung) => (RUNGS as readonly string[]).indexOf(rung.toLowerCase()));
  if (places.includes(-1)) return [...named];
  const standard = new Map([...named].map((rung, index) => [rung, places[index]!]));
  return [...named].sort((a, b) => standard.get(a)! - standard.get(b)!);
}

function duplicates({rungs, rows, moves}: LoyaltyLadderData): DataIssue[] {
  return [
    ...repeated(rungs, ({id}, index) => ({key: keyOf(id), path: `rungs.${index}.id`, got: describeValue(id)})),
    ...repeated(rows, ({rung, series}, index) => ({
      key: keyOf(rung, series),
      path: `rows.${index}.rung`,
      got: describeValue(rung),
    })),
    ...repeated(moves, ({from, to, series}, index) => ({
      key: keyOf(from, to, series),
      path: `moves.${index}`,
      got: `${describeValue(from ?? null)} → ${describeValue(to ?? null)}`,
    })),
  ];
}

interface Named {
  readonly key: string;
  readonly path: string;
  readonly got: string;
}

function repeated<Item>(items: readonly Item[], nameOf: (item: Item, index: number) => Named): DataIssue[] {
  const seen = new Set<string>();
  return items.flatMap((item, index) => {
    const {key, path, got} = nameOf(item, index);
    if (seen.has(key)) return [{path, code: 'duplicate', got: shortened(got)}];
    seen.add(key);
    return [];
  });
}

/** No more than this of a list of names, in characters: enough to see which list is meant. */
const LONGEST_CHOICE = 200;

/** Where rungs are listed the list is the ladder, and a name outside it is a mistake. */
function unknownRungs({rungs, rows, moves}: LoyaltyLadderData): DataIssue[] {
  if (!rungs.length) return [];
  const known = new Set(rungs.map(({id}) => id));
  const expected = shortened([...known].join(', '), LONGEST_CHOICE);
  const issueOf = (path: string, rung: string | null | undefined): DataIssue[] =>
    !rung || known.has(rung) ? [] : [{path, code: 'unknown_rung', expected, got: describeValue(rung)}];
  return [
    ...rows.flatMap(({rung}, index) => issueOf(`rows.${index}.rung`, rung)),
    ...moves.flatMap(({from, to}, index) => [
      ...issueOf(`moves.${index}.from`, from),
      ...issueOf(`moves.${index}.to`, to),
    ]),
  ];
}

function oddMoves({moves}: LoyaltyLadderData): DataIssue[] {
  return moves.flatMap(({from, to, count, wonBack}, index): DataIssue[] => {
    if (!from && !to) return [{path: `moves.${index}`, code: 'move_from_nowhere_to_nowhere'}];
    if (!wonBack) return [];
    if (from) return [{path: `moves.${index}.wonBack`, code: 'won_back_without_entry'}];
    if (wonBack <= count) return [];
    const [expected, got] = [String(count), String(wonBack)];
    return [{path: `moves.${index}.wonBack`, code: 'won_back_exceeds_entries', expected, got}];
  });
}

/** Sums of a movement matrix over one rung. */
interface RungMoves {
  /** Stayed, where the matrix says so. */
  stayed: number | null;
  /** To another rung or out. */
  gone: number;
  /** From another rung or from outside. */
  come: number;
}

function movesByRung(moves: readonly MoveRow[]): ReadonlyMap<string, RungMoves> {
  const sums = new Map<string, RungMoves>();
  const sumsOf = (series: MoveRow['series'], rung: string): RungMoves => {
    const key = keyOf(series, rung);
    const known = sums.get(key) ?? {stayed: null, gone: 0, come: 0};
    sums.set(key, known);
    return known;
  };
  for (const {series, from, to, count} of moves) {
    if (from && from === to) sumsOf(series, from).stayed = count;
    if (from && from !== to) sumsOf(series, from).gone += count;
    if (to && from !== to) sumsOf(series, to).come += count;
  }
  return sums;
}

/** Row sum + left = opening count, column sum + entered = closing count (where both sides are given). */
function contradictions({basis, rows, moves}: LoyaltyLadderData): DataIssue[] {
  if (basis === 'reached') return [];
  const sums = movesByRung(moves);
  return rows.flatMap(({rung, series, count, previous}, index): DataIssue[] => {
    const moved = sums.get(keyOf(series, rung));
    if (!moved) return [];
    const opening = {path: `rows.${index}.previous`, code: 'moves_contradict_previous'};
    const closing = {path: `rows.${index}.count`, code: 'moves_contradict_count'};
    return [
      ...contradiction(opening, previous, {stayed: moved.stayed, movers: moved.gone}),
      ...contradiction(closing, count, {stayed: moved.stayed, movers: moved.come}),
    ];
  });
}

/** Without stayers in the matrix the movers may only be fewer; with them the sum must be exact. */
function contradiction(
  {path, code}: DataIssue,
  given: number | null | undefined,
  {stayed, movers}: {readonly stayed: number | null; readonly movers: number},
): DataIssue[] {
  if (given === null || given === undefined) return [];
  const sum = (stayed ?? 0) + movers;
  const agrees = stayed === null ? sum <= given : sum === given;
  return agrees ? [] : [{path, code, expected: String(sum), got: String(given)}];
}
