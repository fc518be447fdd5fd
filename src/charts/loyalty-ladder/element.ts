import type {PropertyDeclarations} from 'lit';
import {ChartElement} from '../../chart/chart-element.js';
import {loyaltyLadder} from './definition.js';
import type {LoyaltyLadderMetrics, LoyaltyLadderOptions} from './metrics.js';

/**
 * The loyalty ladder: how many customers stand on each rung, how many climb, who slips back, who enters and leaves.
 *
 * @element insight-loyalty-ladder
 * @fires insight-status - The element has entered another state: `detail.status`, `detail.issues`.
 * @fires insight-select - The reader has chosen a rung, step or move: `detail.datum`. Cancelable.
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
 * @csspart rung - One rung with its labels.
 * @csspart bar - A rung's bar.
 * @csspart previous - The outline of the previous count.
 * @csspart target - The target mark.
 * @csspart climb - An arrow of customers who climbed.
 * @csspart slip - An arrow of customers who slipped back.
 * @csspart label - Any text of the drawing.
 * @cssprop --insight-text - Text.
 * @cssprop --insight-muted - Secondary text.
 * @cssprop --insight-accent - Bars of this period.
 * @cssprop --insight-context - Outlines of the previous period, spend.
 * @cssprop --insight-gain - Climbing.
 * @cssprop --insight-loss - Slipping back.
 * @cssprop --insight-plan - Targets.
 * @cssprop --insight-ground - The ground of tooltips and of exported drawings.
 */
export class LoyaltyLadderElement extends ChartElement<LoyaltyLadderOptions, LoyaltyLadderMetrics> {
  static override readonly properties: PropertyDeclarations = {
    view: {useDefault: true},
    level: {type: Number, useDefault: true},
  };
  protected override readonly chart = loyaltyLadder;
  /** `ladder`: stock with flows; `funnel`: how far customers got; `moves`: from rung to rung. */
  view: LoyaltyLadderOptions['view'] = loyaltyLadder.defaults.view;
  /** Confidence level of every interval, between 0 and 1. */
  level = loyaltyLadder.defaults.level;

  protected override get options(): LoyaltyLadderOptions {
    return {view: this.view, level: this.level, minCell: this.minCell};
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'insight-loyalty-ladder': LoyaltyLadderElement;
  }
}
