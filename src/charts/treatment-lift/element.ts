import type {PropertyDeclarations} from 'lit';
import {ChartElement} from '../../chart/chart-element.js';
import {treatmentLift} from './definition.js';
import type {TreatmentLiftMetrics, TreatmentLiftOptions} from './metrics.js';

/**
 * Treatment against control: what a card, a letter or an e-mail changed, with an interval that may be trusted, the
 * check of the split, and a verdict that the drawn interval decides.
 *
 * @element insight-treatment-lift
 * @fires insight-status - The element has entered another state: `detail.status`, `detail.issues`.
 * @fires insight-select - The reader has chosen a comparison, arm, day or bin: `detail.datum`. Cancelable.
 * @fires insight-active - The reader points at or has focused another datum, or none: `detail.datum`.
 * @slot heading - Replaces the heading.
 * @slot note - Whatever is to be said beside the chart's own notes.
 * @slot empty - What to say when there are no rows.
 * @csspart heading - The heading.
 * @csspart headline - The finding in one sentence.
 * @csspart drawing - The SVG.
 * @csspart notes - How sure, as of when, from where.
 * @csspart notice - What is said when there is no picture.
 * @csspart table - The table with every number.
 * @csspart table-switch - The button that shows and hides the table.
 * @csspart tooltip - The tooltip.
 * @csspart row - One comparison, arm or bin with its words.
 * @csspart interval - The line from limit to limit.
 * @csspart estimate - The point.
 * @csspart arrow - An end that nothing bounds, or that lies beyond the scale.
 * @csspart reported - The back-end's own interval.
 * @csspart credible - The credible interval of the Bayesian view.
 * @csspart zero - The line of no difference.
 * @csspart grid - A hairline of the scale.
 * @csspart band - The interval through time.
 * @csspart inner-band - The interval of one look, inside the one that holds at any time.
 * @csspart course - The difference through time.
 * @csspart point - One day, or one cut of a curve, that can be pointed at.
 * @csspart uplift - The uplift curve.
 * @csspart qini - The Qini curve.
 * @csspart random - A random order of the same customers.
 * @csspart area - What lies between a curve and a random order.
 * @csspart label - Any text of the drawing.
 * @cssprop --insight-text - Text, and the line of no difference.
 * @cssprop --insight-muted - Secondary text.
 * @cssprop --insight-accent - Treatment arms, courses and curves.
 * @cssprop --insight-context - The control, and intervals that show nothing.
 * @cssprop --insight-gain - Better.
 * @cssprop --insight-loss - Worse.
 * @cssprop --insight-ground - The ground of tooltips and of exported drawings.
 */
export class TreatmentLiftElement extends ChartElement<TreatmentLiftOptions, TreatmentLiftMetrics> {
  static override readonly properties: PropertyDeclarations = {
    view: {useDefault: true},
    scale: {useDefault: true},
    level: {type: Number},
    metric: {},
    anyTime: {type: Boolean, attribute: 'any-time'},
    bayesian: {type: Boolean},
  };
  protected override readonly chart = treatmentLift;
  /** `intervals`: every comparison; `arms`: the level of each arm; `time`: the test so far; `bins`: uplift by score. */
  view: TreatmentLiftOptions['view'] = treatmentLift.defaults.view;
  /** `auto`, `relative` (lifts, of metrics whose lifts hold) or `absolute` (differences in the metric's own unit). */
  scale: TreatmentLiftOptions['scale'] = treatmentLift.defaults.scale;
  /** Confidence level of the whole test, between 0 and 1; wins over the data's own, else 0.95. */
  level: number | null = treatmentLift.defaults.level;
  /** Only this metric, by its id. */
  metric: string | null = treatmentLift.defaults.metric;
  /** Intervals that stay right however often one looks; the data must give `planned`. */
  anyTime = treatmentLift.defaults.anyTime;
  /** Adds the probability that an arm is higher, expected losses and credible intervals, with the prior printed. */
  bayesian = treatmentLift.defaults.bayesian;

  protected override get options(): TreatmentLiftOptions {
    const {view, scale, level, metric, anyTime, bayesian, minCell} = this;
    return {view, scale, level, metric, anyTime, bayesian, minCell};
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'insight-treatment-lift': TreatmentLiftElement;
  }
}
