/*
 * fast-check as every test uses it, so that chance enters the tests here alone.
 */
import fc from 'fast-check';
import {perTier} from './tier.js';

// On every change the same draws, so that a red run speaks of the change; the larger tiers draw anew and print their seed.
fc.configureGlobal(perTier<fc.GlobalParameters>({fast: {seed: 20_261_122}, gate: {}, deep: {}}));

// The reason of a failure stands in its message: the runner shows no causes. Seed and path are there too, for a replay.
// The library's own way of it takes the reason from the stack, where only Chromium writes it.
const tellReason: fc.Plugin<unknown> = () => ({
  onAllRunsComplete(details) {
    if (details.failed) throw new Error(`${fc.defaultReportMessage(details)}\n${reasonOf(details.errorInstance)}`);
  },
});
fc.installGlobalPlugin(tellReason);

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const {message, stack = ''} = error;
  return stack.includes(message) ? stack : `${message}\n${stack}`;
}

export default fc;
