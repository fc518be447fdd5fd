import type {BetaDistribution} from './beta.js';
import {criticalValue} from './normal.js';

/** A posterior's equal-tailed interval. */
export interface Credible {
  readonly low: number;
  readonly high: number;
}

const NEGLIGIBLE = 1e-11;
/** Nodes of the double exponential rule on an interval (Takahasi & Mori 1974) go this far and lie at most so far apart. */
const LAST_NODE = 3.2;
const [LEAST_STEP, WIDEST_STEP] = [1 / 64, 1 / 8];
const MOST_TURNS = 60;

const logOdds = (rate: number): number => Math.log(rate / (1 - rate));
const rateAt = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** Standard deviation of a rate, nearly. */
const spread = ({mean, width}: BetaDistribution): number => width * mean * (1 - mean);

/** Where on its side of the peak a hill has come down; beyond these odds every rate is 0 or 1. */
function foot({density, width, peak}: BetaDistribution, sign: 1 | -1): number {
  let v = sign * width;
  while (density(v) > NEGLIGIBLE && Math.abs(v + peak) < 60) v *= 1.25;
  return v;
}

/** The equal-tailed interval of the difference of two rates that are known apart from each other. To 1e-7 for a, b ≥ ½. */
export function credibleDifference(t: BetaDistribution, c: BetaDistribution, level: number): Credible {
  // Summed over the narrower of the two: there the other one is smooth.
  if (spread(t) > spread(c)) {
    const {low, high} = credibleDifference(c, t, level);
    return {low: -high, high: -low};
  }
  const [mean, reach] = [t.mean - c.mean, Math.hypot(spread(t), spread(c))];
  const ends = [foot(t, -1), foot(t, 1)] as const;
  /** Newton's way to where so much lies below, in a bracket that closes. */
  const quantile = (p: number, start: number): number => {
    let [low, high, d] = [-1, 1, Math.abs(start) < 1 ? start : mean];
    for (let turn = 0, step = Infinity; turn < MOST_TURNS && Math.abs(step) > 1e-6 * reach; turn += 1) {
      const {below, density} = massBelow(d, [t, c], ends);
      if (below > p) high = d;
      else low = d;
      const newton = (p - below) / density;
      const isSafe = d + newton > low && d + newton < high && Math.abs(newton) < Math.abs(step);
      step = isSafe ? newton : (low + high) / 2 - d;
      d += step;
    }
    return d;
  };
  const far = criticalValue(level) * reach;
  return {low: quantile((1 - level) / 2, mean - far), high: quantile((1 + level) / 2, mean + far)};
}

/** P(T − C < d) and its density: over T where T − d is a rate, for at its ends the distribution of C has a kink. */
function massBelow(
  d: number,
  [t, c]: readonly [BetaDistribution, BetaDistribution],
  [first, last]: readonly [number, number],
): {readonly below: number; readonly density: number} {
  const low = d > 0 ? Math.max(first, logOdds(d) - t.peak) : first;
  const high = d < 0 ? Math.min(last, logOdds(1 + d) - t.peak) : last;
  let [below, density] = [0, 0];
  /** What lies at one rate of T, with what of C is then above T − d. */
  const add = (weight: number, rate: number): void => {
    const v = logOdds(rate) - c.peak;
    if (rate <= 0) below += weight;
    else if (rate < 1) {
      below += weight * (1 - c.seenFrom(v).below);
      density += (weight * c.density(v)) / (rate * (1 - rate));
    }
  };
  // Where T is d there is no rate of C below, not even one that rounding makes.
  add(t.seenFrom(low).below, low > first ? 0 : rateAt(t.peak + low) - d);
  const step = Math.min(WIDEST_STEP, Math.max(LEAST_STEP, Math.min(1, t.width) / (last - first)));
  for (let s = -LAST_NODE; s <= LAST_NODE && high > low; s += step) {
    const fall = Math.exp(-Math.PI * Math.sinh(s));
    const v = low + (high - low) / (1 + fall);
    const weight = (t.density(v) * (high - low) * step * Math.PI * Math.cosh(s) * fall) / (1 + fall) ** 2;
    if (weight > NEGLIGIBLE) add(weight, rateAt(t.peak + v) - d);
  }
  return {below, density};
}
