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

const isSamePlace = (a: LiftRow, b: LiftRow): boolean =>
  a.date === b.date && a.segment === b.segment && a.bin === b.bin;

export function inPlaces<Row extends LiftRow>(rows: readonly Row[]): Places<Row> {
  const places = new Map<string | null, Map<number | null, Map<string | null, Row[]>>>();
  let [last, list]: [Row | undefined, Row[]] = [undefined, []];
  for (const row of rows) {
    // Rows of one place mostly stand together.
    if (!last || !isSamePlace(last, row)) {
      const {segment, bin, date} = row;
      const bins = under(places, segment ?? null, newMap<number | null, Map<string | null, Row[]>>);
      const days = under(bins, bin ?? null, newMap<string | null, Row[]>);
      list = under(days, date ?? null, newList<Row>);
    }
    last = row;
    list.push(row);
  }
  return places;
}

/** The days that are named, the first one first: ISO days sort as text. */
export const daysIn = (days: Days<unknown>): string[] => [...days.keys()].filter((day) => day !== null).sort();

/** What is made when it is first asked for, and kept. */
export function once<Value>(make: () => Value): () => Value {
  let made: {readonly value: Value} | undefined;
  return () => (made ??= {value: make()}).value;
}
