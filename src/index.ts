export {CohortRetentionElement} from './charts/cohort-retention/element.js';
export {STATES as CELL_STATES, type CellState, type CohortCells} from './charts/cohort-retention/cells.js';
export type {CohortChange, ComparedRate, SeriesComparison} from './charts/cohort-retention/comparison.js';
export type {CurvePoint, Mean} from './charts/cohort-retention/curve.js';
export type {
  CohortRetentionMetrics,
  CohortRetentionOptions,
  CohortSeries,
  MeanPoint,
} from './charts/cohort-retention/metrics.js';
export type {PlanGap} from './charts/cohort-retention/plan.js';
export type {CohortRetentionData, CohortRow, PlanRow} from './charts/cohort-retention/schema.js';
export type {TrendPoint} from './charts/cohort-retention/trend.js';
export {LoyaltyLadderElement} from './charts/loyalty-ladder/element.js';
export type {
  LoyaltyLadderMetrics,
  LoyaltyLadderOptions,
  RungMetrics,
  SeriesMetrics,
} from './charts/loyalty-ladder/metrics.js';
export type {FlowMetrics, FlowRate, MoveMetrics} from './charts/loyalty-ladder/flows.js';
export type {LoyaltyLadderData, MoveRow, RungRow} from './charts/loyalty-ladder/schema.js';
export {SegmentMatrixElement} from './charts/segment-matrix/element.js';
export type {
  CellMetrics,
  Concentration,
  Figures,
  GridMetrics,
  MigrationMetrics,
  QuadrantMetrics,
  QuadrantsMetrics,
  SegmentMatrixMetrics,
  SegmentMetrics,
  ShareMetrics,
} from './charts/segment-matrix/metrics.js';
export type {SegmentMatrixOptions} from './charts/segment-matrix/options.js';
export type {MatrixRow, SegmentMatrixData} from './charts/segment-matrix/schema.js';
export {TreatmentLiftElement} from './charts/treatment-lift/element.js';
export type {
  ArmShare,
  LiftMetric,
  TreatmentLiftMetrics,
  TreatmentLiftOptions,
} from './charts/treatment-lift/metrics.js';
export type {ArmLevel, Comparison, IncrementMetrics, Reported} from './charts/treatment-lift/comparison.js';
export type {Difference, Reason} from './charts/treatment-lift/compare.js';
export type {Course, CoursePoint, ScoreBins} from './charts/treatment-lift/courses.js';
export type {LiftRow, MetricRow, Period, TreatmentLiftData} from './charts/treatment-lift/schema.js';
export type {Verdict} from './charts/treatment-lift/verdict.js';
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
