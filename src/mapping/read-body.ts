import type {DataIssue} from '../validation/data-issue.js';
import {describeValue} from '../validation/describe-value.js';
import {cohortRows} from './cohort-rows.js';
import {compileMap} from './compile-map.js';
import {matrixRows} from './matrix-rows.js';
import {planOf, type Plan} from './plan.js';
import {LimitError} from './pointers.js';
import {pathIn, pathOfEntries, readMap, type MapRows} from './read-map.js';
import type {Decode, Decoded, MapSource, ReadOptions, Reading, Row, RowsReading} from './reading.js';
import {stateOf} from './states.js';
import {TemplateError} from './templates.js';

/** Reads a body as `readRows` says; texts are taken apart by `decode`, which not every page needs. Never throws. */
export function readBody(body: unknown, options: ReadOptions, decode: Decode): Reading {
  try {
    const plan = planOf(options);
    return plan
      ? readBy(plan, decode(body, plan.options))
      : reading({issues: [{path: 'preset', code: 'unknown_preset', got: describeValue(options.preset)}]});
  } catch (error) {
    return reading({issues: [issueOf(error)]});
  }
}

function issueOf(error: unknown): DataIssue {
  if (error instanceof LimitError) return {path: '', code: 'too_much_data'};
  return error instanceof TemplateError ? {path: 'map', code: error.message} : {path: '', code: 'unreadable'};
}

function readBy({maps, own, states}: Plan, decoded: Decoded): Reading {
  const {body, code, ...where} = {body: undefined, path: '', ...decoded};
  if (code === 'no_rows') return {...reading({}), kind: 'state', state: 'empty', code};
  if (code) return {...reading({issues: [{...where, code}]}), kind: 'state', state: 'failed', code};
  const state = stateOf(body, states);
  if (state && state.state !== 'partial') return {...reading({}), kind: 'state', ...state};
  const read = maps.length ? mapped(body, maps, own) : plain(body);
  return state && read.kind === 'rows' && !read.issues.length ? {...read, kind: 'state', ...state} : read;
}

const reading = (content: Partial<RowsReading>): RowsReading => ({
  kind: 'rows',
  data: {rows: []},
  rows: [],
  document: {},
  issues: [],
  notes: [],
  locate: (path) => path,
  ...content,
});

const slashed = (path: string): string => path.replaceAll('.', '/');

/** The contract's own names need no map. */
function plain(data: unknown): Reading {
  const bare = Array.isArray(data);
  const {rows, ...document} = (bare ? {rows: data} : {...(data as object)}) as Row;
  const locate = (path: string) => slashed(bare ? path.replace(/^rows[./]/, '') : path);
  return reading({data, rows: Array.isArray(rows) ? (rows as Row[]) : [], document, locate});
}

function mapped(body: unknown, maps: Plan['maps'], own: Plan['own']): Reading {
  const compiled = maps.map((map, index) => compileMap(map, body, maps.length > 1 ? `map/${index}` : 'map'));
  const faults = compiled.flatMap(({issues}) => issues);
  if (faults.length) return reading({issues: faults});
  const parts: MapRows[] = [];
  for (const map of compiled) parts.push(readMap(map, parts.at(-1)?.document ?? {}, own));
  const document = parts.at(-1)!.document;
  const rowsOf = (some: readonly MapRows[]) => (some.length === 1 ? some[0]!.rows : some.flatMap((part) => part.rows));
  const moves = rowsOf(parts.filter(hasMoves));
  const arrived = rowsOf(parts.filter((part) => !hasMoves(part)));
  const fills = (wanted: MapSource['fill']) => maps.some(({fill}) => fill === wanted);
  const rows = matrixRows(cohortRows(arrived, document, fills('interior-zero')), fills('zero'));
  const data = {...document, rows, ...(moves.length && {moves})};
  const issues = parts.flatMap((part) => part.issues).slice(0, 20);
  const notes = parts.flatMap((part) => part.notes).slice(0, 20);
  const read = reading({data, rows, document, issues, notes, locate: (path) => located(path, data, parts)});
  return rows.length || moves.length || issues.length
    ? read
    : {...read, kind: 'state', state: 'empty', code: 'no_rows'};
}

/** Of a ladder, whose moves are a list of their own; a matrix of migration has `from` and `to` in its rows. */
const hasMoves = ({map: {row}}: MapRows): boolean =>
  row.some(({name}) => name === 'count') && row.some(({name}) => name === 'from' || name === 'to');

/** `rows.3.count` is somewhere in the caller's body; a field that nobody mapped is missing in the map. */
function located(path: string, data: Readonly<Record<string, unknown>>, parts: readonly MapRows[]): string {
  const [list = '', index, role = ''] = slashed(path).split('/');
  const rows = data[list] as readonly Row[] | undefined;
  const row = index && rows?.[Number(index)];
  const places = parts.map((part) => (row ? pathIn(part, row, role) : pathIn(part, part.document, list)));
  const otherwise = list === 'rows' || list === 'moves' ? pathOfEntries(parts[0]!) : `map/${slashed(path)}`;
  return places.find((place) => place !== undefined) ?? (path && otherwise);
}
