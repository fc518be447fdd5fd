import {sum} from 'd3-array';
import type {CommonOptions} from '../../chart/chart.js';
import {wilson, type Proportion} from '../../statistics/proportion.js';
import {newcombe, type ProportionDifference} from '../../statistics/proportion-difference.js';
import {keyOf} from '../../validation/key-of.js';
import {measureFlows, type FlowMetrics, type MoveMetrics} from './flows.js';
import {rungsOf} from './rules.js';
import type {LoyaltyLadderData, RungRow} from './schema.js';

/** What a chart of this kind can be asked. */
export interface LoyaltyLadderOptions extends CommonOptions {
  /** `ladder`: stock with flows; `funnel`: how far customers got; `moves`: from rung to rung. */
  readonly view: 'ladder' | 'funnel' | 'moves';
  /** Confidence level of every interval, between 0 and 1. */
  readonly level: number;
}

/** One rung measured. Shares and rates are 0–1; null means "not defined" or "not given", never 0. */
export interface RungMetrics extends StockMetrics, FlowMetrics {
  /** True when numbers of this rung are withheld to protect small groups; they are null then. */
  readonly isWithheld: boolean;
}

/** How many customers stand on one rung. */
export interface StockMetrics {
  readonly rung: string;
  /** The name given in the data; null where the standard name serves. */
  readonly label: string | null;
  readonly count: number | null;
  /** Of all customers on the ladder (basis "at"), of those at the first rung ("reached"). */
  readonly share: number | null;
  readonly previous: number | null;
  /** count − previous */
  readonly change: number | null;
  /** change / previous; null where the previous count is 0. */
  readonly changeRate: number | null;
  readonly target: number | null;
  /** count − target */
  readonly targetGap: number | null;
  /** Customers on this rung or a higher one. */
  readonly reached: number | null;
  /** Of those who reached the rung below: the share that reached this one too; null for the lowest. */
  readonly step: Proportion | null;
  /** Step rate against the previous period (Newcombe 1998, method 10). */
  readonly stepChange: ProportionDifference | null;
  /** Reached, as a share of those at the first rung that is measured. */
  readonly fromFirst: Proportion | null;
  readonly value: number | null;
  readonly valueShare: number | null;
  readonly spend: number | null;
  readonly spendShare: number | null;
}

/** The ladder of one series. */
export interface SeriesMetrics {
  /** null where the data name no series. */
  readonly series: string | null;
  /** All customers on measured rungs; for basis "reached" those at the first. */
  readonly customers: number | null;
  readonly previousCustomers: number | null;
  /** Lowest first. */
  readonly rungs: readonly RungMetrics[];
  readonly moves: readonly MoveMetrics[];
  /** Moves of all rungs together. */
  readonly total: FlowMetrics;
  /** Mean number of rungs climbed (negative: slipped) by the customers who stayed on the ladder. */
  readonly meanRungChange: number | null;
}

/** Everything `<insight-loyalty-ladder>` computed. */
export interface LoyaltyLadderMetrics {
  readonly basis: 'at' | 'reached';
  readonly asOf: string | null;
  readonly previousAsOf: string | null;
  readonly proxy: string | null;
  readonly source: string | null;
  readonly currency: string | null;
  readonly level: number;
  /** True when the data hold counts of moves. */
  readonly hasMoves: boolean;
  readonly series: readonly SeriesMetrics[];
}

const ratio = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null || whole <= 0 || whole === Infinity ? null : part / whole;

const difference = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a - b);

/** JSON contract → numbers; no pixels, no words, nothing withheld yet. */
export function measureLoyaltyLadder(data: LoyaltyLadderData, options: LoyaltyLadderOptions): LoyaltyLadderMetrics {
  const basis = data.basis ?? 'at';
  const names = new Set([...data.rows, ...data.moves].map(({series}) => series ?? null));
  return {
    basis,
    asOf: data.asOf ?? null,
    previousAsOf: data.previousAsOf ?? null,
    proxy: data.proxy ?? null,
    source: data.source ?? null,
    currency: data.currency ?? null,
    level: options.level,
    hasMoves: data.moves.length > 0,
    series: seriesOf(data, names).map((part) => measureSeries(part, options)),
  };
}

/** One ladder's share of the data. */
interface SeriesData extends LoyaltyLadderData {
  readonly series: string | null;
  readonly order: readonly string[];
}

function seriesOf(data: LoyaltyLadderData, names: ReadonlySet<string | null>): SeriesData[] {
  const order = rungsOf(data);
  const [rows, moves] = [bySeries(data.rows), bySeries(data.moves)];
  return [...names].map((series) => ({
    ...data,
    series,
    order,
    rows: rows.get(series) ?? [],
    moves: moves.get(series) ?? [],
  }));
}

