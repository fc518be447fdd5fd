import {sum} from 'd3-array';
import {isSmall} from '../../privacy/withheld-list.js';
import {netPromotion, type NetPromotion} from '../../statistics/net-promotion.js';
import {wilson, type Proportion} from '../../statistics/proportion.js';
import {newcombe, type ProportionDifference} from '../../statistics/proportion-difference.js';
import type {MoveRow} from './schema.js';

/** A share of the opening customers with its Wilson interval, and against the previous period where that is given. */
export interface FlowRate extends Proportion {
  /** Newcombe (1998, method 10); the two periods may hold the same customers, so they are not independent. */
  readonly change: ProportionDifference | null;
}

/** What the customers who stood on a rung did until the next date. */
export interface FlowMetrics {
  /** Customers at the previous date, the base of all rates; null where neither data nor matrix give it. */
  readonly opening: number | null;
  /** null for the highest rung, and without a base. */
  readonly climb: FlowRate | null;
  /** null for the lowest rung, and without a base. */
  readonly slip: FlowRate | null;
  readonly stay: FlowRate | null;
  /** Left the ladder. */
  readonly leave: FlowRate | null;
  /** Climbed − slipped, as a share of the opening customers, with the Bonett–Price interval. */
  readonly netPromotion: NetPromotion | null;
  /** Came from outside; null without moves. */
  readonly entered: number | null;
  /** Of those who entered: had been customers before. */
  readonly wonBack: number | null;
}

/** One cell of the movement matrix. */
export interface MoveMetrics {
  readonly from: string | null;
  readonly to: string | null;
  /** null when withheld. */
  readonly count: number | null;
  /** Of the opening customers of `from`; null for entries and without a base. */
  readonly rate: number | null;
}

/** Counts of one rung by what became of its customers, now or one period earlier. */
interface Outcome {
  up: number;
  down: number;
  stay: number | null;
  out: number;
}

interface FlowContext {
  /** Lowest first. */
  readonly order: readonly string[];
  /** Previous counts, where given. */
  readonly opening: ReadonlyMap<string, number>;
  readonly level: number;
  /** A change against a group smaller than this would tell its size. */
  readonly minCell: number;
}

export interface Flows {
  readonly rungs: readonly FlowMetrics[];
  readonly total: FlowMetrics;
  readonly moves: readonly MoveMetrics[];
  readonly meanRungChange: number | null;
}

/** Movement matrix → rates per rung (statistics: Wilson 1927; Newcombe 1998; Bonett & Price 2012). */
export function measureFlows(moves: readonly MoveRow[], context: FlowContext): Flows {
  const place = new Map(context.order.map((rung, index) => [rung, index]));
  const now = outcomesOf(moves, place, ({count}) => count);
  const before = moves.every(({previous}) => typeof previous === 'number')
    ? outcomesOf(moves, place, ({previous}) => previous ?? 0)
    : null;
  const opening = context.order.map((rung, index) =>
    moves.length ? openingOf(now[index]!, context.opening.get(rung)) : null,
  );
  // Nobody can be seen to climb to a rung that is not measured, or to slip to one.
  const touched = context.order.map((rung, index) => opening[index] !== null || moves.some(({to}) => to === rung));
  const [lowest, highest] = [touched.indexOf(true), touched.lastIndexOf(true)];
  const rungs = context.order.map((rung, index) => {
    const rates = flowRates(now[index]!, before?.[index] ?? null, {
      opening: opening[index]!,
      isTop: index === highest,
      isBottom: index === lowest,
      level: context.level,
      minCell: context.minCell,
    });
    return {...rates, ...entriesOf(moves, rung)};
  });
  return {
    rungs,
    total: totalFlow(now, opening, {moves, level: context.level}),
    moves: moves.map(({from, to, count}) => ({
      from: from ?? null,
      to: to ?? null,
      count,
      rate: rateOf(count, from ? (opening[place.get(from)!] ?? null) : null),
    })),
    meanRungChange: meanRungChange(moves, place),
  };
}

const rateOf = (count: number, n: number | null): number | null => (n ? count / n : null);

