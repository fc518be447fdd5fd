import * as z from 'zod/mini';
import {readDay} from '../locale/calendar.js';
import type {Contract, Shape} from './contract.js';
import {DECIMAL, type Field} from './fields.js';

const decimalText = z.string().check(z.regex(DECIMAL));

/** A number, or plain decimal text of a number that passes the same checks. */
const number = (schema: z.ZodMiniType<number>) =>
  z.union([schema, decimalText.check(z.refine((text) => schema.safeParse(Number(text)).success))]);

const text = (pattern: RegExp) => z.string().check(z.regex(pattern));

/** The kinds of `fields.ts`, said a second time in Zod. */
const KINDS: Readonly<Record<string, z.ZodMiniType>> = {
  count: number(z.int().check(z.nonnegative())),
  amount: number(z.number().check(z.nonnegative())),
  number: number(z.number()),
  rate: number(z.number().check(z.gte(0), z.lte(1))),
  level: number(z.number().check(z.gt(0), z.lt(1))),
  flag: z.boolean(),
  weights: z.record(z.string(), number(z.number().check(z.nonnegative()))),
  id: text(/\S/),
  text: z.string(),
  day: text(/^\d{4}(-\d{2}(-\d{2})?)?$/).check(z.refine((value) => readDay(value) !== null)),
};

function schemaOf({expected, choices, item, shape, isOptional}: Field<unknown>): z.ZodMiniType {
  const made = (item && z.array(schemaOf(item))) ?? (shape && objectOf(shape));
  const one = choices ? z.enum([...choices]) : (made ?? KINDS[expected]);
  if (!one) throw new Error(`kind without a Zod schema: ${expected}`);
  return isOptional ? z.nullish(one) : one;
}

const objectOf = (shape: Shape) =>
  z.object(Object.fromEntries(Object.entries(shape).map(([key, one]) => [key, schemaOf(one)])));

/** A contract as Zod schema, for backends in TypeScript. Rules between fields are the chart's own and not in it. */
export function zodSchemaOf({fields, lists}: Pick<Contract<unknown>, 'fields' | 'lists'>): z.ZodMiniType {
  const arrays = Object.entries(lists).map(([name, shape]) => [name, z.nullish(z.array(objectOf(shape)))] as const);
  return z.extend(objectOf(fields), Object.fromEntries(arrays));
}

/** A contract as JSON Schema (draft 2020-12), for backends in any language. */
export const jsonSchemaOf = (contract: Pick<Contract<unknown>, 'fields' | 'lists'>): object =>
  z.toJSONSchema(zodSchemaOf(contract), {io: 'input'});
