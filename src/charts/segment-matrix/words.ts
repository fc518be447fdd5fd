import type {ChartWords} from '../../chart/chart.js';
import type {Measure} from './options.js';
import type {ProfileField, Quadrant} from './schema.js';

/** The chart's own words. Every value arrives formatted; every sentence is whole. */
export interface MatrixWords extends ChartWords {
  readonly measure: Readonly<Record<Measure, string>>;
  readonly indexMeans: string;
  /** Of a measure that no cell has. */
  readonly noNumbers: string;
  readonly row: string;
  readonly column: string;
  readonly segment: string;
  readonly quadrantColumn: string;
  readonly from: string;
  readonly to: string;
  readonly total: string;
  readonly rest: string;
  readonly customerShare: string;
  readonly valueShare: string;
  readonly previous: string;
  readonly changeRate: string;
  readonly segments: string;
  /** Of those who were on the tier that a move begins at. */
  readonly tierShare: string;
  readonly lowOf: (name: string, level: string) => string;
  readonly highOf: (name: string, level: string) => string;
  readonly profile: Readonly<Record<ProfileField, string>>;
  readonly average: string;
  readonly ofCustomers: string;
  readonly gini: (value: string) => string;
  /** `25% of customers → 33% of value` */
  readonly carries: (customers: string, value: string) => string;
  readonly indexOf: (index: string) => string;
  readonly better: string;
  readonly same: string;
  readonly worse: string;
  readonly arrow: (from: string, to: string) => string;
  readonly cross: (row: string, column: string) => string;
  readonly labelled: (name: string, value: string) => string;
  readonly ofShownMoves: (name: string) => string;
  readonly withRate: (count: string, rate: string) => string;
  readonly x: string;
  readonly y: string;
  /** Names to choose from: axes, then quadrants. */
  readonly quadrantNames: Readonly<Record<'loyalty-profitability' | 'wallet-affinity', PresetWords>>;
  readonly quadrant: Readonly<Record<Quadrant, (x: string, y: string) => string>>;
  readonly thresholds: string;
  readonly reset: string;
  readonly inQuadrant: (name: string, segments: string, customers: string) => string;
  readonly groupSentence: (name: string, customers: string) => string;
  readonly shareSentence: (facts: Formatted<'name' | 'customers' | 'value' | 'index'>) => string;
  readonly moveSentence: (from: string, to: string, customers: string) => string;
  readonly stayedSentence: (tier: string, customers: string) => string;
  readonly headline: HeadlineWords;
  readonly notes: NoteWords;
}

export interface PresetWords extends Readonly<Record<Quadrant, string>> {
  readonly x: string;
  readonly y: string;
}

/** Values already formatted, by name. */
export type Formatted<Name extends string> = Readonly<Record<Name, string>>;

interface HeadlineWords {
  readonly over: (facts: Formatted<'name' | 'customers' | 'value' | 'index'>) => string;
  readonly under: (facts: Formatted<'name' | 'customers' | 'value' | 'index'>) => string;
  readonly even: string;
  readonly largest: (name: string, share: string) => string;
  readonly largestShown: (name: string, customers: string) => string;
  readonly changed: (name: string, change: string, rate: string) => string;
  readonly better: (better: string, worse: string) => string;
  readonly worse: (better: string, worse: string) => string;
  readonly balanced: (better: string, worse: string) => string;
  /** Moves of which some are withheld: whatever those are, or not. */
  readonly shown: (better: string, worse: string) => string;
  readonly shownOnly: (better: string, worse: string) => string;
  readonly nobody: string;
  readonly withheld: string;
}

interface NoteWords {
  readonly between: (from: string, to: string) => string;
  readonly segments: (count: string) => string;
  readonly concentration: (customers: string, top: string) => string;
  readonly negative: (segments: string) => string;
  readonly valueMissing: string;
  readonly noTotal: string;
  readonly noWorth: string;
  readonly shownMoves: string;
  readonly shownSegments: string;
  readonly individuals: string;
  readonly arrows: string;
}
