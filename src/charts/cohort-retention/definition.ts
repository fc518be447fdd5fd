import {count, oneOf} from '../../validation/fields.js';
import {Vocabulary} from '../../locale/vocabulary.js';
import {defineChart} from '../../chart/define-chart.js';
import {headlineOfCohorts} from './headline.js';
import {layoutCohortRetention} from './layout.js';
import {type CohortRetentionMetrics, type CohortRetentionOptions, measureCohortRetention} from './metrics.js';
import {notesOfCohorts} from './notes.js';
import {parseCohortRetention} from './rules.js';
import {drawCohortRetention} from './scene.js';
import {contract, MODES} from './schema.js';
import {tabulateCohortRetention} from './table.js';
import {en} from './words-en.js';

const defaults: Omit<CohortRetentionOptions, 'minCell'> = {
  view: 'curves',
  level: 0.95,
  mode: '',
  mean: '',
  relative: 'start',
  values: 'rates',
  group: '',
  cohorts: '',
  age: null,
  projection: 0,
  poolTruncated: false,
};

/** As many ages as anybody can look ahead: the next would only cost time. */
const MOST_PROJECTED = 600;

/** The data or the chart decide where nothing is chosen. */
const orNone = (...choices: readonly string[]) => ({...oneOf('', ...choices), expected: choices.join(', ')});

const choices = {
  mode: orNone(...MODES),
  mean: orNone('pooled', 'chained', 'simple'),
  relative: oneOf('start', 'previous'),
  values: oneOf('rates', 'counts'),
  group: orNone('month', 'quarter', 'year'),
  age: count,
  projection: {
    ...count,
    expected: `0–${MOST_PROJECTED}`,
    read: (value: unknown) => ((count.read(value) ?? Infinity) <= MOST_PROJECTED ? value : undefined),
  },
};

const isEmpty = ({series}: CohortRetentionMetrics): boolean => series.every(({cohorts}) => cohorts.length === 0);

/** How many customers of each cohort are still there at each age. */
export const cohortRetention = defineChart({
  name: 'cohort-retention',
  views: ['curves', 'triangle', 'both', 'trend'],
  defaults,
  choices,
  words: new Vocabulary(en, async () => (await import('./words-zh-cn.js')).cohortZhCN),
  contract,
  parse: parseCohortRetention,
  measure: measureCohortRetention,
  currencyOf: () => undefined,
  isEmpty,
  headline: headlineOfCohorts,
  notes: notesOfCohorts,
  tabulate: tabulateCohortRetention,
  layout: layoutCohortRetention,
  draw: drawCohortRetention,
});
