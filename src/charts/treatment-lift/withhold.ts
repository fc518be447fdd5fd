import type {LiftRow} from './schema.js';

/** A row whose group is too small to show keeps its names and nothing else. */
export interface WithheldRow extends LiftRow {
  readonly isWithheld?: boolean;
}

const isSmall = (count: number | null | undefined, minCell: number): boolean =>
  typeof count === 'number' && count > 0 && count < minCell;

/** Rows of fewer customers or conversions than `minCell`, but more than none, without their numbers. */
export const withheldRows = (rows: readonly LiftRow[], minCell: number): readonly WithheldRow[] =>
  minCell > 1 ? rows.map((row) => (isSmallRow(row, minCell) ? withheld(row) : row)) : rows;

const isSmallRow = ({n, conversions, rate}: LiftRow, minCell: number): boolean =>
  isSmall(n, minCell) || isSmall(conversions ?? (rate ?? 0) * (n ?? 0), minCell);

const withheld = ({metric, arm, control, segment, date, bin}: LiftRow): WithheldRow => ({
  ...{metric, arm, control, segment, date, bin},
  isWithheld: true,
});
