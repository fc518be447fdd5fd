import {presetNamed} from './preset-list.js';
import type {MapSource, ReadOptions, StateRules} from './reading.js';
import {DOCUMENT_ROLES, ROW_ROLES} from './roles.js';

/** Options, preset and map put together: what to read with. */
export interface Plan {
  readonly maps: readonly MapSource[];
  /** Roles that the page named itself; those of a preset may find nothing without a word. */
  readonly own: ReadonlySet<string>;
  readonly options: ReadOptions;
  readonly states: StateRules;
}

/**
 * The plan of the options; undefined if their preset is neither registered nor loaded. Entries of the map win over
 * options, and both over a preset. A single map overrides the roles of a preset one by one, in each of its maps; a
 * union takes their place.
 */
export function planOf(options: ReadOptions): Plan | undefined {
  const {preset: wanted, map = []} = options;
  const preset = typeof wanted === 'string' ? presetNamed(wanted) : wanted;
  if (wanted && !preset) return undefined;
  const own = [map].flat();
  const [below, above] = [constantsOf(preset?.options), constantsOf(options)];
  const maps =
    preset && own.length < 2
      ? [preset.map].flat().map((one) => ({...below, ...one, ...above, ...own[0]}))
      : own.map((one) => ({...below, ...above, ...one}));
  return {
    maps,
    own: new Set(own.flatMap((one) => Object.keys(one))),
    options: {...preset?.options, ...textHints(own[0]), ...options},
    states: {...preset?.states, ...options.states},
  };
}

/** What options say for every map: how values are written, and roles that are the same everywhere. */
const constantsOf = (options: Readonly<Record<string, unknown>> = {}): MapSource =>
  Object.fromEntries(
    Object.entries(options).flatMap(([name, value]) => {
      if (['scale', 'dates', 'decimal', 'fill'].includes(name)) return [[name, value]];
      const isRole = ROW_ROLES.has(name) || DOCUMENT_ROLES.has(name);
      return isRole ? [[name, typeof value === 'string' ? `=${value}` : value]] : [];
    }),
  );

/** How a text is written may stand in a map too: an element has no other place for it. */
const textHints = ({format, decimal}: MapSource = {}): ReadOptions => ({
  ...(format && {format}),
  ...(decimal && {decimal}),
});
