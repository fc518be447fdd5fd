import {criticalValue, normalTail} from './normal.js';
import {type Counts, wilsonReach} from './proportion.js';

/** Treatment minus control in rate points, −1 to 1. `pValue` is below 1 − level exactly when the interval excludes 0. */
export interface ProportionDifference {
  readonly diff: number;
  readonly diffLow: number;
  readonly diffHigh: number;
  readonly pValue: number;
}

/** Treatment over control minus 1: 0.1 is 10 % more. */
export interface ProportionLift {
  /** null when the control's rate is 0. */
  readonly lift: number | null;
  readonly liftLow: number;
  /** Infinity when nothing bounds the lift, as for a control rate of 0; never null. */
  readonly liftHigh: number;
}

const isEmpty = (...groups: Counts[]) => groups.some(({n}) => n === 0);

/** Difference of two rates by Newcombe's hybrid score interval (1998, method 10); null if a group is empty. */
export function newcombe(treatment: Counts, control: Counts, level = 0.95): ProportionDifference | null {
  if (isEmpty(treatment, control)) return null;
  const limits = newcombeLimits(treatment, control, criticalValue(level));
  const {diff} = limits;
  return {...limits, pValue: diff < 0 ? touchingP(control, treatment, -diff) : touchingP(treatment, control, diff)};
}

/** Newcombe's limits at `z` standard errors, for two groups with customers. */
function newcombeLimits(treatment: Counts, control: Counts, z: number): Omit<ProportionDifference, 'pValue'> {
  const [t, c] = [wilsonReach(treatment, z), wilsonReach(control, z)];
  const diff = treatment.count / treatment.n - control.count / control.n;
  return {
    diff,
    diffLow: Math.max(-1, diff - Math.hypot(t.below, c.above)),
    diffHigh: Math.min(1, diff + Math.hypot(t.above, c.below)),
  };
}

/** The two-sided p at which the interval just touches 0, so that interval and p never disagree. */
function touchingP(higher: Counts, lower: Counts, gap: number): number {
  const reaches = (z: number) => wilsonReach(higher, z).below ** 2 + wilsonReach(lower, z).above ** 2 >= gap * gap;
  if (gap === 0) return 1;
  let [low, high] = [0, 1];
  while (!reaches(high)) [low, high] = [high, high * 2];
  for (let z = (low + high) / 2; z > low && z < high; z = (low + high) / 2) {
    if (reaches(z)) high = z;
    else low = z;
  }
  return 2 * normalTail(high);
}

/** Ratio of two rates minus 1 by MOVER-R on Wilson limits (Donner & Zou 2012); null if a group is empty. */
export const moverR = (treatment: Counts, control: Counts, level = 0.95): ProportionLift | null =>
  isEmpty(treatment, control) ? null : moverRLimits(treatment, control, criticalValue(level));

/** MOVER-R limits at `z` standard errors, for two groups with customers. */
function moverRLimits(treatment: Counts, control: Counts, z: number): ProportionLift {
  const [t, c] = [wilsonReach(treatment, z), wilsonReach(control, z)];
  const [pT, pC] = [treatment.count / treatment.n, control.count / control.n];
  const diff = pT - pC;
  const low = root([pT, t.below], [pC, c.above]);
  const high = root([pT, t.above], [pC, c.below]);
  // R − 1 in one fraction each: R itself would lose a small lift's digits.
  return {
    lift: pC === 0 ? null : diff / pC,
    liftLow: pT === 0 ? -1 : (pT * diff - t.below ** 2 - low) / (pT * pC + low),
    liftHigh: pC === 0 ? Infinity : (pC * diff + c.below ** 2 + high) / ((pC - c.below) * (pC + c.below)),
  };
}

/** √(a² − bc) of MOVER-R, multiplied out so that no digits cancel. */
const root = ([pT, reachT]: [number, number], [pC, reachC]: [number, number]) =>
  Math.sqrt((pT * reachC) ** 2 + reachT ** 2 * (pC - reachC) * (pC + reachC));

/** Limits of difference and lift at `z` standard errors, for two groups with customers. */
export function rateLimits(
  treatment: Counts,
  control: Counts,
  z: number,
): Omit<ProportionDifference, 'pValue'> & ProportionLift {
  const {diff, diffLow, diffHigh} = newcombeLimits(treatment, control, z);
  const {lift, liftLow, liftHigh} = moverRLimits(treatment, control, z);
  // One literal: a band has thousands.
  return {diff, diffLow, diffHigh, lift, liftLow, liftHigh};
}
