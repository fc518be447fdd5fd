import type {LiftRow} from './schema.js';

/** Items by segment, bin and day of their rows; null where a row names none. */
export type Places<Item> = ReadonlyMap<string | null, ReadonlyMap<number | null, Days<Item>>>;
export type Days<Item> = ReadonlyMap<string | null, readonly Item[]>;

/** What stands under a key, made where nothing stands there yet. */
function under<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}

const newMap = <Key, Value>() => new Map<Key, Value>();
const newList = <Item>(): Item[] => [];

/** Items by what they share, in the order of their first appearance. */
export function listsBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const lists = newMap<Key, Item[]>();
  for (const item of items) under(lists, keyOf(item), newList<Item>).push(item);
  return lists;
}

export function inPlaces<Item>(items: readonly Item[], rowOf: (item: Item) => LiftRow): Places<Item> {
  const places = new Map<string | null, Map<number | null, Map<string | null, Item[]>>>();
  for (const item of items) {
    const {segment, bin, date} = rowOf(item);
    const bins = under(places, segment ?? null, newMap<number | null, Map<string | null, Item[]>>);
    const days = under(bins, bin ?? null, newMap<string | null, Item[]>);
    under(days, date ?? null, newList<Item>).push(item);
  }
  return places;
}

/** The days that are named, the first one first: ISO days sort as text. */
export const daysIn = (days: Days<unknown>): string[] => [...days.keys()].filter((day) => day !== null).sort();
