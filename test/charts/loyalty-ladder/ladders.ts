import type {Headline} from '../../../src/chart/chart.js';
import {loyaltyLadder} from '../../../src/charts/loyalty-ladder/definition.js';
import type {
  LoyaltyLadderMetrics,
  LoyaltyLadderOptions,
  RungMetrics,
} from '../../../src/charts/loyalty-ladder/metrics.js';
import {localeOf} from '../../../src/locale/locale.js';

type View = LoyaltyLadderOptions['view'];

/** Every number is shown unless a test asks for privacy. */
const OPEN: LoyaltyLadderOptions = {...loyaltyLadder.defaults, minCell: 0};

/** The numbers of JSON that the chart takes; throws with its issues where it does not. */
export function measured(json: unknown, options: Partial<LoyaltyLadderOptions> = {}): LoyaltyLadderMetrics {
  const {metrics, issues} = loyaltyLadder.measure(json, {...OPEN, ...options});
  if (metrics === null) throw new Error(`refused: ${JSON.stringify(issues)}`);
  return metrics;
}

/** The rungs of the first series by id. */
export const rungsIn = (
  json: unknown,
  options?: Partial<LoyaltyLadderOptions>,
): Readonly<Record<string, RungMetrics>> =>
  Object.fromEntries(measured(json, options).series[0]!.rungs.map((rung) => [rung.rung, rung]));

/** The issues of JSON that the chart does not take. */
export const issuesOf = (json: unknown) => loyaltyLadder.measure(json, loyaltyLadder.defaults).issues;

/** The headline of JSON in a language. */
export const headlineOf = (
  json: unknown,
  {lang = 'en', ...options}: Partial<LoyaltyLadderOptions> & {lang?: string} = {},
): Headline =>
  loyaltyLadder.headline(measured(json, options), {locale: localeOf(lang), options: {...OPEN, ...options}});

/** What becomes of the customers of one rung: `moving('client', {client: 80, supporter: 20, out: 5})`. */
export const moving = (from: string | null, counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).map(([to, count]) => ({from, to: to === 'out' ? null : to, count}));

export const VIEWS: readonly View[] = ['ladder', 'funnel', 'moves'];
