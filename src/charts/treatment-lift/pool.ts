import {sum} from 'd3-array';
import {isGiven, type Measure} from './measures.js';
import type {LiftRow} from './schema.js';
import type {WithheldRow} from './withhold.js';

type Field = 'n' | 'conversions' | 'sum' | 'sumSquares' | 'preSum' | 'preSumSquares' | 'sumProducts' | RatioField;
type RatioField = 'sumNum' | 'sumDen' | 'sumNumSq' | 'sumDenSq' | 'sumNumDen';

const ADDITIVE: Readonly<Record<Measure, readonly Field[]>> = {
  rate: ['n', 'conversions'],
  mean: ['n', 'sum', 'sumSquares'],
  adjusted: ['n', 'sum', 'sumSquares', 'preSum', 'preSumSquares', 'sumProducts'],
  ratio: ['n', 'sumNum', 'sumDen', 'sumNumSq', 'sumDenSq', 'sumNumDen'],
};

/** One arm over several bins; undefined where a row does not give all that adding needs. */
export function pooled(measure: Measure | null, rows: readonly WithheldRow[]): LiftRow | undefined {
  if (!measure || !rows.length) return undefined;
  const known = rows.map((row) => row.withheldFrom ?? row);
  const whole = known.map(measure === 'mean' ? withSums : measure === 'rate' ? withCount : (row) => row);
  const fields = ADDITIVE[measure];
  if (!whole.every((row) => fields.every((field) => isGiven(row[field])))) return undefined;
  const {metric, arm, control, segment} = rows[0]!;
  const sums: Partial<LiftRow> = Object.fromEntries(fields.map((field) => [field, sum(whole, (row) => row[field])]));
  return {metric, arm, control, segment, ...sums};
}

const withCount = (row: LiftRow): LiftRow =>
  isGiven(row.conversions) || !isGiven(row.n) ? row : {...row, conversions: row.n * row.rate!};

function withSums(row: LiftRow): LiftRow {
  const {n, mean, sd, variance, sumSquares} = row;
  const spread = variance ?? (isGiven(sd) ? sd * sd : null);
  if (isGiven(sumSquares) || !isGiven(n) || !isGiven(mean) || spread === null) return row;
  return {...row, sum: n * mean, sumSquares: Math.max(0, n - 1) * spread + n * mean * mean};
}
