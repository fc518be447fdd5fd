import {criticalValue} from './normal.js';

/** `count` of `n` customers; 0 ≤ count ≤ n. */
export interface Counts {
  readonly count: number;
  readonly n: number;
}

/** A share of customers, 0 to 1, with the interval that contains it. */
export interface Proportion extends Counts {
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

/**
 * How far the Wilson limits lie below and above the rate. Taken as distances, because limits near 0, near 1 or of
 * 1e15 customers differ from the rate by less than a subtraction could keep.
 */
export function wilsonReach({count, n}: Counts, z: number): {readonly below: number; readonly above: number} {
  const spread = (z * z) / n;
  const variance = (spread * (count * (n - count))) / n / n;
  const skew = ((n - 2 * count) * spread) / n / 2;
  const toMiddle = Math.sqrt(variance + (spread * spread) / 4) + Math.abs(skew);
  const toEdge = variance / toMiddle;
  const towards = toMiddle / (1 + spread);
  return skew > 0 ? {below: toEdge, above: towards} : {below: towards, above: toEdge};
}

/** The share `count / n` with its Wilson interval (Wilson 1927; Newcombe 1998); null for nobody (n = 0). */
export function wilson(count: number, n: number, level = 0.95): Proportion | null {
  if (n === 0) return null;
  const rate = count / n;
  const {below, above} = wilsonReach({count, n}, criticalValue(level));
  return {count, n, rate, low: Math.max(0, rate - below), high: Math.min(1, rate + above)};
}
