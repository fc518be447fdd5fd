import {defineContract} from '../../validation/contract.js';
import {count, day, flag, given, id, listOf, oneOf, quantity, rate, text} from '../../validation/fields.js';

/** What a period (age) is counted in. */
const UNITS = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Unit = (typeof UNITS)[number];

/**
 * What `retained` counts. `bounded`: active in that very period, may rise; `on-or-after`: active then or later;
 * `still-active`: not lost yet.
 */
export const MODES = ['bounded', 'on-or-after', 'still-active'] as const;
export type Mode = (typeof MODES)[number];

/** One cohort at one age. */
export interface CohortRow {
  /** A calendar day, month or year (`2026-01`), else any name; dated cohorts are put in order. */
  readonly cohort: string;
  /** Customers at the start; absent: those retained at period 0, where that is given. */
  readonly size?: number | null | undefined;
  /** The age, in units. */
  readonly period: number;
  /** Absent or null: not known. */
  readonly retained?: number | null | undefined;
  /** Instead of `retained`, 0–1. */
  readonly rate?: number | null | undefined;
  /** True while a customer of the cohort can still reach this age; wins over what `asOf` says. */
  readonly incomplete?: boolean | null | undefined;
  /** Customers whose time is not over. */
  readonly pending?: number | null | undefined;
  readonly series?: string | null | undefined;
}

/** What was planned for an age; with `cohort` and `step` a path through cohorts. */
export interface PlanRow {
  readonly period: number;
  readonly rate: number;
  /** The first cohort of the path. */
  readonly cohort?: string | null | undefined;
  /** Change from cohort to cohort, in rate. */
  readonly step?: number | null | undefined;
  /** The last cohort of the path; its rate is held afterwards. */
  readonly until?: string | null | undefined;
}

/** The JSON that `<insight-cohort-retention>` draws. */
export interface CohortRetentionData {
  readonly unit?: Unit | null | undefined;
  /** The last day that is in the data. */
  readonly asOf?: string | null | undefined;
  readonly mode?: Mode | null | undefined;
  readonly proxy?: string | null | undefined;
  readonly source?: string | null | undefined;
  readonly rows: readonly CohortRow[];
  readonly plan: readonly PlanRow[];
  /** Cohorts that hold customers who came before the data begin. */
  readonly leftTruncated?: readonly string[] | null | undefined;
}

export const contract = defineContract(
  {
    unit: given(oneOf(...UNITS)),
    asOf: given(day),
    mode: given(oneOf(...MODES)),
    proxy: given(text),
    source: given(text),
    leftTruncated: given(listOf(id)),
  },
  {
    rows: {
      cohort: id,
      size: given(count),
      period: count,
      retained: given(count),
      rate: given(rate),
      incomplete: given(flag),
      pending: given(count),
      series: given(id),
    },
    plan: {period: count, rate, cohort: given(id), step: given(quantity), until: given(id)},
  },
);
