import {
  measureTreatmentLift,
  type TreatmentLiftMetrics,
  type TreatmentLiftOptions,
} from '../../../src/charts/treatment-lift/metrics.js';
import {treatmentLift} from '../../../src/charts/treatment-lift/definition.js';
import {estimatedTextWidth} from '../../../src/chart/estimated-ruler.js';
import {frameOf} from '../../../src/chart/frame.js';
import {localeOf} from '../../../src/locale/locale.js';
import type {Mark} from '../../../src/scene/scene.js';
import {marksOf} from '../../support/scenes.js';
import type {Comparison} from '../../../src/charts/treatment-lift/comparison.js';
import {parseTreatmentLift} from '../../../src/charts/treatment-lift/rules.js';
import type {LiftRow} from '../../../src/charts/treatment-lift/schema.js';

/** Everything shown, whatever the size of a group: the worked examples are small. */
export const options: TreatmentLiftOptions = {
  view: 'intervals',
  scale: 'auto',
  level: null,
  metric: null,
  anyTime: false,
  bayesian: false,
  minCell: 0,
};

/** The numbers of JSON that the chart takes, wholly or in part; throws with its issues where it does not. */
export function measured(json: unknown, given: Partial<TreatmentLiftOptions> = {}): TreatmentLiftMetrics {
  const {value, issues} = parseTreatmentLift(json);
  if (value === null) throw new Error(`refused: ${JSON.stringify(issues)}`);
  return measureTreatmentLift(value, {...options, ...given});
}

/** Rows of a treatment and a control. */
export const pair = (treatment: Partial<LiftRow>, control: Partial<LiftRow>): LiftRow[] => [
  {arm: 'C', control: true, ...control},
  {arm: 'T', ...treatment},
];

/** Rows of two rates. */
export const rates = ([t, tn]: readonly [number, number], [c, cn]: readonly [number, number]): LiftRow[] =>
  pair({n: tn, conversions: t}, {n: cn, conversions: c});

/** The only comparison of JSON. */
export function compared(json: unknown, given: Partial<TreatmentLiftOptions> = {}): Comparison {
  const comparisons = measured(json, given).metrics.flatMap((metric) => metric.comparisons);
  if (comparisons.length !== 1) throw new Error(`one comparison expected, got ${comparisons.length}`);
  return comparisons[0]!;
}

/** Paths and codes of the issues of JSON. */
export const issuesOf = (json: unknown): string[] =>
  parseTreatmentLift(json).issues.map(({path, code}) => `${path} ${code}`);

/** All marks that the chart draws of JSON, with any of its options. */
export function drawnMarks(
  json: unknown,
  {width = 720, lang = 'en', ...given}: Partial<TreatmentLiftOptions> & {width?: number; lang?: string} = {},
): Mark[] {
  const locale = localeOf(lang, treatmentLift.currencyOf(measured(json, given)));
  const frame = frameOf({width, textWidth: estimatedTextWidth});
  return marksOf(treatmentLift.draw(measured(json, given), {frame, locale, options: {...options, ...given}}).marks);
}

/** Texts of the marks whose keys begin so. */
export const textsOf = (marks: readonly Mark[], key: string): string[] =>
  marks.flatMap((mark) => (mark.kind === 'text' && mark.key.startsWith(key) ? [mark.text] : []));
