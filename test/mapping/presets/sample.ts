import type {ReadOptions, StateName} from '../../../src/mapping/index.js';

/** A body in the form of a backend, with what its preset makes of it. Numbers are our own. */
export interface Sample {
  readonly preset: string;
  /** The public documentation or source in which this form stands. */
  readonly source: string;
  readonly body: unknown;
  readonly options?: ReadOptions;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly document?: Readonly<Record<string, unknown>>;
  readonly states?: readonly {readonly body: unknown; readonly state: StateName; readonly message?: string}[];
}
