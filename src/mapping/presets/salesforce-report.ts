import type {Preset} from '../reading.js';

/** Salesforce Reports REST API, matrix report. */
export const preset: Preset = {
  map: {
    row: 'groupingsDown/groupings/{r}/label',
    column: 'groupingsAcross/groupings/{c}/label',
    customers: 'factMap/{r}!{c}/aggregates/0/value',
  },
  states: {failed: {when: {'0/errorCode': '*'}, message: '0/message'}, partial: {when: {allData: false}}},
  notes:
    'Cells are addressed as "down!across"; T is a total and is left out. Aggregates are in the order of reportMetadata.aggregates: the second is "factMap/{r}!{c}/aggregates/1/value".',
};
