import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type * as Loaded from '../../mapping/element.js';
import type {MapSource, Reading} from '../../mapping/reading.js';
import type {DataIssue} from '../../validation/data-issue.js';
import {describeValue} from '../../validation/describe-value.js';
import type {RuleWords} from '../../validation/issue-sentence.js';
import type {Status} from '../status.js';

/** The part of a chart element that says how any other JSON becomes its own. */
export interface MappingHost extends ReactiveControllerHost {
  readonly map: string | MapSource | readonly MapSource[] | null;
  readonly preset: string | null;
  readonly transform: ((body: unknown) => unknown) | undefined;
}

/** A body read: JSON for the chart, or the state that the body itself is. */
export interface MappedBody {
  /** undefined where the body holds nothing to draw. */
  readonly json: unknown;
  /** The state that the body is, where it is one. */
  readonly status: Extract<Status, 'loading' | 'failed' | 'empty' | 'invalid' | 'partial'> | null;
  readonly issues: readonly DataIssue[];
  /** The caller's path of a place in `json`. */
  readonly locate: (path: string) => string;
}

/** The mapping itself, which is only brought when it is needed. */
type Mapping = typeof Loaded;

const same = (path: string): string => path;
const plain = (json: unknown): MappedBody => ({json, status: null, issues: [], locate: same});
const refused = (issue: DataIssue): MappedBody => ({json: undefined, status: 'invalid', issues: [issue], locate: same});
const waiting: MappedBody = {json: undefined, status: 'loading', issues: [], locate: same};

/** Turns what was given into the chart's JSON: by the page's function, by a map, by a preset, or not at all. */
export class MappingController implements ReactiveController {
  readonly #host: MappingHost;
  #mapping: Mapping | undefined;
  readonly #loaded = new Set<string>();
  #from: readonly unknown[] = [];
  #body: MappedBody = waiting;

  constructor(host: MappingHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#from = [];
  }

  /** Sentences for the issues of a map, in a language. */
  rules(language: string): RuleWords {
    return this.#mapping?.mappingRules(language) ?? {};
  }

  read(body: unknown): MappedBody {
    const {map, preset, transform} = this.#host;
    const from = [body, map, preset, transform, this.#mapping, this.#loaded.size];
    if (from.every((part, index) => part === this.#from[index])) return this.#body;
    this.#from = from;
    this.#body = transform ? this.#transformed(transform, body) : this.#mapped(body);
    return this.#body;
  }

  #transformed(transform: (body: unknown) => unknown, body: unknown): MappedBody {
    try {
      return this.#mapped(transform(body));
    } catch {
      // The page's own function threw: its author sees it in the element, the page lives on.
      this.#load(null);
      return refused({path: 'transform', code: 'transform_failed'});
    }
  }

  #mapped(body: unknown): MappedBody {
    const {map, preset} = this.#host;
    if (!map && !preset) return plain(body);
    if (!this.#mapping || (preset && !this.#loaded.has(preset))) {
      this.#load(preset);
      return waiting;
    }
    const parsed = parseMap(map);
    if ('issue' in parsed) return refused(parsed.issue);
    return bodyOf(this.#mapping.readRows(body, {map: parsed.map, ...(preset ? {preset} : {})}));
  }

  /** Brings the mapping and the preset, then draws again; a preset that is not there is named by `readRows`. */
  #load(preset: string | null): void {
    void import('../../mapping/element.js').then(async (mapping) => {
      if (preset) await mapping.loadPreset(preset);
      this.#mapping = mapping;
      if (preset) this.#loaded.add(preset);
      this.#host.requestUpdate();
    });
  }
}

type ParsedMap = {readonly map: MapSource | readonly MapSource[] | undefined} | {readonly issue: DataIssue};

function parseMap(map: MappingHost['map']): ParsedMap {
  if (typeof map !== 'string') return {map: map ?? undefined};
  try {
    return {map: JSON.parse(map) as MapSource};
  } catch {
    return {issue: {path: 'map', code: 'map_not_json', got: describeValue(map)}};
  }
}

function bodyOf(reading: Reading): MappedBody {
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
