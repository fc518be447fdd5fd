import type {ChartWords} from '../../chart/chart.js';
import type {Reason} from './compare.js';
import type {CurveKind} from './courses.js';
import type {Split} from './metrics.js';
import type {Period} from './schema.js';
import type {Verdict} from './verdict.js';

/** Values already formatted, by name. */
type Formatted<Name extends string> = Readonly<Record<Name, string>>;

/** A difference in words: metric, arm, control, estimate without its sign, limits with theirs. */
export type Finding = Formatted<'metric' | 'arm' | 'control' | 'by' | 'range'>;

/** The chart's own words. Every value arrives formatted; every sentence is whole. */
export interface LiftWords extends ChartWords {
  readonly verdict: Readonly<Record<Verdict, string>>;
  /** Of groups that chance has not made: more or less, never better by the treatment. */
  readonly higher: string;
  readonly lower: string;
  readonly reason: Readonly<Record<Exclude<Reason, 'withheld'>, string>>;
  readonly noLift: string;
  readonly unstable: string;
  readonly metric: string;
  /** A metric without a name, in a sentence. */
  readonly outcome: string;
  /** What a list leaves out. */
  readonly more: (count: string) => string;
  readonly arm: string;
  readonly control: string;
  readonly treatment: string;
  readonly segment: string;
  readonly bin: string;
  readonly date: string;
  readonly customers: string;
  readonly conversions: string;
  readonly level: string;
  readonly difference: string;
  readonly lift: string;
  readonly verdictColumn: string;
  readonly p: string;
  readonly pHolm: string;
  readonly pBenjaminiHochberg: string;
  readonly minimumDetectable: string;
  readonly margin: string;
  readonly sameByTost: string;
  readonly notWorse: string;
  readonly yes: string;
  readonly no: string;
  readonly incremental: string;
  readonly incrementalValue: string;
  /** The two of groups that chance has not made. */
  readonly totalDifference: string;
  readonly differenceInValue: string;
  readonly iroas: string;
  readonly profit: string;
  readonly costPerIncremental: string;
  readonly probability: string;
  readonly lossOfTreatment: string;
  readonly lossOfControl: string;
  readonly credible: string;
  /** Of an interval that would be right for a single look. */
  readonly oneLook: string;
  readonly reported: string;
  readonly uplift: string;
  readonly qini: string;
  readonly allCustomers: string;
  readonly allSegments: string;
  readonly stratified: string;
  readonly guardrails: string;
  readonly unbounded: string;
  readonly orMore: (low: string) => string;
  readonly orLess: (high: string) => string;
  readonly low: (name: string) => string;
  readonly high: (name: string) => string;
  readonly per: Readonly<Record<Period | 'test', (name: string) => string>>;
  readonly binOf: (bin: string) => string;
  readonly ofCustomers: (count: string, n: string) => string;
  readonly customersOf: (n: string) => string;
  readonly behind: (level: string, counts: string) => string;
  readonly againstControl: (control: string) => string;
  readonly against: (treatment: string, control: string) => string;
  readonly liftAxis: (control: string, level: string) => string;
  readonly differenceAxis: (control: string, level: string) => string;
  readonly pointsAxis: (control: string, level: string) => string;
  /** What arrows at the edge of a course mean. */
  /** Of lifts that only the back-end reports, with intervals of its own levels. */
  readonly reportedAxis: (control: string) => string;
  readonly goesOn: string;
  readonly levelAxis: (level: string) => string;
  /** The two curves over scores, what they show, and what lies between them and a random order. */
  readonly curve: Readonly<Record<CurveKind, string>>;
  readonly curveAxis: Readonly<Record<CurveKind, string>>;
  readonly area: Readonly<Record<CurveKind, string>>;
  readonly shareAxis: string;
  readonly bestFirst: string;
  readonly random: string;
  readonly both: (lift: string, difference: string) => string;
  readonly joined: (parts: readonly string[]) => string;
  readonly sentences: (parts: readonly string[]) => string;
  readonly armSentence: (facts: Formatted<'name' | 'value' | 'range'>) => string;
  readonly comparisonSentence: (facts: Formatted<'name' | 'estimate' | 'range' | 'verdict'>) => string;
  readonly headline: HeadlineWords;
  readonly notes: NoteWords;
}

