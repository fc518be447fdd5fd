import {MAX_ROWS, type Parsed} from '../../validation/contract.js';
import {contract, type CohortRetentionData, type CohortRow} from './schema.js';

/** Rows as they were given, and what they have in common: half a million rows are not copied for a triangle. */
export interface RowSurvey {
  readonly rows: readonly CohortRow[];
  /** The first row of every cohort, in their order. */
  readonly cohorts: ReadonlyMap<string, number>;
  /** Names of series, and the cohorts of each in the order of their rows. */
  readonly series: ReadonlyMap<string | null, ReadonlySet<string>>;
  /** All periods, ascending. */
  readonly ages: readonly number[];
  /** Whether any row gives a rate. */
  readonly hasRates: boolean;
  /** Whether any row counts the customers whose time is not over. */
  readonly hasPending: boolean;
  /** Whether any row says if it is complete, be it by having such customers. */
  readonly isSaid: boolean;
}

/** The data with their rows surveyed. */
export interface SurveyedData extends Omit<CohortRetentionData, 'rows'> {
  readonly survey: RowSurvey;
}

/**
 * Reads the contract and makes something of it. Only data in which something is not as it should be, or is to be converted,
 * cost a copy a row.
 */
export function readCohorts<Made>(json: unknown, make: (data: SurveyedData) => Made): Parsed<Made> {
  const plain = readPlain(json, make);
  if (plain) return {value: plain.made, issues: []};
  const {value, issues} = contract.parse(json);
  const survey = value && surveyOf(value.rows);
  return {value: survey && make({...value, survey}), issues};
}

/** null where anything calls for a closer look, or throws while it is read. */
function readPlain<Made>(json: unknown, make: (data: SurveyedData) => Made): {readonly made: Made} | null {
  try {
    const body = (Array.isArray(json) ? {rows: json} : json) as {readonly rows: unknown};
    const survey = Array.isArray(body.rows) ? surveyOf(body.rows) : null;
    const {value} = survey ? contract.parse({...body, rows: []}) : {value: null};
    return value && survey && {made: make({...value, survey})};
  } catch {
    return null;
  }
}

const KEYS = Object.keys(contract.lists['rows']!);

/** null where a row is not as it should be. */
function surveyOf(rows: readonly unknown[]): RowSurvey | null {
  // What is no own value of a row must not be found behind it.
  if (rows.length > MAX_ROWS || KEYS.some((key) => key in Object.prototype)) return null;
  const names = {cohorts: new Map<string, number>(), series: new Map<string | null, Set<string>>()};
  const tally = new Tally();
  let before: Partial<CohortRow> = {};
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place];
    if (!isRow(row)) return null;
    // Rows of one name mostly stand together.
    if ((row.cohort !== before.cohort || row.series !== before.series) && !takeNames(names, row, place)) return null;
    tally.take(row);
    before = row;
  }
  const {ages, hasRates, hasPending, isSaid} = tally;
  return {...names, rows: rows as readonly CohortRow[], ages, hasRates, hasPending, isSaid};
}

function isRow(item: unknown): item is CohortRow {
  if (typeof item !== 'object' || item === null || Object.getPrototypeOf(item) !== Object.prototype) return false;
  const {period, size, retained, rate, pending, incomplete} = item as CohortRow;
  return (
    isCount(period) &&
    isGivenCount(size) &&
    isGivenCount(retained) &&
    isGivenCount(pending) &&
    isGivenRate(rate) &&
    isGivenFlag(incomplete)
  );
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isGivenCount = (value: unknown): boolean => value === undefined || value === null || isCount(value);
const isGivenFlag = (value: unknown): boolean => value === undefined || value === null || typeof value === 'boolean';
const isGivenRate = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'number' && value >= 0 && value <= 1);

/** false for a name that is none. */
function takeNames(
  {cohorts, series}: {readonly cohorts: Map<string, number>; readonly series: Map<string | null, Set<string>>},
  row: CohortRow,
  place: number,
): boolean {
  const name = row.series ?? null;
  if (!isName(row.cohort) || (name !== null && !isName(name))) return false;
  if (!cohorts.has(row.cohort)) cohorts.set(row.cohort, place);
  const own = series.get(name);
  if (own) own.add(row.cohort);
  else series.set(name, new Set([row.cohort]));
  return true;
}

const isName = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** What the rows hold. */
class Tally implements Pick<RowSurvey, 'ages' | 'hasRates' | 'hasPending' | 'isSaid'> {
  // Periods are mostly small: those are ticked off, the others collected.
  readonly #few = new Uint8Array(4096);
  readonly #many = new Set<number>();
  hasRates = false;
  hasPending = false;
  isSaid = false;

  take({period, rate, pending, incomplete}: CohortRow): void {
    if (period < this.#few.length) this.#few[period] = 1;
    else this.#many.add(period);
    if (typeof rate === 'number') this.hasRates = true;
    if (typeof pending === 'number') this.hasPending = true;
    if (typeof incomplete === 'boolean' || pending! > 0) this.isSaid = true;
  }

  get ages(): number[] {
    const few = [...this.#few.keys()].filter((period) => this.#few[period]);
    return [...few, ...[...this.#many].sort((a, b) => a - b)];
  }
}
