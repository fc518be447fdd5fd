/** A segment of customers and what they are worth; the value may be negative. */
export interface SegmentValue {
  readonly customers: number;
  readonly value: number;
}

/** A point of the concentration curve: the best `customers` (share of all) hold `value` (share of all). */
export interface CurvePoint {
  readonly customers: number;
  readonly value: number;
}

const isWhole = (total: number): boolean => total > 0 && total < Infinity;
const ratio = (part: number, whole: number): number | null => (isWhole(whole) ? part / whole : null);
const sum = (segments: readonly SegmentValue[], of: keyof SegmentValue): number =>
  segments.reduce((total, segment) => total + segment[of], 0);

/**
 * The concentration curve from (0, 0) to (1, 1), segments with the highest value per customer first, linear inside a
 * segment. It passes above 1 when some segments lose money. null without customers or with no positive total value.
 */
export function concentrationCurve(segments: readonly SegmentValue[]): CurvePoint[] | null {
  const [customers, value] = [sum(segments, 'customers'), sum(segments, 'value')];
  if (!(isWhole(customers) && isWhole(value))) return null;
  const points = [{customers: 0, value: 0}];
  const running = {customers: 0, value: 0};
  const filled = segments.filter((segment) => segment.customers > 0 || segment.value !== 0);
  for (const segment of filled.sort(byValuePerCustomer)) {
    running.customers += segment.customers;
    running.value += segment.value;
    points.push({customers: running.customers / customers, value: running.value / value});
  }
  return points;
}

/** Falling value per customer; value without customers is infinitely much, or little, for each. */
function byValuePerCustomer(a: SegmentValue, b: SegmentValue): number {
  const [one, other] = [a.value / a.customers, b.value / b.customers];
  return Number(other > one) - Number(other < one);
}

/** Gini coefficient, 0 (equal) to 1; null without a curve and when a segment's value is negative. */
export function gini(segments: readonly SegmentValue[]): number | null {
  const curve = concentrationCurve(segments);
  if (curve === null || segments.some(({value}) => value < 0)) return null;
  let twiceArea = 0;
  for (const [i, {customers, value}] of curve.slice(1).entries()) {
    twiceArea += (customers - curve[i]!.customers) * (value + curve[i]!.value);
  }
  return Math.max(0, twiceArea - 1);
}

/** Share of value that the best `share` of customers hold (both 0 to 1). */
export const valueOfTop = (curve: readonly CurvePoint[], share: number): number =>
  crossing(curve, share, ['customers', 'value']);

/** Least share of customers that hold `share` of the value (both 0 to 1), such as 0.8. */
export const customersHolding = (curve: readonly CurvePoint[], share: number): number =>
  crossing(curve, share, ['value', 'customers']);

/** Where the curve first reaches `target` on one axis, read on the other. */
function crossing(
  curve: readonly CurvePoint[],
  target: number,
  [along, read]: readonly [keyof CurvePoint, keyof CurvePoint],
): number {
  const at = Math.max(
    1,
    curve.findIndex((point) => point[along] >= target),
  );
  const [from, to] = [curve[at - 1]!, curve[at]!];
  const step = to[along] - from[along];
  return step > 0 ? from[read] + ((target - from[along]) / step) * (to[read] - from[read]) : to[read];
}

/** The highest point of the curve: beyond it every further customer costs more than they bring. */
export const peakOf = (curve: readonly CurvePoint[]): CurvePoint =>
  curve.reduce((best, point) => (point.value > best.value ? point : best));

/** Own sales as a share of what customers spend in all, 0 to 1; null when they spend nothing. */
export function shareOfWallet(customers: readonly {readonly own: number; readonly elsewhere: number}[]): number | null {
  const own = customers.reduce((total, customer) => total + customer.own, 0);
  const elsewhere = customers.reduce((total, customer) => total + customer.elsewhere, 0);
  return ratio(own, own + elsewhere);
}
