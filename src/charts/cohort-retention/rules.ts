import {MAX_ISSUES, type Parsed} from '../../validation/contract.js';
import type {DataIssue} from '../../validation/data-issue.js';
import {describeValue, shortened} from '../../validation/describe-value.js';
import {type CohortGrid, type LaidOut, layOut} from './grid.js';
import {type CohortCalendar, calendarOf, datingOf, looksDated, readSpan} from './periods.js';
import type {Mode, PlanRow} from './schema.js';
import {readCohorts, type RowSurvey, type SurveyedData} from './survey.js';

/** Data that hold against the rules, laid out as cohort × age. */
export interface CohortTables extends Omit<SurveyedData, 'survey' | 'mode'>, LaidOut {
  readonly mode: Mode;
  readonly calendar: CohortCalendar;
  /** Whether the data say of any cell if it is complete. */
  readonly isSaid: boolean;
}

/** What the page says of the data; it wins over what they say themselves. */
interface Asked {
  readonly mode: Mode | '';
  readonly mean: string;
  readonly minCell: number;
}

/**
 * Reads cohorts and holds them against the rules that no single field can break. What leaves open which value is meant is
 * refused; a single wrong value is left out, and named.
 */
export function parseCohortRetention(json: unknown, asked: Asked): Parsed<CohortTables> {
  const {value, issues} = readCohorts(json, (data) => heldAgainstRules(data, asked));
  return value ?? {value, issues};
}

function heldAgainstRules({survey, ...rest}: SurveyedData, asked: Asked): Parsed<CohortTables> {
  const laidOut = layOut(survey);
  const {minCell} = asked;
  const refused = [...mixedUnits(survey), ...contradictions(survey, laidOut, minCell)];
  if (refused.length) return {value: null, issues: refused.slice(0, MAX_ISSUES)};
  const mode = asked.mode || (rest.mode ?? 'bounded');
  const names = [...survey.cohorts.keys()];
  const calendar = calendarOf(names, rest.unit ?? 'month', rest.asOf ?? null);
  const {leftTruncated, strangers} = truncatedCohorts(rest.leftTruncated ?? [], names);
  const {grids, ages} = laidOut;
  const issues = [
    ...falseDates(survey),
    ...strangers,
    ...planFaults(rest.plan, calendar),
    ...grids.flatMap((grid) => [
      ...leaveOutExcess(grid, minCell),
      ...leaveOutRises(grid, {mode, minCell}),
      ...(survey.hasRates ? falseRates(grid, ages) : []),
      ...earlyCells(grid, ages, calendar),
      ...(asked.mean === 'simple' ? [] : missingSizes(grid)),
    ]),
  ];
  return {
    value: {...rest, ...laidOut, leftTruncated, calendar, mode, isSaid: survey.isSaid},
    issues: issues.slice(0, MAX_ISSUES),
  };
}

/** A small group is not told by what is wrong with it either. */
const told = (count: number, minCell: number): string => (count > 0 && count < minCell ? `<${minCell}` : String(count));

/** Days beside months, or dates beside names, cannot be put in one order. */
function mixedUnits({rows, cohorts}: RowSurvey): DataIssue[] {
  const datings = new Map([...cohorts.keys()].map((name) => [name, datingOf(name)]));
  const [expected, dating] = [...datings][0] ?? [];
  const issues: DataIssue[] = [];
  if (expected === undefined || [...datings.values()].every((own) => own === dating)) return issues;
  for (let place = 1; place < rows.length && issues.length < MAX_ISSUES; place++) {
    const got = rows[place]!.cohort;
    if (got !== rows[place - 1]!.cohort && datings.get(got) !== dating)
      issues.push({path: `rows.${place}.cohort`, code: 'mixed_units', expected, got});
  }
  return issues;
}

/** Names that look like dates and are none. */
function falseDates({cohorts}: RowSurvey): DataIssue[] {
  return [...cohorts].flatMap(([got, place]): DataIssue[] =>
    looksDated(got) && !readSpan(got) ? [{path: `rows.${place}.cohort`, code: 'no_date', got}] : [],
  );
}

/** Left-truncated cohorts by the names they have in the rows: `2009-12` is also the one that is named `2009-12-01`. */
function truncatedCohorts(
  truncated: readonly string[],
  names: readonly string[],
): {readonly leftTruncated: readonly string[]; readonly strangers: readonly DataIssue[]} {
  const spans = names.map(readSpan);
  const strangers: DataIssue[] = [];
  const found = truncated.flatMap((got, place): readonly string[] => {
    if (names.includes(got)) return [got];
    const span = readSpan(got);
    const same = names.filter((_, index) => {
      const own = spans[index];
      return span && own && own.first <= span.last && span.first <= own.last;
    });
    if (!same.length) strangers.push({path: `leftTruncated.${place}`, code: 'unknown_cohort', got});
    return same;
  });
  return {leftTruncated: [...new Set(found)], strangers};
}

function planFaults(plan: readonly PlanRow[], {placeOf}: CohortCalendar): DataIssue[] {
  const known = new Set<string>();
  return plan.flatMap(({period, cohort, until}, place): DataIssue[] => {
    const key = `${period} ${Boolean(cohort)}`;
    const isRepeated = known.size === known.add(key).size;
    const [from, to] = [placeOf(cohort ?? ''), placeOf(until ?? '')];
    return [
      ...(isRepeated ? [{path: `plan.${place}`, code: 'duplicate', got: String(period)}] : []),
      ...(from !== null && to !== null && to < from
        ? [{path: `plan.${place}.until`, code: 'ends_early', expected: cohort!, got: until!}]
        : []),
    ];
  });
}

