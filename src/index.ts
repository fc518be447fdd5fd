export {LoyaltyLadderElement} from './charts/loyalty-ladder/element.js';
export type {
  LoyaltyLadderMetrics,
  LoyaltyLadderOptions,
  RungMetrics,
  SeriesMetrics,
} from './charts/loyalty-ladder/metrics.js';
export type {FlowMetrics, FlowRate, MoveMetrics} from './charts/loyalty-ladder/flows.js';
export type {LoyaltyLadderData, MoveRow, RungRow} from './charts/loyalty-ladder/schema.js';
export type {Headline} from './chart/chart.js';
export {
  InsightActiveEvent,
  InsightSelectEvent,
  InsightStatusEvent,
  type DatumDetail,
  type StatusDetail,
} from './chart/events.js';
export {STATUSES, type Status} from './chart/status.js';
export type {Cell, Column, DataTable} from './table/data-table.js';
export type {DataIssue} from './validation/data-issue.js';
