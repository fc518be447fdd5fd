import {max, sum} from 'd3-array';
import {isGiven, type Measure} from './measures.js';
import {type Days, daysIn, inPlaces, listsBy} from './places.js';
import {pooled} from './pool.js';
import type {LiftRow} from './schema.js';
import {type WithheldRow, withheldRows} from './withhold.js';

/** The arms of one metric, segment, day and bin. */
export interface Cell {
  readonly segment: string | null;
  readonly control: WithheldRow;
  /** The others, in the order of the data. */
  readonly treatments: readonly WithheldRow[];
}

/** One arm beside the control of its segment, on one day or in one bin. */
export interface Pair<At> {
  readonly at: At;
  readonly segment: string | null;
  readonly treatment: WithheldRow;
  readonly control: WithheldRow;
}

/** A cell as of the last day. */
export interface FinalCell extends Cell {
  /** Control first. */
  readonly arms: readonly WithheldRow[];
}

/** The rows of one metric by what they are about. */
export interface Cells {
  readonly control: string;
  /** All customers first, then the segments. */
  readonly final: readonly FinalCell[];
  /** By segment, days rising. */
  readonly byDate: readonly Pair<string>[];
  /** By segment, best score first; as of the last day. */
  readonly byBin: readonly Pair<number>[];
  /** Comparisons that `final` will show. */
  readonly comparisons: number;
  /** Customers of each arm, control first; empty where they are not given. */
  readonly customers: ReadonlyMap<string, number>;
}

export function cellsOf(
  rows: readonly WithheldRow[],
  {measure, minCell}: {readonly measure: Measure | null; readonly minCell: number},
): Cells {
  const control = rows.find((row) => row.control === true)?.arm ?? '';
  const places = inPlaces(rows);
  const segments = [...places.keys()].sort((a, b) => Number(a !== null) - Number(b !== null));
  const final: FinalCell[] = [];
  const byDate: Pair<string>[] = [];
  const byBin: Pair<number>[] = [];
  for (const segment of segments) {
    const bins = places.get(segment)!;
    for (const bin of [...bins.keys()].filter((one) => one !== null).sort((a, b) => a - b))
      addPairs(byBin, bin, cellOf(finalRows(bins.get(bin)!), segment, control));
    const days = bins.get(null);
    if (days) for (const date of daysIn(days)) addPairs(byDate, date, cellOf(days.get(date)!, segment, control));
    const own = days ? finalRows(days) : withheldRows(sumsOf([...bins.values()].flatMap(finalRows), measure), minCell);
    if (own.length) final.push({...cellOf(own, segment, control), arms: controlFirst(own, control)});
  }
  const comparisons = sum(final, ({treatments}) => treatments.length);
  return {control, final, byDate, byBin, comparisons, customers: customersOf(final)};
}

function cellOf(rows: readonly WithheldRow[], segment: string | null, control: string): Cell {
  return {
    segment,
    control: rows.find(({arm}) => arm === control) ?? {arm: control, segment},
    treatments: rows.filter(({arm}) => arm !== control),
  };
}

function addPairs<At>(pairs: Pair<At>[], at: At, {segment, control, treatments}: Cell): void {
  for (const treatment of treatments) pairs.push({at, segment, treatment, control});
}

/** Where no control is measured, there is none to show. */
const controlFirst = (rows: readonly WithheldRow[], control: string): readonly WithheldRow[] => [
  ...rows.filter(({arm}) => arm === control),
  ...rows.filter(({arm}) => arm !== control),
];

/** What stands at the end: the rows without a day, else those of the last day. */
const finalRows = (days: Days<WithheldRow>): readonly WithheldRow[] =>
  days.get(null) ?? days.get(max(days.keys(), (day) => day ?? undefined)!)!;

const sumsOf = (binned: readonly WithheldRow[], measure: Measure | null): LiftRow[] =>
  [...listsBy(binned, ({arm}) => arm).values()].flatMap((own) => pooled(measure, own) ?? []);

/** All customers where the data give them, else those of the segments together. */
function customersOf(final: readonly FinalCell[]): ReadonlyMap<string, number> {
  const all = final.filter(({segment}) => segment === null);
  const rows = (all.length ? all : final).flatMap(({arms}) => arms);
  if (!rows.every(({n}) => isGiven(n))) return new Map();
  return new Map([...listsBy(rows, ({arm}) => arm)].map(([arm, own]) => [arm, sum(own, ({n}) => n)]));
}
