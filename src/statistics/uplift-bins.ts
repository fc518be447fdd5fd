import {criticalValue} from './normal.js';
import type {Counts} from './proportion.js';
import {rateLimits} from './proportion-difference.js';

/** One bin of customers with alike scores, in both groups. */
export interface UpliftBin {
  readonly treatment: Counts;
  readonly control: Counts;
}

/** What treating everybody down to here would have gained over treating nobody, in conversions. */
export interface UpliftPoint {
  /** Share of all customers treated so far, best scores first. */
  readonly customers: number;
  /** Difference of rates times customers; null until both groups have somebody. */
  readonly uplift: number | null;
  /** Treated conversions less the control's, scaled to the treated; null until the control has somebody. */
  readonly qini: number | null;
  /** What as many customers in a random order would give: the straight lines to the ends of the curves. */
  readonly randomUplift: number | null;
  readonly randomQini: number | null;
}

/** Uplift and Qini curves from (0, 0), with the areas between them and a random order; areas null with a null point. */
export interface UpliftCurve {
  readonly points: readonly UpliftPoint[];
  readonly upliftArea: number | null;
  readonly qiniArea: number | null;
}

/** Curves over bins in the order given, best score first (Radcliffe 2007). */
export function upliftCurve(bins: readonly UpliftBin[]): UpliftCurve {
  const total = bins.reduce((sum, {treatment, control}) => sum + treatment.n + control.n, 0);
  const sums: Omit<UpliftPoint, 'randomUplift' | 'randomQini'>[] = [{customers: 0, uplift: 0, qini: 0}];
  const [t, c] = [
    {count: 0, n: 0},
    {count: 0, n: 0},
  ];
  for (const {treatment, control} of bins) {
    t.count += treatment.count;
    t.n += treatment.n;
    c.count += control.count;
    c.n += control.n;
    const qini = c.n > 0 ? t.count - (c.count / c.n) * t.n : null;
    const uplift = t.n > 0 && c.n > 0 ? (t.count / t.n - c.count / c.n) * (t.n + c.n) : null;
    sums.push({customers: total > 0 ? (t.n + c.n) / total : 0, uplift, qini});
  }
  const end = sums.at(-1)!;
  const part = (customers: number, whole: number | null) => (whole === null ? null : customers * whole);
  const points = sums.map((point) => ({
    ...point,
    randomUplift: part(point.customers, end.uplift),
    randomQini: part(point.customers, end.qini),
  }));
  return {points, upliftArea: areaAboveRandom(points, 'uplift'), qiniArea: areaAboveRandom(points, 'qini')};
}

/** Trapezoid over the share of customers less the triangle under the straight line to the end. */
function areaAboveRandom(points: readonly UpliftPoint[], of: 'uplift' | 'qini'): number | null {
  let area = 0;
  for (const [i, point] of points.slice(1).entries()) {
    const before = points[i]!;
    if (point[of] === null || before[of] === null) return null;
    area += ((point.customers - before.customers) * (point[of] + before[of])) / 2;
  }
  return area - points.at(-1)![of]! / 2;
}

/** The best-scored customers, at most a third of all, against the rest. */
export interface BestScores {
  /** Their share of all customers. */
  readonly customers: number;
  /** Their share of what the treatment changes, by Qini; may lie outside 0 to 1. */
  readonly share: number;
  /** Limits of their difference less that of the rest (Zou & Donner 2008, by Newcombe's limits of each). */
  readonly gapLow: number;
  readonly gapHigh: number;
}

/** null where the first bin holds more than a third, nothing is left, or the treatment changes nothing. */
export function bestScores(bins: readonly UpliftBin[], level = 0.95): BestScores | null {
  const {points} = upliftCurve(bins);
  const count = points.findLastIndex(({customers}) => customers <= 1 / 3 + 1e-9);
  const [best, rest] = [bins.slice(0, count), bins.slice(count)].map((part) => limitsOf(part, level));
  const [some, all] = [points[count]?.qini ?? null, points.at(-1)!.qini];
  if (!best || !rest || some === null || !all) return null;
  const gap = best.diff - rest.diff;
  return {
    customers: points[count]!.customers,
    share: some / all,
    gapLow: gap - Math.hypot(best.diff - best.diffLow, rest.diffHigh - rest.diff),
    gapHigh: gap + Math.hypot(best.diffHigh - best.diff, rest.diff - rest.diffLow),
  };
}

function limitsOf(bins: readonly UpliftBin[], level: number) {
  const [t, c] = (['treatment', 'control'] as const).map((side) =>
    bins.reduce((total, bin) => ({count: total.count + bin[side].count, n: total.n + bin[side].n}), {count: 0, n: 0}),
  );
  return t!.n > 0 && c!.n > 0 ? rateLimits(t!, c!, criticalValue(level)) : null;
}
