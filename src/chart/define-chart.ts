import {sharedWords, type Locale} from '../locale/locale.js';
import type {DataIssue} from '../validation/data-issue.js';
import type {Expectation} from '../locale/words.js';
import {describeValue} from '../validation/describe-value.js';
import {label} from '../scene/marks.js';
import type {Scene} from '../scene/scene.js';
import type {
  Chart,
  ChartSteps,
  ChartWords,
  CommonOptions,
  Frame,
  Measurement,
  OptionChoice,
  PlainReading,
} from './chart.js';

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
    title: (locale) => wordsOf(locale).title,
    measure: (json, options) => measured(steps, json, options),
    currencyOf: steps.currencyOf,
    headline: (metrics, reading) => steps.headline(metrics, withWords(reading)),
    notes: (metrics, reading) => steps.notes(metrics, withWords(reading)),
    tabulate: (metrics, reading) => steps.tabulate(metrics, withWords(reading)),
    draw: (metrics, view) => {
      const worded = withWords(view);
      if (steps.isEmpty(metrics, view.options)) return emptyScene(view);
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
  const metrics = deeplyFrozen(steps.measure(parsed.value, options));
  return {metrics, isEmpty: steps.isEmpty(metrics, options), issues: parsed.issues};
}

/** A drawing that says that there is none: a report shows no blank box. */
const emptyScene = ({frame: {width, labelSize}, locale}: {readonly frame: Frame; readonly locale: Locale}): Scene => ({
  width,
  height: labelSize * 2,
  marks: [label('empty', locale.words.empty, {x: 0, y: labelSize, size: labelSize, paint: {fill: 'muted'}})],
});

/** An option that cannot be is said, not replaced: the page's author mistyped it. */
function optionIssues<Options extends CommonOptions>(
  {views, defaults, choices}: Pick<ChartSteps<never, Options, never, never, never>, 'views' | 'defaults' | 'choices'>,
  options: Options,
): DataIssue[] {
  const all: Readonly<Record<string, unknown>> = {...defaults, minCell: MIN_CELL};
  const common: Readonly<Record<string, OptionChoice | undefined>> = {
    view: views,
    minCell: 'count',
    level: 'level',
    ...choices,
  };
  return Object.keys(all).flatMap((name): DataIssue[] => {
    const usual = all[name];
    const choice = common[name] ?? (typeof usual === 'boolean' ? 'flag' : 'text');
    const got = (options as Readonly<Record<string, unknown>>)[name];
    if ((got === null && usual === null) || isChoice(got, choice)) return [];
    return [{path: attributeOf(name), code: 'unexpected', expected: expectedOf(choice), got: describeValue(got)}];
  });
}

const attributeOf = (option: string): string => option.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const KINDS: Readonly<Record<Extract<OptionChoice, string>, (value: unknown) => boolean>> = {
  count: (value) => Number.isInteger(value) && (value as number) >= 0,
  flag: (value) => typeof (value ?? false) === 'boolean',
  level: (value) => typeof value === 'number' && value > 0 && value < 1,
  number: (value) => Number.isFinite(value),
  text: (value) => typeof value === 'string',
};

const isChoice = (value: unknown, choice: OptionChoice): boolean =>
  typeof choice === 'number'
    ? KINDS.count(value) && (value as number) <= choice
    : typeof choice === 'string'
      ? KINDS[choice](value)
      : choice.includes(value as string);

const expectedOf = (choice: OptionChoice): string =>
  typeof choice === 'number'
    ? `0–${choice}`
    : typeof choice === 'string'
      ? (choice satisfies Expectation)
      : choice.filter(Boolean).join(', ');

/** Objects by key: lists of values would be thrown away ten thousand times. Typed arrays cannot be frozen. */
function deeplyFrozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value) || ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) value.forEach(deeplyFrozen);
  else
    for (const key of Object.keys(value) as (keyof Value)[]) {
      const part = value[key];
      if (typeof part === 'object') deeplyFrozen(part);
    }
  return Object.freeze(value);
}
