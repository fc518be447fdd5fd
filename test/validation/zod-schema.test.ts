import {expect} from 'chai';
import {charts} from '../../src/static.js';
import type {Shape} from '../../src/validation/contract.js';
import {jsonSchemaOf, zodSchemaOf} from '../../src/validation/zod-schema.js';
import {loyaltyLadder} from '../../src/charts/loyalty-ladder/definition.js';
import {contract} from '../../src/charts/loyalty-ladder/schema.js';
import fc from '../support/fast-check.js';

interface JsonSchema {
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
}
const itemsOf = (list: string): JsonSchema | undefined =>
  (jsonSchemaOf(loyaltyLadder.contract) as JsonSchema).properties?.[list]?.anyOf?.[0]?.items;

describe('the JSON Schema for backend teams', () => {
  for (const chart of charts)
    it(`names every field of ${chart.name}`, () => {
      const {fields, lists} = chart.contract;
      const {properties = {}} = jsonSchemaOf(chart.contract) as JsonSchema;
      expect(Object.keys(properties)).to.have.members([...Object.keys(fields), ...Object.keys(lists)]);
    });

  it('says which fields of a row must be there', () => {
    expect(itemsOf('rows')?.required).to.deep.equal(['rung']);
    expect(itemsOf('moves')?.required).to.deep.equal(['count']);
  });

  it('says what a field takes', () => {
    const [whole, decimal] = itemsOf('moves')?.properties?.['count']?.anyOf ?? [];
    expect(whole).to.include({type: 'integer', minimum: 0});
    expect(decimal).to.include({type: 'string'});
  });
});

/** Values that are right for some field, and values that are right for none. */
const anyValue = fc.oneof(
  fc.constantFrom<unknown>(
    0,
    1,
    12.5,
    -3,
    1e308,
    2 ** 53,
    '12',
    '-1',
    '1.5',
    '1,000',
    '',
    ' ',
    'a',
    null,
    true,
    [],
    {},
  ),
  fc.constantFrom<unknown>('at', 'reached', '2026-10-31', '2026-02-30', '2026', undefined, Number.NaN, Infinity),
  fc.string(),
  fc.double(),
);
const anyItem = (shape: Shape) =>
  fc.record(Object.fromEntries(Object.keys(shape).map((key) => [key, anyValue])), {requiredKeys: []});

describe('the contract in Zod', () => {
  it('takes exactly what the elements take', () => {
    const schema = zodSchemaOf(contract);
    const {fields, lists} = contract;
    const anyList = (shape: Shape) => fc.array(anyItem(shape), {maxLength: 2});
    const anyLists = fc.record(
      Object.fromEntries(Object.entries(lists).map(([name, shape]) => [name, anyList(shape)])),
    );
    fc.assert(
      fc.property(anyItem(fields), anyLists, (loose, listed) => {
        const json = {...loose, ...listed};
        expect(schema.safeParse(json).success).to.equal(contract.parse(json).issues.length === 0);
      }),
      {numRuns: 2000},
    );
  });
});
