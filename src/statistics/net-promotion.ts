import {criticalValue} from './normal.js';

/** Customers up minus customers down as a share of all, −1 to 1, with its interval. */
export interface NetPromotion {
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Net promotion of `n` customers of whom `up` climbed and `down` slipped (up + down ≤ n), with the adjusted Wald
 * interval of Bonett & Price (2012) cut at ±1; null for nobody (n = 0).
 */
export function netPromotion(
  {up, down, n}: {readonly up: number; readonly down: number; readonly n: number},
  level = 0.95,
): NetPromotion | null {
  if (n === 0) return null;
  const [climbed, slipped] = [(up + 1) / (n + 2), (down + 1) / (n + 2)];
  const centre = climbed - slipped;
  // The same as climbed + slipped − centre², without subtracting nearly equal numbers.
  const variance =
    (climbed * ((n - up + 1) / (n + 2)) + slipped * ((n - down + 1) / (n + 2)) + 2 * climbed * slipped) / (n + 2);
  const reach = criticalValue(level) * Math.sqrt(variance);
  return {rate: (up - down) / n, low: Math.max(-1, centre - reach), high: Math.min(1, centre + reach)};
}
