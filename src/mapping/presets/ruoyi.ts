import type {Preset} from '../reading.js';

/** RuoYi list (`TableDataInfo`): `rows`, `code`, `msg`. */
export const preset: Preset = {
  map: {field: 'rows/{i}/#'},
  states: {failed: {when: {code: {not: 200}}, message: 'msg'}},
  notes: 'Errors come with HTTP 200 and another code. 2.66万 is 26,600.',
};
