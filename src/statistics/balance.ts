import {chiSquareTail} from './chi-square.js';

const LEAST_EXPECTED = 5;
const MISMATCH_BELOW = 0.001;

/** Customers in a group, and the weight it was planned to get; null when no split was planned. */
export interface PlannedGroup {
  readonly n: number;
  readonly planned: number | null;
}

/** Shares of all customers, observed and planned, 0 to 1. */
export interface GroupShare {
  readonly share: number | null;
  readonly plannedShare: number | null;
}

/** Whether customers were split between the groups as planned (sample-ratio check). */
export interface Balance {
  readonly status: 'not-checked' | 'too-few' | 'mismatch' | 'ok';
  /** null unless the split was tested. */
  readonly chiSquare: number | null;
  readonly df: number | null;
  readonly pValue: number | null;
  readonly groups: readonly GroupShare[];
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0);

/** Pearson's chi-square of the groups against their planned split, which is never assumed to be half and half. */
export function balance(groups: readonly PlannedGroup[]): Balance {
  const customers = total(groups.map(({n}) => n));
  const weights = total(groups.map(({planned}) => planned ?? NaN));
  const shares = groups.map(({n, planned}) => ({
    share: customers > 0 ? n / customers : null,
    plannedShare: weights > 0 ? planned! / weights : null,
  }));
  const untested = {chiSquare: null, df: null, pValue: null, groups: shares};
  if (!(weights > 0 && customers > 0)) return {status: 'not-checked', ...untested};
  if (groups.some(({n, planned}) => planned === 0 && n > 0)) return {status: 'mismatch', ...untested};
  const cells = groups
    .filter(({planned}) => planned !== 0)
    .map(({n, planned}) => ({n, expected: (customers * planned!) / weights}));
  if (cells.length < 2) return {status: 'not-checked', ...untested};
  if (cells.some(({expected}) => expected < LEAST_EXPECTED)) return {status: 'too-few', ...untested};
  const chiSquare = total(cells.map(({n, expected}) => ((n - expected) / expected) * (n - expected)));
  const df = cells.length - 1;
  const pValue = chiSquareTail(chiSquare, df);
  return {status: pValue < MISMATCH_BELOW ? 'mismatch' : 'ok', chiSquare, df, pValue, groups: shares};
}
