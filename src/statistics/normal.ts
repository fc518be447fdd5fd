// The standard normal distribution, to about 1e-13 relative in both tails: p-values of 1e-40 are printed, so a far
// tail must not become 0. Computed by the two expansions of Abramowitz & Stegun 26.2.11 and 26.2.14, which weigh less
// than the coefficients of a rational approximation.

const SQRT_2PI = Math.sqrt(2 * Math.PI);
const FAR = 3;
const FRACTION_DEPTH = 60;

/** Height of the density at `z`. */
export const normalDensity = (z: number): number => Math.exp((-z * z) / 2) / SQRT_2PI;

/** Upper tail divided by density (Mills ratio), for z ≥ 0. */
function millsRatio(z: number): number {
  if (z >= FAR) {
    let fraction = 0;
    for (let k = FRACTION_DEPTH; k > 0; k--) fraction = k / (z + fraction);
    return 1 / (z + fraction);
  }
  let sum = z;
  for (let term = z, k = 3; Math.abs(term) > 1e-17; k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return 0.5 / normalDensity(z) - sum;
}

/** Probability above `z`, right far out too: 7.6e-24 at 10. */
export const normalTail = (z: number): number => (z < 0 ? 1 - normalTail(-z) : normalDensity(z) * millsRatio(z));

/** Probability below `z`. */
export const normalCdf = (z: number): number => normalTail(-z);

/** The z below which probability `p` lies: −Infinity at 0, Infinity at 1, NaN outside 0–1. */
export function normalQuantile(p: number): number {
  if (p > 0.5) return -normalQuantile(1 - p);
  if (!(p > 0)) return p === 0 ? -Infinity : NaN;
  // Newton on the logarithm of the upper tail: it is concave, so steps from the right never overshoot.
  let z = Math.sqrt(-2 * Math.log(p));
  for (let step = 1; Math.abs(step) > 1e-9; z += step) {
    const ratio = millsRatio(z);
    step = (Math.log(ratio / SQRT_2PI) - (z * z) / 2 - Math.log(p)) * ratio;
  }
  return -z;
}

let last = {level: NaN, z: NaN};

/** The z for a two-sided `level` between 0 and 1: 1.96 for 0.95. */
export function criticalValue(level: number): number {
  // One drawing asks for the same level thousands of times.
  if (level !== last.level) last = {level, z: -normalQuantile((1 - level) / 2)};
  return last.z;
}