function bySeries<Row extends Pick<RungRow, 'series'>>(rows: readonly Row[]): ReadonlyMap<string | null, Row[]> {
  const groups = new Map<string | null, Row[]>();
  for (const row of rows) {
    const series = row.series ?? null;
    const group = groups.get(series);
    if (group) group.push(row);
    else groups.set(series, [row]);
  }
  return groups;
}

function measureSeries(data: SeriesData, {level, minCell}: LoyaltyLadderOptions): SeriesMetrics {
  const flows = measureFlows(data.moves, {order: data.order, opening: openingOf(data), level, minCell});
  const rungs = measureStock(data, level).map((stock, index) => ({
    ...stock,
    ...flows.rungs[index]!,
    isWithheld: false,
  }));
  const isReached = data.basis === 'reached';
  const totalOf = (field: 'count' | 'previous') =>
    isReached ? (rungs[0]?.[field] ?? null) : totalGiven(rungs.map((d) => d[field]));
  return {
    series: data.series,
    customers: totalOf('count'),
    previousCustomers: totalOf('previous'),
    rungs,
    moves: flows.moves,
    total: flows.total,
    meanRungChange: flows.meanRungChange,
  };
}

/** The previous counts by rung: the customers who could move. */
const openingOf = ({rows}: SeriesData): ReadonlyMap<string, number> =>
  new Map(rows.flatMap(({rung, previous}) => (typeof previous === 'number' ? [[rung, previous] as const] : [])));

const totalGiven = (values: readonly (number | null)[]): number | null => {
  const given = values.filter((value) => value !== null);
  return given.length ? sum(given) : null;
};

function measureStock(data: SeriesData, level: number): StockMetrics[] {
  const rows = new Map(data.rows.map((row) => [keyOf(row.rung), row]));
  const ordered: RungRow[] = data.order.map((rung) => rows.get(keyOf(rung)) ?? {rung});
  const labels = new Map(data.rungs.map(({id, label}) => [id, label ?? null]));
  const isReached = data.basis === 'reached';
  const counts = ordered.map((row) => row.count ?? null);
  const [reached, reachedBefore] = [counts, ordered.map((row) => row.previous ?? null)].map((column) =>
    isReached ? column : atOrAbove(column),
  ) as [Column, Column];
  const whole = isReached ? (counts[0] ?? null) : totalGiven(counts);
  const shares = moneyShares(ordered, counts);
  const first = reached.findIndex((value) => value !== null);
  return ordered.map((row, index) => ({
    ...countsOf(row, whole),
    label: labels.get(row.rung) ?? null,
    reached: reached[index]!,
    step: index > 0 ? stepOf(reached[index - 1]!, reached[index]!, level) : null,
    stepChange: index > 0 ? stepChange(reached, reachedBefore, {index, level}) : null,
    fromFirst: index > first ? stepOf(reached[first] ?? null, reached[index]!, level) : null,
    value: row.value ?? null,
    valueShare: shares.value[index]!,
    spend: row.spend ?? null,
    spendShare: shares.spend[index]!,
  }));
}

/** A row against the whole ladder, its own past and its target. */
function countsOf(
  {rung, count = null, previous = null, target = null}: RungRow,
  whole: number | null,
): Pick<RungMetrics, 'rung' | 'count' | 'share' | 'previous' | 'change' | 'changeRate' | 'target' | 'targetGap'> {
  const change = difference(count, previous);
  const targetGap = difference(count, target);
  return {
    rung,
    count,
    share: ratio(count, whole),
    previous,
    change,
    changeRate: ratio(change, previous),
    target,
    targetGap,
  };
}

type Column = readonly (number | null)[];

/** Running sums from the top; null from the first rung (counting down) that is not measured. */
function atOrAbove(counts: Column): Column {
  let above: number | null = 0;
  return counts
    .toReversed()
    .map((count) => (above = above === null || count === null ? null : above + count))
    .toReversed();
}

/** A step of more than all is no rate: an open funnel counts people who skipped the rung below. */
const stepOf = (below: number | null, above: number | null, level: number): Proportion | null =>
  below === null || above === null || above > below ? null : wilson(above, below, level);

function stepChange(
  now: Column,
  before: Column,
  {index, level}: {readonly index: number; readonly level: number},
): ProportionDifference | null {
  const step = stepOf(now[index - 1]!, now[index]!, level);
  const previous = stepOf(before[index - 1]!, before[index]!, level);
  return step && previous ? newcombe(step, previous, level) : null;
}

/** Shares of value and spend; null as a whole when a rung that has customers lacks the figure. */
function moneyShares(rows: readonly RungRow[], counts: Column): Record<'value' | 'spend', Column> {
  const sharesOf = (field: 'value' | 'spend'): Column => {
    const isWhole = rows.every((row, index) => !counts[index] || typeof row[field] === 'number');
    const total = isWhole ? totalGiven(rows.map((row) => row[field] ?? null)) : null;
    return rows.map((row) => ratio(row[field] ?? null, total));
  };
  return {value: sharesOf('value'), spend: sharesOf('spend')};
}