function contradictions({rows}: RowSurvey, {repeated, resized}: LaidOut, minCell: number): DataIssue[] {
  return [
    ...repeated.map((place): DataIssue => {
      const {cohort, period} = rows[place]!;
      return {path: `rows.${place}`, code: 'duplicate', got: shortened(`${describeValue(cohort)}, ${period}`)};
    }),
    ...resized.map((place): DataIssue => {
      const {cohort, size} = rows[place]!;
      return {
        path: `rows.${place}.size`,
        code: 'size_contradicts',
        expected: describeValue(cohort),
        got: told(size!, minCell),
      };
    }),
  ];
}

const agesOf = ({cohorts, retained}: CohortGrid): number => (cohorts.length ? retained.length / cohorts.length : 0);

function leaveOut(grid: CohortGrid, cell: number, {expected, got, ...issue}: Omission): DataIssue {
  const {rowOf, retained, rates} = grid;
  const field = retained[cell]! >= 0 ? 'retained' : 'rate';
  const path = `rows.${rowOf[cell]! - 1}.${field}`;
  retained[cell] = rates[cell] = NaN;
  rowOf[cell] = -rowOf[cell]!;
  return {path, code: issue.code, expected: told(expected, issue.minCell), got: told(got, issue.minCell)};
}

interface Omission {
  readonly code: string;
  readonly expected: number;
  readonly got: number;
  readonly minCell: number;
}

/** More customers retained than there were. */
function leaveOutExcess(grid: CohortGrid, minCell: number): DataIssue[] {
  const issues: DataIssue[] = [];
  const ages = agesOf(grid);
  const {sizes, retained, extents} = grid;
  for (let cohort = 0; cohort < sizes.length; cohort++) {
    const expected = sizes[cohort]!;
    for (let cell = cohort * ages, end = cell + extents[cohort]!; cell < end; cell++) {
      const got = retained[cell]!;
      if (got > expected) issues.push(leaveOut(grid, cell, {code: 'retained_exceeds_size', expected, got, minCell}));
    }
  }
  return issues;
}

/** Rates are rounded by those who give them. */
const ROUNDING = 0.005;

/** Whoever is still active at an age was active at every age before, so neither counts nor rates can rise. */
function leaveOutRises(
  grid: CohortGrid,
  {mode, minCell}: {readonly mode: Mode; readonly minCell: number},
): DataIssue[] {
  if (mode === 'bounded') return [];
  const {retained, rates, sizes} = grid;
  const issues: DataIssue[] = [];
  const ages = agesOf(grid);
  sizes.forEach((size, cohort) => {
    let [least, leastRate] = [Infinity, Infinity];
    for (let cell = cohort * ages; cell < (cohort + 1) * ages; cell++) {
      const [kept, rate] = [retained[cell]!, rates[cell]!];
      const [expected, got] = kept >= 0 ? [least, kept] : [leastRate, rate];
      if (got > expected) issues.push(leaveOut(grid, cell, {code: 'retained_rises', expected, got, minCell}));
      else if (kept >= 0) [least, leastRate] = [kept, size > 0 ? kept / size + ROUNDING : leastRate];
      else if (rate >= 0) [least, leastRate] = [size > 0 ? (rate + ROUNDING) * size : least, rate];
    }
  });
  return issues;
}

/** A rate beside other counts, which are believed. */
function falseRates({sizes, retained, rates, rowOf}: CohortGrid, {length: ages}: readonly number[]): DataIssue[] {
  const issues: DataIssue[] = [];
  rates.forEach((rate, cell) => {
    if (Math.abs(rate - retained[cell]! / sizes[Math.floor(cell / ages)]!) > ROUNDING)
      issues.push({path: `rows.${rowOf[cell]! - 1}.rate`, code: 'rate_contradicts'});
  });
  return issues;
}

/** Customers at an age that nobody can have reached. */
function earlyCells(grid: CohortGrid, ages: readonly number[], calendar: CohortCalendar): DataIssue[] {
  return grid.cohorts.flatMap((cohort, index) => {
    const begun = calendar.begunAge(cohort) ?? Infinity;
    const issues: DataIssue[] = [];
    for (let column = grid.extents[index]! - 1; column >= 0 && ages[column]! > begun; column--) {
      const cell = index * ages.length + column;
      if (!isEarly(grid, ages, {cell, begun})) continue;
      const field = grid.retained[cell]! > 0 ? 'retained' : 'rate';
      issues.unshift({path: `rows.${grid.rowOf[cell]! - 1}.${field}`, code: 'not_begun'});
    }
    return issues;
  });
}

/** A count of those who came back within so many days grows until then; one of a period begins with it. */
function isEarly(
  {retained, rates, incomplete, pending}: CohortGrid,
  ages: readonly number[],
  {cell, begun}: {readonly cell: number; readonly begun: number},
): boolean {
  if (!(retained[cell]! > 0 || rates[cell]! > 0)) return false;
  const column = cell % ages.length;
  const isPeriod = ages[column - 1] === ages[column]! - 1 && incomplete[cell] !== 2 && !(pending[cell]! > 0);
  return begun < 0 || isPeriod;
}

/** Without its size a cohort is drawn, but cannot enter a mean by size. */
function missingSizes(grid: CohortGrid): DataIssue[] {
  const ages = agesOf(grid);
  return grid.cohorts.flatMap((cohort, index): DataIssue[] => {
    if (!Number.isNaN(grid.sizes[index])) return [];
    const row = grid.rowOf.subarray(index * ages).find((place) => place > 0)!;
    return [{path: `rows.${row - 1}.size`, code: 'missing_size', got: describeValue(cohort)}];
  });
}
