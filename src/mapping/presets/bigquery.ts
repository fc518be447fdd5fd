import type {Preset} from '../reading.js';

/** BigQuery `jobs.query` and `jobs.getQueryResults`. */
export const preset: Preset = {
  map: {columns: 'schema/fields/{#}/name', field: 'rows/{i}/f/#/v'},
  states: {loading: {when: {jobComplete: false}}, partial: {when: {pageToken: '*'}}},
  notes: 'Every value is text. A TIMESTAMP is seconds since 1970: declare dates "seconds", or select a DATE.',
};
