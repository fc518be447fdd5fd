import {expect} from 'chai';
import {charts} from '../../src/static.js';
import {toJsonSchema} from '../../src/validation/json-schema.js';

interface JsonSchema {
  readonly type?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly minimum?: number;
}
const schemaOf = (name: string) => toJsonSchema(charts.find((chart) => chart.name === name)!.contract) as JsonSchema;

describe('the JSON Schema for backend teams', () => {
  for (const chart of charts)
    it(`names every field of ${chart.name}`, () => {
      const {fields, lists} = chart.contract;
      expect(Object.keys(toJsonSchema(chart.contract)['properties'] as object)).to.have.members([
        ...Object.keys(fields),
        ...Object.keys(lists),
      ]);
    });

  it('says which fields of a row must be there', () => {
    const {properties} = schemaOf('loyalty-ladder');
    expect(properties?.['rows']?.items?.required).to.deep.equal(['rung']);
    expect(properties?.['moves']?.items?.required).to.deep.equal(['count']);
  });

  it('says what a field takes', () => {
    const counts = schemaOf('loyalty-ladder').properties?.['moves']?.items?.properties?.['count']?.anyOf;
    expect(counts?.[0]).to.deep.equal({type: 'integer', minimum: 0});
    expect(counts?.[1]).to.include({type: 'string'});
  });
});
