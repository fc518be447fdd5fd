import {sum} from 'd3-array';
import {sumOf, type Count} from '../../privacy/withheld-list.js';
import {withheldInTable} from '../../privacy/withheld-table.js';
import {netPromotion} from '../../statistics/net-promotion.js';
import {wilson} from '../../statistics/proportion.js';
import type {MigrationMetrics, MoveMetrics} from './metrics.js';
import type {SegmentMatrixOptions} from './options.js';
import {orderOf, pairOf} from './rules.js';
import type {SegmentMatrixData} from './schema.js';

/** From → to. Sums of better, same and worse count shown moves only: with withheld ones in them they would tell these. */
export function measureMigration(data: SegmentMatrixData, {minCell, level}: SegmentMatrixOptions): MigrationMetrics {
  const tiers = orderOf(data, 'from', 'to');
  const given = new Map(data.rows.map(({from, to, customers}) => [pairOf(from!, to!), customers ?? null]));
  const counts = tiers.map((from) =>
    tiers.map((to) => {
      const count = given.get(pairOf(from, to));
      // A pair that is not among the rows adds nothing to any sum, but nobody has said that it is 0.
      return count === undefined ? 0 : count;
    }),
  );
  const withheld = withheldInTable(counts, minCell);
  const shown = (count: Count, isWithheld: boolean) => (isWithheld ? null : count);
  const all = shown(sumOf(counts.flat()), withheld.total);
  const fromSums = tiers.map((from, i): MoveMetrics => {
    const [isWithheld, customers] = [withheld.rows[i]!, shown(sumOf(counts[i]!), withheld.rows[i]!)];
    return {from, to: null, isWithheld, customers, rate: rateOf(customers, all, level)};
  });
  const toSums = tiers.map((to, j): MoveMetrics => {
    const isWithheld = withheld.columns[j]!;
    const customers = shown(sumOf(counts.map((row) => row[j]!)), isWithheld);
    return {from: null, to, isWithheld, customers, rate: rateOf(customers, all, level)};
  });
  const moves = tiers.flatMap((from, i) =>
    tiers.map((to, j): MoveMetrics => {
      const isWithheld = withheld.cells[i]![j]!;
      const customers = given.has(pairOf(from, to)) ? shown(counts[i]![j]!, isWithheld) : null;
      return {from, to, isWithheld, customers, rate: rateOf(customers, fromSums[i]!.customers, level)};
    }),
  );
  return {
    view: 'migration',
    tiers,
    moves,
    fromSums,
    toSums,
    customers: all,
    ...directionsOf(moves, tiers.length, level),
  };
}

const rateOf = (part: Count, whole: Count, level: number) =>
  part === null || whole === null ? null : wilson(part, whole, level);

function directionsOf(moves: readonly MoveMetrics[], tiers: number, level: number) {
  const towards = (sign: -1 | 0 | 1) =>
    sum(moves, ({customers}, index) =>
      Math.sign((index % tiers) - Math.floor(index / tiers)) === sign ? customers : 0,
    );
  const [better, same, worse] = [towards(1), towards(0), towards(-1)];
  const n = better + same + worse;
  return {
    better: wilson(better, n, level),
    same: wilson(same, n, level),
    worse: wilson(worse, n, level),
    net: netPromotion({up: better, down: worse, n}, level),
  };
}
