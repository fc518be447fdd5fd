import type {Preset} from '../reading.js';

/** OData v2 (SAP Gateway): `d.results`. */
export const preset: Preset = {
  map: {field: 'd/results/{i}/#'},
  states: {
    failed: {when: {error: '*'}, message: 'error/message/value error/message'},
    partial: {when: {'d/__next': '*'}},
  },
  notes: 'Dates are /Date(1767225600000)/, Int64 and Decimal are text.',
};
