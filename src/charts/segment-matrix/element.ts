import type {CSSResultGroup, PropertyDeclarations} from 'lit';
import {ChartElement} from '../../chart/chart-element.js';
import {dense} from '../../chart/dense.js';
import {elementStyles} from '../../chart/element-styles.js';
import {handleStyles} from './handle-styles.js';
import {HandleController} from '../../chart/controllers/handle.js';
import {InsightSelectEvent} from '../../chart/events.js';
import {segmentMatrix} from './definition.js';
import type {SegmentMatrixMetrics} from './metrics.js';
import type {SegmentMatrixOptions} from './options.js';

const optionalNumber = {
  fromAttribute: (text: string | null): number | null => (text === null || text === '' ? null : Number(text)),
};

/**
 * The segment matrix: which customers carry the value – as a grid of two categories, as quadrants with movable thresholds,
 * as share of customers × share of value, or as moves from segment to segment. Small groups are withheld.
 *
 * @element insight-segment-matrix
 * @fires insight-status - The element has entered another state: `detail.status`, `detail.issues`.
 * @fires insight-select - The reader has chosen a cell, segment, quadrant or move, or has moved the thresholds:
 *   `detail.datum`; of a quadrant with `members`, `thresholdX`, `thresholdY`; of the thresholds (`id: "thresholds"`) with
 *   the members of each quadrant. Cancelable: cancelled, the thresholds go back to where they were.
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
 * @csspart cell - One cell of a grid or a migration.
 * @csspart sum - A sum of a row or a column.
 * @csspart shade - The shade of a cell.
 * @csspart swatch - A step of the legend.
 * @csspart segment - One segment with its labels.
 * @csspart bar - A segment's bar in the view `share`.
 * @csspart average - The line of the average customer.
 * @csspart curve - The concentration curve with its square.
 * @csspart bubble - A segment's bubble in the view `quadrant`.
 * @csspart arrow - The way from a segment's previous position.
 * @csspart quadrant - A quadrant's name and sums.
 * @csspart threshold - A threshold's line.
 * @csspart knob - Where the thresholds meet.
 * @csspart label - Any text of the drawing.
 * @cssprop --insight-text - Text and thresholds.
 * @cssprop --insight-muted - Secondary text.
 * @cssprop --insight-accent - Cells, bubbles, bars above the average.
 * @cssprop --insight-series-2 - Cells below the average.
 * @cssprop --insight-context - Bars below the average, stayers.
 * @cssprop --insight-gain - Better, more.
 * @cssprop --insight-loss - Worse, less, negative value.
 * @cssprop --insight-wash - Withheld cells.
 * @cssprop --insight-ground - The ground of tooltips and of exported drawings.
 */
export class SegmentMatrixElement extends ChartElement<SegmentMatrixOptions, SegmentMatrixMetrics> {
  static override readonly styles: CSSResultGroup = [elementStyles, handleStyles];
  static override readonly properties: PropertyDeclarations = {
    view: {},
    measure: {},
    sorted: {type: Boolean},
    quadrantNames: {attribute: 'quadrant-names'},
    thresholdX: {attribute: 'threshold-x', converter: optionalNumber},
    thresholdY: {attribute: 'threshold-y', converter: optionalNumber},
    level: {type: Number},
  };
  override readonly dense = dense;
  protected override readonly chart = segmentMatrix;
  /** `grid`, `quadrant`, `share`, `migration`; `auto` takes the one that the rows are made for. */
  view: SegmentMatrixOptions['view'] = segmentMatrix.defaults.view;
  /** What a grid is coloured by: `customers`, `value`, `value-per-customer`, `index`, `change`, or `auto`. */
  measure: SegmentMatrixOptions['measure'] = segmentMatrix.defaults.measure;
  /**
   * The largest first instead of in the order given: rows and columns of a grid by the measure of their sums, segments of
   * the view `share` by index; what has no number comes last. It goes before `order`, `rowOrder` and `columnOrder` of the
   * data. Quadrants have places, and tiers of a migration their own order: both stay. An order that names what no row has,
   * or lacks what one has, is an issue and nothing is drawn.
   */
  sorted = segmentMatrix.defaults.sorted;
  /** Names for quadrants and axes: `none`, `loyalty-profitability` or `wallet-affinity`. */
  quadrantNames: SegmentMatrixOptions['quadrantNames'] = segmentMatrix.defaults.quadrantNames;
  /** Where the quadrants meet on the horizontal axis; null: where the data say. Moves as the reader moves it. */
  thresholdX: number | null = null;
  /** The same on the vertical axis. */
  thresholdY: number | null = null;
  /** Confidence level of every interval, between 0 and 1. */
  level = segmentMatrix.defaults.level;

  readonly #handles = new HandleController(this, {
    move: ({x, y}) => {
      this.#hold();
      this.thresholdX = x ?? this.thresholdX;
      this.thresholdY = y ?? this.thresholdY;
    },
    reset: () => {
      this.#hold();
      this.resetThresholds();
      void this.updateComplete.then(() => this.#announce());
    },
    settle: () => void this.updateComplete.then(() => this.#announce()),
    revert: () => this.#revert(),
  });
  /** Where the thresholds were before the reader took hold of them. */
  #before: Pick<SegmentMatrixOptions, 'thresholdX' | 'thresholdY'> | undefined;

  /** Puts the thresholds back to where the data say. */
  resetThresholds(): void {
    this.thresholdX = this.thresholdY = null;
  }

  protected override get options(): SegmentMatrixOptions {
    const {view, measure, sorted, quadrantNames, thresholdX, thresholdY, level, minCell} = this;
    return {view, measure, sorted, quadrantNames, thresholdX, thresholdY, level, minCell};
  }

  protected override updated(): void {
    super.updated();
    this.#handles.attach(this.renderRoot.querySelector('svg'), this.scene);
  }

  #hold(): void {
    this.#before ??= {thresholdX: this.thresholdX, thresholdY: this.thresholdY};
  }

  #revert(): void {
    Object.assign(this, this.#before);
    this.#before = undefined;
  }

  /** Tells the page where the thresholds are now and who is where; a page that cancels keeps them where they were. */
  #announce(): void {
    const {metrics} = this;
    if (!this.#before || metrics?.view !== 'quadrant') return;
    const {x, y, quadrants} = metrics;
    const members = Object.fromEntries(quadrants.map((d) => [d.quadrant, d.members]));
    const datum = Object.freeze({id: 'thresholds', thresholdX: x.threshold, thresholdY: y.threshold, ...members});
    if (this.dispatchEvent(new InsightSelectEvent({chart: this.chartName, datum}))) this.#before = undefined;
    else this.#revert();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'insight-segment-matrix': SegmentMatrixElement;
  }
}
