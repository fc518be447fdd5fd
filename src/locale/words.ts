import type {DataIssue} from '../validation/data-issue.js';

/** What a value should have been; each language words every one of them. */
export type Expectation =
  | 'array'
  | 'count'
  | 'amount'
  | 'day'
  | 'flag'
  | 'id'
  | 'json'
  | 'level'
  | 'number'
  | 'object'
  | 'rate'
  | 'rows'
  | 'text'
  | 'weights';

/** What can be done with a chart. */
export type Action = 'copyImage' | 'copyTable' | 'copySentence' | 'saveSvg' | 'savePng' | 'saveCsv' | 'print';

/** Words that every chart needs; a language that lacks one does not compile. */
export interface SharedWords {
  /** What stands for a value that is not defined. */
  readonly none: string;
  /** What stands for a value hidden to protect small groups. */
  readonly withheld: string;
  readonly withheldInWords: string;
  readonly withheldNote: (floor: string) => string;
  readonly showTable: string;
  readonly hideTable: string;
  readonly showAllRows: (count: string) => string;
  readonly loading: string;
  readonly waiting: string;
  readonly empty: string;
  readonly partial: (count: string) => string;
  readonly stale: (ago: string) => string;
  readonly invalid: (count: string) => string;
  readonly failed: string;
  /** Name of the toolbar. */
  readonly tools: string;
  readonly takeAway: string;
  readonly actions: Readonly<Record<Action, string>>;
  readonly copied: string;
  readonly notDone: string;
  /** How the drawing is explored by keyboard. */
  readonly keys: string;
  readonly asOf: (day: string) => string;
  readonly source: (source: string) => string;
  readonly proxy: (proxy: string) => string;
  readonly expected: Readonly<Record<Expectation, string>>;
  readonly nothing: string;
  readonly located: (path: string, sentence: string) => string;
  /** `rows.3.count: expected a whole number of 0 or more, got "abc"` */
  readonly expectedGot: (expected: string, got: string) => string;
  readonly oneOf: (choices: string) => string;
  /** Rules that are not about one value's kind, by code. */
  readonly rules: Readonly<Record<string, (issue: Required<DataIssue>) => string>>;
  readonly interval: (low: string, high: string) => string;
  readonly points: (signed: string) => string;
}
