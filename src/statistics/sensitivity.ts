import {criticalValue, normalQuantile} from './normal.js';

/** How sure a planned test shall be: two-sided level and power, 0 to 1. */
export interface TestPlan {
  readonly level?: number;
  readonly power?: number;
}

/**
 * The smallest difference that groups of these sizes would find with the given power (0.8). `variance` between
 * customers is p(1 − p) of the control for a rate, sd² for a mean; null when it is 0 or a group is empty.
 */
export function minimumDetectable(
  variance: number,
  [treatmentN, controlN]: readonly [number, number],
  {level = 0.95, power = 0.8}: TestPlan = {},
): number | null {
  if (!(variance > 0 && treatmentN > 0 && controlN > 0)) return null;
  return (criticalValue(level) + normalQuantile(power)) * Math.sqrt(variance / treatmentN + variance / controlN);
}

/** Customers needed in each of two groups to tell the rates apart (R's power.prop.test); null for equal rates. */
export function customersPerGroup(
  one: number,
  other: number,
  {level = 0.95, power = 0.8}: TestPlan = {},
): number | null {
  if (one === other) return null;
  const middle = (one + other) / 2;
  const alike = criticalValue(level) * Math.sqrt(2 * middle * (1 - middle));
  const apart = normalQuantile(power) * Math.sqrt(one * (1 - one) + other * (1 - other));
  return ((alike + apart) / (one - other)) ** 2;
}
