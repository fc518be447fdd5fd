import {readDay} from '../locale/calendar.js';
import type {Expectation} from '../locale/words.js';

/**
 * One value of a contract. The elements read by these few lines rather than by Zod, which would weigh 4.4 kB gzip more
 * and take ten times as long; `zod-schema.ts` says the same contract in Zod for JSON Schema and for Node, and a property
 * test holds the two against each other.
 */
export interface Field<Value> {
  /** The kind, worded in every language; or the choices themselves. */
  readonly expected: string;
  readonly choices?: readonly string[];
  /** What a list is made of. */
  readonly item?: Field<unknown>;
  /** The fields of a value that is an object of its own. */
  readonly shape?: Readonly<Record<string, Field<unknown>>>;
  /** Whether it may be absent or null: "not given". */
  readonly isOptional: boolean;
  /** The value, converted where the contract allows it; undefined where it is none. */
  readonly read: (value: unknown) => Value | undefined;
}

const field = <Value>(expected: Expectation, read: Field<Value>['read']): Field<Value> => ({
  expected,
  isOptional: false,
  read,
});

/** A field that may be absent or null: both mean "not given". */
export const given = <Value>(one: Field<Value>): Field<Value | null | undefined> => ({
  ...one,
  isOptional: true,
  read: (value) => (value === null ? null : one.read(value)),
});

/** BigQuery, ClickHouse and PostgREST send numbers as plain decimal text; "1,047" and "12 %" are for a map to read. */
export const DECIMAL = /^-?\d+(\.\d+)?$/;

const readNumber = (value: unknown): number | undefined => {
  const number = typeof value === 'string' && DECIMAL.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
};

const numberField = (expected: Expectation, allows: (number: number) => boolean): Field<number> =>
  field(expected, (value) => {
    const number = readNumber(value);
    return number !== undefined && allows(number) ? number : undefined;
  });

const textField = (expected: Expectation, allows: (text: string) => boolean): Field<string> =>
  field(expected, (value) => (typeof value === 'string' && allows(value) ? value : undefined));

/** A whole number of 0 or more, at most 2^53 − 1. */
export const count = numberField('count', (n) => Number.isSafeInteger(n) && n >= 0);

/** A finite number of 0 or more, such as spend. */
export const amount = numberField('amount', (n) => n >= 0);

/** A finite number of either sign, such as value: a segment can lose money. */
export const quantity = numberField('number', () => true);

/** 0–1. */
export const rate = numberField('rate', (n) => n >= 0 && n <= 1);

/** A name: text that is not only white space. */
export const id = textField('id', (text) => text.trim() !== '');

export const text = textField('text', () => true);

let lastDay = '';

/** A calendar day, month or year as written. */
export const day = textField('day', (value) => {
  // Rows of one day mostly stand together.
  if (value === lastDay) return true;
  if (readDay(value) === null) return false;
  lastDay = value;
  return true;
});

/** True or false; databases without booleans have a map for that. */
export const flag = field<boolean>('flag', (value) => (typeof value === 'boolean' ? value : undefined));

/** A few values of one kind; one wrong item makes the list wrong. */
export const listOf = <Value>(item: Field<Value>): Field<readonly Value[]> => ({
  ...field('array', (value) => {
    const items: (Value | undefined)[] | undefined = Array.isArray(value) ? value.map(item.read) : undefined;
    return items?.includes(undefined) ? undefined : (items as Value[] | undefined);
  }),
  item,
});

/** An object of its own; the issues of its fields name them. */
export const part = <Shape extends Readonly<Record<string, Field<unknown>>>>(
  shape: Shape,
): Field<{readonly [Key in keyof Shape]: Shape[Key] extends Field<infer Value> ? Value : never}> => ({
  ...field<never>('object', () => undefined),
  shape,
});

/** One of a few words. */
export const oneOf = <Choice extends string>(...choices: readonly Choice[]): Field<Choice> => ({
  expected: choices.join(', '),
  choices,
  isOptional: false,
  read: (value) => choices.find((choice) => choice === value),
});

/** A share of certainty: more than 0, less than 1. */
export const level = numberField('level', (n) => n > 0 && n < 1);

/** A weight of 0 or more for each name. */
export const weights = field<Readonly<Record<string, number>>>('weights', (value) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const read = Object.entries(value).map(([name, weight]) => [name, amount.read(weight)] as const);
  return read.some(([, weight]) => weight === undefined)
    ? undefined
    : (Object.fromEntries(read) as Readonly<Record<string, number>>);
});
