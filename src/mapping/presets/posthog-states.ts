import type {StateRules} from '../reading.js';

/** PostHog computes in the background: `query_status` says how far it is. */
export const posthogStates: StateRules = {
  loading: {when: {'query_status/complete': false, results: null, result: null}},
  failed: [
    {when: {'query_status/error': true}, message: 'query_status/error_message'},
    {when: {type: ['server_error', 'validation_error', 'authentication_error'], detail: '*'}, message: 'detail'},
  ],
};
