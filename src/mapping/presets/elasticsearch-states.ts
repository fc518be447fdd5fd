import type {StateRules} from '../reading.js';

/** A search may time out or lose shards and still answer. */
export const elasticsearchStates: StateRules = {
  loading: {when: {is_running: true}},
  failed: {when: {error: '*'}, message: 'error/reason error/root_cause/0/reason error'},
  partial: [{when: {timed_out: true}}, {when: {'_shards/failed': {not: 0}}}],
};