export interface HeadlineWords {
  /** Of the customers of one metric; null: of all. */
  readonly untrusted: (p: string, metric: string | null) => string;
  readonly guardrail: (finding: Finding) => string;
  readonly guardrailSoFar: (finding: Finding) => string;
  /** Every segment says the opposite of their sum. */
  readonly higherInEach: (finding: Finding & Formatted<'crude'>) => string;
  readonly lowerInEach: (finding: Finding & Formatted<'crude'>) => string;
  readonly raised: (finding: Finding) => string;
  readonly lowered: (finding: Finding) => string;
  readonly higher: (finding: Finding) => string;
  readonly lower: (finding: Finding) => string;
  readonly soFarHigher: (finding: Finding) => string;
  readonly soFarLower: (finding: Finding) => string;
  readonly noClearDifference: (finding: Finding) => string;
  readonly inconclusive: (finding: Finding & Formatted<'margin'>) => string;
  readonly practicallySame: (finding: Finding & Formatted<'margin'>) => string;
  readonly level: (facts: Formatted<'metric' | 'arm' | 'value' | 'control' | 'controlValue'>) => string;
  readonly scores: (facts: Formatted<'customers' | 'share' | 'metric' | 'arm'>) => string;
  readonly scoresAlike: (facts: Formatted<'metric' | 'arm'>) => string;
  readonly scoresUnclear: (facts: Formatted<'metric' | 'arm'>) => string;
  readonly segments: (facts: Formatted<'metric' | 'arm' | 'clear' | 'all'>) => string;
  readonly reported: (finding: Finding) => string;
  readonly none: (reason: string) => string;
  readonly withheld: string;
}

export interface NoteWords {
  readonly notRandomised: string;
  readonly running: string;
  readonly family: (m: string, each: string) => string;
  readonly many: (m: string) => string;
  readonly anyTime: string;
  readonly bands: string;
  readonly noPlan: string;
  readonly balanced: (p: string) => string;
  readonly mismatch: (shares: string, p: string, metric: string | null) => string;
  readonly tooFewToCheck: string;
  readonly notChecked: Readonly<Record<Exclude<Split['unchecked'], null>, string>>;
  readonly armShare: (facts: Formatted<'arm' | 'share' | 'planned'>) => string;
  readonly few: (names: string) => string;
  readonly unstable: (names: string) => string;
  readonly noLift: (names: string) => string;
  readonly noRelativeInterval: (names: string) => string;
  readonly cancels: (names: string) => string;
  /** Of a dashed line; said only where one is drawn. */
  readonly reported: string;
  /** Of metrics that are drawn in grey. */
  readonly reportedHere: (names: string) => string;
  readonly reportedApart: string;
  /** Of a view that has nothing but these lifts of a metric, and does not draw them. */
  readonly reportedOnly: (names: string) => string;
  readonly minimumDetectable: (name: string, least: string) => string;
  readonly increment: (facts: Formatted<'name' | 'amount' | 'range'>) => string;
  readonly probability: (name: string, p: string) => string;
  /** Of dotted lines, and of the others and the verdicts beside them. */
  readonly credible: string;
  readonly withoutPrior: string;
  readonly prior: (a: string, b: string) => string;
  readonly normalPrior: (mean: string, sd: string) => string;
  readonly flatPrior: string;
  /** The difference of all segments added up. */
  readonly reversed: (name: string, crude: string) => string;
  readonly differ: (metric: string, p: string) => string;
  readonly areas: (facts: Formatted<'name' | CurveKind>) => string;
}
