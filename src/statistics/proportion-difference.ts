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
  const z = criticalValue(level);
  const [t, c] = [wilsonReach(treatment, z), wilsonReach(control, z)];
  const diff = treatment.count / treatment.n - control.count / control.n;
  return {
    diff,
    diffLow: lowOf(diff, t, c),
    diffHigh: highOf(diff, t, c),
    pValue: 2 * normalTail(touchingZ(treatment, control)),
  };
}

type Reach = ReturnType<typeof wilsonReach>;

const lowOf = (diff: number, t: Reach, c: Reach): number => Math.max(-1, diff - Math.sqrt(t.below ** 2 + c.above ** 2));
const highOf = (diff: number, t: Reach, c: Reach): number => Math.min(1, diff + Math.sqrt(t.above ** 2 + c.below ** 2));

/** The z at which the interval just touches 0: by its p, interval and p never disagree. Both groups have customers. */
export function touchingZ(treatment: Counts, control: Counts): number {
  const gap = treatment.count / treatment.n - control.count / control.n;
  const [higher, lower] = gap < 0 ? [control, treatment] : [treatment, control];
  const reaches = (z: number) => wilsonReach(higher, z).below ** 2 + wilsonReach(lower, z).above ** 2 >= gap * gap;
  if (gap === 0) return 0;
  let [low, high] = [0, 1];
  while (!reaches(high)) [low, high] = [high, high * 2];
  for (let z = (low + high) / 2; z > low && z < high; z = (low + high) / 2) {
    if (reaches(z)) high = z;
    else low = z;
  }
  return high;
}

/** Ratio of two rates minus 1 by MOVER-R on Wilson limits (Donner & Zou 2012); null if a group is empty. */
export function moverR(treatment: Counts, control: Counts, level = 0.95): ProportionLift | null {
  if (isEmpty(treatment, control)) return null;
  const {lift, liftLow, liftHigh} = rateLimits(treatment, control, criticalValue(level));
  return {lift, liftLow, liftHigh};
}

/** Limits of difference and lift at `z` standard errors, for two groups with customers. */
export function rateLimits(
  treatment: Counts,
  control: Counts,
  z: number,
): Omit<ProportionDifference, 'pValue'> & ProportionLift {
  const [t, c] = [wilsonReach(treatment, z), wilsonReach(control, z)];
  const [pT, pC] = [treatment.count / treatment.n, control.count / control.n];
  const diff = pT - pC;
  // √(a² − bc) of MOVER-R, multiplied out so that no digits cancel.
  const low = Math.sqrt((pT * c.above) ** 2 + t.below ** 2 * (pC - c.above) * (pC + c.above));
  const high = Math.sqrt((pT * c.below) ** 2 + t.above ** 2 * (pC - c.below) * (pC + c.below));
  // One literal: a band has thousands.
  return {
    diff,
    diffLow: lowOf(diff, t, c),
    diffHigh: highOf(diff, t, c),
    lift: pC === 0 ? null : diff / pC,
    // R − 1 in one fraction each: R itself would lose a small lift's digits.
    liftLow: pT === 0 ? -1 : (pT * diff - t.below ** 2 - low) / (pT * pC + low),
    liftHigh: pC === 0 ? Infinity : (pC * diff + c.below ** 2 + high) / ((pC - c.below) * (pC + c.below)),
  };
}
