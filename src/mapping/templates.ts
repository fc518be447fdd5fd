import {follow, type Scope, type Step} from './pointers.js';

/**
 * The grammar of a map: pointer templates.
 *
 * A template is a JSON Pointer (RFC 6901) without its leading slash, whose keys may hold named wildcards:
 *
 * | Template | Means |
 * |---|---|
 * | `data/rows/3/1` | the value at that place; `/` separates, so dots, brackets and spaces need no quoting |
 * | `data/{i}/customers.count` | `{i}` is any own key or index; the same name in two templates means the same key |
 * | `{i}/month_{p}` | text around a wildcard matches part of a key: `month_3` gives p = 3 |
 * | `factMap/{r}!{c}/value` | several wildcards in one key: `0!1` gives r = 0, c = 1; the first takes as little as it can |
 * | `{p}` | only a wildcard: the key itself |
 * | `{p-1}` | the key less one (whole numbers; a negative result is "not given") |
 * | `/{r}` | with a leading slash: the value at a key of the top level, not the key |
 * | `rows/{i}/f/#tier/v` | `#tier` is the column named "tier" in the list that `columns` names |
 * | `rows/{i}/#month_{p}` | wildcards work in column names too |
 * | `=month` | the constant text "month"; numbers, true and false are constants as they stand |
 * | `["a/{i}/title", "a/{i}/name"]` | a fallback list: the first value that is given wins |
 * | `a~1b` `m~0n` `~2x~3` `~4` | keys that hold `/` `~` `{ }` `#` |
 */
export interface Template {
  /** The value under the wildcards bound so far; undefined where there is nothing. */
  readonly get: (scope: Scope) => unknown;
  /** The keys of a pointer; a constant or a key on its own has none. */
  readonly steps?: readonly Step[];
  /** Wildcards in use. */
  readonly slots: readonly number[];
}

/** Why a template does not parse: one of the codes of `parseTemplate`. */
export class TemplateError extends Error {}

const KEY = /^\{([\p{L}\p{N}_]+)([+-]\d{1,6})?\}$/u;
const NAME = /^([\p{L}\p{N}_]+|#)$/u;
const ESCAPED = '~/{}#';

/**
 * Reads one template. `names` is the list of wildcard names of the map and grows with each new one.
 *
 * Throws a `TemplateError` with one of the codes `template_not_text` (an object or null where a template belongs),
 * `wildcard_not_closed` (`{p`), `wildcard_not_opened` (`p}`), `wildcard_not_named` (`{}`, `{a b}`; also `data/{p-1}`: an
 * offset is for a key on its own), `wildcards_touch` (`{a}{b}`: where would one end?), `escape_unknown` (`~7`).
 */
export function parseTemplate(source: unknown, names: string[]): Template {
  if (typeof source === 'number' || typeof source === 'boolean') return constant(source);
  if (typeof source !== 'string') throw new TemplateError('template_not_text');
  if (source.startsWith('=')) return constant(source.slice(1));
  const key = KEY.exec(source);
  if (key) return keyTemplate(slotOf(key[1]!, names), Number(key[2] ?? 0));
  const steps = source
    .replace(/^\//, '')
    .split('/')
    .map((step) => parseStep(step, names));
  return {steps, slots: steps.flatMap(({slots}) => slots), get: (scope) => follow(steps, scope)};
}

export const constant = (value: unknown): Template => ({slots: [], get: () => value});

/** `{p-1}`: Amplitude's index 1 is month 0, and its index 0 is no month at all. */
const keyTemplate = (slot: number, offset: number): Template => ({
  slots: [slot],
  get: ({bound}) => {
    const key = bound[slot];
    if (!offset) return key;
    const moved = Number(key) + offset;
    return moved >= 0 ? moved : undefined;
  },
});

/** Reads one key, or a whole text pattern such as `{n}. {rung}`: the same wildcards, without the slash. */
export function parseStep(source: string, names: string[]): Step {
  const column = source.startsWith('#');
  const [first = '', ...rest] = source.slice(Number(column)).split('{');
  const texts = [unescaped(first)];
  const slots = rest.map((part) => {
    const [name = '', ...after] = part.split('}');
    if (!after.length) throw new TemplateError('wildcard_not_closed');
    if (!NAME.test(name)) throw new TemplateError('wildcard_not_named');
    texts.push(unescaped(after.join('}')));
    return slotOf(name, names);
  });
  if (texts.slice(1, -1).includes('')) throw new TemplateError('wildcards_touch');
  return {column, texts, slots, whole: slots.length === 1 && texts.join('') === '', source};
}

function slotOf(name: string, names: string[]): number {
  const known = names.indexOf(name);
  return known < 0 ? names.push(name) - 1 : known;
}

function unescaped(text: string): string {
  if (text.includes('}')) throw new TemplateError('wildcard_not_opened');
  return text.replace(/~(.?)/g, (_, code: string) => {
    const plain = ESCAPED[Number(code || Number.NaN)];
    if (!plain) throw new TemplateError('escape_unknown');
    return plain;
  });
}
