import type {DataIssue} from '../validation/data-issue.js';
import {describeValue} from '../validation/describe-value.js';
import {presetNamed, registerPreset} from './preset-list.js';
import {readBody} from './read-body.js';
import type {Decode, MapSource, Preset, ReadOptions, Reading} from './reading.js';
import type * as Trouble from './trouble.js';

/**
 * What a chart element needs of the mapping: loaded when an element has a map or a preset, not before. What few pages
 * need – presets, readers of text that is no JSON, sentences for trouble – is loaded when it is needed, in turn.
 */

/** What an element was given, and how its page says it is to be read. */
export interface Given {
  /** Parsed JSON, or the text of an answer that is none. */
  readonly body: unknown;
  readonly contentType: string;
  readonly map: string | MapSource | readonly MapSource[] | null;
  readonly preset: string | null;
  /** Trouble that the page itself had with the body. */
  readonly issue?: DataIssue | undefined;
}

/** A body read: JSON for the chart, or the state that the body itself is. */
export interface MappedBody {
  /** undefined where the body holds nothing to draw. */
  readonly json: unknown;
  /** The state that the body is, where it is one. */
  readonly status: 'loading' | 'failed' | 'empty' | 'invalid' | 'partial' | null;
  readonly issues: readonly DataIssue[];
  /** What the map found, role by role, where it is at fault. */
  readonly explained?: readonly DataIssue[];
  /** The caller's path of a place in `json`. */
  readonly locate: (path: string) => string;
}

export {presetNamed, registerPreset};

let decode: Decode | undefined;
let trouble: typeof Trouble | undefined;
/** Presets that were asked for, be they there or not. */
const asked = new Set<string>();

const same = (path: string): string => path;

/** Sentences for the issues of a map, in a language; none before there was any trouble. */
export const mappingRules = (language: string): ReturnType<typeof Trouble.mappingRules> =>
  trouble?.mappingRules(language) ?? {};

/** Reads what an element was given; a promise where something must be loaded first, after which to ask again. */
export function readGiven(given: Given): MappedBody | Promise<unknown> {
  const {preset, issue, body} = given;
  if (issue) return told({json: undefined, status: 'invalid', issues: [issue], locate: same});
  if (preset && !presetNamed(preset) && !asked.has(preset)) return loadPreset(preset);
  if (typeof body === 'string' && !decode) return loadReaders();
  const parsed = parseMap(given.map);
  if ('issue' in parsed) return readGiven({...given, issue: parsed.issue});
  const options = {contentType: given.contentType, ...parsed, ...(preset ? {preset} : {})};
  const reading = readBody(body, options, decode ?? ((json) => ({body: json})));
  return told(mappedOf(reading), {body, options});
}

/** Loads a preset that we ship and registers it under its name; undefined if there is none. */
export async function loadPreset(name: string): Promise<Preset | undefined> {
  asked.add(name);
  return (await import('./presets/index.js')).loadPreset(name);
}

async function loadReaders(): Promise<void> {
  ({decode} = await import('./readers.js'));
}

async function loadTrouble(): Promise<void> {
  trouble = await import('./trouble.js');
}

/** What is to be said needs its sentences first; where a map is at fault, it is explained. */
function told(
  mapped: MappedBody,
  from?: {readonly body: unknown; readonly options: ReadOptions},
): MappedBody | Promise<unknown> {
  if (!mapped.issues.length) return mapped;
  if (!trouble) return loadTrouble();
  return from && mapped.status === 'invalid'
    ? {...mapped, explained: trouble.explained(from.body, from.options)}
    : mapped;
}

type ParsedMap = {readonly map: MapSource | readonly MapSource[] | undefined} | {readonly issue: DataIssue};

function parseMap(map: Given['map']): ParsedMap {
  if (typeof map !== 'string') return {map: map ?? undefined};
  try {
    return {map: JSON.parse(map) as MapSource};
  } catch {
    return {issue: {path: 'map', code: 'map_not_json', got: describeValue(map)}};
  }
}

function mappedOf(reading: Reading): MappedBody {
  const {data, issues, notes, locate} = reading;
  if (reading.kind === 'rows')
    return issues.length
      ? {json: undefined, status: 'invalid', issues, locate}
      : {json: data, status: notes.length ? 'partial' : null, issues: notes, locate};
  const {state, code, message} = reading;
  const issue: DataIssue = {path: '', code, ...(message ? {got: message} : {})};
  const isDrawn = state === 'partial';
  return {json: isDrawn ? data : undefined, status: state, issues: state === 'empty' ? [] : [issue, ...issues], locate};
}
