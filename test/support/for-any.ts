import fc from 'fast-check';
import {perTier, type Tier} from './tier.js';

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

/** Any text a program can hold, half characters included; far quicker than the library's own texts of any character. */
export const anyText = ({
  least = 0,
  most = 12,
}: {readonly least?: number; readonly most?: number} = {}): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(fc.integer({min: 0, max: 0xff}), fc.integer({min: 0, max: 0xffff})), {
      minLength: least,
      maxLength: most,
      size: 'max',
    })
    .map((codes) => String.fromCharCode(...codes));

const USUAL: Readonly<Record<Tier, number>> = {fast: 200, gate: 2_000, deep: 10_000};

/** Asserts that a check holds for anything an arbitrary gives, as often as the tier of this run asks. */
export const forAny = <Value>(
  values: fc.Arbitrary<Value>,
  check: (value: Value) => void,
  runs: Readonly<Record<Tier, number>> = USUAL,
): void => {
  const property = fc.property(values, (value) => {
    // What an assertion returns is no verdict.
    check(value);
  });
  fc.assert(property, {numRuns: perTier(runs)});
};
