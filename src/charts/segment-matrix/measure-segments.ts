import {sum} from 'd3-array';
import {withheldInList, type WithheldList} from '../../privacy/withheld-list.js';
import {
  concentrationCurve,
  customersHolding,
  gini,
  peakOf,
  type SegmentValue,
  valueOfTop,
} from '../../statistics/concentration.js';
import {figuresOf, type Group, groupOf, largestFirst, type Mask, SHOWN, sumOfGroups, wholeOf} from './figures.js';
import type {Axis, Concentration, Figures, Profile, QuadrantsMetrics, SegmentMetrics, ShareMetrics} from './metrics.js';
import {isNumber, type SegmentMatrixOptions} from './options.js';
import {type MatrixRow, PROFILE, type Quadrant, QUADRANTS, type SegmentMatrixData} from './schema.js';

/** Share of customers × share of value. */
export function measureShare(data: SegmentMatrixData, {minCell, sorted}: SegmentMatrixOptions): ShareMetrics {
  const list = listOf(data, minCell);
  const whole = wholeOf(list.total, list.totalMask);
  const segments = list.rows.map((row, index) => segmentOf(row, {list, whole, index}));
  const rest = restOf(list.total, segments, whole);
  return {
    view: 'share',
    segments: sorted ? largestFirst(segments, ({index}) => index) : segments,
    rest,
    total: figuresOf(list.total, whole, list.totalMask),
    concentration: concentrationOf([...segments.filter(isShown), ...(rest ? [rest] : [])], whole),
  };
}

const isShown = ({isWithheld}: Figures): boolean => !isWithheld;

/** Rows in order, with their groups and what must not be shown of them. */
interface List {
  readonly rows: readonly MatrixRow[];
  readonly groups: readonly Group[];
  readonly customers: WithheldList;
  readonly previous: WithheldList;
  readonly total: Group;
  readonly totalMask: Mask;
}

function listOf(data: SegmentMatrixData, floor: number, isIndividual = false): List {
  const rows = rowsOf(data);
  const groups = rows.map((row) => groupOf(isIndividual ? {...row, customers: 1} : row));
  const withheldIn = (field: 'customers' | 'previous') =>
    withheldInList(
      groups.map((d) => d[field]),
      floor,
    );
  const [customers, previous] = [withheldIn('customers'), withheldIn('previous')];
  const totalMask = {customers: customers.total, previous: previous.total};
  return {rows, groups, customers, previous, total: sumOfGroups(groups), totalMask};
}

function rowsOf(data: SegmentMatrixData): readonly MatrixRow[] {
  if (!data.order?.length) return data.rows;
  const bySegment = new Map(data.rows.map((row) => [row.segment, row]));
  return data.order.map((segment) => bySegment.get(segment)!);
}

interface SegmentContext {
  readonly list: List;
  readonly whole: Pick<Group, 'customers' | 'value'>;
  readonly index: number;
}

function segmentOf(row: MatrixRow, {list, whole, index}: SegmentContext): Mutable<SegmentMetrics> {
  const mask = {customers: list.customers.items[index]!, previous: list.previous.items[index]!};
  const {x, y, previousX, previousY}: MatrixRow = mask.customers ? {} : row;
  // One by one: as copies in a literal they are slow to build and slow to read, and there may be ten thousand.
  const segment = figuresOf(list.groups[index]!, whole, mask) as Mutable<SegmentMetrics>;
  segment.segment = row.segment!;
  segment.profile = profileOf(row);
  segment.x = x ?? null;
  segment.y = y ?? null;
  segment.previousX = previousX ?? null;
  segment.previousY = previousY ?? null;
  segment.quadrant = null;
  return segment;
}

type Mutable<Item> = {-readonly [Key in keyof Item]: Item[Key]};

const NO_PROFILE: Profile = Object.freeze({});

const profileOf = (row: MatrixRow): Profile =>
  PROFILE.every((field) => !row[field])
    ? NO_PROFILE
    : Object.freeze(Object.fromEntries(PROFILE.flatMap((field) => (row[field] ? [[field, row[field]]] : []))));

