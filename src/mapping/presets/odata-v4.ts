import type {Preset} from '../reading.js';

/** OData v4 (Dynamics 365, SharePoint, SAP): `value`. */
export const preset: Preset = {
  map: {field: 'value/{i}/#'},
  states: {failed: {when: {error: '*'}, message: 'error/message'}, partial: {when: {'@odata.nextLink': '*'}}},
  notes: 'With IEEE754Compatible=true, Int64 and Decimal are text.',
};
