import fc from './fast-check.js';
import {perTier, type Tier} from './tier.js';

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