/** What a reader can compute anyway: the total less everything that is shown; null where there is none of it. */
function restOf(total: Group, segments: readonly Figures[], whole: Pick<Group, 'customers' | 'value'>): Figures | null {
  const shown = segments.filter(isShown);
  if (whole.customers === null || shown.length === segments.length) return null;
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

/**
 * Segments on two axes. Shares are of all customers, as in the view `share`: a page may show both, and only then do they
 * agree. What is withheld is in no sum of a quadrant: a moved threshold would tell it otherwise.
 */
export function measureQuadrants(data: SegmentMatrixData, options: SegmentMatrixOptions): QuadrantsMetrics {
  const isIndividual = !data.rows.some(({customers}) => isNumber(customers));
  const list = listOf(data, options.minCell, isIndividual);
  const whole = wholeOf(list.total, list.totalMask);
  const segments = list.rows.map((row, index) => segmentOf(row, {list, whole, index}));
  const [x, y] = [axisOf('x', data, {options, segments}), axisOf('y', data, {options, segments})];
  const inside = membersOf(segments, x.threshold, y.threshold);
  // Here, where it is known that there is nothing within them: to look takes longer.
  for (const segment of segments) Object.freeze(segment);
  // Where something is withheld, nobody knows of a quadrant without members whether it is empty.
  const unknown = list.customers.items.includes(true) ? {customers: true, previous: true} : SHOWN;
  return {
    view: 'quadrant',
    x,
    y,
    isIndividual,
    segments,
    quadrants: QUADRANTS.map((quadrant) => ({
      quadrant,
      name: data.quadrants?.[quadrant] ?? null,
      members: Object.freeze(inside[quadrant].map(({segment}) => segment)),
      memberCount: inside[quadrant].length,
      ...figuresOf(sumOfGroups(inside[quadrant]), whole, inside[quadrant].length ? SHOWN : unknown),
    })),
    rest: restOf(list.total, segments, whole),
    total: figuresOf(list.total, whole, list.totalMask),
  };
}

interface AxisContext {
  readonly options: SegmentMatrixOptions;
  readonly segments: readonly SegmentMetrics[];
}

function axisOf(axis: 'x' | 'y', data: SegmentMatrixData, {options, segments}: AxisContext): Axis {
  const given = data.thresholds?.[axis];
  const initial = isNumber(given) ? given : meanOf(axis, segments);
  return {
    label: data[`${axis}Label`] ?? null,
    unit: data[`${axis}Unit`] ?? 'number',
    threshold: (axis === 'x' ? options.thresholdX : options.thresholdY) ?? initial,
    initial,
  };
}

/** The mean of all customers that are shown; 0 without any. */
function meanOf(axis: 'x' | 'y', segments: readonly SegmentMetrics[]): number {
  const shown = segments.filter((d) => d[axis] !== null);
  const customers = sum(shown, (d) => d.customers);
  if (!customers) return 0;
  const weighted = sum(shown, (d) => d[axis]! * (d.customers ?? 0));
  if (Number.isFinite(weighted)) return weighted / customers;
  return sum(shown, (d) => d[axis]! * ((d.customers ?? 0) / customers));
}

type Members = Readonly<Record<Quadrant, SegmentMetrics[]>>;

/** Tells each segment its quadrant, and each quadrant its segments. */
function membersOf(segments: readonly Mutable<SegmentMetrics>[], right: number, top: number): Members {
  const inside: Members = {topLeft: [], topRight: [], bottomLeft: [], bottomRight: []};
  for (const segment of segments) {
    const {x, y} = segment;
    if (x === null || y === null) continue;
    segment.quadrant = y >= top ? (x >= right ? 'topRight' : 'topLeft') : x >= right ? 'bottomRight' : 'bottomLeft';
    inside[segment.quadrant].push(segment);
  }
  return inside;
}
