import {criticalValue} from './normal.js';
import {wilson} from './proportion.js';

/** One age: customers still active at the age before, in cohorts seen through this one, and how many stayed. */
export interface SurvivalStep {
  readonly n: number;
  readonly kept: number;
}

/** Share still active at an age, 0 to 1, with its interval. */
export interface SurvivalPoint {
  /** Customers at risk in this step. */
  readonly n: number;
  readonly rate: number;
  readonly se: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The Kaplan–Meier (1958) curve at ages 1, 2, …, with limits on the log-log scale; where the share is exactly 1 or 0,
 * Wilson's for the number at risk. It stops before the first age with nobody at risk.
 */
export function kaplanMeier(steps: readonly SurvivalStep[], level = 0.95): SurvivalPoint[] {
  const points: SurvivalPoint[] = [];
  let [rate, greenwood] = [1, 0];
  for (const {n, kept} of steps) {
    if (!(n > 0)) break;
    rate *= kept / n;
    greenwood += kept > 0 ? (n - kept) / n / kept : 0;
    points.push({n, rate, se: rate * Math.sqrt(greenwood), ...limits(rate, {n, greenwood, level})});
  }
  return points;
}

function limits(
  rate: number,
  {n, greenwood, level}: {readonly n: number; readonly greenwood: number; readonly level: number},
): {readonly low: number; readonly high: number} {
  if (rate === 0 || rate === 1) {
    const {low, high} = wilson(rate * n, n, level)!;
    return {low, high};
  }
  const logRate = Math.log(rate);
  const reach = (criticalValue(level) * Math.sqrt(greenwood)) / logRate;
  return {low: Math.exp(logRate * Math.exp(-reach)), high: Math.exp(logRate * Math.exp(reach))};
}

/** First age at which half or fewer are still active; null when that was not seen. */
export function medianAge(points: readonly SurvivalPoint[]): number | null {
  const at = points.findIndex(({rate}) => rate <= 0.5);
  return at < 0 ? null : at + 1;
}
