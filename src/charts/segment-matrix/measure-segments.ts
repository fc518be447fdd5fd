import {group, sum} from 'd3-array';
import {isSmall, withheldInList} from '../../privacy/withheld-list.js';
import {
  concentrationCurve,
  customersHolding,
  gini,
  peakOf,
  type SegmentValue,
  valueOfTop,
} from '../../statistics/concentration.js';
import {figuresOf, type Group, groupOf, largestFirst, type Mask, SHOWN, sumOfGroups, wholeOf} from './figures.js';
import type {
  Axis,
  Concentration,
  Figures,
  Profile,
  QuadrantMetrics,
  QuadrantsMetrics,
  SegmentMetrics,
  ShareMetrics,
} from './metrics.js';
import {isNumber, type SegmentMatrixOptions} from './options.js';
import {orderOf} from './rules.js';
import {type MatrixRow, PROFILE, type Quadrant, QUADRANTS, type SegmentMatrixData} from './schema.js';

/** Share of customers × share of value. */
export function measureShare(data: SegmentMatrixData, {minCell, sorted}: SegmentMatrixOptions): ShareMetrics {
  const list = listOf(data, minCell);
  const whole = wholeOf(list.total, list.totalMask);
  const segments = list.rows.map((row, index) => segmentOf(row, {list, whole, index}));
  const shown = segments.filter(({customers}) => customers !== null);
  const rest = whole.customers === null || shown.length === segments.length ? null : restOf(list.total, shown, whole);
  return {
    view: 'share',
    segments: sorted ? largestFirst(segments, ({index}) => index) : segments,
    rest,
    total: figuresOf(list.total, whole, list.totalMask),
    concentration: concentrationOf([...shown, ...(rest ? [rest] : [])], whole),
  };
}

/** Rows in order, with their groups and what must not be shown of them. */
interface List {
  readonly rows: readonly MatrixRow[];
  readonly groups: readonly Group[];
  readonly masks: readonly Mask[];
  readonly total: Group;
  readonly totalMask: Mask;
}

function listOf(data: SegmentMatrixData, floor: number, isIndividual = false): List {
  const bySegment = new Map(data.rows.map((row) => [row.segment, row]));
  const rows = orderOf(data, 'segment').map((segment) => bySegment.get(segment)!);
  const groups = rows.map((row) => groupOf(isIndividual ? {...row, customers: 1} : row));
  const [customers, previous] = (['customers', 'previous'] as const).map((field) =>
    withheldInList(
      groups.map((d) => d[field]),
      floor,
    ),
  ) as [ReturnType<typeof withheldInList>, ReturnType<typeof withheldInList>];
  return {
    rows,
    groups,
    masks: rows.map((_, index) => ({customers: customers.items[index]!, previous: previous.items[index]!})),
    total: sumOfGroups(groups),
    totalMask: {customers: customers.total, previous: previous.total},
  };
}

interface SegmentContext {
  readonly list: List;
  readonly whole: Pick<Group, 'customers' | 'value'>;
  readonly index: number;
}

function segmentOf(row: MatrixRow, {list, whole, index}: SegmentContext): SegmentMetrics {
  const figures = figuresOf(list.groups[index]!, whole, list.masks[index]);
  const place = (value: number | null | undefined) => (figures.isWithheld ? null : (value ?? null));
  return {
    segment: row.segment!,
    profile: profileOf(row),
    ...figures,
    x: place(row.x),
    y: place(row.y),
    previousX: place(row.previousX),
    previousY: place(row.previousY),
    quadrant: null,
  };
}

const NO_PROFILE: Profile = Object.freeze({});

const profileOf = (row: MatrixRow): Profile =>
  PROFILE.every((field) => !row[field])
    ? NO_PROFILE
    : Object.fromEntries(PROFILE.flatMap((field) => (row[field] ? [[field, row[field]]] : [])));

/** What a reader can compute anyway: the total less everything that is shown. */
function restOf(total: Group, shown: readonly Figures[], whole: Pick<Group, 'customers' | 'value'>): Figures {
  const less = (field: 'customers' | 'value') => {
    const all = total[field];
    return all === null || shown.some((d) => d[field] === null) ? null : all - sum(shown, (d) => d[field]);
  };
  return figuresOf({customers: less('customers'), value: less('value'), previous: null}, whole);
}

