/** One key of a pointer: `texts[0]`, then for each wildcard its value and the text that follows it. */
export interface Step {
  /** The key names a column of the list that `columns` points at. */
  readonly column: boolean;
  readonly texts: readonly string[];
  /** Wildcards, as places in the list of wildcard names. */
  readonly slots: readonly number[];
  /** Nothing but one wildcard. */
  readonly whole: boolean;
  /** As written, for messages. */
  readonly source: string;
}

/** What templates are looked up in: a body, the values of the wildcards so far, and the columns by name. */
export interface Scope {
  readonly root: unknown;
  readonly bound: (string | undefined)[];
  readonly columns: ReadonlyMap<string, string>;
  /** Leading entries of the outermost wildcard to leave out. */
  readonly skip: number;
}

/** The body is larger than one reading may take. */
export class LimitError extends Error {}

/** Keys looked at in one enumeration: about a second. */
const MOST_KEYS = 4_000_000;

export const scopeOf = (root: unknown): Scope => ({root, bound: [], columns: new Map(), skip: 0});

/** The own value at a key; undefined where there is none. Prototypes and the length of a list are never reached. */
export function child(node: unknown, key: string | undefined): unknown {
  if (typeof node !== 'object' || node === null || key === undefined || !Object.hasOwn(node, key)) return undefined;
  return Array.isArray(node) && key === 'length' ? undefined : (node as Readonly<Record<string, unknown>>)[key];
}

export const keysOf = (node: unknown): readonly string[] =>
  typeof node === 'object' && node !== null ? Object.keys(node) : [];

/** The text of a step under the values bound so far; undefined if a wildcard is not bound. */
function nameOf({texts, slots, whole}: Step, bound: Scope['bound']): string | undefined {
  if (whole) return bound[slots[0]!];
  let name = texts[0]!;
  for (let index = 0; index < slots.length; index++) {
    const value = bound[slots[index]!];
    if (value === undefined) return undefined;
    name += value + texts[index + 1]!;
  }
  return name;
}

const resolved = ({column}: Step, name: string | undefined, {columns}: Scope): string | undefined =>
  column ? columns.get(name ?? '') : name;

/** The key a step stands for; undefined if a wildcard is not bound or there is no such column. */
export const keyOf = (step: Step, scope: Scope): string | undefined => resolved(step, nameOf(step, scope.bound), scope);

/** The value at the end of a pointer, undefined where there is none. */
export function follow(steps: readonly Step[], scope: Scope): unknown {
  let node = scope.root;
  for (const step of steps) {
    node = child(node, keyOf(step, scope));
    if (node === undefined) return undefined;
  }
  return node;
}

/** Binds the open wildcards of a step so that it reads as the name; false if it cannot. */
export function matchName({texts, slots, whole}: Step, name: string, bound: Scope['bound']): boolean {
  if (whole) return name === (bound[slots[0]!] ??= name);
  let at = name.startsWith(texts[0]!) ? texts[0]!.length : -1;
  for (let index = 0; index < slots.length && at >= 0; index++) {
    const slot = slots[index]!;
    const next = texts[index + 1]!;
    const end = endOf(name.slice(at), bound[slot], {next, last: index + 2 === texts.length}) + at;
    if (end <= at || !name.startsWith(next, end)) return false;
    bound[slot] = name.slice(at, end);
    at = end + next.length;
  }
  return at === name.length;
}

/** Where the part that a wildcard takes ends: as early as it can, or as its value says; 0 if it fits nothing. */
function endOf(
  rest: string,
  known: string | undefined,
  {next, last}: {readonly next: string; readonly last: boolean},
): number {
  if (known !== undefined) return rest.startsWith(known) ? known.length : 0;
  return last ? rest.length - next.length : rest.indexOf(next, 1);
}

/** Where the longest way ended: its path, what it looked for there, and the keys that are there instead. */
export interface DeadEnd {
  readonly path: string;
  readonly node: unknown;
  readonly step: Step;
  readonly keys: readonly string[];
}

const isWild = ({slots}: Step): boolean => slots.length > 0;

/**
 * Calls `found` once for every way in which the wildcards of a pointer can be bound – the keys behind the last of them
 * are not looked up – and gives the deepest dead end met. Throws a `LimitError` beyond 4 · 10⁶ keys.
 */
export const bindAll = (steps: readonly Step[], scope: Scope, found: () => void): DeadEnd | undefined =>
  explore(steps.slice(0, steps.findLastIndex(isWild) + 1), scope, found);

/** Where the whole of a pointer ends, if it leads nowhere by any way. */
export function deadEnd(steps: readonly Step[], scope: Scope): DeadEnd | undefined {
  let ways = 0;
  const end = explore(steps, scope, () => ways++);
  return ways ? undefined : end;
}

/** The state of one enumeration. */
interface Ways {
  readonly steps: readonly Step[];
  /** By step: its wildcards that no step before binds. */
  readonly open: readonly (readonly number[])[];
  /** The step of the outermost wildcard, where leading entries may be skipped. */
  readonly first: number;
  readonly scope: Scope;
  readonly found: () => void;
  left: number;
  deepest: number;
  end?: DeadEnd;
}

function explore(steps: readonly Step[], scope: Scope, found: () => void): DeadEnd | undefined {
  const known = new Set<number>();
  const open = steps.map(({slots}) => slots.filter((slot) => known.size < known.add(slot).size));
  const ways: Ways = {steps, open, first: steps.findIndex(isWild), scope, found, left: MOST_KEYS, deepest: -1};
  walk(ways, scope.root, 0);
  return ways.end;
}

function walk(ways: Ways, node: unknown, depth: number): void {
  const step = ways.steps[depth];
  if (!step) {
    ways.found();
    return;
  }
  const {bound} = ways.scope;
  const open = ways.open[depth]!;
  let dead = true;
  for (const name of namesFor(ways, node, depth)) {
    if (!ways.left--) throw new LimitError();
    const next = matchName(step, name, bound) ? child(node, resolved(step, name, ways.scope)) : undefined;
    if (next !== undefined) walk(ways, next, depth + 1);
    dead &&= next === undefined;
    for (const slot of open) bound[slot] = undefined;
  }
  if (dead && depth > ways.deepest) endAt(ways, node, depth);
}

/** The names to try at a step: all there are if it has an open wildcard, or else the one it stands for. */
function namesFor({steps, open, scope, first}: Ways, node: unknown, depth: number): readonly string[] {
  const step = steps[depth]!;
  if (!open[depth]!.length) return [nameOf(step, scope.bound)!];
  const names = step.column ? [...scope.columns.keys()] : keysOf(node);
  return depth === first && scope.skip ? names.slice(scope.skip) : names;
}

function endAt(ways: Ways, node: unknown, depth: number): void {
  const {steps, scope} = ways;
  const step = steps[depth]!;
  ways.deepest = depth;
  ways.end = {
    path: pathOf(steps.slice(0, depth), scope),
    node,
    step,
    keys: step.column ? [...scope.columns.keys()] : keysOf(node),
  };
}

/** The keys of a pointer as the caller's path: `data/rows/3/1`, with `~0` and `~1` for `~` and `/`. */
export const pathOf = (steps: readonly Step[], scope: Scope): string =>
  steps.map((step) => (keyOf(step, scope) ?? step.source).replaceAll('~', '~0').replaceAll('/', '~1')).join('/');
