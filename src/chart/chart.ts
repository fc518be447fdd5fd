import type {Locale} from '../locale/locale.js';
import type {Language, Vocabulary} from '../locale/vocabulary.js';
import type {Scene} from '../scene/scene.js';
import type {DataTable} from '../table/data-table.js';
import type {Contract, Parsed} from '../validation/contract.js';
import type {DataIssue} from '../validation/data-issue.js';
import type {Field} from '../validation/fields.js';
import type {RuleWords} from '../validation/issue-sentence.js';

/** The room a drawing has, and its type. Height is the layout's own: charts are as high as their content needs. */
export interface Frame {
  /** In pixels. */
  readonly width: number;
  /** Size of labels in pixels: 13 unless the reader enlarges text. */
  readonly labelSize: number;
  /** Size of secondary text in pixels, the smallest there is: 12 unless the reader enlarges text. */
  readonly smallSize: number;
  /** The rhythm in pixels: 8, or 6 when compact. */
  readonly unit: number;
  /** Width of a text in pixels at a size: a canvas ruler in the page, an estimate in Node. */
  readonly textWidth: (text: string, size: number, weight?: 'bold') => number;
}

/** How the reader sees a chart. */
export interface View<Options, Words> extends Pick<PlainReading<Options>, 'rowLimit'> {
  readonly frame: Frame;
  readonly locale: Locale;
  readonly words: Words;
  readonly options: Options;
}

/** A view without a place: what tables and sentences need. */
export type Reading<Options, Words> = Omit<View<Options, Words>, 'frame'>;

/** The finding in one sentence, with the facts it states so that a test can recompute them. */
export interface Headline {
  /** Which of the chart's findings it is. */
  readonly finding: string;
  readonly text: string;
  readonly facts: Readonly<Record<string, string | number | null>>;
}

/** Words every chart must have; its own come beside them. */
export interface ChartWords {
  /** The chart's own name. */
  readonly title: string;
  /** Issues of this chart's own rules, by code. */
  readonly rules: RuleWords;
  /** What is said of data that hold nothing for a view, where that is not that there are no rows. */
  readonly missing?: Readonly<Partial<Record<string, string>>>;
}

/** Options every chart understands. */
export interface CommonOptions {
  readonly view: string;
  /** Groups of fewer customers than this, but more than none, are withheld; 0 or 1 shows all. */
  readonly minCell: number;
}

/** What a chart folder supplies: the steps from JSON to numbers to places to a scene, each a pure function. */
export interface ChartSteps<Data, Options extends CommonOptions, Metrics, Layout, Words extends ChartWords> {
  /** Folder name, and the tag without `insight-`. */
  readonly name: string;
  readonly views: readonly Options['view'][];
  readonly defaults: Omit<Options, 'minCell'>;
  /** What its own options may be, where their defaults do not say it: text is any text, and null may always be where it is. */
  readonly choices?: Readonly<Partial<Record<keyof Options, Field<unknown>>>>;
  readonly words: Vocabulary<Words>;
  /** The JSON contract. */
  readonly contract: Pick<Contract<unknown>, 'fields' | 'lists'>;
  /** The options say what the page knows of its data, such as what a count means. */
  readonly parse: (json: unknown, options: Options) => Parsed<Data>;
  readonly measure: (data: Data, options: Options) => Metrics;
  /** ISO 4217 as the data say; undefined where they do not. */
  readonly currencyOf: (metrics: Metrics) => string | undefined;
  /** True when the data are valid and hold nothing to draw in this view; such metrics are never laid out. */
  readonly isEmpty: (metrics: Metrics, options: Options) => boolean;
  readonly headline: (metrics: Metrics, reading: Reading<Options, Words>) => Headline;
  /** How sure, as of when, from where: sentences under the drawing. */
  readonly notes: (metrics: Metrics, reading: Reading<Options, Words>) => readonly string[];
  readonly tabulate: (metrics: Metrics, reading: Reading<Options, Words>) => DataTable;
  readonly layout: (metrics: Metrics, view: View<Options, Words>) => Layout;
  readonly draw: (layout: Layout, view: View<Options, Words>) => Scene;
}

/** JSON measured: the numbers and the issues of what had to be left out, or only the issues that forbid numbers. */
export interface Measurement<Metrics> {
  readonly metrics: Metrics | null;
  /** True when the data are valid and hold nothing to draw. */
  readonly isEmpty: boolean;
  readonly issues: readonly DataIssue[];
}

/**
 * A chart as everything outside its folder sees it: layout and data types stay inside. Methods rather than function
 * properties, so that charts of different options fit one list.
 */
export interface Chart<Options extends CommonOptions = CommonOptions, Metrics = unknown> {
  readonly name: string;
  readonly views: readonly string[];
  readonly defaults: Options;
  readonly contract: Pick<Contract<unknown>, 'fields' | 'lists'>;
  /** Brings the words of a language; undefined where they are here. Until then the chart speaks English. */
  learn(language: Language): Promise<unknown> | undefined;
  rules(locale: Locale): RuleWords;
  /** The chart's own name in the reader's language: the heading where the page gives none. */
  title(locale: Locale): string;
  /** What is said where a view has nothing to draw. */
  empty(locale: Locale, options: CommonOptions): string;
  /** Reads and measures any JSON; never throws on data. The metrics are frozen. */
  measure(json: unknown, options: Options): Measurement<Metrics>;
  currencyOf(metrics: Metrics): string | undefined;
  headline(metrics: Metrics, reading: PlainReading<Options>): Headline;
  notes(metrics: Metrics, reading: PlainReading<Options>): readonly string[];
  tabulate(metrics: Metrics, reading: PlainReading<Options>): DataTable;
  draw(metrics: Metrics, view: PlainReading<Options> & {readonly frame: Frame}): Scene;
}

/** A reading before the chart has added its own words. */
export interface PlainReading<Options> {
  readonly locale: Locale;
  readonly options: Options;
  /** Of a table: no more rows than this are needed; all unless given. */
  readonly rowLimit?: number;
}
