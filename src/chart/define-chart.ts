import {sharedWords, type Locale} from '../locale/locale.js';
import type {DataIssue} from '../validation/data-issue.js';
import {describeValue} from '../validation/describe-value.js';
import {label} from '../scene/marks.js';
import type {Scene} from '../scene/scene.js';
import {count, type Field, flag, level, oneOf, text} from '../validation/fields.js';
import type {Chart, ChartSteps, ChartWords, CommonOptions, Frame, Measurement, PlainReading} from './chart.js';

/** English health data withhold groups under five (OpenSAFELY); a page may ask for more, or in words for none. */
export const MIN_CELL = 5;

/**
 * Joins the steps of a chart folder into the one path that everything else uses. Types of data, metrics and layout are
 * inferred here and stay inside the folder.
 */
export function defineChart<Data, Options extends CommonOptions, Metrics, Layout, Words extends ChartWords>(
  steps: ChartSteps<Data, Options, Metrics, Layout, Words>,
): Chart<Options, Metrics> {
  const wordsOf = (locale: Locale) => steps.words.in(locale.language);
  const withWords = <View extends PlainReading<Options>>(view: View) => ({...view, words: wordsOf(view.locale)});
  const empty = (locale: Locale, {view}: CommonOptions) => wordsOf(locale).missing?.[view] ?? locale.words.empty;
  return {
    name: steps.name,
    views: steps.views,
    defaults: {...steps.defaults, minCell: MIN_CELL} as Options,
    contract: steps.contract,
    learn: (language) => {
      const coming = [sharedWords.learn(language), steps.words.learn(language)].filter((one) => one !== undefined);
      return coming.length ? Promise.all(coming) : undefined;
    },
    rules: (locale) => wordsOf(locale).rules,
    empty,
    title: (locale) => wordsOf(locale).title,
    measure: (json, options) => measured(steps, json, options),
    currencyOf: steps.currencyOf,
    headline: (metrics, reading) => steps.headline(metrics, withWords(reading)),
    notes: (metrics, reading) => steps.notes(metrics, withWords(reading)),
    tabulate: (metrics, reading) => steps.tabulate(metrics, withWords(reading)),
    draw: (metrics, view) => {
      const worded = withWords(view);
      if (steps.isEmpty(metrics, view.options)) return emptyScene(empty(view.locale, view.options), view.frame);
      return steps.draw(steps.layout(metrics, worded), worded);
    },
  };
}

function measured<Data, Options extends CommonOptions, Metrics, Layout, Words extends ChartWords>(
  steps: ChartSteps<Data, Options, Metrics, Layout, Words>,
  json: unknown,
  options: Options,
): Measurement<Metrics> {
  const wrong = optionIssues(steps, options);
  if (wrong.length) return {metrics: null, isEmpty: false, issues: wrong};
  const parsed = steps.parse(json, options);
  if (parsed.value === null) return {metrics: null, isEmpty: false, issues: parsed.issues};
  const metrics = steps.measure(parsed.value, options);
  return {metrics, isEmpty: steps.isEmpty(metrics, options), issues: parsed.issues};
}

/** A drawing that says that there is none: a report shows no blank box. */
const emptyScene = (sentence: string, {width, labelSize: size}: Frame): Scene => ({
  width,
  height: size * 2,
  marks: [label('empty', sentence, {x: 0, y: size, size, paint: {fill: 'muted'}})],
});

/** An option that cannot be is said, not replaced: the page's author mistyped it. */
function optionIssues<Options extends CommonOptions>(
  {views, defaults, choices}: Pick<ChartSteps<never, Options, never, never, never>, 'views' | 'defaults' | 'choices'>,
  options: Options,
): DataIssue[] {
  const usual: Readonly<Record<string, unknown>> = {...defaults, minCell: MIN_CELL};
  const fields: Readonly<Record<string, Field<unknown> | undefined>> = {
    ...{view: oneOf(...views), minCell: count, level},
    ...choices,
  };
  return Object.keys(usual).flatMap((name): DataIssue[] => {
    const got = (options as Readonly<Record<string, unknown>>)[name];
    const isFlag = typeof usual[name] === 'boolean';
    const field = fields[name] ?? (isFlag ? flag : text);
    // An attribute that is not there: a flag that is off, and null where that is the default.
    const isOff = isFlag ? got === null || got === undefined : got === null && usual[name] === null;
    // Decimal text is a number in data; an option has its own kind.
    if (isOff || (got !== undefined && field.read(got) === got)) return [];
    return [{path: attributeOf(name), code: 'unexpected', expected: field.expected, got: describeValue(got)}];
  });
}

const attributeOf = (option: string): string => option.replaceAll(/[A-Z]/g, '-$&').toLowerCase();
