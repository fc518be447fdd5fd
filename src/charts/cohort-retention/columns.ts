import {MAX_ROWS, type Parsed} from '../../validation/contract.js';
import {contract, type CohortRetentionData, type CohortRow} from './schema.js';

/** Rows as columns of numbers, since a triangle of a thousand cohorts has half a million of them. NaN: not given. */
export interface CohortColumns {
  /** The names of cohorts as they first appear, and which of them each row is of. */
  readonly cohorts: Names;
  readonly cohort: Int32Array;
  readonly series: Names;
  readonly seriesOf: Int32Array;
  readonly periods: Float64Array;
  readonly sizes: Float64Array;
  readonly retained: Float64Array;
  readonly rates: Float64Array;
  readonly pending: Float64Array;
  /** 0: the data do not say; 1: complete; 2: incomplete. */
  readonly incomplete: Uint8Array;
  /** Whether any row says so, or has customers whose time is not over. */
  isSaid: boolean;
}

/** The data with their rows as columns. */
export interface ColumnedData extends Omit<CohortRetentionData, 'rows'> {
  readonly columns: CohortColumns;
}

/** Reads the contract. Only data in which something is not as it should be, or is to be converted, cost a copy a row. */
export function readCohorts(json: unknown): Parsed<ColumnedData> {
  const plain = readPlain(json);
  if (plain) return {value: plain, issues: []};
  const {value, issues} = contract.parse(json);
  const columns = value && columnsOf(value.rows);
  return {value: columns && {...value, columns}, issues};
}

/** null where anything calls for a closer look, or throws while it is read. */
function readPlain(json: unknown): ColumnedData | null {
  try {
    const body = (Array.isArray(json) ? {rows: json} : json) as {readonly rows: unknown};
    const columns = Array.isArray(body.rows) ? columnsOf(body.rows) : null;
    const {value} = columns ? contract.parse({...body, rows: []}) : {value: null};
    return value && columns && {...value, columns};
  } catch {
    return null;
  }
}

/** Names, each with its place among those that came before. */
class Names {
  readonly all: (string | null)[] = [];
  readonly #places = new Map<string | null, number>();
  // Rows of one name mostly stand together.
  #last: string | null | undefined;
  #place = -1;

  /** −1 for a blank. */
  placeOf(name: string | null): number {
    if (name === this.#last) return this.#place;
    const known = this.#places.get(name);
    if (known === undefined && name !== null && name.trim() === '') return -1;
    this.#last = name;
    this.#place = known ?? this.all.push(name) - 1;
    this.#places.set(name, this.#place);
    return this.#place;
  }
}

const KEYS = Object.keys(contract.lists['rows']!);

function columnsOf(rows: readonly unknown[]): CohortColumns | null {
  const {length} = rows;
  // What is no own value of a row must not be found behind it.
  if (length > MAX_ROWS || KEYS.some((key) => key in Object.prototype)) return null;
  const numbers = () => new Float64Array(length);
  const columns: CohortColumns = {
    ...{cohorts: new Names(), cohort: new Int32Array(length), series: new Names(), seriesOf: new Int32Array(length)},
    ...{periods: numbers(), sizes: numbers(), retained: numbers(), rates: numbers(), pending: numbers()},
    ...{incomplete: new Uint8Array(length), isSaid: false},
  };
  for (let place = 0; place < length; place++) if (!takeRow(columns, rows[place], place)) return null;
  columns.isSaid ||= columns.incomplete.includes(1) || columns.incomplete.includes(2);
  return columns;
}

function takeRow(columns: CohortColumns, item: unknown, place: number): boolean {
  if (typeof item !== 'object' || item === null || Object.getPrototypeOf(item) !== Object.prototype) return false;
  const row = item as CohortRow;
  const cohort = typeof row.cohort === 'string' ? columns.cohorts.placeOf(row.cohort) : -1;
  const series = placeOfSeries(columns.series, row.series);
  const said = saidOf(row.incomplete);
  if (cohort < 0 || series < 0 || said < 0 || !isCount(row.period)) return false;
  columns.cohort[place] = cohort;
  columns.seriesOf[place] = series;
  columns.incomplete[place] = said;
  columns.periods[place] = row.period;
  return takeNumbers(columns, row, place);
}

const placeOfSeries = (series: Names, name: unknown): number =>
  name === undefined || name === null || typeof name === 'string' ? series.placeOf(name ?? null) : -1;

function saidOf(incomplete: unknown): number {
  if (incomplete === undefined || incomplete === null) return 0;
  return typeof incomplete === 'boolean' ? 1 + Number(incomplete) : -1;
}

function takeNumbers(columns: CohortColumns, {size, retained, rate, pending}: CohortRow, place: number): boolean {
  columns.sizes[place] = size ?? NaN;
  columns.retained[place] = retained ?? NaN;
  columns.rates[place] = rate ?? NaN;
  columns.pending[place] = pending ?? NaN;
  if (pending! > 0) columns.isSaid = true;
  return isGivenCount(size) && isGivenCount(retained) && isGivenCount(pending) && isGivenRate(rate);
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isGivenCount = (value: unknown): boolean => value === undefined || value === null || isCount(value);
const isGivenRate = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'number' && value >= 0 && value <= 1);
