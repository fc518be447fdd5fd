import type {DataIssue} from '../validation/data-issue.js';
import {bindAll, keysOf, scopeOf, type Scope, type Step} from './pointers.js';
import type {MapSource} from './reading.js';
import {DOCUMENT_ROLES, isDimension, isMeasure, ROW_ROLES} from './roles.js';
import {constant, parseStep, parseTemplate, TemplateError, type Template} from './templates.js';

/** A role with its templates; the first that gives a value wins. */
export interface Role {
  readonly name: string;
  readonly kind: string;
  readonly templates: readonly Template[];
}

/** Texts, and the pattern that takes them apart. */
type Match = readonly [texts: readonly Template[], pattern: Step];

/** A map that was parsed for one body. With issues, the rest is not complete and must not be read. */
export interface CompiledMap {
  readonly source: MapSource;
  readonly scope: Scope;
  /** Roles of a row: the cohort, of which periods need to know, then the other dimensions, then the rest. */
  readonly row: readonly Role[];
  readonly document: readonly Role[];
  /** The measure whose wildcards are enumerated. */
  readonly measure: Role;
  readonly match: readonly Match[];
  readonly issues: readonly DataIssue[];
}

const RULES = new Set('columns field match keep drop skip fill scale dates decimal format'.split(' '));

type Fault = (name: string, code: string, got: string) => void;
type Parse = (name: string, given: unknown) => readonly Template[];

/** Parses a map for a body. `place` says where the map stands, for issues: `map`, or `map/1` in a union. */
export function compileMap(source: MapSource, root: unknown, place: string): CompiledMap {
  const names: string[] = [];
  const issues: DataIssue[] = [];
  const fault: Fault = (name, code, got) => issues.push({path: `${place}/${name}`, code, got: got.slice(0, 80)});
  const guarded = <Value>(name: string, given: unknown, read: (one: unknown) => Value): readonly Value[] => {
    try {
      return [given].flat().map(read);
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      fault(name, error.message, String(given));
      return [];
    }
  };
  const parse: Parse = (name, given) => guarded(name, given, (one) => parseTemplate(one, names));
  const columns = columnsOf(parse('columns', source.columns ?? []), names, root);
  const roles = rolesOf(source, columns, root).flatMap(([name, given]) => roleOf(name, given, {parse, fault}));
  const match = Object.entries(source.match ?? {}).flatMap(([text, pattern]) =>
    guarded('match', pattern, (one): Match => [parse('match', text), parseStep(String(one), names)]),
  );
  const row = roles.filter(({name}) => ROW_ROLES.has(name)).sort((a, b) => rank(a) - rank(b));
  const document = roles.filter((role) => !row.includes(role));
  const [measure, unbound] = measureOf(row, match);
  if (!issues.length && !measure) fault('', row.length ? 'no_measure' : 'no_role', '');
  if (!issues.length && unbound !== undefined) fault(measure!.name, 'wildcard_unbound', `{${names[unbound]!}}`);
  return {
    source,
    scope: {...scopeOf(root), bound: names.map(() => undefined), columns, skip: source.skip ?? 0},
    row,
    document,
    measure: measure!,
    match,
    issues,
  };
}

function roleOf(
  name: string,
  given: unknown,
  {parse, fault}: {readonly parse: Parse; readonly fault: Fault},
): readonly Role[] {
  const kind = ROW_ROLES.get(name) ?? DOCUMENT_ROLES.get(name);
  if (!kind) fault(name, 'unknown_role', name);
  const written = kind === 'json' && typeof given === 'object';
  return kind ? [{name, kind, templates: written ? [constant(given)] : parse(name, given)}] : [];
}

const rank = ({kind}: Role): number => (kind === 'cohort!' ? 0 : isDimension(kind) ? 1 : 2);

/** Column names with their keys; the first of two equal names wins. */
function columnsOf(
  templates: readonly Template[],
  names: readonly string[],
  root: unknown,
): ReadonlyMap<string, string> {
  const columns = new Map<string, string>();
  const scope = scopeOf(root);
  for (const {steps = [], get} of templates)
    bindAll(steps, scope, () => {
      const [name, key] = [String(get(scope)), scope.bound[names.indexOf('#')]];
      if (key !== undefined && !columns.has(name)) columns.set(name, key);
    });
  return columns;
}

/**
 * The roles of a map with their templates. Under `field: "rows/{i}/f/#/v"`, `#tier` is `rows/{i}/f/#tier/v` – or, where
 * no `columns` are listed and so the columns are keys, `rows/{i}/f/tier/v`. A map with a field and without a role
 * takes the columns that bear the contract's names.
 */
function rolesOf(
  source: MapSource,
  columns: ReadonlyMap<string, string>,
  root: unknown,
): readonly (readonly [string, unknown])[] {
  const {field} = source;
  const given = Object.entries(source).filter(([name, one]) => !RULES.has(name) && one !== null && one !== undefined);
  if (field === undefined) return given;
  const lies = (name: string) => fieldsFor(field, isDimension(ROW_ROLES.get(name) ?? ''));
  if (!given.some(([name]) => ROW_ROLES.has(name))) {
    const there = source.columns ? columns : recordKeys(lies('rung'), root);
    // No column at all: an empty table, or none where it should be; looking for a count tells which.
    const names = there.size ? [...ROW_ROLES.keys()].filter((name) => there.has(name)) : ['count'];
    given.push(...names.map((name): [string, unknown] => [name, `#${name}`]));
  }
  return given.map(([name, one]) => {
    if (typeof one !== 'string' || !one.startsWith('#') || one.includes('/')) return [name, one];
    const column = source.columns ? one : one.slice(1);
    return [
      name,
      lies(name).map((place) =>
        place
          .split('/')
          .map((step) => (step === '#' ? column : step))
          .join('/'),
      ),
    ];
  });
}

function fieldsFor(field: NonNullable<MapSource['field']>, dimension: boolean): readonly string[] {
  return [typeof field === 'object' && 'measure' in field ? field[dimension ? 'dimension' : 'measure'] : field].flat();
}

/** Enough records to see every column, even where empty ones are left out. */
const RECORDS_SEEN = 100;

function recordKeys(fields: readonly string[], root: unknown): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const field of fields) {
    const scope = scopeOf(root);
    const {steps = [], get} = parseTemplate(`/${field}`.split('/#')[0] ?? '', []);
    let records = 0;
    bindAll(steps, scope, () => {
      if (records++ < RECORDS_SEEN) for (const key of keysOf(field.startsWith('#') ? root : get(scope))) keys.add(key);
    });
  }
  return keys;
}

const slotsOf = (templates: readonly Template[]): readonly number[] => templates.flatMap(({slots}) => slots);

/** The first measure that binds every wildcard in use, those of patterns aside; else the best one and a wildcard it lacks. */
function measureOf(row: readonly Role[], match: readonly Match[]): readonly [Role?, (number | undefined)?] {
  const used = new Set([
    ...row.flatMap(({templates}) => slotsOf(templates)),
    ...match.flatMap(([texts]) => slotsOf(texts)),
  ]);
  for (const slot of match.flatMap(([, pattern]) => pattern.slots)) used.delete(slot);
  const lacking = ({templates}: Role) =>
    [...used].filter((slot) => !slotsOf(templates.filter(({steps}) => steps)).includes(slot));
  const [measure] = row.filter(({kind}) => isMeasure(kind)).sort((a, b) => lacking(a).length - lacking(b).length);
  return measure ? [measure, lacking(measure)[0]] : [];
}
