import * as z from 'zod/mini';
import {readDay} from '../locale/calendar.js';
import type {Expectation} from '../locale/words.js';

/*
 * The kinds of value that contracts are made of. Each says what it takes as a function, since the parts of Zod that
 * would say it in other words weigh 2 kB, and as JSON Schema for backend teams. The message of each is its
 * `Expectation`: a code that every language words, never a sentence.
 */

/** A JSON Schema (draft 2020-12) of one value. */
export type JsonSchema = Readonly<Record<string, unknown>>;

interface Kind<Value> {
  /** An `Expectation`, or the choices themselves. */
  readonly expected: string;
  /** The value, converted where the contract allows it; undefined where it is none. */
  readonly read: (value: unknown) => Value | undefined;
  readonly json: JsonSchema;
  /** Whether the value may be left out. */
  readonly isOptional?: boolean;
}

/** A Zod schema of one value. */
export type Field<Value> = z.ZodMiniType<Value>;

const kinds = new WeakMap<object, Kind<unknown>>();

function field<Value>(kind: Kind<Value>): Field<Value> {
  const schema = z.unknown().check((payload) => {
    const value = kind.read(payload.value);
    if (value === undefined) payload.issues.push({code: 'custom', message: kind.expected, input: payload.value});
    else payload.value = value;
  }) as Field<Value>;
  kinds.set(schema, kind);
  return schema;
}

/** A field that may be absent or null: both mean "not given". */
export function given<Value>(schema: Field<Value>): Field<Value | null | undefined> {
  const {expected, read, json} = kinds.get(schema) as Kind<Value>;
  const orNull = (value: unknown): Value | null | undefined => (value === null ? null : read(value));
  const kind: Kind<Value | null> = {expected, read: orNull, json: {anyOf: [json, {type: 'null'}]}, isOptional: true};
  const optional = z.optional(field(kind));
  kinds.set(optional, kind);
  return optional;
}

/** Reads one item; undefined where anything in it is not what it should be. */
export type ItemReader = (item: unknown) => Readonly<Record<string, unknown>> | undefined;

/**
 * A reader of right items, ten times as fast as their schema, which only has to say what is wrong with the others;
 * undefined for a schema that is not an object of fields.
 */
export function itemReader(schema: z.ZodMiniType): ItemReader | undefined {
  if (!(schema instanceof z.ZodMiniObject)) return undefined;
  const shape = new Map(Object.entries(schema.def.shape).map(([key, part]) => [key, kinds.get(part)]));
  if ([...shape.values()].includes(undefined)) return undefined;
  const required = [...shape].flatMap(([key, kind]) => (kind?.isOptional ? [] : [key]));
  return (item) => {
    if (!isPlain(item)) return undefined;
    const read: Record<string, unknown> = {};
    // Rows use few of the keys they may have, so theirs are walked, not the schema's.
    for (const key of Object.keys(item)) {
      const kind = shape.get(key);
      const given = item[key];
      if (!kind || (given === undefined && kind.isOptional)) continue;
      const value = kind.read(given);
      if (value === undefined) return undefined;
      read[key] = value;
    }
    return required.every((key) => read[key] !== undefined) ? read : undefined;
  };
}

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** What a field takes, for the JSON Schema of the contract; undefined for what is no field. */
export const jsonSchemaOf = (schema: object): JsonSchema | undefined => kinds.get(schema)?.json;

/** BigQuery, ClickHouse and PostgREST send numbers as plain decimal text; "1,047" and "12 %" are for a map to read. */
const DECIMAL = /^-?\d+(\.\d+)?$/;
const decimalText = {type: 'string', pattern: DECIMAL.source};

const readNumber = (value: unknown): number | undefined => {
  const number = typeof value === 'string' && DECIMAL.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
};

const numberField = (expected: Expectation, allows: (number: number) => boolean, json: JsonSchema) =>
  field({
    expected,
    read: (value) => {
      const number = readNumber(value);
      return number !== undefined && allows(number) ? number : undefined;
    },
    json: {anyOf: [json, decimalText]},
  });

const textField = (expected: Expectation, allows: (text: string) => boolean, json: JsonSchema) =>
  field({
    expected,
    read: (value) => (typeof value === 'string' && allows(value) ? value : undefined),
    json: {type: 'string', ...json},
  });

/** A whole number of 0 or more, at most 2^53 − 1. */
export const count = numberField('count', (n) => Number.isSafeInteger(n) && n >= 0, {type: 'integer', minimum: 0});

/** A finite number of 0 or more, such as spend. */
export const amount = numberField('amount', (n) => n >= 0, {type: 'number', minimum: 0});

/** A finite number of either sign, such as value: a segment can lose money. */
export const quantity = numberField('number', () => true, {type: 'number'});

/** 0–1. */
export const rate = numberField('rate', (n) => n >= 0 && n <= 1, {type: 'number', minimum: 0, maximum: 1});

/** A name: text that is not only white space. */
export const id = textField('id', (text) => text.trim() !== '', {pattern: '\\S'});

export const text = textField('text', () => true, {});

/** A calendar day, month or year as written. */
export const day = textField('day', (value) => readDay(value) !== null, {pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$'});

/** One of a few words. */
export const oneOf = <Choice extends string>(...choices: readonly Choice[]): Field<Choice> =>
  field({
    expected: choices.join(', '),
    read: (value) => choices.find((choice) => choice === value),
    json: {enum: choices},
  });

/** A share of certainty: more than 0, less than 1. */
export const level = numberField('level', (n) => n > 0 && n < 1, {
  type: 'number',
  exclusiveMinimum: 0,
  exclusiveMaximum: 1,
});

/** true or false, never "yes" or 1. */
export const flag = field<boolean>({
  expected: 'flag',
  read: (value) => (typeof value === 'boolean' ? value : undefined),
  json: {type: 'boolean'},
});

/** A weight of 0 or more by name; NaN where a value is none, for the chart's rules to locate. */
export const weights = field<Readonly<Record<string, number>>>({
  expected: 'weights',
  read: (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const weightOf = (given: unknown) => ((number) => (number >= 0 ? number : NaN))(readNumber(given) ?? NaN);
    return Object.fromEntries(Object.entries(value).map(([name, given]) => [name, weightOf(given)]));
  },
  json: {type: 'object', additionalProperties: {type: 'number', minimum: 0}},
});
