import type {DataIssue} from '../validation/data-issue.js';
import type {ValueSettings} from './values.js';

/** Where the columns of a table lie; `#` stands for the column. Dimensions and measures may lie apart (GA4). */
export type FieldSource =
  | string
  | readonly string[]
  | {readonly dimension: string | readonly string[]; readonly measure: string | readonly string[]};

/**
 * A map: role → template or fallback list (the grammar is in `templates.ts`; null takes a role out of a preset), and
 * beside the roles
 *
 * - `columns`: the list of column names, its place written `{#}`: `"schema/fields/{#}/name"`; the first of two equal
 *   names wins;
 * - `field`: where the columns of a table lie, `#` for the column: `"rows/{i}/f/#/v"`. Then `"rung": "#tier"` is
 *   enough, and where no role is named the columns that bear the contract's names are taken;
 * - `match`: `{template: pattern}` takes a text apart: `{"rows/{i}/0": "{n}. {rung}"}`; what does not match is skipped;
 * - `keep`, `drop`: rows by role value: `{"rung": ["Total"]}`;
 * - `skip`: leading entries to leave out, such as a header row;
 * - `scale`, `dates`, `decimal`: how values are written (see `ValueSettings`);
 * - `fill`: what a backend that leaves zeros out did not send: with `"interior-zero"` a period that is missing between
 *   two others of its cohort is a zero, with `"zero"` a cell of a matrix that is not there;
 * - `format`: how a text body is written, where its content type does not say it.
 */
export interface MapSource extends ValueSettings {
  readonly [role: string]: unknown;
  readonly columns?: string | readonly string[];
  readonly field?: FieldSource;
  readonly match?: Readonly<Record<string, string>>;
  readonly keep?: Readonly<Record<string, readonly string[]>>;
  readonly drop?: Readonly<Record<string, readonly string[]>>;
  readonly skip?: number;
  readonly fill?: 'interior-zero' | 'zero';
  readonly format?: Format;
}

/** What a field of the body must be for a state to hold: `"*"` given, null not given, a value or one of several. */
export type Expected = Scalar | readonly Scalar[] | {readonly not: Scalar | readonly Scalar[]};
type Scalar = string | number | boolean | null;

/** A state holds when all fields are as expected; wildcards mean "anywhere". */
export interface StateRule {
  readonly when: Readonly<Record<string, Expected>>;
  /** Where the backend's words are: pointers, a space between them, the first that holds text wins. */
  readonly message?: string;
}

/** What a body can say instead of data, or beside a part of them. */
export type StateName = 'loading' | 'failed' | 'partial' | 'empty';

/** The states that come as JSON, each by one rule or several. */
export type StateRules = Readonly<Partial<Record<Exclude<StateName, 'empty'>, StateRule | readonly StateRule[]>>>;

/** How a text body is written; without it, its content type decides. */
export type Format = 'json' | 'ndjson' | 'gviz' | 'csv' | 'tsv';

/** What says how a text is written. */
export interface TextHints {
  readonly format?: Format | undefined;
  /** The Content-Type header; asked when no format is declared. */
  readonly contentType?: string | undefined;
  /** With a decimal comma, CSV is separated by ";" or tabs. */
  readonly decimal?: string | undefined;
}

/** The body as JSON values, or why there is none and in which line. */
export type Decoded =
  | {readonly body: unknown; readonly code?: undefined}
  | {readonly code: 'sign_in_page' | 'not_json' | 'broken_csv' | 'no_rows'; readonly path: string};

/** Takes a text body apart; anything else is JSON already. */
export type Decode = (body: unknown, hints: TextHints) => Decoded;

/** A backend as data. */
export interface Preset {
  readonly map: MapSource | readonly MapSource[];
  /** Format, and constants such as `unit`, by name. */
  readonly options?: Readonly<Record<string, unknown>>;
  readonly states?: StateRules;
  /** The oddities of this backend, for people. */
  readonly notes?: string;
}

/** What `readRows` is told. Options named like a role are that role's constant: `unit: 'month'`, `control: 'A'`. */
export interface ReadOptions extends ValueSettings {
  readonly [constant: string]: unknown;
  readonly map?: MapSource | readonly MapSource[] | undefined;
  /** A preset, or the name of one that is registered or loaded; entries of `map` override its roles. */
  readonly preset?: string | Preset | undefined;
  readonly states?: StateRules;
  readonly format?: Format;
  /** The Content-Type header of a text body. */
  readonly contentType?: string | undefined;
  readonly fill?: 'interior-zero' | 'zero';
}

/** A row of the data contract. */
export type Row = Record<string, unknown>;

/** What both kinds of reading carry. */
interface Content {
  /** What the chart parses: the document fields, `rows` and, for a ladder, `moves`. */
  readonly data: unknown;
  readonly rows: readonly Row[];
  /** Fields beside the rows: `asOf`, `unit`, `basis` … */
  readonly document: Readonly<Record<string, unknown>>;
  /** What forbids drawing; paths are places of the caller's body (`data/rows/3/1`) or of the map (`map/rung`). At most 20. */
  readonly issues: readonly DataIssue[];
  /** What should be said beside the drawing, such as entries left out because they name no group. At most 20. */
  readonly notes: readonly DataIssue[];
  /** The caller's path of a place in `data`: `rows.3.count` or `rows/3/count` → `data/rows/3/1`. */
  readonly locate: (path: string) => string;
}

/** The body holds rows. */
export interface RowsReading extends Content {
  readonly kind: 'rows';
}

/** The body is a state: still computing, an error, one page of several (with its rows), or nothing to show. */
export interface StateReading extends Content {
  readonly kind: 'state';
  readonly state: StateName;
  /** Which: `still_computing`, `backend_error`, `sign_in_page`, `not_json`, `broken_csv`, `more_pages`, `no_rows`. */
  readonly code: string;
  /** The backend's own words, at most 200 characters. */
  readonly message?: string;
}

/** What `readRows` gives. */
export type Reading = RowsReading | StateReading;
