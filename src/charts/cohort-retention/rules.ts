import {MAX_ISSUES, type Parsed} from '../../validation/contract.js';
import type {DataIssue} from '../../validation/data-issue.js';
import {type CohortGrid, type LaidOut, layOut} from './grid.js';
import {datingOf} from './periods.js';
import {contract, type CohortRetentionData, type Mode} from './schema.js';

/** Data that hold against the rules, laid out as cohort × age. */
export interface CohortTables extends Omit<CohortRetentionData, 'rows' | 'mode'>, LaidOut {
  readonly mode: Mode;
}

/** What the page says of the data; it wins over what they say themselves. */
interface Asked {
  readonly mode: Mode | '';
  readonly mean: string;
}

/**
 * Reads cohorts and holds them against the rules that no single field can break. What leaves open which value is meant is
 * refused; a single wrong value is left out, and named.
 */
export function parseCohortRetention(json: unknown, asked: Asked): Parsed<CohortTables> {
  const parsed = contract.parse(json);
  if (parsed.value === null) return {value: null, issues: parsed.issues};
  const {rows, ...rest}: CohortRetentionData = parsed.value;
  const laidOut = layOut({rows, ...rest});
  const refused = [...mixedUnits(rows), ...contradictions(rows, laidOut)];
  if (refused.length) return {value: null, issues: refused.slice(0, MAX_ISSUES)};
  const mode = asked.mode || (rest.mode ?? 'bounded');
  const left = laidOut.grids.flatMap((grid) => [...leaveOutExcess(grid), ...leaveOutRises(grid, mode)]);
  const unsized = asked.mean === 'simple' ? [] : laidOut.grids.flatMap(missingSizes);
  return {value: {...rest, ...laidOut, mode}, issues: [...left, ...unsized].slice(0, MAX_ISSUES)};
}

/** Days beside months, or dates beside names, cannot be put in one order. */
function mixedUnits(rows: CohortRetentionData['rows']): DataIssue[] {
  const issues: DataIssue[] = [];
  const [first] = rows;
  if (!first) return issues;
  const expected = datingOf(first.cohort);
  let last = first.cohort;
  rows.forEach(({cohort}, index) => {
    if (cohort === last) return;
    last = cohort;
    if (datingOf(cohort) !== expected)
      issues.push({path: `rows.${index}.cohort`, code: 'mixed_units', expected: first.cohort, got: cohort});
  });
  return issues;
}

const contradictions = (rows: CohortRetentionData['rows'], {repeated, resized}: LaidOut): DataIssue[] => [
  ...repeated.map((place): DataIssue => {
    const {cohort, period} = rows[place]!;
    return {path: `rows.${place}`, code: 'duplicate', got: `${cohort}, ${period}`};
  }),
  ...resized.map((place): DataIssue => {
    const {cohort, size} = rows[place]!;
    return {path: `rows.${place}.size`, code: 'size_contradicts', expected: cohort, got: String(size)};
  }),
];

const agesOf = ({cohorts, retained}: CohortGrid): number => (cohorts.length ? retained.length / cohorts.length : 0);

function leaveOut({rowOf, retained, rates}: CohortGrid, cell: number, issue: Omit<DataIssue, 'path'>): DataIssue {
  retained[cell] = rates[cell] = NaN;
  return {path: `rows.${rowOf[cell]! - 1}.retained`, ...issue};
}

/** More customers retained than there were. */
function leaveOutExcess(grid: CohortGrid): DataIssue[] {
  const issues: DataIssue[] = [];
  const ages = agesOf(grid);
  grid.retained.forEach((kept, cell) => {
    const size = grid.sizes[Math.floor(cell / ages)]!;
    if (kept > size)
      issues.push(leaveOut(grid, cell, {code: 'retained_exceeds_size', expected: String(size), got: String(kept)}));
  });
  return issues;
}

/** Whoever is still active at an age was active at every age before, so such counts cannot rise. */
function leaveOutRises(grid: CohortGrid, mode: Mode): DataIssue[] {
  if (mode === 'bounded') return [];
  const issues: DataIssue[] = [];
  const ages = agesOf(grid);
  grid.cohorts.forEach((_, cohort) => {
    let least = Infinity;
    for (let cell = cohort * ages; cell < (cohort + 1) * ages; cell++) {
      const kept = grid.retained[cell]!;
      if (kept > least)
        issues.push(leaveOut(grid, cell, {code: 'retained_rises', expected: String(least), got: String(kept)}));
      else if (kept <= least) least = kept;
    }
  });
  return issues;
}

/** Without its size a cohort is drawn, but cannot enter a mean by size. */
function missingSizes(grid: CohortGrid): DataIssue[] {
  const ages = agesOf(grid);
  return grid.cohorts.flatMap((cohort, index): DataIssue[] => {
    if (!Number.isNaN(grid.sizes[index])) return [];
    const row = grid.rowOf.subarray(index * ages).find((place) => place > 0)!;
    return [{path: `rows.${row - 1}.size`, code: 'missing_size', got: cohort}];
  });
}
