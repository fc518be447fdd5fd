import type {Chart, CommonOptions, Frame, Headline} from './chart/chart.js';
import {deeplyFrozen} from './chart/deeply-frozen.js';
import {frameOf} from './chart/frame.js';
import * as list from './charts/index.js';
import {localeOf, type Locale} from './locale/locale.js';
import {toSvgString} from './scene/to-svg-string.js';
import {writeMany} from './scene/write-many.js';
import type {DataTable} from './table/data-table.js';
import {dark, light} from './theme/theme.js';
import type {DataIssue} from './validation/data-issue.js';
import {issueSentence} from './validation/issue-sentence.js';
import {zodSchemaOf} from './validation/zod-schema.js';

/** All charts, as `charts/index.ts` lists them. */
export const charts: readonly Chart[] = Object.values(list);

// A report is written at once, so every language is here before the first.
for (const chart of charts) await chart.learn('zh-CN');

/** The name of a chart: the tag without `insight-`. */
export type ChartName = (typeof list)[keyof typeof list]['name'];

/** How a drawing without a browser should look; chart options (`view`, `level` …) stand beside these. */
export interface StaticOptions {
  /** BCP 47; English where we do not speak the language. */
  readonly lang?: string;
  /** ISO 4217; without it amounts are plain numbers. */
  readonly currency?: string;
  /** In pixels; 720 unless given. */
  readonly width?: number;
  readonly theme?: 'light' | 'dark';
  readonly fontFamily?: string;
  /** Width of a text in pixels at a size; an estimate unless given. */
  readonly textWidth?: Frame['textWidth'];
  readonly [option: string]: unknown;
}

/** Data that a chart cannot take. `issues` says where and why. */
export class DataIssuesError extends Error {
  override readonly name = 'DataIssuesError';
  constructor(
    message: string,
    readonly issues: readonly DataIssue[],
  ) {
    super(message);
  }
}

/** The numbers a chart computes from JSON: the same object as `element.metrics`. Throws `DataIssuesError`. */
export const measure = (chart: string, json: unknown, options: StaticOptions = {}): unknown =>
  deeplyFrozen(prepare(chart, json, options).metrics);

/** The drawing as one self-contained SVG file. Throws `DataIssuesError`. */
export function renderToSvg(chart: string, json: unknown, options: StaticOptions = {}): string {
  const {definition, metrics, reading} = prepare(chart, json, options);
  const {width, textWidth} = options;
  const frame = frameOf({...(width === undefined ? {} : {width}), ...(textWidth ? {textWidth} : {})});
  const colours = options.theme === 'dark' ? dark : light;
  return toSvgString(definition.draw(metrics, {...reading, frame}), {
    title: definition.headline(metrics, reading).text,
    colourOf: (ink) => colours[ink],
    fontFamily: options.fontFamily ?? 'system-ui, sans-serif',
    writeMany,
  });
}

/** Every number of the chart in rows. Throws `DataIssuesError`. */
export function tabulate(chart: string, json: unknown, options: StaticOptions = {}): DataTable {
  const {definition, metrics, reading} = prepare(chart, json, options);
  return definition.tabulate(metrics, reading);
}

/** The finding in one sentence, with its facts. Throws `DataIssuesError`. */
export function headline(chart: string, json: unknown, options: StaticOptions = {}): Headline {
  const {definition, metrics, reading} = prepare(chart, json, options);
  return definition.headline(metrics, reading);
}

/** What a chart takes, as a Zod schema: for a backend in TypeScript that checks what it sends. */
export const schema = (chart: string): ReturnType<typeof zodSchemaOf> => zodSchemaOf(chartNamed(chart).contract);

interface Prepared {
  readonly definition: Chart;
  readonly metrics: unknown;
  readonly reading: {readonly locale: Locale; readonly options: CommonOptions};
}

function chartNamed(name: string): Chart {
  const found = charts.find((chart) => chart.name === name);
  if (!found) throw new Error(`unknown chart: ${name}`);
  return found;
}

function prepare(name: string, json: unknown, given: StaticOptions): Prepared {
  const definition = chartNamed(name);
  const options = optionsOf(definition, given);
  const plain = localeOf(given.lang ?? 'en', given.currency);
  const measured = definition.measure(json, options);
  if (measured.metrics === null) {
    const sentences = measured.issues.map((issue) => issueSentence(issue, plain.words, definition.rules(plain)));
    throw new DataIssuesError(sentences.join('\n'), measured.issues);
  }
  const locale = localeOf(given.lang ?? 'en', given.currency ?? definition.currencyOf(measured.metrics));
  return {definition, metrics: measured.metrics, reading: {locale, options}};
}

/** The chart's own options among those given; what is not given takes the chart's default. */
const optionsOf = ({defaults}: Chart, given: StaticOptions): CommonOptions =>
  Object.fromEntries(
    Object.entries(defaults).map(([name, value]) => [name, given[name] ?? value]),
  ) as unknown as CommonOptions;
