/*
 * The numbers of the ladder once more, from the JSON itself, in plain arithmetic and textbook formulas: nothing of
 * `src` is used, so an error there cannot hide here. For whole counts and no trick of numerics.
 */

const Z = 1.959963984540054;

type Row = Readonly<Record<string, unknown>>;
/** The JSON of a ladder as far as it is read here. */
export interface LadderBody {
  readonly basis?: unknown;
  readonly rungs?: readonly Row[] | null;
  readonly rows?: readonly Row[] | null;
  readonly moves?: readonly Row[] | null;
}

const STANDARD = ['prospect', 'customer', 'client', 'supporter', 'advocate', 'partner'];

const given = (value: unknown): number | null => (value === undefined || value === null ? null : Number(value));
const over = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null || whole <= 0 || !Number.isFinite(whole) ? null : part / whole;
const plus = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value): value is number => value !== null);
  return known.length ? known.reduce((a, b) => a + b, 0) : null;
};

export interface Interval {
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

function wilsonByHand(x: number, n: number): Interval | null {
  if (n === 0) return null;
  const p = x / n;
  const middle = (p + (Z * Z) / (2 * n)) / (1 + (Z * Z) / n);
  const half = (Z * Math.sqrt((p * (1 - p)) / n + (Z * Z) / (4 * n * n))) / (1 + (Z * Z) / n);
  return {rate: p, low: Math.max(0, middle - half), high: Math.min(1, middle + half)};
}

function newcombeByHand(t: Interval, c: Interval): {diff: number; diffLow: number; diffHigh: number} {
  const diff = t.rate - c.rate;
  return {
    diff,
    diffLow: diff - Math.sqrt((t.rate - t.low) ** 2 + (c.high - c.rate) ** 2),
    diffHigh: diff + Math.sqrt((t.high - t.rate) ** 2 + (c.rate - c.low) ** 2),
  };
}

function bonettPriceByHand(up: number, down: number, n: number): Interval | null {
  if (n === 0) return null;
  const [u, d] = [(up + 1) / (n + 2), (down + 1) / (n + 2)];
  const half = Z * Math.sqrt((u + d - (u - d) ** 2) / (n + 2));
  return {rate: (up - down) / n, low: Math.max(-1, u - d - half), high: Math.min(1, u - d + half)};
}

export function orderOf(json: LadderBody): string[] {
  if (json.rungs?.length) return json.rungs.map(({id}) => id as string);
  const names: string[] = [];
  const see = (name: unknown) => {
    if (typeof name === 'string' && !names.includes(name)) names.push(name);
  };
  for (const {rung} of json.rows ?? []) see(rung);
  for (const {from, to} of json.moves ?? []) {
    see(from);
    see(to);
  }
  if (names.some((name) => !STANDARD.includes(name.toLowerCase()))) return names;
  return STANDARD.flatMap((name) => names.filter((found) => found.toLowerCase() === name));
}

export function seriesOf({rows, moves}: LadderBody): (string | null)[] {
  const names = [...(rows ?? []), ...(moves ?? [])].map(({series}) => (series ?? null) as string | null);
  return names.filter((name, index) => names.indexOf(name) === index);
}

/** Who is at a rung or above it; null as soon as one of them is not known. */
const atOrAbove = (counts: readonly (number | null)[], at: number): number | null => {
  const above = counts.slice(at);
  return above.includes(null) ? null : plus(above);
};

const stepByHand = (below: number | null | undefined, above: number | null | undefined): Interval | null =>
  typeof below !== 'number' || typeof above !== 'number' || above > below ? null : wilsonByHand(above, below);

function moneyShares(rows: readonly (Row | undefined)[], field: 'value' | 'spend'): (number | null)[] {
  const isMissing = rows.some((row) => (given(row?.['count']) ?? 0) > 0 && given(row?.[field]) === null);
  const amounts = rows.map((row) => given(row?.[field]));
  const whole = isMissing ? null : plus(amounts);
  return amounts.map((amount) => over(amount, whole));
}

const minus = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a - b);

