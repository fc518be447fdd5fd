import {group, max, rollup, sum} from 'd3-array';
import {isGiven, type Measure} from './measures.js';
import {pooled} from './pool.js';
import type {LiftRow} from './schema.js';
import {type WithheldRow, withheldRows} from './withhold.js';

/** The arms of one metric, segment, day and bin. */
export interface Cell {
  readonly segment: string | null;
  readonly control: WithheldRow;
  /** The others, in the order of the data. */
  readonly treatments: readonly WithheldRow[];
  /** Control first. */
  readonly arms: readonly WithheldRow[];
}

/** The rows of one metric by what they are about. */
export interface Cells {
  readonly control: string;
  /** As of the last day; all customers first, then the segments. */
  readonly final: readonly Cell[];
  /** By segment, days rising. */
  readonly byDate: readonly (Cell & {readonly date: string})[];
  /** By segment, best score first. */
  readonly byBin: readonly (Cell & {readonly bin: number})[];
  /** Comparisons that `final` will show. */
  readonly comparisons: number;
  /** Customers of each arm, control first; empty where they are not given. */
  readonly customers: ReadonlyMap<string, number>;
}

type BySegment = ReadonlyMap<string | null, readonly WithheldRow[]>;

export function cellsOf(
  rows: readonly WithheldRow[],
  {measure, minCell}: {readonly measure: Measure | null; readonly minCell: number},
): Cells {
  const control = rows.find((row) => row.control === true)?.arm ?? '';
  const cellOf = (own: readonly WithheldRow[]): Cell => {
    const [treatments, controls] = [own.filter(({arm}) => arm !== control), own.filter(({arm}) => arm === control)];
    const none: WithheldRow = {arm: control, segment: own[0]!.segment};
    return {
      segment: own[0]!.segment ?? null,
      control: controls[0] ?? none,
      treatments,
      arms: [...controls, ...treatments],
    };
  };
  const [binned, plain] = [rows.filter(({bin}) => isGiven(bin)), rows.filter(({bin}) => !isGiven(bin))];
  const bySegment = (some: readonly WithheldRow[]): BySegment => group(some, ({segment}) => segment ?? null);
  const [binnedBy, plainBy] = [bySegment(binned), bySegment(plain)];
  const datedBy = bySegment(plain.filter(({date}) => isGiven(date)));
  const segments = [...new Set([...plainBy.keys(), ...binnedBy.keys()])].sort(
    (a, b) => Number(a !== null) - Number(b !== null),
  );
  const final = segments.flatMap((segment) => {
    const own = finalRows(plainBy.get(segment) ?? [], () =>
      withheldRows(sumsOf(binnedBy.get(segment) ?? [], measure), minCell),
    );
    return own.length ? [cellOf(own)] : [];
  });
  const course = <Key extends string | number>(some: BySegment, keyOf: (row: WithheldRow) => Key) =>
    segments.flatMap((segment) =>
      [...group(some.get(segment) ?? [], keyOf)]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, own]) => ({key, ...cellOf(own)})),
    );
  return {
    control,
    final,
    byDate: course(datedBy, ({date}) => date!).map(({key, ...cell}) => ({...cell, date: key})),
    byBin: course(binnedBy, ({bin}) => bin!).map(({key, ...cell}) => ({...cell, bin: key})),
    comparisons: sum(final, ({treatments}) => treatments.length),
    customers: customersOf(final),
  };
}

/** What stands at the end: the rows without a day, else those of the last day, else all bins together. */
function finalRows(plain: readonly WithheldRow[], sums: () => readonly WithheldRow[]): readonly WithheldRow[] {
  const undated = plain.filter(({date}) => !isGiven(date));
  if (undated.length) return undated;
  const last = max(plain, ({date}) => date!);
  return last === undefined ? sums() : plain.filter(({date}) => date === last);
}

const sumsOf = (binned: readonly WithheldRow[], measure: Measure | null): LiftRow[] =>
  [...group(binned, ({arm}) => arm).values()].flatMap((own) => pooled(measure, own) ?? []);

/** All customers where the data give them, else those of the segments together. */
function customersOf(final: readonly Cell[]): ReadonlyMap<string, number> {
  const all = final.filter(({segment}) => segment === null);
  const rows = (all.length ? all : final).flatMap(({arms}) => arms);
  return rows.every(({n}) => isGiven(n))
    ? rollup(
        rows,
        (own) => sum(own, ({n}) => n),
        ({arm}) => arm,
      )
    : new Map();
}
