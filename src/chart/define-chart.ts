import type {Locale} from '../locale/locale.js';
import type {DataIssue} from '../validation/data-issue.js';
import {describeValue} from '../validation/describe-value.js';
import type {Chart, ChartSteps, ChartWords, CommonOptions, Measurement, PlainReading} from './chart.js';

/** English health data withhold groups under five (OpenSAFELY); a page may ask for more, or in words for none. */
export const MIN_CELL = 5;

/**
 * Joins the steps of a chart folder into the one path that everything else uses. Types of data, metrics and layout are
 * inferred here and stay inside the folder.
 */
export function defineChart<Data, Options extends CommonOptions, Metrics, Layout, Words extends ChartWords>(
  steps: ChartSteps<Data, Options, Metrics, Layout, Words>,
): Chart<Options, Metrics> {
  const wordsOf = (locale: Locale) => steps.words[locale.language];
  const withWords = <View extends PlainReading<Options>>(view: View) => ({...view, words: wordsOf(view.locale)});
  return {
    name: steps.name,
    views: steps.views,
    defaults: {...steps.defaults, minCell: MIN_CELL} as Options,
    contract: steps.contract,
    rules: (locale) => wordsOf(locale).rules,
    title: (locale) => wordsOf(locale).title,
    measure: (json, options) => measured(steps, json, options),
    currencyOf: steps.currencyOf,
    headline: (metrics, reading) => steps.headline(metrics, withWords(reading)),
    notes: (metrics, reading) => steps.notes(metrics, withWords(reading)),
    tabulate: (metrics, reading) => steps.tabulate(metrics, withWords(reading)),
    draw: (metrics, view) => {
      const worded = withWords(view);
      return steps.draw(steps.layout(metrics, worded), worded);
    },
  };
}

function measured<Data, Options extends CommonOptions, Metrics, Layout, Words extends ChartWords>(
  steps: ChartSteps<Data, Options, Metrics, Layout, Words>,
  json: unknown,
  options: Options,
): Measurement<Metrics> {
  const unknownView = viewIssue(steps.views, options.view);
  if (unknownView) return {metrics: null, isEmpty: false, issues: [unknownView]};
  const parsed = steps.parse(json, options);
  if (parsed.value === null) return {metrics: null, isEmpty: false, issues: parsed.issues};
  const metrics = deeplyFrozen(steps.measure(parsed.value, options));
  return {metrics, isEmpty: steps.isEmpty(metrics), issues: parsed.issues};
}

/** A view nobody has is said, not replaced: the page's author mistyped it. */
const viewIssue = (views: readonly string[], view: string): DataIssue | null =>
  views.includes(view)
    ? null
    : {path: 'view', code: 'unexpected', expected: views.join(', '), got: describeValue(view)};

function deeplyFrozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value) || ArrayBuffer.isView(value)) return value;
  for (const part of Object.values(value)) deeplyFrozen(part);
  return Object.freeze(value);
}
