import type {CommonOptions} from '../../chart/chart.js';
import type {MatrixRow} from './schema.js';

export type MatrixView = 'grid' | 'quadrant' | 'share' | 'migration';
export const MEASURES = ['customers', 'value', 'value-per-customer', 'index', 'change'] as const;
export type Measure = (typeof MEASURES)[number];
export const QUADRANT_NAMES = ['none', 'loyalty-profitability', 'wallet-affinity'] as const;

/** What a chart of this kind can be asked. */
export interface SegmentMatrixOptions extends CommonOptions {
  /** `auto`: the view that the rows are made for. */
  readonly view: 'auto' | MatrixView;
  /** What a grid is coloured by; of what the data hold, the first that tells most unless given. */
  readonly measure: Measure | 'auto';
  /** The largest first: rows and columns of a grid by the measure of their sums, segments of the view `share` by index. */
  readonly sorted: boolean;
  /** Names for the quadrants. */
  readonly quadrantNames: (typeof QUADRANT_NAMES)[number];
  /** Where the quadrants meet; null: as the data say. */
  readonly thresholdX: number | null;
  readonly thresholdY: number | null;
  /** Confidence level of every interval, between 0 and 1. */
  readonly level: number;
}

/** The view asked for, or the one that the rows are made for. */
export function viewOf({view}: Pick<SegmentMatrixOptions, 'view'>, rows: readonly MatrixRow[]): MatrixView {
  if (view !== 'auto') return view;
  const [first] = rows;
  if (first?.from || first?.to) return 'migration';
  if (!first?.segment) return 'grid';
  return isNumber(first.x) || isNumber(first.y) ? 'quadrant' : 'share';
}

export const isNumber = (value: number | null | undefined): value is number => typeof value === 'number';
