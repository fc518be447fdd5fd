import type {StateRules} from '../reading.js';

/** Matomo says trouble with HTTP 200: `{"result": "error", "message": …}`. */
export const matomoStates: StateRules = {failed: {when: {result: 'error'}, message: 'message'}};
