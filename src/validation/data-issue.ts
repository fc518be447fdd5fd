/**
 * Expected trouble with data that came from outside: a place, a code, and what was found there. Codes travel, sentences
 * do not: `issueSentence` words an issue in the reader's language.
 */
export interface DataIssue {
  /** Where in the JSON: `rows.3.count`; the caller's own path when a map is used; empty for the whole body. */
  readonly path: string;
  /** One vocabulary for all charts, snake_case. */
  readonly code: string;
  /** What would have been right: an `Expectation`, a list of choices or a number, by code. */
  readonly expected?: string;
  /** What stood there instead, as text of at most 80 characters. */
  readonly got?: string;
}
