import {Vocabulary} from '../../locale/vocabulary.js';
import {defineChart} from '../../chart/define-chart.js';
import {headlineOfCohorts} from './headline.js';
import {layoutCohortRetention} from './layout.js';
import {type CohortRetentionMetrics, type CohortRetentionOptions, measureCohortRetention} from './metrics.js';
import {notesOfCohorts} from './notes.js';
import {parseCohortRetention} from './rules.js';
import {drawCohortRetention} from './scene.js';
import {contract} from './schema.js';
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

const isEmpty = ({series}: CohortRetentionMetrics): boolean => series.every(({cohorts}) => cohorts.length === 0);

/** How many customers of each cohort are still there at each age. */
export const cohortRetention = defineChart({
  name: 'cohort-retention',
  views: ['curves', 'triangle', 'both', 'trend'],
  defaults,
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
