import {normalTail} from './normal.js';

/**
 * Probability above `x` ≥ 0 of chi-square with a whole number `df` ≥ 1 of degrees of freedom. For whole df the tail is a
 * finite sum of positive terms (Abramowitz & Stegun 26.4.4–5), added by their logarithms so that none underflows early.
 */
export function chiSquareTail(x: number, df: number): number {
  const odd = df % 2;
  let logTerm = odd ? Math.log((2 * x) / Math.PI) / 2 - x / 2 : -x / 2;
  let sum = odd ? 2 * normalTail(Math.sqrt(x)) : 0;
  for (let k = odd; k < df; k += 2) {
    if (k > 1) logTerm += Math.log(x / k);
    sum += Math.exp(logTerm);
  }
  return Math.min(1, sum);
}