/** One column of the rows of one series, from the lowest rung. */
type Column = readonly (number | null)[];

/** Steps up to each rung from the one below; null for the lowest. */
const stepsByHand = (reached: Column): (Interval | null)[] =>
  reached.map((count, at) => (at === 0 ? null : stepByHand(reached[at - 1], count)));

/** What the chart must say of the stock of one series, rung by rung from the lowest. */
export function stockByHand(json: LadderBody, series: string | null): Record<string, unknown>[] {
  const order = orderOf(json);
  const rows = order.map((rung) =>
    (json.rows ?? []).find((row) => row['rung'] === rung && (row['series'] ?? null) === series),
  );
  const column = (field: string): Column => rows.map((row) => given(row?.[field]));
  const [counts, before, targets] = [column('count'), column('previous'), column('target')];
  const reachedOf = (some: Column) => (json.basis === 'reached' ? some : some.map((_, at) => atOrAbove(some, at)));
  const [reached, steps, stepsBefore] = [
    reachedOf(counts),
    stepsByHand(reachedOf(counts)),
    stepsByHand(reachedOf(before)),
  ];
  const whole = json.basis === 'reached' ? counts[0] : plus(counts);
  const firstAt = reached.findIndex((count) => count !== null);
  const [value, spend] = [moneyShares(rows, 'value'), moneyShares(rows, 'spend')];
  return order.map((rung, at) => {
    const [count, previous, target] = [counts[at]!, before[at]!, targets[at]!];
    const [step, past] = [steps[at] ?? null, stepsBefore[at] ?? null];
    return {
      ...{rung, count, previous, target, step, reached: reached[at]},
      share: over(count, whole ?? null),
      change: minus(count, previous),
      changeRate: over(minus(count, previous), previous),
      targetGap: minus(count, target),
      stepChange: step && past ? newcombeByHand(step, past) : null,
      fromFirst: at <= firstAt ? null : stepByHand(reached[firstAt], reached[at]),
      valueShare: value[at],
      spendShare: spend[at],
    };
  });
}

/** What the chart must say of the moves of one series whose matrix is whole. */
export function flowByHand(json: LadderBody, series: string | null): Record<string, unknown>[] {
  const order = orderOf(json);
  const moves = (json.moves ?? []).filter((move) => (move['series'] ?? null) === series);
  const total = (wanted: (from: number, to: number) => boolean, field = 'count'): number =>
    moves.reduce((sum, {from, to, [field]: count}) => {
      const [start, end] = [from, to].map((rung) => (typeof rung === 'string' ? order.indexOf(rung) : -1)) as [
        number,
        number,
      ];
      return sum + (wanted(start, end) ? Number(count ?? 0) : 0);
    }, 0);
  const hasPast = moves.length > 0 && moves.every(({previous}) => previous !== undefined && previous !== null);
  return order.map((rung, at) => {
    const ways: Record<string, (from: number, to: number) => boolean> = {
      climb: (from, to) => from === at && to > at,
      slip: (from, to) => from === at && to >= 0 && to < at,
      stay: (from, to) => from === at && to === at,
      leave: (from, to) => from === at && to === -1,
    };
    const opening = total((from) => from === at);
    const openingBefore = total((from) => from === at, 'previous');
    const rates = Object.fromEntries(
      Object.entries(ways).map(([name, way]) => {
        const rate = wilsonByHand(total(way), opening);
        const past = hasPast ? wilsonByHand(total(way, 'previous'), openingBefore) : null;
        return [name, rate && {...rate, change: past && newcombeByHand(rate, past)}];
      }),
    );
    return {
      rung,
      ...rates,
      opening,
      climb: at === order.length - 1 ? null : rates['climb'],
      slip: at === 0 ? null : rates['slip'],
      netPromotion: bonettPriceByHand(total(ways['climb']!), total(ways['slip']!), opening),
      entered: total((from, to) => from === -1 && to === at),
    };
  });
}
