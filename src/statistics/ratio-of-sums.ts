import type {Sample} from './mean-difference.js';

/** Sums over one row per customer of a numerator and a denominator, such as order value and orders. */
export interface RatioSums {
  readonly n: number;
  readonly sumNum: number;
  readonly sumDen: number;
  readonly sumNumSq: number;
  readonly sumDenSq: number;
  readonly sumNumDen: number;
}

/**
 * The ratio of two sums as a sample for `welch`, its variance by the delta method (Deng, Knoblich & Lu 2018); null when
 * the denominators sum to 0. A group of one has no variance.
 */
export function ratioOfSums({n, sumNum, sumDen, sumNumSq, sumDenSq, sumNumDen}: RatioSums): Sample | null {
  if (sumDen === 0) return null;
  const mean = sumNum / sumDen;
  // (n − 1)(s²num − 2r·snumden + r²·s²den): the parts with the means cancel, because r is their ratio.
  const squares = sumNumSq - 2 * mean * sumNumDen + mean * mean * sumDenSq;
  const perCustomer = sumDen / n;
  return {n, mean, variance: n < 2 ? null : Math.max(0, squares) / (n - 1) / perCustomer ** 2};
}
