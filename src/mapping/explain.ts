import type {DataIssue} from '../validation/data-issue.js';
import {compileMap, type CompiledMap, type Role} from './compile-map.js';
import {planOf} from './plan.js';
import {bindAll, deadEnd} from './pointers.js';
import {readRows} from './read-rows.js';
import {decode} from './readers.js';
import type {MapSource, ReadOptions} from './reading.js';
import {isGiven} from './values.js';

/** What a map found for one role. */
export interface RoleExplained {
  readonly role: string;
  /** The template as written; a fallback list joined by " or ". */
  readonly template: string;
  /** Values given. */
  readonly found: number;
  /** Where none was found: the longest path that leads somewhere … */
  readonly reached?: string;
  /** … the key that was looked for there … */
  readonly missing?: string;
  /** … and the keys that are there, at most 20. */
  readonly keys?: readonly string[];
}

/** What a map makes of a body. */
export interface Explanation {
  readonly roles: readonly RoleExplained[];
  /** Ways in which the wildcards of the enumerated measure can be bound: entries, before any is left out. */
  readonly entries: number;
  /** The issues of `readRows` with the same map. */
  readonly issues: readonly DataIssue[];
}

const MOST_KEYS = 20;

/**
 * Says, role by role, how many values a map found in a body and, where none, how far its pointer led and which keys
 * are there instead. `given` is the map itself, or options as for `readRows`. Never throws.
 */
export function explain(body: unknown, given: MapSource | readonly MapSource[] | ReadOptions): Explanation {
  const options =
    Array.isArray(given) || !('map' in given || 'preset' in given) ? {map: given as MapSource} : (given as ReadOptions);
  const {issues} = readRows(body, options);
  try {
    return {...explainMaps(body, options), issues};
  } catch {
    // What makes a template or a body unreadable is among the issues.
    return {roles: [], entries: 0, issues};
  }
}

function explainMaps(text: unknown, given: ReadOptions): Omit<Explanation, 'issues'> {
  const {maps, options} = planOf(given) ?? {maps: [], options: given};
  const {body} = {body: undefined, ...decode(text, options)};
  const parts = maps.map((map, index) => explainMap(compileMap(map, body, String(index))));
  return {roles: parts.flatMap(({roles}) => roles), entries: parts.reduce((sum, {entries}) => sum + entries, 0)};
}

function explainMap(map: CompiledMap): Omit<Explanation, 'issues'> {
  const {row, document, measure, scope, issues} = map;
  const counts = new Map<Role, number>();
  const count = (role: Role) =>
    role.templates.some(({get}) => isGiven(get(scope))) && counts.set(role, (counts.get(role) ?? 0) + 1);
  let entries = 0;
  document.forEach(count);
  for (const {steps} of issues.length ? [] : measure.templates)
    if (steps && !entries)
      bindAll(steps, scope, () => {
        entries++;
        row.forEach(count);
      });
  return {entries, roles: [...row, ...document].map((role) => explainRole(role, counts.get(role) ?? 0, map))};
}

function explainRole({name, templates}: Role, found: number, {scope, source}: CompiledMap): RoleExplained {
  const role = {role: name, template: [source[name]].flat().map(String).join(' or '), found};
  const {steps} = templates.find((template) => template.steps) ?? {};
  const end = steps && !found ? deadEnd(steps, scope) : undefined;
  return end ? {...role, reached: end.path, missing: end.step.source, keys: end.keys.slice(0, MOST_KEYS)} : role;
}
