import {oneOf} from '../../validation/fields.js';
import {Vocabulary} from '../../locale/vocabulary.js';
import {defineChart} from '../../chart/define-chart.js';
import {headlineOfLift} from './headline.js';
import {layoutTreatmentLift} from './layout.js';
import {measureTreatmentLift, type TreatmentLiftMetrics, type TreatmentLiftOptions} from './metrics.js';
import {notesOfLift} from './notes.js';
import {parseTreatmentLift} from './rules.js';
import {drawTreatmentLift} from './scene.js';
import {contract} from './schema.js';
import {tabulateTreatmentLift} from './table.js';
import {en} from './words-en.js';

const defaults: Omit<TreatmentLiftOptions, 'minCell'> = {
  view: 'intervals',
  scale: 'auto',
  level: null,
  metric: null,
  anyTime: false,
  bayesian: false,
};

/** What each view draws of a metric. */
const DRAWN = {intervals: 'comparisons', arms: 'arms', time: 'courses', bins: 'bins'} as const;

const isEmpty = ({metrics}: TreatmentLiftMetrics, {view}: TreatmentLiftOptions): boolean =>
  // Lifts that only the back-end reports say nothing of levels.
  metrics.every((metric) => !metric[DRAWN[view]].length || (view === 'arms' && !metric.measure));

/** Treatment against control: levels, differences and lifts with honest intervals, and what they may be trusted for. */
export const treatmentLift = defineChart({
  name: 'treatment-lift',
  views: ['intervals', 'arms', 'time', 'bins'],
  defaults,
  choices: {scale: oneOf('auto', 'relative', 'absolute')},
  words: new Vocabulary(en, async () => (await import('./words-zh-cn.js')).liftZhCN),
  contract,
  parse: parseTreatmentLift,
  measure: measureTreatmentLift,
  currencyOf: ({currency}) => currency ?? undefined,
  isEmpty,
  headline: headlineOfLift,
  notes: notesOfLift,
  tabulate: tabulateTreatmentLift,
  layout: layoutTreatmentLift,
  draw: drawTreatmentLift,
});
