import type {AxisUnit, ProfileField, Quadrant} from './schema.js';
import type {Measure} from './options.js';
import type {CurvePoint} from '../../statistics/concentration.js';
import type {NetPromotion} from '../../statistics/net-promotion.js';
import type {Proportion} from '../../statistics/proportion.js';

/** What is known of a group of customers. Shares are 0–1; null means "not defined", "not given" or withheld, never 0. */
export interface Figures {
  /** True where the count is too small to be shown, or would tell one that is; everything else is null then. */
  readonly isWithheld: boolean;
  readonly customers: number | null;
  readonly value: number | null;
  /** Of all customers of the matrix. */
  readonly customerShare: number | null;
  readonly valueShare: number | null;
  /** 100 · valueShare / customerShare. */
  readonly index: number | null;
  readonly valuePerCustomer: number | null;
  /** True where only the previous count, and the change with it, must not be shown or would tell one. */
  readonly isPreviousWithheld: boolean;
  readonly previous: number | null;
  /** customers − previous */
  readonly change: number | null;
  readonly changeRate: number | null;
}

/** One cell of a grid, or a sum: of a row where `column` is null, of a column where `row` is. */
export interface CellMetrics extends Figures {
  readonly row: string | null;
  readonly column: string | null;
}

/** The view `grid`: cells, and the sums of rows, columns and all. */
export interface GridMetrics {
  readonly view: 'grid';
  /** What the cells are coloured by. */
  readonly measure: Measure;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Row by row. */
  readonly cells: readonly CellMetrics[];
  readonly rowSums: readonly CellMetrics[];
  readonly columnSums: readonly CellMetrics[];
  readonly total: Figures;
}

/** Texts that describe a segment, as far as they are given. */
export type Profile = Readonly<Partial<Record<ProfileField, string>>>;

/** One segment: where it stands, and where it stood before. */
export interface SegmentMetrics extends Figures {
  readonly segment: string;
  readonly profile: Profile;
  readonly x: number | null;
  readonly y: number | null;
  readonly previousX: number | null;
  readonly previousY: number | null;
  /** null where the segment is withheld, or in the view `share`. */
  readonly quadrant: Quadrant | null;
}

/** How unevenly value is spread over customers. */
export interface Concentration {
  /** 0 (equal) to 1; null when a segment loses money. */
  readonly gini: number | null;
  /** From (0, 0) to (1, 1), best customers first. */
  readonly curve: readonly CurvePoint[];
  /** Share of value that the best share of customers hold. */
  readonly top: readonly CurvePoint[];
  /** Least share of customers that hold 80 % of the value. */
  readonly customersFor80: number;
  /** The highest point of the curve: above 1 when some segments lose money. */
  readonly peak: CurvePoint;
}

/** The view `share`: segments by their share of customers and of value. */
export interface ShareMetrics {
  readonly view: 'share';
  readonly segments: readonly SegmentMetrics[];
  /** The withheld segments together, as total less shown ones; null without any, or without a total. */
  readonly rest: Figures | null;
  readonly total: Figures;
  readonly concentration: Concentration | null;
}

/**
 * The shown segments of one quadrant, as shares of all customers; withheld itself where none is and others are withheld.
 */
export interface QuadrantMetrics extends Figures {
  readonly quadrant: Quadrant;
  /** The name given in the data; null where a preset or the bare place serves. */
  readonly name: string | null;
  readonly members: readonly string[];
  readonly memberCount: number;
}

/** An axis of the quadrants and where they meet on it. */
export interface Axis {
  readonly label: string | null;
  readonly unit: AxisUnit;
  readonly threshold: number;
  /** Where the threshold is as long as nobody moves it. */
  readonly initial: number;
}

/** The view `quadrant`: segments on two axes, and what the thresholds make of them. */
export interface QuadrantsMetrics {
  readonly view: 'quadrant';
  readonly x: Axis;
  readonly y: Axis;
  /** True when no row has a count: each is one customer. */
  readonly isIndividual: boolean;
  readonly segments: readonly SegmentMetrics[];
  readonly quadrants: readonly QuadrantMetrics[];
  /** The withheld segments together, in no quadrant; null without any, or without a total. */
  readonly rest: Figures | null;
  readonly total: Figures;
}

/** Customers who went from one tier to another; a sum of a tier where one side is null. */
export interface MoveMetrics {
  readonly from: string | null;
  readonly to: string | null;
  readonly isWithheld: boolean;
  readonly customers: number | null;
  /** Of those who were on the tier `from`; of all for the sums of `to`. */
  readonly rate: Proportion | null;
}

/** The view `migration`: who went from which tier to which. */
export interface MigrationMetrics {
  readonly view: 'migration';
  /** Lowest first. */
  readonly tiers: readonly string[];
  readonly moves: readonly MoveMetrics[];
  readonly fromSums: readonly MoveMetrics[];
  readonly toSums: readonly MoveMetrics[];
  readonly customers: number | null;
  /** Of all customers whose move is shown. */
  readonly better: Proportion | null;
  readonly same: Proportion | null;
  readonly worse: Proportion | null;
  readonly net: NetPromotion | null;
}

/** What the data say about themselves. */
export interface Origin {
  readonly asOf: string | null;
  readonly previousAsOf: string | null;
  readonly proxy: string | null;
  readonly source: string | null;
  readonly currency: string | null;
  /** True when a count is withheld anywhere. */
  readonly isWithheld: boolean;
}

export type ViewMetrics = GridMetrics | ShareMetrics | QuadrantsMetrics | MigrationMetrics;
/** Everything `<insight-segment-matrix>` computed, by view. */
export type SegmentMatrixMetrics = ViewMetrics & Origin;