/** Shares of customers whose value is told: a tenth, a fifth, a quarter, half. */
const TOP = [0.1, 0.2, 0.25, 0.5];
const MOST = 0.8;

function concentrationOf(groups: readonly Figures[], whole: Pick<Group, 'customers' | 'value'>): Concentration | null {
  const isKnown = (d: Figures): d is Figures & SegmentValue => d.customers !== null && d.value !== null;
  if (whole.value === null || !groups.every(isKnown)) return null;
  const segments = groups.map(({customers, value}) => ({customers, value}));
  const curve = concentrationCurve(segments);
  return (
    curve && {
      gini: gini(segments),
      curve,
      top: TOP.map((customers) => ({customers, value: valueOfTop(curve, customers)})),
      customersFor80: customersHolding(curve, MOST),
      peak: peakOf(curve),
    }
  );
}

/** Segments on two axes. Whatever is withheld is left out of every sum: a moved threshold would tell it otherwise. */
export function measureQuadrants(data: SegmentMatrixData, options: SegmentMatrixOptions): QuadrantsMetrics {
  const isIndividual = !data.rows.some(({customers}) => isNumber(customers));
  const list = listOf(data, options.minCell, isIndividual);
  const isShown = (_: unknown, index: number) =>
    !list.masks[index]!.customers && list.groups[index]!.customers !== null;
  const whole = sumOfGroups(list.groups.filter(isShown));
  const placed = list.rows.map((row, index) => segmentOf(row, {list, whole, index}));
  // Of the figures that are shown: a previous count may be withheld where the count of today is not.
  const total = sumOfGroups(placed.filter(isShown));
  const [x, y] = [axisOf('x', data, {options, placed}), axisOf('y', data, {options, placed})];
  // Freshly made above, so nobody else sees them change; a copy of each would double the work for ten thousand.
  const segments = placed.map((d) => Object.assign(d, {quadrant: quadrantOf(d, x.threshold, y.threshold)}));
  const byQuadrant = group(segments, ({quadrant}) => quadrant);
  return {
    view: 'quadrant',
    x,
    y,
    isIndividual,
    segments,
    quadrants: QUADRANTS.map((quadrant) => sumOfQuadrant(quadrant, byQuadrant.get(quadrant) ?? [], {data, total})),
    total: figuresOf(
      total,
      total,
      isSmall(total.customers, options.minCell) ? {customers: true, previous: true} : SHOWN,
    ),
  };
}

interface AxisContext {
  readonly options: SegmentMatrixOptions;
  readonly placed: readonly SegmentMetrics[];
}

function axisOf(axis: 'x' | 'y', data: SegmentMatrixData, {options, placed}: AxisContext): Axis {
  const shown = placed.filter((d) => d[axis] !== null);
  const weighted = sum(shown, (d) => d[axis]! * (d.customers ?? 0));
  const customers = sum(shown, (d) => d.customers);
  const mean = Number.isFinite(weighted)
    ? weighted / customers
    : sum(shown, (d) => d[axis]! * ((d.customers ?? 0) / customers));
  const initial = data.thresholds?.[axis] ?? (customers ? mean : 0);
  return {
    label: data[`${axis}Label`] ?? null,
    unit: data[`${axis}Unit`] ?? 'number',
    threshold: (axis === 'x' ? options.thresholdX : options.thresholdY) ?? initial,
    initial,
  };
}

function quadrantOf({x, y}: SegmentMetrics, right: number, top: number): Quadrant | null {
  if (x === null || y === null) return null;
  return y >= top ? (x >= right ? 'topRight' : 'topLeft') : x >= right ? 'bottomRight' : 'bottomLeft';
}

const sumOfQuadrant = (
  quadrant: Quadrant,
  segments: readonly SegmentMetrics[],
  {data, total}: {readonly data: SegmentMatrixData; readonly total: Group},
): QuadrantMetrics => ({
  quadrant,
  name: data.quadrants?.[quadrant] ?? null,
  members: segments.map(({segment}) => segment),
  memberCount: segments.length,
  ...figuresOf(sumOfGroups(segments), total),
});
