import {isSmall, withheldInList} from '../../privacy/withheld-list.js';
import {keyOf} from '../../validation/key-of.js';
import {listsBy} from './places.js';
import type {LiftRow} from './schema.js';

/** A row whose group is too small to show keeps its names; its numbers serve sums of several groups alone. */
export interface WithheldRow extends LiftRow {
  readonly withheldFrom?: LiftRow;
  readonly isWithheld?: boolean;
}

/**
 * Rows without the numbers of groups of fewer customers or conversions than `minCell`, but more than none, and of those
 * that would let a reader compute them: parts of an arm stand beside their sum.
 */
export function withheldRows(rows: readonly LiftRow[], minCell: number): readonly WithheldRow[] {
  if (minCell < 2) return rows;
  const hidden = new Set(rows.filter((row) => isSmallRow(row, minCell)));
  if (!hidden.size) return rows;
  for (const parts of partsOf(rows))
    for (const countOf of [customersOf, conversionsOf]) {
      const {items} = withheldInList(
        parts.map((row) => countOf(row) ?? 0),
        minCell,
      );
      for (const [index, row] of parts.entries()) if (items[index]) hidden.add(row);
    }
  return rows.map((row) => (hidden.has(row) ? withheld(row) : row));
}

/** Whether a row counts too few to be shown. */
const isSmallRow = (row: LiftRow, minCell: number): boolean =>
  isSmall(customersOf(row) ?? 0, minCell) || isSmall(conversionsOf(row) ?? 0, minCell);

const customersOf = ({n}: LiftRow): number | null => n ?? null;

const conversionsOf = ({n, conversions, rate}: LiftRow): number | null =>
  conversions ?? (typeof rate === 'number' && typeof n === 'number' ? rate * n : null);

/** The bins of an arm, and its segments: what adds up to a number that may be shown. */
function partsOf(rows: readonly LiftRow[]): readonly (readonly LiftRow[])[] {
  const listOf = ({metric, arm, date, segment, bin}: LiftRow): string =>
    keyOf(metric, arm, date, typeof bin === 'number' ? segment : null, typeof bin === 'number');
  const parts = rows.filter(({segment, bin}) => typeof segment === 'string' || typeof bin === 'number');
  return [...listsBy(parts, listOf).values()];
}

const withheld = (row: LiftRow): WithheldRow => {
  const {metric, arm, control, segment, date, bin} = row;
  return {metric, arm, control, segment, date, bin, isWithheld: true, withheldFrom: row};
};
