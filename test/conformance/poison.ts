import {hostileStrings} from '../support/hostile-strings.js';
import type {Subject} from './subjects.js';

type Json = Record<string, unknown>;

/** A sample in which every text is hostile, and which texts went where. */
export interface Poisoned {
  readonly json: Json;
  /** Texts in use, by field: `rows.rung`, `source`. */
  readonly placed: ReadonlyMap<string, readonly string[]>;
}

const at = (index: number): string => hostileStrings[index % hostileStrings.length]!;

/**
 * A sample with every text of its contract replaced: a name by the same hostile text wherever it stands, so that rows
 * still find each other. Each field starts elsewhere in the corpus; with `round` from 0 to the corpus' length every text
 * has been in every field.
 */
export function poisoned({chart}: Subject, sample: unknown, round: number): Poisoned {
  const json = structuredClone(sample) as Json;
  const placed = new Map<string, string[]>();
  const names = new Map<unknown, string>();
  let next = round;
  const fresh = (isName: boolean): string => {
    let text = at(next++);
    while (isName && text.trim() === '') text = at(next++);
    return text;
  };
  const textFor = (kind: string, current: unknown): string | undefined => {
    if (kind === 'text') return fresh(false);
    if (kind !== 'id' || typeof current !== 'string') return undefined;
    const text = names.get(current) ?? fresh(true);
    names.set(current, text);
    return text;
  };
  const poison = (holder: Json, shape: Subject['chart']['contract']['fields'], path: string): void => {
    for (const [key, {expected}] of Object.entries(shape)) {
      const text = textFor(expected, holder[key]);
      if (text === undefined) continue;
      holder[key] = text;
      placed.set(path + key, [...(placed.get(path + key) ?? []), text]);
    }
  };
  for (const [list, shape] of Object.entries(chart.contract.lists))
    for (const item of (json[list] ?? []) as Json[]) poison(item, shape, `${list}.`);
  poison(json, chart.contract.fields, '');
  return {json, placed};
}
