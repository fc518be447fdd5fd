import {oneOf, quantity} from '../../validation/fields.js';
import {Vocabulary} from '../../locale/vocabulary.js';
import {defineChart} from '../../chart/define-chart.js';
import {headlineOfMatrix} from './headline.js';
import {layoutSegmentMatrix} from './layout.js';
import {measureSegmentMatrix, partsOf} from './measure.js';
import {notesOfMatrix} from './notes.js';
import {MEASURES, QUADRANT_NAMES, type SegmentMatrixOptions} from './options.js';
import {parseSegmentMatrix} from './rules.js';
import {drawSegmentMatrix} from './scene.js';
import {contract} from './schema.js';
import {tabulateSegmentMatrix} from './table.js';
import {en} from './words-en.js';

const defaults: Omit<SegmentMatrixOptions, 'minCell'> = {
  view: 'auto',
  measure: 'auto',
  sorted: false,
  quadrantNames: 'none',
  thresholdX: null,
  thresholdY: null,
  level: 0.95,
};

/** Segments by size and worth: grid, quadrants, shares and migration, with small groups protected. */
export const segmentMatrix = defineChart({
  name: 'segment-matrix',
  views: ['auto', 'grid', 'quadrant', 'share', 'migration'],
  defaults,
  choices: {
    measure: oneOf('auto', ...MEASURES),
    quadrantNames: oneOf(...QUADRANT_NAMES),
    thresholdX: quantity,
    thresholdY: quantity,
  },
  words: new Vocabulary(en, async () => (await import('./words-zh-cn.js')).matrixZhCN),
  contract,
  parse: parseSegmentMatrix,
  measure: measureSegmentMatrix,
  currencyOf: ({currency}) => currency ?? undefined,
  isEmpty: (metrics) => partsOf(metrics).every(({customers, isWithheld}) => customers === null && !isWithheld),
  headline: headlineOfMatrix,
  notes: notesOfMatrix,
  tabulate: tabulateSegmentMatrix,
  layout: layoutSegmentMatrix,
  draw: drawSegmentMatrix,
});
