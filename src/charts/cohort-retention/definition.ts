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

const choices = {
  mode: ['', ...MODES],
  mean: ['', 'pooled', 'chained', 'simple'],
  relative: ['start', 'previous'],
  values: ['rates', 'counts'],
  group: ['', 'month', 'quarter', 'year'],
  age: 'count',
  projection: MOST_PROJECTED,
} as const;

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
