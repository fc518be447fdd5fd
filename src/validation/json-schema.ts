import * as z from 'zod/mini';
import type {Contract} from './contract.js';
import {jsonSchemaOf, type JsonSchema} from './fields.js';

/**
 * The JSON Schema (draft 2020-12) of a contract, for backend teams: the same definitions that the elements read by. Rules
 * between fields have no place in JSON Schema and stay in the docs.
 */
export function toJsonSchema({fields, lists}: Pick<Contract<unknown>, 'fields' | 'lists'>): JsonSchema {
  const arrays = Object.fromEntries(Object.entries(lists).map(([name, item]) => [name, z.optional(z.array(item))]));
  return z.toJSONSchema(z.object({...fields, ...arrays}), {
    io: 'input',
    unrepresentable: 'any',
    override: ({zodSchema, jsonSchema}) => {
      Object.assign(jsonSchema, jsonSchemaOf(zodSchema));
    },
  });
}
