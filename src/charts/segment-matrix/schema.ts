import {defineContract} from '../../validation/contract.js';
import {count, day, given, id, listOf, oneOf, part, quantity, text} from '../../validation/fields.js';

/** What is known of any group of customers. */
interface GroupRow {
  /** Absent or null: not known, or withheld by the back-end. */
  readonly customers?: number | null | undefined;
  /** What they brought in the period, in the chart's currency; may be negative. */
  readonly value?: number | null | undefined;
  /** How many they were one period before. */
  readonly previous?: number | null | undefined;
}

/** The parts of a segment's profile, all plain text. */
export const PROFILE = ['style', 'motive', 'profit', 'productNeeds', 'serviceNeeds'] as const;
export type ProfileField = (typeof PROFILE)[number];

/** A row of any view: cells have `row` and `column`, moves `from` and `to`, segments `segment`. */
export interface MatrixRow extends GroupRow, Readonly<Partial<Record<ProfileField, string | null | undefined>>> {
  readonly row?: string | null | undefined;
  readonly column?: string | null | undefined;
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
  readonly segment?: string | null | undefined;
  /** Place of a segment on the two axes of the quadrants, now and one period before. */
  readonly x?: number | null | undefined;
  readonly y?: number | null | undefined;
  readonly previousX?: number | null | undefined;
  readonly previousY?: number | null | undefined;
}

export type AxisUnit = 'number' | 'percent' | 'money';

/** The JSON that `<insight-segment-matrix>` draws. */
export interface SegmentMatrixData {
  readonly asOf?: string | null | undefined;
  /** The day of everything that is called previous. */
  readonly previousAsOf?: string | null | undefined;
  readonly proxy?: string | null | undefined;
  readonly source?: string | null | undefined;
  /** ISO 4217; the `currency` attribute wins. */
  readonly currency?: string | null | undefined;
  readonly xLabel?: string | null | undefined;
  readonly yLabel?: string | null | undefined;
  readonly xUnit?: AxisUnit | null | undefined;
  readonly yUnit?: AxisUnit | null | undefined;
  /** Where the quadrants meet; the mean of all customers unless given. */
  readonly thresholds?:
    {readonly x?: number | null | undefined; readonly y?: number | null | undefined} | null | undefined;
  /** Names of the quadrants; they win over those of a preset. */
  readonly quadrants?: Readonly<Partial<Record<Quadrant, string | null | undefined>>> | null | undefined;
  readonly rows: readonly MatrixRow[];
  /** Order of segments, or of tiers from the lowest to the highest. */
  readonly order?: readonly string[] | null | undefined;
  readonly rowOrder?: readonly string[] | null | undefined;
  readonly columnOrder?: readonly string[] | null | undefined;
}

/** In reading order. */
export const QUADRANTS = ['topLeft', 'topRight', 'bottomLeft', 'bottomRight'] as const;
export type Quadrant = (typeof QUADRANTS)[number];

const unit = given(oneOf('number', 'percent', 'money'));
const name = given(text);
const order = given(listOf(id));

export const contract = defineContract(
  {
    asOf: given(day),
    previousAsOf: given(day),
    proxy: name,
    source: name,
    currency: name,
    xLabel: name,
    yLabel: name,
    xUnit: unit,
    yUnit: unit,
    thresholds: given(part({x: given(quantity), y: given(quantity)})),
    quadrants: given(part({topLeft: name, topRight: name, bottomLeft: name, bottomRight: name})),
    order,
    rowOrder: order,
    columnOrder: order,
  },
  {
    rows: {
      row: given(id),
      column: given(id),
      from: given(id),
      to: given(id),
      segment: given(id),
      x: given(quantity),
      y: given(quantity),
      previousX: given(quantity),
      previousY: given(quantity),
      customers: given(count),
      value: given(quantity),
      previous: given(count),
      style: name,
      motive: name,
      profit: name,
      productNeeds: name,
      serviceNeeds: name,
    },
  },
);
