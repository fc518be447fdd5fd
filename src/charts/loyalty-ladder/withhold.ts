import {isSmall, withheldInList} from '../../privacy/withheld-list.js';
import {withheldInTable} from '../../privacy/withheld-table.js';
import {keyOf} from '../../validation/key-of.js';
import type {FlowMetrics, MoveMetrics} from './flows.js';
import type {LoyaltyLadderMetrics, LoyaltyLadderOptions, RungMetrics, SeriesMetrics, StockMetrics} from './metrics.js';

/** What is shown of one ladder: which numbers can be computed from others depends on it. */
interface Shown {
  readonly minCell: number;
  readonly basis: 'at' | 'reached';
  /** Whether single moves are shown, or only what became of each rung's customers. */
  readonly withMoves: boolean;
}

/**
 * The ladder without small groups: fewer customers than `minCell` but more than none, and whatever else would let a
 * reader compute them. Everything that rests on a withheld number is withheld too. Single moves are part of the `moves`
 * view alone: shown beside the sums of the other views they would have to be withheld far more often.
 */
export function withholdSmallGroups(
  metrics: LoyaltyLadderMetrics,
  {minCell, view}: LoyaltyLadderOptions,
): LoyaltyLadderMetrics {
  if (minCell <= 1) return metrics;
  const shown = {minCell, basis: metrics.basis, withMoves: view === 'moves'};
  return {...metrics, series: metrics.series.map((series) => withholdIn(series, shown))};
}

function withholdIn(series: SeriesMetrics, shown: Shown): SeriesMetrics {
  const moves = shown.withMoves ? withheldMoves(series, shown.minCell) : null;
  const stock = withheldStock(series.rungs, shown);
  const flows = moves ? flowsOfMoves(series, moves) : flowsByOutcome(series.rungs, shown.minCell);
  const rungs = series.rungs.map((rung, index) => withoutFlows(withoutStock(rung, index, stock), flows[index]!));
  const isWhole = rungs.every(({isWithheld}) => !isWithheld);
  const shownTotal = (total: number | null) => (isSmall(total ?? 0, shown.minCell) ? null : total);
  return {
    ...series,
    rungs,
    customers: shownTotal(series.customers),
    previousCustomers: shownTotal(series.previousCustomers),
    moves: moves ?? [],
    total: isWhole ? series.total : {...series.total, ...NO_FLOWS, entered: null, wonBack: null},
    meanRungChange: isWhole ? series.meanRungChange : null,
  };
}

const NO_FLOWS = {climb: null, slip: null, stay: null, leave: null, netPromotion: null} as const;

interface StockMasks {
  readonly count: readonly boolean[];
  readonly previous: readonly boolean[];
}

function withheldStock(rungs: readonly RungMetrics[], {basis, minCell}: Shown): StockMasks {
  const mask = (values: readonly (number | null)[]): readonly boolean[] =>
    basis === 'reached'
      ? withheldSteps(values, minCell)
      : withheldInList(
          values.map((value) => value ?? 0),
          minCell,
        ).items;
  return {count: mask(rungs.map((d) => d.count)), previous: mask(rungs.map((d) => d.previous))};
}

/** Of those who got at least this far: a step is shown when neither it nor the loss since the last shown one is small. */
function withheldSteps(counts: readonly (number | null)[], floor: number): boolean[] {
  let last: number | null = null;
  return counts.map((count) => {
    if (count === null) return false;
    const isHidden = isSmall(count, floor) || (last !== null && isSmall(Math.abs(last - count), floor));
    if (!isHidden) last = count;
    return isHidden;
  });
}

/** A rung without the counts that are withheld, and without all that rests on them. */
function withoutStock(rung: RungMetrics, index: number, {count, previous}: StockMasks): RungMetrics {
  const [noCount, noPrevious] = [count[index]!, previous[index]!];
  // At-or-above counts differ by one rung each: with a rung below withheld they would tell it.
  const noReached = count.slice(0, index + 1).includes(true);
  const stock: Partial<StockMetrics> = {
    ...(noCount
      ? {count: null, share: null, targetGap: null, value: null, valueShare: null, spend: null, spendShare: null}
      : {}),
    ...(noPrevious ? {previous: null} : {}),
    ...(noCount || noPrevious ? {change: null, changeRate: null} : {}),
    ...(noReached ? {reached: null, step: null, fromFirst: null} : {}),
    ...(noReached || previous.includes(true) ? {stepChange: null} : {}),
  };
  return {...rung, ...stock, isWithheld: noCount || noPrevious};
}

