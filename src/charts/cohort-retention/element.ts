import type {PropertyDeclarations} from 'lit';
import {ChartElement} from '../../chart/chart-element.js';
import {dense} from '../../chart/dense.js';
import {cohortRetention} from './definition.js';
import type {CohortRetentionMetrics, CohortRetentionOptions} from './metrics.js';

const {defaults} = cohortRetention;

/**
 * Cohort retention: how many customers of each cohort are still there at each age – without lying about time. What is
 * not complete stands apart and in no mean.
 *
 * @element insight-cohort-retention
 * @fires insight-status - The element has entered another state: `detail.status`, `detail.issues`.
 * @fires insight-select - The reader has chosen a cohort at an age: `detail.datum`. Cancelable.
 * @fires insight-active - The reader points at or has focused another cohort or age, or none: `detail.datum`.
 * @slot heading - Replaces the heading.
 * @slot note - Whatever is to be said beside the chart's own notes.
 * @slot empty - What to say when there are no rows.
 * @csspart heading - The heading.
 * @csspart headline - The finding in one sentence.
 * @csspart drawing - The SVG.
 * @csspart cells - The painted cells of a triangle.
 * @csspart notes - How sure, as of when, from where.
 * @csspart notice - What is said when there is no picture.
 * @csspart table - The table with every number.
 * @csspart table-switch - The button that shows and hides the table.
 * @csspart tooltip - The tooltip.
 * @csspart mean - The line of the mean.
 * @csspart band - Its interval.
 * @csspart cohorts - Lines of cohorts of about the same age.
 * @csspart running - Values so far.
 * @csspart plan - The plan.
 * @csspart projection - The projection.
 * @csspart label - Any text of the drawing.
 * @cssprop --insight-text - Text.
 * @cssprop --insight-muted - Secondary text, values so far.
 * @cssprop --insight-accent - The mean, the cells.
 * @cssprop --insight-context - Cohorts.
 * @cssprop --insight-gain - Clearly above plan.
 * @cssprop --insight-loss - Clearly below plan.
 * @cssprop --insight-plan - The plan.
 * @cssprop --insight-ground - The ground of tooltips and of exported drawings.
 */
export class CohortRetentionElement extends ChartElement<CohortRetentionOptions, CohortRetentionMetrics> {
  static override readonly properties: PropertyDeclarations = {
    view: {useDefault: true},
    level: {type: Number, useDefault: true},
    mode: {useDefault: true},
    mean: {useDefault: true},
    relative: {useDefault: true},
    values: {useDefault: true},
    group: {useDefault: true},
    cohorts: {useDefault: true},
    age: {type: Number, useDefault: true},
    projection: {type: Number, useDefault: true},
    poolTruncated: {type: Boolean, attribute: 'pool-truncated'},
  };
  override readonly dense = dense;
  protected override readonly chart = cohortRetention;
  /** `curves`: by age; `triangle`: cohort × age; `both`: one over the other; `trend`: one age through time. */
  view: CohortRetentionOptions['view'] = defaults.view;
  /** Confidence level of every interval, between 0 and 1. */
  level = defaults.level;
  /** What a count means: `bounded`, `on-or-after` or `still-active`; wins over what the data say. */
  mode: CohortRetentionOptions['mode'] = defaults.mode;
  /** `pooled`, `chained` (like for like) or `simple`; Kaplan–Meier for `still-active` unless given. */
  mean: CohortRetentionOptions['mean'] = defaults.mean;
  /** Rates against the `start`, or against the `previous` age. */
  relative: CohortRetentionOptions['relative'] = defaults.relative;
  /** `rates` or `counts`. */
  values: CohortRetentionOptions['values'] = defaults.values;
  /** Pools cohorts of one calendar `month`, `quarter` or `year`. */
  group: CohortRetentionOptions['group'] = defaults.group;
  /** Only these cohorts, separated by commas. */
  cohorts = defaults.cohorts;
  /** The age of `trend`, at which cohorts and series are compared too; the latest well-known one unless given. */
  age: number | null = defaults.age;
  /** Ages to project beyond the data; 0: none. */
  projection = defaults.projection;
  /** Lets cohorts that began before the data into means and findings. */
  poolTruncated = defaults.poolTruncated;

  protected override get options(): CohortRetentionOptions {
    const {view, level, mode, mean, relative, values, group, cohorts, age, projection, poolTruncated, minCell} = this;
    return {view, level, mode, mean, relative, values, group, cohorts, age, projection, poolTruncated, minCell};
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'insight-cohort-retention': CohortRetentionElement;
  }
}
