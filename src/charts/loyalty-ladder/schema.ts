import {defineContract} from '../../validation/contract.js';
import {amount, count, day, given, id, oneOf, quantity, text} from '../../validation/fields.js';

/** The loyalty ladder of Christopher, Payne and Ballantyne (Relationship Marketing, 1991), lowest rung first. */
export const RUNGS = ['prospect', 'customer', 'client', 'supporter', 'advocate', 'partner'] as const;
export type Rung = (typeof RUNGS)[number];

/** One rung of one series. */
export interface RungRow {
  readonly rung: string;
  /** Customers on the rung (basis "at") or who got at least this far ("reached"); absent or null: not measured. */
  readonly count?: number | null | undefined;
  readonly previous?: number | null | undefined;
  readonly target?: number | null | undefined;
  /** What the customers of the rung brought in the period, in the chart's currency. */
  readonly value?: number | null | undefined;
  /** What was spent on them. */
  readonly spend?: number | null | undefined;
  readonly series?: string | null | undefined;
}

/** Customers who went from one rung to another between the two dates. */
export interface MoveRow {
  /** null: entered the ladder. */
  readonly from?: string | null | undefined;
  /** null: left it. The same as `from`: stayed. */
  readonly to?: string | null | undefined;
  readonly count: number;
  /** Of those who entered: how many had been customers before. */
  readonly wonBack?: number | null | undefined;
  /** The same move one period earlier. */
  readonly previous?: number | null | undefined;
  readonly series?: string | null | undefined;
}

/** The JSON that `<insight-loyalty-ladder>` draws. */
export interface LoyaltyLadderData {
  readonly basis?: 'at' | 'reached' | null | undefined;
  /** The day of the counts. */
  readonly asOf?: string | null | undefined;
  /** The day of `previous`. */
  readonly previousAsOf?: string | null | undefined;
  /** What stands in for the rung when loyalty itself is not measured; shown under the drawing. */
  readonly proxy?: string | null | undefined;
  readonly source?: string | null | undefined;
  /** ISO 4217; the `currency` attribute wins. */
  readonly currency?: string | null | undefined;
  /** Order (lowest first) and names; needed only where the six standard rungs do not serve. */
  readonly rungs: readonly {readonly id: string; readonly label?: string | null | undefined}[];
  readonly rows: readonly RungRow[];
  readonly moves: readonly MoveRow[];
}

export const contract = defineContract(
  {
    basis: given(oneOf('at', 'reached')),
    asOf: given(day),
    previousAsOf: given(day),
    proxy: given(text),
    source: given(text),
    currency: given(text),
  },
  {
    rungs: {id, label: given(text)},
    rows: {
      rung: id,
      count: given(count),
      previous: given(count),
      target: given(count),
      value: given(quantity),
      spend: given(amount),
      series: given(id),
    },
    moves: {
      from: given(id),
      to: given(id),
      count,
      wonBack: given(count),
      previous: given(count),
      series: given(id),
    },
  },
);
