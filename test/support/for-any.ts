import fc from 'fast-check';
import {perTier, type Tier} from './tier.js';

// The reason of a failure stands in its message: the runner shows no causes. Seed and path are there too, for a replay.
fc.configureGlobal({includeErrorInReport: true});

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
