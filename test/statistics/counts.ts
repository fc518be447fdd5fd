import type {Counts} from '../../src/statistics/proportion.js';
import fc from '../support/fast-check.js';

/** Any successes of any customers, from one to more than a double counts exactly in sums of two. */
export const anyCounts: fc.Arbitrary<Counts> = fc
  .oneof(fc.integer({min: 1, max: 60}), fc.integer({min: 1, max: 1e15}))
  .chain((n) => fc.record({count: fc.oneof(fc.integer({min: 0, max: n}), fc.constantFrom(0, n)), n: fc.constant(n)}));
