import type {Preset} from '../reading.js';

/** Hasura and GraphQL: a list of records under one field of `data`. */
export const preset: Preset = {
  map: {field: 'data/{query}/{i}/#'},
  states: {failed: {when: {'errors/0': '*'}, message: 'errors/0/message'}},
  notes:
    'Errors come with HTTP 200. bigint and numeric may be text. Name the columns by an alias, or map nested ones: "data/q/{i}/a/b".',
};
