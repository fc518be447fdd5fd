/** A rate known after some successes and failures: its Beta(a, b) distribution, a, b > 0, on the scale of log odds. */
export interface BetaDistribution {
  readonly mean: number;
  /** The log odds where its density over log odds is highest; positions `v` below are distances from here. */
  readonly peak: number;
  /** Standard deviation of the normal with the same curvature at the peak. */
  readonly width: number;
  /** Density over log odds at `v`. */
  readonly density: (v: number) => number;
  /** The distribution X seen from the rate x at `v`. */
  readonly seenFrom: (v: number) => SeenFrom;
  /** The rate below which probability `p` lies, 0 < p < 1. */
  readonly quantile: (p: number) => number;
}

interface Beta {
  readonly a: number;
  readonly b: number;
}

interface SeenFrom {
  /** P(X < x). */
  readonly below: number;
  /** E[max(x − X, 0)]. */
  readonly shortfall: number;
  /** E[max(X − x, 0)]. */
  readonly excess: number;
}

// On the scale of log odds the density is a smooth single hill for every a and b, so plain sums with exponentially
// small error serve from no data to 1e15 customers, where gamma functions and continued fractions cancel or stall.
// For the same reason masses are divided by their own total.

const FIRST_NODE = -3.6;
const NODE_STEP = 1 / 12;
const NEGLIGIBLE = 1e-17;

/** ln(1 + e) − e without cancellation near 0; `log` is ln(1 + e). */
function logMinus(e: number, log: number): number {
  if (Math.abs(e) > 0.3) return log - e;
  const r = e / (2 + e);
  let sum = 0;
  for (let term = r, k = 3; Math.abs(term) > 1e-18; k += 2) {
    term *= r * r;
    sum += term / k;
  }
  return 2 * sum - r * e;
}

/** The density over log odds at distance `v` from its peak, where it is 1. */
function hill({a, b}: Beta, v: number): number {
  if (v > 0) return hill({a: b, b: a}, -v);
  const p = a / (a + b);
  const q = b / (a + b);
  const scale = q + p * Math.exp(v);
  const logScale = Math.log(scale);
  const fall = Math.expm1(v) / scale;
  return Math.exp(a * logMinus(q * fall, v - logScale) + b * logMinus(-p * fall, -logScale));
}

const oddsAt = ({a, b}: Beta, v: number): number => (a / b) * Math.exp(v);
const rateAt = (beta: Beta, v: number): number => 1 / (1 + 1 / oddsAt(beta, v));
const widthOf = ({a, b}: Beta): number => Math.sqrt(1 / a + 1 / b);

/** Unscaled mass and shortfall below a point at or under the peak. */
function lowerTail(beta: Beta, v: number): {readonly mass: number; readonly shortfall: number} {
  const odds = oddsAt(beta, v);
  const rate = rateAt(beta, v);
  const slope = beta.a - (beta.a + beta.b) * rate;
  const reach = 1 / (slope + Math.min(beta.a, 1 / widthOf(beta)));
  let [mass, shortfall] = [0, 0];
  // Double exponential nodes for a half line (Takahasi & Mori 1974): weights rise until s is about 0, then fall.
  for (let s = FIRST_NODE, weight = 1; s < 0 || weight > NEGLIGIBLE * mass; s += NODE_STEP) {
    const u = reach * Math.exp(s - Math.exp(-s));
    weight = hill(beta, v - u) * u * (1 + Math.exp(-s)) * NODE_STEP;
    mass += weight;
    shortfall -= (weight * rate * Math.expm1(-u)) / (1 + odds * Math.exp(-u));
  }
  return {mass, shortfall};
}

/** The position with mass `p` below it, at or under the peak. */
function lowerQuantile(beta: Beta, p: number, total: number): number {
  const width = widthOf(beta);
  let v = 0;
  // Newton on the logarithm of the mass, which is concave: from the peak a step may only be too long.
  for (let step = -width; Math.abs(step) > 1e-9 * width; v += step) {
    const {mass} = lowerTail(beta, v);
    step = Math.max(-width, (Math.log((p * total) / mass) * mass) / hill(beta, v));
  }
  return v;
}

/** The distribution of a rate: Beta(1 + successes, 1 + failures) after a flat prior. To 1e-10 for a, b ≥ ½. */
export function betaDistribution(a: number, b: number): BetaDistribution {
  const beta = {a, b};
  const mirrored = {a: b, b: a};
  const mean = a / (a + b);
  const lower = lowerTail(beta, 0).mass;
  const total = lower + lowerTail(mirrored, 0).mass;
  return {
    mean,
    peak: Math.log(a / b),
    width: widthOf(beta),
    density: (v) => hill(beta, v) / total,
    seenFrom(v) {
      const tail = v > 0 ? lowerTail(mirrored, -v) : lowerTail(beta, v);
      const [near, beyond] = [tail.shortfall / total, tail.mass / total];
      const far = near + Math.abs(rateAt(beta, v) - mean);
      if (v > 0) return {below: 1 - beyond, shortfall: far, excess: near};
      return {below: beyond, shortfall: near, excess: far};
    },
    quantile: (p) =>
      rateAt(beta, p * total > lower ? -lowerQuantile(mirrored, 1 - p, total) : lowerQuantile(beta, p, total)),
  };
}
