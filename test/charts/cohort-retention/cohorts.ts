import {cohortRetention} from '../../../src/charts/cohort-retention/definition.js';
import type {
  CohortRetentionMetrics,
  CohortRetentionOptions,
  CohortSeries,
} from '../../../src/charts/cohort-retention/metrics.js';
import type {CohortRow} from '../../../src/charts/cohort-retention/schema.js';
import {frameOf} from '../../../src/chart/frame.js';
import {localeOf} from '../../../src/locale/locale.js';
import type {Scene} from '../../../src/scene/scene.js';
import type {DataIssue} from '../../../src/validation/data-issue.js';

export const optionsWith = (some: Partial<CohortRetentionOptions> = {}): CohortRetentionOptions => ({
  ...cohortRetention.defaults,
  minCell: 0,
  ...some,
});

/** Measures JSON that must be drawable. */
export function measured(json: unknown, some: Partial<CohortRetentionOptions> = {}): CohortRetentionMetrics {
  const {metrics, issues} = cohortRetention.measure(json, optionsWith(some));
  if (metrics === null) throw new Error(JSON.stringify(issues));
  return metrics;
}

/** The only, or the first, series. */
export const seriesIn = (json: unknown, some: Partial<CohortRetentionOptions> = {}): CohortSeries =>
  measured(json, some).series[0]!;

export const issuesOf = (json: unknown, some: Partial<CohortRetentionOptions> = {}): readonly DataIssue[] =>
  cohortRetention.measure(json, optionsWith(some)).issues;

export function drawn(json: unknown, some: Partial<CohortRetentionOptions> = {}, width = 720): Scene {
  const view = {options: optionsWith(some), locale: localeOf('en'), frame: frameOf({width})};
  return cohortRetention.draw(measured(json, some), view);
}

/** Rows of one cohort: its size, then what is retained at ages 1, 2, …; null: not known. */
export const cohortRows = (cohort: string, [size, ...retained]: readonly (number | null)[]): CohortRow[] =>
  retained.map((kept, index) => ({cohort, size, period: index + 1, retained: kept}));

/** Example 14 of the statistics: A 400 → 220 → 180, B 600 → 300. */
export const twoCohorts = {
  unit: 'month',
  rows: [...cohortRows('2026-01', [400, 220, 180]), ...cohortRows('2026-02', [600, 300])],
};
