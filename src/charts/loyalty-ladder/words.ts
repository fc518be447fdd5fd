import type {ChartWords} from '../../chart/chart.js';
import type {Rung} from './schema.js';

/** The ladder's own words. Every value arrives formatted; every sentence is whole. */
export interface LadderWords extends ChartWords {
  readonly rung: Readonly<Record<Rung, string>>;
  readonly customers: string;
  readonly previous: string;
  readonly change: string;
  readonly target: string;
  readonly share: string;
  readonly shareOfFirst: string;
  readonly reached: string;
  readonly step: string;
  readonly climbed: string;
  readonly slipped: string;
  readonly climbedHead: string;
  readonly slippedHead: string;
  readonly stayed: string;
  readonly entered: string;
  readonly wonBack: string;
  readonly left: string;
  readonly netPromotion: string;
  readonly value: string;
  readonly valueShare: string;
  readonly spend: string;
  readonly spendShare: string;
  readonly series: string;
  readonly rungColumn: string;
  readonly rate: string;
  readonly rateOf: (name: string) => string;
  readonly lowOf: (name: string, level: string) => string;
  readonly highOf: (name: string, level: string) => string;
  readonly changeRate: string;
  readonly changeOf: (name: string) => string;
  readonly from: string;
  readonly to: string;
  readonly total: string;
  readonly notMeasured: string;
  readonly wentOn: (rate: string) => string;
  readonly lost: (count: string, rate: string) => string;
  readonly lostMost: (lost: string) => string;
  readonly arrow: (from: string, to: string) => string;
  readonly flow: (rate: string, count: string) => string;
  readonly changeBy: (change: string, rate: string) => string;
  readonly labelled: (name: string, value: string) => string;
  readonly inSeries: (series: string, sentence: string) => string;
  readonly rungSentence: (rung: string, count: string) => string;
  readonly flowSentence: (climbed: string, slipped: string) => string;
  readonly reachedSentence: (rung: string, count: string, rate: string) => string;
  readonly moveSentence: (from: string, to: string, count: string) => string;
  readonly stayedSentence: (rung: string, count: string) => string;
  readonly sentences: (parts: readonly string[]) => string;
  readonly headline: HeadlineWords;
  readonly notes: NoteWords;
}

/** Values already formatted, by name. */
type Formatted<Name extends string> = Readonly<Record<Name, string>>;

export interface HeadlineWords {
  readonly neglected: (rungs: string, valueShare: string, spendShare: string) => string;
  readonly leaks: (facts: Formatted<'climbed' | 'slipped' | 'rung' | 'rate'>) => string;
  readonly slipping: (climbed: string, slipped: string, exits: string) => string;
  readonly climbing: (climbed: string, slipped: string, exits: string) => string;
  readonly balanced: (climbed: string, slipped: string, exits: string) => string;
  readonly changed: (rung: string, change: string, rate: string) => string;
  readonly stand: (rungs: string, share: string) => string;
  readonly reached: (facts: Formatted<'rung' | 'rate' | 'lossRung' | 'lossRate'>) => string;
  readonly reachedAll: (rung: string, rate: string) => string;
  readonly differ: (facts: Formatted<'highest' | 'highestShare' | 'lowest' | 'lowestShare'>) => string;
  readonly none: string;
}

export interface NoteWords {
  readonly between: (from: string, to: string) => string;
  readonly snapshot: string;
  readonly notMeasured: (rungs: string) => string;
  readonly rises: (above: string, below: string) => string;
  readonly few: (rungs: string, count: string) => string;
  readonly moneyIncomplete: (name: string) => string;
  readonly sameCustomers: string;
}
