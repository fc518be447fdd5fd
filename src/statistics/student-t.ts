import {normalQuantile} from './normal.js';

// Student's t for any real df ≥ 1, to about 1e-13 relative in both tails and up to 1e15 degrees of freedom, where it
// meets the normal. The same two expansions as there: Gauss's continued fraction far out, a series of positive terms
// near the middle (DLMF 15.7.5 and 8.17.8 with b = 1/2).

const FAR = 3;
const FRACTION_DEPTH = 60;
const STIRLING_FROM = 16;

/** Γ(a + ½) / Γ(a), without two gamma functions that would overflow or cancel. */
function gammaHalfStep(a: number): number {
  let shift = 1;
  let at = a;
  for (; at < STIRLING_FROM; at++) shift *= at / (at + 0.5);
  const s = 1 / (at * at);
  return shift * Math.sqrt(at) * Math.exp((-1 / 8 + s * (1 / 192 + s * (-1 / 640 + (s * 17) / 14336))) / at);
}

const density = (t: number, df: number): number =>
  (gammaHalfStep(df / 2) / Math.sqrt(Math.PI * df)) * Math.exp((-(df + 1) / 2) * Math.log1p((t * t) / df));

/** Upper tail, for t ≥ 0. */
function tail(t: number, df: number): number {
  const height = density(t, df);
  if (height === 0) return 0;
  if (t < FAR) return 0.5 - height * t * middle(t, df);
  let fraction = 1;
  for (let k = FRACTION_DEPTH; k > 0; k--) {
    fraction = 1 + ((k / t) * ((df + k - 1) / (df + 2 * k - 2)) * (df / (df + 2 * k))) / t / fraction;
  }
  return (height * (1 / t + t / df)) / fraction;
}

function middle(t: number, df: number): number {
  const share = (t * t) / (df + t * t);
  let sum = 1;
  for (let term = 1, k = 1; term > 1e-17; k += 2) {
    term *= ((df + k) / (k + 2)) * share;
    sum += term;
  }
  return sum;
}

/** Probability above `t` with `df` degrees of freedom. */
export const studentTail = (t: number, df: number): number => (t < 0 ? 1 - tail(-t, df) : tail(t, df));

/** The t for a two-sided `level` between 0 and 1: 2.10 for 0.95 and df 18. */
export function studentCritical(level: number, df: number): number {
  const p = (1 - level) / 2;
  // Newton for log tail over log t, which is concave: after one step it approaches from above.
  let t = -normalQuantile(p);
  for (let step = 1; Math.abs(step) > 1e-9; t *= Math.exp(step)) {
    const above = tail(t, df);
    step = (Math.log(above / p) * above) / (t * density(t, df));
  }
  return t;
}