type Outcome = 'climb' | 'stay' | 'slip' | 'leave';
const OUTCOMES = ['climb', 'stay', 'slip', 'leave'] as const;

/** Which outcomes of a rung are withheld, and whether their base and the entries are. */
interface FlowMask {
  readonly outcomes: readonly Outcome[];
  readonly opening: boolean;
  readonly entered: boolean;
}

function withoutFlows(rung: RungMetrics, {outcomes, opening, entered}: FlowMask): RungMetrics {
  const isBaseWithheld = opening || lacksBase(rung);
  const withheld = isBaseWithheld ? OUTCOMES : outcomes;
  const hidden = Object.fromEntries(withheld.map((outcome) => [outcome, null])) as Partial<FlowMetrics>;
  const noNet = withheld.includes('climb') || withheld.includes('slip');
  return {
    ...rung,
    ...hidden,
    ...(isBaseWithheld ? {opening: null} : {}),
    ...(noNet ? {netPromotion: null} : {}),
    ...(entered ? {entered: null, wonBack: null} : {}),
    isWithheld: rung.isWithheld || withheld.length > 0 || entered,
  };
}

/** The opening count is the previous count under another name. */
const lacksBase = ({isWithheld, previous, opening}: RungMetrics): boolean =>
  isWithheld && previous === null && opening !== null;

/** What became of each rung's customers, as a table with all its sums; entries as a list. */
function flowsByOutcome(rungs: readonly RungMetrics[], floor: number): FlowMask[] {
  const table = rungs.map((rung) => OUTCOMES.map((outcome) => rung[outcome]?.count ?? 0));
  const {cells, rows} = withheldInTable(table, floor);
  const entries = withheldInList(
    rungs.map(({entered}) => entered ?? 0),
    floor,
  ).items;
  return rungs.map(({entered, wonBack}, index) => ({
    outcomes: OUTCOMES.filter((_, column) => cells[index]![column]),
    opening: rows[index]!,
    entered: entries[index]! || isSmall(wonBack ?? 0, floor) || isSmall((entered ?? 0) - (wonBack ?? 0), floor),
  }));
}

/** The movement matrix with its sums: rungs and the outside, both ways. */
function withheldMoves({rungs, moves}: SeriesMetrics, floor: number): readonly MoveMetrics[] {
  const lines = [...rungs.map(({rung}): string | null => rung), null];
  const place = new Map(lines.map((line, index) => [keyOf(line), index]));
  const table = lines.map(() => lines.map(() => 0));
  for (const {from, to, count} of moves) table[place.get(keyOf(from))!]![place.get(keyOf(to))!] = count ?? 0;
  const {cells} = withheldInTable(table, floor);
  return moves.map((move) =>
    cells[place.get(keyOf(move.from))!]![place.get(keyOf(move.to))!] ? {...move, count: null, rate: null} : move,
  );
}

/** An outcome is the sum of its moves: it is shown when all of them are. */
function flowsOfMoves({rungs}: SeriesMetrics, moves: readonly MoveMetrics[]): FlowMask[] {
  const place = new Map(rungs.map(({rung}, index) => [rung, index]));
  const outcomeOf = ({to}: MoveMetrics, start: number): Outcome => {
    if (to === null) return 'leave';
    const rise = place.get(to)! - start;
    return rise > 0 ? 'climb' : rise < 0 ? 'slip' : 'stay';
  };
  return rungs.map(({rung}, index) => {
    const hidden = moves.filter(({count}) => count === null);
    const outcomes = new Set(hidden.filter(({from}) => from === rung).map((move) => outcomeOf(move, index)));
    const entered = hidden.some(({from, to}) => from === null && to === rung);
    return {outcomes: [...outcomes], opening: false, entered};
  });
}
