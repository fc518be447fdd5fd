import {MAX_ISSUES, type Parsed} from '../../validation/contract.js';
import type {DataIssue} from '../../validation/data-issue.js';
import {type CohortColumns, type ColumnedData, readCohorts} from './columns.js';
import {type CohortGrid, type LaidOut, layOut} from './grid.js';
import {datingOf} from './periods.js';
import type {Mode} from './schema.js';

/** Data that hold against the rules, laid out as cohort × age. */
export interface CohortTables extends Omit<ColumnedData, 'columns' | 'mode'>, LaidOut {
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
  const parsed = readCohorts(json);
  if (parsed.value === null) return {value: null, issues: parsed.issues};
  const {columns, ...rest} = parsed.value;
  const laidOut = layOut(columns);
  const refused = [...mixedUnits(columns), ...contradictions(columns, laidOut)];
  if (refused.length) return {value: null, issues: refused.slice(0, MAX_ISSUES)};
  const mode = asked.mode || (rest.mode ?? 'bounded');
  const left = laidOut.grids.flatMap((grid) => [...leaveOutExcess(grid), ...leaveOutRises(grid, mode)]);
  const unsized = asked.mean === 'simple' ? [] : laidOut.grids.flatMap(missingSizes);
  return {value: {...rest, ...laidOut, mode}, issues: [...left, ...unsized].slice(0, MAX_ISSUES)};
}

/** Days beside months, or dates beside names, cannot be put in one order. */
function mixedUnits({cohorts: {all: names}, cohort}: CohortColumns): DataIssue[] {
  const datings = names.map((name) => datingOf(name!));
  const issues: DataIssue[] = [];
  if (datings.every((dating) => dating === datings[0])) return issues;
  for (let place = 1; place < cohort.length && issues.length < MAX_ISSUES; place++) {
    const own = cohort[place]!;
    if (own !== cohort[place - 1] && datings[own] !== datings[0])
      issues.push({path: `rows.${place}.cohort`, code: 'mixed_units', expected: names[0]!, got: names[own]!});
  }
  return issues;
}

function contradictions(
  {cohorts: {all: names}, cohort, periods, sizes}: CohortColumns,
  {repeated, resized}: LaidOut,
): DataIssue[] {
  const nameAt = (place: number) => names[cohort[place]!]!;
  return [
    ...repeated.map((place): DataIssue => {
      return {path: `rows.${place}`, code: 'duplicate', got: `${nameAt(place)}, ${periods[place]!}`};
    }),
    ...resized.map((place): DataIssue => {
      const got = String(sizes[place]);
      return {path: `rows.${place}.size`, code: 'size_contradicts', expected: nameAt(place), got};
    }),
  ];
}

const agesOf = ({cohorts, retained}: CohortGrid): number => (cohorts.length ? retained.length / cohorts.length : 0);

function leaveOut({rowOf, retained, rates}: CohortGrid, cell: number, issue: Omit<DataIssue, 'path'>): DataIssue {
  retained[cell] = rates[cell] = NaN;
  return {path: `rows.${rowOf[cell]! - 1}.retained`, ...issue};
}

/** More customers retained than there were. */
function leaveOutExcess(grid: CohortGrid): DataIssue[] {
  const issues: DataIssue[] = [];
  const ages = agesOf(grid);
  const {sizes, retained} = grid;
  for (let cohort = 0, cell = 0; cohort < sizes.length; cohort++)
    for (const end = cell + ages; cell < end; cell++) {
      if (!(retained[cell]! > sizes[cohort]!)) continue;
      const facts = {expected: String(sizes[cohort]), got: String(retained[cell])};
      issues.push(leaveOut(grid, cell, {code: 'retained_exceeds_size', ...facts}));
    }
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
