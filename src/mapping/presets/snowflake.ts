import type {Preset} from '../reading.js';

/** Snowflake SQL API (`/api/v2/statements`). */
export const preset: Preset = {
  map: {columns: 'resultSetMetaData/rowType/{#}/name', field: 'data/{i}/#'},
  states: {
    loading: {when: {code: ['333333', '333334']}},
    failed: {when: {code: {not: '090001'}, message: '*', data: null}},
    partial: {when: {'resultSetMetaData/partitionInfo/1': '*'}},
  },
  notes:
    'Every value is text, a DATE is days since 1970: declare dates "days". Column names are upper case unless quoted. Further partitions are fetched one by one.',
};