function outcomesOf(
  moves: readonly MoveRow[],
  place: ReadonlyMap<string, number>,
  countOf: (move: MoveRow) => number,
): Outcome[] {
  const outcomes: Outcome[] = Array.from(place, () => ({up: 0, down: 0, stay: null, out: 0}));
  for (const move of moves) {
    if (!move.from) continue;
    const start = place.get(move.from)!;
    const outcome = outcomes[start]!;
    const rise = move.to ? place.get(move.to)! - start : null;
    if (rise === null) outcome.out += countOf(move);
    else if (rise > 0) outcome.up += countOf(move);
    else if (rise < 0) outcome.down += countOf(move);
    else outcome.stay = countOf(move);
  }
  return outcomes;
}

/** The given previous count, else the row sum of the matrix where that is whole. */
const openingOf = ({up, down, stay, out}: Outcome, given: number | undefined): number | null =>
  given ?? (stay === null ? null : up + down + stay + out);

interface RateContext {
  readonly opening: number | null;
  readonly isTop: boolean;
  readonly isBottom: boolean;
  readonly level: number;
  readonly minCell: number;
}

function flowRates(
  now: Outcome,
  before: Outcome | null,
  context: RateContext,
): Omit<FlowMetrics, 'entered' | 'wonBack'> {
  const {opening, level} = context;
  const openingBefore = before ? openingOf(before, undefined) : null;
  const rate = (count: number | null, countBefore: number | null | undefined): FlowRate | null => {
    if (opening === null || count === null) return null;
    const share = wilson(count, opening, level);
    if (!share) return null;
    const isPublic = typeof countBefore === 'number' && !isSmall(countBefore, context.minCell);
    const past = openingBefore && isPublic ? {count: countBefore, n: openingBefore} : null;
    return {...share, change: past ? newcombe(share, past, level) : null};
  };
  return {
    opening,
    climb: context.isTop ? null : rate(now.up, before?.up),
    slip: context.isBottom ? null : rate(now.down, before?.down),
    stay: rate(stayedOf(now, opening), before?.stay),
    leave: rate(now.out, before?.out),
    netPromotion: opening === null ? null : netPromotion({up: now.up, down: now.down, n: opening}, level),
  };
}

/** As the matrix says, else all who did nothing else. */
const stayedOf = ({up, down, stay, out}: Outcome, opening: number | null): number | null =>
  stay ?? (opening === null ? null : opening - up - down - out);

function entriesOf(moves: readonly MoveRow[], rung: string): Pick<FlowMetrics, 'entered' | 'wonBack'> {
  if (!moves.length) return {entered: null, wonBack: null};
  const entry = moves.find(({from, to}) => !from && to === rung);
  return {entered: entry?.count ?? 0, wonBack: entry?.wonBack ?? null};
}

function totalFlow(
  now: readonly Outcome[],
  opening: readonly (number | null)[],
  {moves, level}: {readonly moves: readonly MoveRow[]; readonly level: number},
): FlowMetrics {
  const entries = moves.filter(({from}) => !from);
  const wonBack = entries.filter((move) => typeof move.wonBack === 'number');
  const stays = now.map(({stay}) => stay);
  const all: Outcome = {
    up: sum(now, (d) => d.up),
    down: sum(now, (d) => d.down),
    stay: stays.every((stay, index) => stay !== null || opening[index] === null) ? sum(stays) : null,
    out: sum(now, (d) => d.out),
  };
  // A rung that nobody measured and nobody left says nothing about the whole.
  const isWhole = moves.length > 0 && now.every((d, index) => opening[index] !== null || d.up + d.down + d.out === 0);
  return {
    ...flowRates(all, null, {opening: isWhole ? sum(opening) : null, isTop: false, isBottom: false, level, minCell: 0}),
    entered: moves.length ? sum(entries, (d) => d.count) : null,
    wonBack: wonBack.length ? sum(wonBack, (d) => d.wonBack) : null,
  };
}

function meanRungChange(moves: readonly MoveRow[], place: ReadonlyMap<string, number>): number | null {
  const kept = moves.filter(({from, to}) => from && to);
  const customers = sum(kept, (d) => d.count);
  const rungs = sum(kept, ({from, to, count}) => (place.get(to!)! - place.get(from!)!) * count);
  // Without the stayers the mean would be about movers only.
  return customers && kept.some(({from, to}) => from === to) ? rungs / customers : null;
}
